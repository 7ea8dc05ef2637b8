"""Each canary stands in many places; once it is withheld, no format may hold it anywhere."""

import json
from collections.abc import Iterable

import pytest

from firsthand.drawings.csv_of_case import acts_csv, entities_csv
from firsthand.drawings.csv_tables import claims_csv
from firsthand.record.contents.of_people import Shown, Withheld
from firsthand.record.exchange.geojson import geojson_of
from firsthand.record.exchange.outgoing import Outgoing
from firsthand.record.exchange.scrubbing import WITHHELD, scrubber
from firsthand.record.exchange.statements import as_csv
from firsthand.record.exchange.to_statements import statements_of
from firsthand.record.exchange.withholding import without_withheld
from firsthand.values.contract import contract_of
from firsthand.values.finding import Trace
from tests.record.exchange.saying import TEXT, WORDS, a_claim, a_finding, all_that_leaves


def left(*decisions: Withheld | Shown, out: Outgoing | None = None) -> Outgoing:
    return without_withheld(out or all_that_leaves(), decisions, {"s-1": TEXT})


def everything(out: Outgoing) -> str:
    trace = Trace(sources=out.sources, claims=out.claims, echoes=out.echoes, findings=out.findings)
    told: Iterable[str] = (
        json.dumps(contract_of(trace), ensure_ascii=False),
        claims_csv(trace),
        entities_csv(out.entities),
        acts_csv(out.acts),
        json.dumps(geojson_of(out), ensure_ascii=False),
        *as_csv(statements_of(out)),
    )
    return "\n".join(told)


CANARIES = pytest.mark.parametrize(
    ("withheld", "canary"),
    [
        (Withheld(subject="e-witness", field="name"), "Ora Vell"),
        (Withheld(subject="c-1", field="speaker"), "Ora Vell"),
        (Withheld(subject="s-1", field="text", span=(0, 8)), "Ora Vell"),
        (Withheld(subject="a-visit", field="target"), "Ora Vell"),
        (Withheld(subject="e-bureau", field="name"), "Tidewater Bureau"),
        (Withheld(subject="e-bureau", field="aliases"), "潮水局"),
        (Withheld(subject="e-bureau", field="parent"), "Ministry of Rivers"),
        (Withheld(subject="s-1", field="publisher"), "The Sluice"),
        (Withheld(subject="s-1", field="title"), "A visit in April"),
        (Withheld(subject="s-1", field="address"), "sluice.example"),
        (Withheld(subject="s-1", field="file"), "april/story.txt"),
        (Withheld(subject="s-1", field="sha256"), "abababab"),
        (Withheld(subject="s-1", field="text"), WORDS),
        (Withheld(subject="s-1", field="text", span=(60, 70)), WORDS),
        (Withheld(subject="c-1", field="text"), WORDS),
        (Withheld(subject="c-1", field="nobody knows this field"), WORDS),
        (Withheld(subject="e-law", field="nor this"), "Rivers Act 2029"),
        (Withheld(subject="f-1", field="proposition"), "nothing"),
    ],
)


@CANARIES
def test_what_is_withheld_stands_nowhere(withheld: Withheld, canary: str) -> None:
    told = everything(left(withheld))

    assert canary.casefold() not in told.casefold()


@CANARIES
def test_what_is_shown_again_leaves_again(withheld: Withheld, canary: str) -> None:
    shown = Shown(subject=withheld.subject, field=withheld.field)

    assert left(withheld, shown) == left()
    assert canary


def test_withheld_words_in_another_case_or_line_are_found() -> None:
    pattern = scrubber(["Ora Vell"])

    assert pattern is not None
    assert (
        pattern.sub(WITHHELD, "ORA\n  VELL, said Aurora Vellum") == "[withheld], said Aurora Vellum"
    )


def test_a_name_without_spaces_is_found_inside_a_sentence() -> None:
    pattern = scrubber(["潮水局"])

    assert pattern is not None
    assert pattern.sub(WITHHELD, "昨日潮水局表示") == "昨日[withheld]表示"


def test_a_claim_that_meets_a_withheld_span_loses_all_its_words() -> None:
    (claim,) = left(Withheld(subject="s-1", field="text", span=(60, 70))).claims

    assert (claim.text, claim.read_as, claim.entities) == (WITHHELD, WITHHELD, ())


def test_a_proposition_that_may_be_a_withheld_claims_words_is_withheld() -> None:
    out = all_that_leaves()
    made = a_finding(proposition="men from the bureau came to Canal Row in April")
    whole = Outgoing(case="case-1", sources=out.sources, claims=out.claims, findings=(made,))

    (finding,) = left(Withheld(subject="c-1", field="text"), out=whole).findings

    assert finding.proposition == WITHHELD


def test_a_proposition_in_the_words_of_a_claim_that_leaves_stays() -> None:
    out = all_that_leaves()
    other = a_claim("c-2", text="men came", read_as="men came")
    finding = a_finding(proposition="men came", supports=("c-1", "c-2"))
    whole = Outgoing(
        case="case-1", sources=out.sources, claims=(*out.claims, other), findings=(finding,)
    )

    (kept,) = left(Withheld(subject="c-1", field="text"), out=whole).findings

    assert kept.proposition == "men came"


def test_a_finding_that_rests_on_what_stays_behind_stays_behind() -> None:
    whole = all_that_leaves()
    without = Outgoing(case="case-1", sources=whole.sources, findings=whole.findings)

    out = left(out=without)

    assert (out.findings, out.left_out) == ((), 1)


def test_a_tie_to_what_is_withheld_whole_does_not_leave() -> None:
    out = left(Withheld(subject="e-firm", field="address of premises"))

    assert all("e-firm" not in {link.left, link.right} for link in out.links)


def test_premises_leave_exactly_only_where_an_entry_shows_them() -> None:
    hidden = {entity.entity: entity for entity in left().entities}

    assert hidden["e-row"].location is not None
    assert hidden["e-row"].location.precision == "vicinity"
