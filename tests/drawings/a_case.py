"""An invented case, built by hand, with all that a report must be able to show."""

from datetime import date
from decimal import Decimal

from firsthand.values.act import ActKind, OfficialAct
from firsthand.values.claim import Basis, Quotation, Stance
from firsthand.values.echo import Direction, Echo, EchoKind, Evidence, EvidenceKind
from firsthand.values.finding import (
    ChangedFigure,
    Dispute,
    Finding,
    ProposedMerge,
    Support,
    Trace,
)
from firsthand.values.source import SourceKind
from tests.drawings.building import echo, origin, said, source
from tests.drawings.pages_of_the_case import (
    BARID,
    CLOSED,
    CONSULATE,
    COURIER,
    DAILY,
    HARBOUR_POST,
    LANTERNE,
    REPORT,
    TARIM,
)


def a_case() -> Trace:
    """Build the whole case: nine sources in five languages, five findings."""
    report = source(
        "River Watch",
        REPORT,
        on="2022-09-12",
        kind=SourceKind.REPORT,
        address="https://riverwatch.example/reports/behind-the-counter",
    )
    daily = source(
        "Harbour Daily",
        DAILY,
        on="2022-10-24",
        address="https://harbourdaily.example/2022/10/24/kestrin-desks?from=front",
    )
    evening = source("Evening Star", DAILY[3:], on="2022-10-24")
    courier = source("Valley Courier", COURIER, on="2022-11-02")
    lanterne = source("La Lanterne", LANTERNE, on="2022-11-15", lang="fr")
    post = source("港口邮报", HARBOUR_POST, on="2022-12-01", lang="zh")
    barid = source("بريد الميناء", BARID, on=None, lang="ar")
    tarim = source(None, TARIM, on="2023-02-03", lang="ug", kind=SourceKind.TESTIMONY)
    consulate = source(
        "Consulate of Kestrin",
        CONSULATE,
        on="2022-10-27",
        kind=SourceKind.STATEMENT,
        address="javascript:alert(1)",
    )
    closed = source("Harbour Daily", CLOSED, on="2025-09-26")

    r_54 = said(
        report, "River Watch counted 54 help desks in 30 countries", basis=Basis.OWN_INQUIRY
    )
    d_head = said(daily, "Kestrin runs 54 desks abroad", "River Watch", cue="report says")
    d_54 = said(
        daily,
        "Kestrin’s Interior Ministry runs 54 help desks in 30 countries",
        "River Watch",
        cue="says in a report that",
        speaker="River Watch, a rights group",
    )
    e_54 = said(
        evening,
        "Kestrin’s Interior Ministry runs 54 help desks in 30 countries",
        "River Watch",
        cue="says in a report that",
        speaker="River Watch, a rights group",
    )
    c_54 = said(
        courier,
        "Kestrin’s Interior Ministry runs 54 help desks in 21 countries",
        "River Watch",
        cue="according to",
        speaker="River Watch",
    )
    c_press = said(
        courier,
        "reportedly pressed people to return",
        "River Watch",
        stance=Stance.ALLEGES,
        hedges=("reportedly",),
        confidence=0.42,
    )
    l_54 = said(
        lanterne,
        "le ministère de l’Intérieur du Kestrin exploite 54 guichets dans 30 pays",
        "River Watch",
        cue="affirme que",
        speaker="L’ONG River Watch",
    )
    p_54 = said(post, "凯斯特林内政部在三十个国家设有五十四个服务台", "河流观察", cue="说")
    b_54 = said(barid, "وزارة الداخلية تدير ٥٤ مكتبا في ٣٠ بلدا", "منظمة مراقبة النهر", cue="قالت")
    t_call = said(
        tarim,
        "ئۇلار مېنىڭ ئائىلەمگە تېلېفون قىلدى",
        "گۇۋاھچى",
        cue="دەيدۇ",
        basis=Basis.WITNESSED,
        quotation=Quotation.DIRECT,
    )
    r_licence = said(
        report,
        "the desks renew driving licences",
        "Interior Ministry of Kestrin",
        cue="has said that",
        speaker="The Interior Ministry of Kestrin",
    )
    d_outer = said(
        daily,
        "the Interior Ministry has claimed that “the desks renew driving "
        "licences”, a service no treaty covers",
        "River Watch",
        cue="noted that",
        speaker="A report by River Watch",
    )
    d_licence = said(
        daily,
        "“the desks renew driving licences”",
        "River Watch",
        "Interior Ministry",
        cue="has claimed that",
        speaker="the Interior Ministry",
        quotation=Quotation.DIRECT,
    )
    d_treaty = said(daily, "the desks renew driving licences”, a service no treaty covers")
    d_work = said(
        daily,
        "the desks do police work",
        "Kestrin consulate",
        stance=Stance.DENIES,
        cue="denied that",
        speaker="The Kestrin consulate",
    )
    d_volunteers = said(
        daily,
        "The volunteers are not police",
        "Kestrin consulate",
        cue="it said",
        quotation=Quotation.DIRECT,
    )
    d_probe = said(
        daily,
        "they had opened an investigation",
        "Velmark police",
        cue="said",
        stance=Stance.ANNOUNCES_INVESTIGATION,
        speaker="Velmark police",
    )
    d_decline = said(
        daily, "declined to comment further", "Velmark police", stance=Stance.DECLINES_TO_COMMENT
    )
    d_unsure = said(daily, "has not confirmed the report’s figures", stance=Stance.NOT_CONFIRMED)
    k_none = said(
        consulate,
        "The so-called help desks do not exist",
        stance=Stance.DENIES,
        basis=Basis.OWN_ACT,
    )
    k_volunteers = said(consulate, "The volunteers are not police")
    z_closed = said(
        closed,
        "they had closed their investigation into the desks without charges",
        "Velmark police",
        cue="said",
        speaker="Velmark police",
    )
    p_deny = said(post, "否认此事", "领事馆", stance=Stance.DENIES)

    sources = (report, daily, evening, courier, lanterne, post, barid, tarim, consulate, closed)
    claims = (
        r_54,
        d_head,
        d_54,
        e_54,
        c_54,
        c_press,
        l_54,
        p_54,
        b_54,
        t_call,
        r_licence,
        d_outer,
        d_licence,
        d_treaty,
        d_work,
        d_volunteers,
        d_probe,
        d_decline,
        d_unsure,
        k_none,
        k_volunteers,
        z_closed,
        p_deny,
    )
    echoes = (
        echo(daily, report, EchoKind.CITES),
        echo(evening, daily, EchoKind.COPY, "97 % of its 5-word runs stand in the other"),
        echo(courier, daily, EchoKind.REWRITE, "11 runs of 5 words"),
        echo(courier, report, EchoKind.CITES),
        echo(lanterne, daily, EchoKind.TRANSLATION),
        echo(post, report, EchoKind.QUOTE),
        echo(barid, post, EchoKind.CUT),
        Echo(
            derived=closed.id,
            root=courier.id,
            kind=EchoKind.CUT,
            direction=Direction.UNKNOWN,
            evidence=(Evidence(kind=EvidenceKind.SHARED_TEXT, detail="two sentences"),),
        ),
    )
    repeats = (r_54, d_head, d_54, e_54, c_54, l_54, p_54, b_54)
    figure = ChangedFigure(
        what="countries with help desks",
        unit="country",
        values=((Decimal(30), (r_54.id, d_54.id, e_54.id, l_54.id)), (Decimal(21), (c_54.id,))),
    )
    acts = (
        OfficialAct(
            kind=ActKind.INVESTIGATION_OPENED,
            by="Velmark police",
            on=date(2022, 10, 24),
            claims=(d_probe.id,),
        ),
        OfficialAct(
            kind=ActKind.CLOSURE_ORDERED,
            by="Harbour authority",
            on=date(2023, 5, 2),
            claims=(z_closed.id,),
        ),
        OfficialAct(
            kind=ActKind.INVESTIGATION_CLOSED,
            by="Velmark police",
            on=date(2025, 9, 26),
            claims=(z_closed.id,),
        ),
    )
    findings = (
        Finding(
            id="fnd-desks",
            proposition="Kestrin’s Interior Ministry runs 54 help desks abroad",
            supports=tuple(claim.id for claim in repeats),
            denies=(k_none.id, p_deny.id),
            beside=(d_decline.id, d_unsure.id, d_probe.id),
            origins_for=(origin("River Watch", repeats, Basis.OWN_INQUIRY),),
            origins_against=(
                origin("Consulate of Kestrin", (k_none, p_deny), Basis.OWN_ACT, "Kestrin"),
            ),
            support=Support.SINGLE_ORIGIN,
            support_reason="All 8 claims go back to River Watch’s report of 2022-09-12.",
            dispute=Dispute.DENIED_BY_ACCUSED,
            dispute_reason="Only the Consulate of Kestrin denies it, a body of the party accused.",
            course=acts,
            course_reason="Three acts of two authorities, the last on 2025-09-26.",
            repeated_by=7,
            changed_figures=(figure,),
        ),
        Finding(
            id="fnd-call",
            proposition="Staff of the desks rang the families of visitors",
            supports=(t_call.id, c_press.id),
            denies=(),
            beside=(),
            origins_for=(
                origin("گۇۋاھچى", (t_call,), Basis.WITNESSED),
                origin("River Watch", (c_press,), Basis.OWN_INQUIRY),
            ),
            origins_against=(),
            support=Support.CORROBORATED,
            support_reason="A witness and River Watch’s own inquiry; neither derives from the "
            "other.",
            dispute=Dispute.UNDISPUTED,
            dispute_reason="Nobody denies it.",
            repeated_by=2,
        ),
        Finding(
            id="fnd-work",
            proposition="The desks do police work",
            supports=(),
            denies=(d_work.id,),
            beside=(d_licence.id, r_licence.id),
            origins_for=(),
            origins_against=(origin("Kestrin consulate", (d_work,), Basis.NOT_STATED, "Kestrin"),),
            support=Support.NONE,
            support_reason="Nobody in these sources claims it.",
            dispute=Dispute.CONTESTED,
            dispute_reason="Kestrin’s consulate denies it.",
            party_statements=(d_licence.id, r_licence.id),
        ),
        Finding(
            id="fnd-volunteers",
            proposition="The volunteers are not police",
            supports=(d_volunteers.id, k_volunteers.id),
            denies=(),
            beside=(),
            origins_for=(
                origin(
                    "Consulate of Kestrin",
                    (d_volunteers, k_volunteers),
                    Basis.NOT_STATED,
                    "Kestrin",
                ),
            ),
            origins_against=(),
            support=Support.SINGLE_ORIGIN,
            support_reason="Both claims are the consulate’s.",
            dispute=Dispute.UNDISPUTED,
            dispute_reason="Nobody denies it.",
            repeated_by=2,
        ),
        Finding(
            id="fnd-treaty",
            proposition="No treaty covers the renewal of licences abroad",
            supports=(d_treaty.id,),
            denies=(),
            beside=(),
            origins_for=(origin("Harbour Daily", (d_treaty,), Basis.NOT_STATED),),
            origins_against=(),
            support=Support.SINGLE_ORIGIN,
            support_reason="The Harbour Daily says it in its own voice, with no stated basis.",
            dispute=Dispute.UNDISPUTED,
            dispute_reason="Nobody denies it.",
            repeated_by=1,
        ),
    )
    merges = (
        ProposedMerge(
            left="fnd-work",
            right="fnd-volunteers",
            reason="The same body speaks of police in both; the subjects differ.",
        ),
    )
    return Trace(
        sources=sources,
        claims=claims,
        echoes=echoes,
        findings=findings,
        proposed_merges=merges,
        as_of=date(2025, 10, 1),
    )


