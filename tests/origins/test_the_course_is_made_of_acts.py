from dataclasses import replace
from datetime import date

from firsthand.values.act import ActKind
from firsthand.values.claim import Stance
from firsthand.values.finding import Dispute, Support
from firsthand.values.source import SourceKind
from firsthand.values.spans import Span
from tests.origins.stories import Told, finding_for, said, traced

THREATS = "residents of Port Elm were threatened at the counter"


def probe(
    on: str,
    kind: ActKind = ActKind.INVESTIGATION_OPENED,
    verb: str = "opened",
    told_on: str | None = None,
    by: str | None = None,
) -> Told:
    return said(
        "Norvian Police",
        f"Norvian Police has {verb} an investigation into reports that {THREATS}",
        by=by,
        on=told_on or on,
        stance=Stance.ANNOUNCES_INVESTIGATION if verb == "opened" else Stance.ASSERTS,
        kind=SourceKind.STATEMENT,
        act=(kind, "Norvian Police", on),
    )


def with_reports(told: Told) -> Told:
    start = told.source.text.index(THREATS)
    inner = said("unidentified", THREATS, by="Norvian Police", stance=Stance.ALLEGES).claim
    nested = replace(
        inner,
        id=told.claim.id + "-in",
        source=told.source.id,
        chain=(*told.claim.chain, "unidentified"),
        content=(Span(start, start + len(THREATS)),),
    )
    return Told(source=told.source, claims=(told.claim, nested))


def test_a_probe_is_set_beside_what_it_looks_into() -> None:
    opened = with_reports(probe("2025-02-21"))

    result = traced(opened)

    (finding,) = [f for f in result.findings if opened.claims[1].id in f.supports]
    assert [(act.kind, act.on) for act in finding.course] == [
        (ActKind.INVESTIGATION_OPENED, date(2025, 2, 21))
    ]
    assert "investigated since 2025-02-21" in finding.course_reason


def test_a_probe_closed_without_charge_denies_nothing() -> None:
    opened = with_reports(probe("2025-02-21"))
    closed = with_reports(probe("2025-11-03", ActKind.INVESTIGATION_CLOSED, "closed"))

    result = traced(opened, closed)

    (finding,) = [f for f in result.findings if opened.claims[1].id in f.supports]
    assert finding.support is Support.NONE
    assert finding.dispute is Dispute.UNDISPUTED
    assert [act.kind for act in finding.course] == [
        ActKind.INVESTIGATION_OPENED,
        ActKind.INVESTIGATION_CLOSED,
    ]


def test_several_tellings_of_one_act_are_one_act() -> None:
    opened = with_reports(probe("2025-02-21"))
    retold = with_reports(probe("2025-02-21", told_on="2025-02-22", by="Daily"))

    result = traced(opened, retold)

    (finding,) = [f for f in result.findings if opened.claims[1].id in f.supports]
    assert len(finding.course) == 1
    assert len(finding.course[0].claims) == 2


def test_an_order_to_close_one_place_is_no_act_about_all_of_them() -> None:
    many = said("River Watch", "Ostria has opened 54 stations in 30 countries")
    one = said("River Watch", "Ostria runs a station in Port Elm")
    order = said(
        "Norvia",
        "Norvia ordered Ostria to close its station in Port Elm",
        act=(ActKind.CLOSURE_ORDERED, "Norvia", "2025-04-17"),
    )

    result = traced(many, one, order)

    assert finding_for(result, many).course == ()
    assert [act.kind for act in finding_for(result, one).course] == [ActKind.CLOSURE_ORDERED]
