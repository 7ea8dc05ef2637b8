import json
from dataclasses import fields
from datetime import date
from decimal import Decimal

import jsonschema

from firsthand.values.act import ActKind, ActMention, OfficialAct
from firsthand.values.claim import Basis, Claim, Quotation, Stance
from firsthand.values.contract import contract_of, schema
from firsthand.values.echo import Direction, Echo, EchoKind, Evidence, EvidenceKind
from firsthand.values.finding import (
    ChangedFigure,
    Dispute,
    Finding,
    Origin,
    ProposedMerge,
    Support,
    Trace,
)
from firsthand.values.quantity import Quantity
from firsthand.values.source import Passage, Role, Source
from firsthand.values.spans import Span

TEXT = "Harbour Watch said four boats were stopped."


def a_trace() -> Trace:
    source = Source(
        id="s-1",
        file="a/story.txt",
        sha256="0" * 64,
        text=TEXT,
        passages=(Passage(span=Span(0, len(TEXT)), role=Role.BODY, place="bytes 0-43"),),
        media_type="text/plain",
        published_on=date(2031, 5, 2),
        kind_as_given="zine",
    )
    claim = Claim(
        id="c-1",
        source="s-1",
        chain=("The Ebb", "Harbour Watch"),
        content=(Span(19, 42),),
        text="four boats were stopped",
        read_as="four boats were stopped",
        stance=Stance.ASSERTS,
        quotation=Quotation.INDIRECT,
        sentence=Span(0, 43),
        quantities=(Quantity(value=Decimal(4), unit="boat", span=Span(19, 23)),),
        act=ActMention(kind=ActKind.CHARGE),
        confidence=0.91234,
    )
    origin = Origin(
        name="Harbour Watch",
        party="Harbour Watch",
        basis=Basis.WITNESSED,
        claims=("c-1",),
        sources=("s-1",),
    )
    finding = Finding(
        id="f-1",
        proposition="four boats were stopped",
        supports=("c-1",),
        denies=(),
        beside=(),
        origins_for=(origin,),
        origins_against=(),
        support=Support.SINGLE_ORIGIN,
        support_reason="One origin.",
        dispute=Dispute.UNDISPUTED,
        dispute_reason="Nobody denies it.",
        course=(OfficialAct(kind=ActKind.CHARGE, by=None, on=None, claims=("c-1",)),),
        changed_figures=(
            ChangedFigure(what="boats", unit="boat", values=((Decimal("4.5"), ("c-1",)),)),
        ),
    )
    evidence = Evidence(kind=EvidenceKind.SHARED_TEXT, detail="all of it", left=(Span(0, 4),))
    echo = Echo(
        derived="s-1",
        root="s-1",
        kind=EchoKind.COPY,
        evidence=(evidence,),
        direction=Direction.UNKNOWN,
    )
    return Trace(
        sources=(source,),
        claims=(claim,),
        echoes=(echo,),
        findings=(finding,),
        proposed_merges=(ProposedMerge(left="f-1", right="f-1", reason="alike"),),
        as_of=date(2031, 6, 1),
    )


def test_a_trace_with_every_field_filled_fulfils_the_schema() -> None:
    trace = a_trace()

    spelled = json.loads(json.dumps(contract_of(trace)))

    jsonschema.validate(spelled, schema())


def test_an_empty_trace_fulfils_the_schema() -> None:
    trace = Trace(sources=(), claims=(), echoes=(), findings=())

    spelled = contract_of(trace)

    jsonschema.validate(spelled, schema())


def test_a_span_is_written_as_two_offsets_into_the_text() -> None:
    trace = a_trace()

    start, end = contract_of(trace)["claims"][0]["content"][0]

    assert TEXT[start:end] == "four boats were stopped"


def test_a_kind_without_a_word_of_its_own_is_kept_as_given() -> None:
    trace = a_trace()

    kind = contract_of(trace)["sources"][0]["kind"]

    assert kind == "zine"


def test_whole_figures_are_whole_numbers_and_others_are_not_rounded() -> None:
    trace = a_trace()

    spelled = contract_of(trace)

    assert spelled["claims"][0]["quantities"][0]["value"] == 4
    assert spelled["findings"][0]["changed_figures"][0]["values"][0]["value"] == 4.5


def test_a_source_record_never_holds_the_text() -> None:
    trace = a_trace()

    record = contract_of(trace)["sources"][0]

    assert TEXT not in json.dumps(record)
    assert "text" in {field.name for field in fields(Source)}
