from datetime import date

import pytest

from firsthand.claims.languages import claims_in
from firsthand.values.act import ActKind
from firsthand.values.claim import Basis
from firsthand.values.source import SourceKind
from tests.claims.telling import source_of, the_claim, told


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Harbour Police opened an investigation into the mill.", ActKind.INVESTIGATION_OPENED),
        (
            "The Harbour Police closed its investigation without charge.",
            ActKind.INVESTIGATION_CLOSED,
        ),
        ("Two guards were charged with theft.", ActKind.CHARGE),
        ("A guard was convicted of theft.", ActKind.CONVICTION),
        ("The city ordered the mill to close.", ActKind.CLOSURE_ORDERED),
        ("A court ruled that the order was lawful.", ActKind.COURT_FINDING),
    ],
)
def test_official_acts_have_a_kind(sentence: str, kind: ActKind) -> None:
    (claim,) = told(sentence)

    assert claim.act
    assert claim.act.kind is kind


@pytest.mark.parametrize(
    "sentence",
    ["Nobody has been charged.", "No charges have been brought.", "The shop opened in May."],
)
def test_what_did_not_happen_is_no_act(sentence: str) -> None:
    assert [claim.act for claim in told(sentence)] == [None]


def test_an_act_has_its_authority_and_its_day() -> None:
    (claim,) = told("The Harbour Police closed its inquiry into the mill on 9 March.")

    assert claim.act
    assert claim.act.by == "Harbour Police"
    assert claim.act.on == date(2025, 3, 9)


def test_last_tuesday_is_counted_back_from_the_day_of_publication() -> None:
    (claim,) = told("The city ordered the mill to close on Tuesday.")

    assert claim.act
    assert claim.act.on == date(2025, 3, 11)


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("“I saw two men at the gate,” Ada Brink said.", Basis.WITNESSED),
        ("“We interviewed 31 miners,” Ada Brink said.", Basis.OWN_INQUIRY),
        ("Ada Brink said a guard had told her that the gate was open.", Basis.TOLD),
        ("The Harbour Police said it has opened an inquiry.", Basis.OWN_ACT),
        ("Tide Watch said the mill is old.", Basis.NOT_STATED),
    ],
)
def test_how_a_speaker_knows_is_read_from_explicit_words(sentence: str, basis: Basis) -> None:
    claims = told(sentence)

    outer = min(claims, key=lambda claim: len(claim.chain))

    assert outer.basis is basis


def test_a_body_s_own_act_without_a_day_is_of_the_day_it_says_so() -> None:
    said = "The Harbour Police has opened an inquiry."
    source = source_of(said, publisher="Harbour Police", kind=SourceKind.STATEMENT)

    act = the_claim(claims_in(source), "inquiry").act

    assert act
    assert act.on == date(2025, 3, 13)