def a_crowd(size: int) -> Trace:
    """Build a case in which ``size`` papers carry one report, copying one another."""
    report = source("River Watch", REPORT, on="2022-09-12", kind=SourceKind.REPORT)
    papers = [
        source(
            f"Paper of the Far Northern Harbours No {n}",
            DAILY[6:7],
            on=None if n % 11 == 0 else f"2022-{10 + n % 3}-{1 + n % 28:02}",
        )
        for n in range(1, size)
    ]
    sources = (report, *papers)
    kinds = list(EchoKind)
    echoes = tuple(
        echo(paper, sources[n // 3], kinds[n % 6]) for n, paper in enumerate(papers, start=1)
    )
    words = "Kestrin’s Interior Ministry runs 54 help desks in 30 countries"
    first = said(
        report, "River Watch counted 54 help desks in 30 countries", basis=Basis.OWN_INQUIRY
    )
    claims = (first, *(said(paper, words, "River Watch") for paper in papers))
    finding = Finding(
        id="fnd-crowd",
        proposition=words,
        supports=tuple(claim.id for claim in claims),
        denies=(),
        beside=(),
        origins_for=(origin("River Watch", claims, Basis.OWN_INQUIRY),),
        origins_against=(),
        support=Support.SINGLE_ORIGIN,
        support_reason="One report.",
        dispute=Dispute.UNDISPUTED,
        dispute_reason="Nobody denies it.",
        repeated_by=size,
    )
    return Trace(sources=sources, claims=claims, echoes=echoes, findings=(finding,))
