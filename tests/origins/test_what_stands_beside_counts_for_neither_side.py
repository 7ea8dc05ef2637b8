import pytest

from firsthand.values.act import ActKind
from firsthand.values.claim import Stance
from firsthand.values.finding import Dispute, Support
from tests.origins.stories import STATIONS, Told, finding_for, said, traced

BESIDE = [
    Stance.DECLINES_TO_COMMENT,
    Stance.NOT_CONFIRMED,
    Stance.DOES_NOT_SAY,
    Stance.ANNOUNCES_INVESTIGATION,
]


@pytest.mark.parametrize("stance", BESIDE)
def test_it_changes_no_line(stance: Stance) -> None:
    charge = said("River Watch", STATIONS)
    other = said("Norvian Police", "the matter", by="Daily", stance=stance, about=(charge,))

    finding = finding_for(traced(charge, other), charge)

    assert other.claim.id in finding.beside
    assert finding.support is Support.SINGLE_ORIGIN
    assert finding.dispute is Dispute.UNDISPUTED


@pytest.mark.parametrize("stance", [Stance.DECLINES_TO_COMMENT, Stance.NOT_CONFIRMED])
def test_alone_it_supports_nothing(stance: Stance) -> None:
    words = "families of exiles were followed in Norvia"
    alone = said("Norvian Police", words, by="Daily", stance=stance)

    (finding,) = traced(alone).findings

    assert finding.support is Support.NONE
    assert finding.beside == (alone.claim.id,)


@pytest.mark.parametrize("stance", BESIDE)
def test_a_silence_that_states_nothing_makes_no_finding(stance: Stance) -> None:
    alone = said("Norvian Police", "the harbour matter", by="Daily", stance=stance)

    result = traced(alone)

    assert result.findings == ()
    assert [claim.id for claim in result.claims] == [alone.claim.id]


def test_not_confirmed_of_a_report_stands_beside_what_that_report_is_said_to_say() -> None:
    article = (
        said("River Watch", STATIONS, by="Daily")
        + said("Harbour Police", "a vessel ran aground on Sunday", by="Daily")
        + said("Daily", "the River Watch report", stance=Stance.NOT_CONFIRMED)
    )

    result = traced(article)

    report, vessel = (finding_for(result, _only(article, place)) for place in (0, 1))
    assert article.claims[2].id in report.beside
    assert article.claims[2].id not in vessel.beside


def test_an_opened_investigation_supports_nothing() -> None:
    probe = said(
        "Norvian Police",
        "it has opened an investigation into threats at the station",
        by="Daily",
        stance=Stance.ANNOUNCES_INVESTIGATION,
        act=(ActKind.INVESTIGATION_OPENED, "Norvian Police", "2025-03-01"),
    )

    assert traced(probe).findings == ()


def _only(told: Told, place: int) -> Told:
    return Told(source=told.source, claims=(told.claims[place],))
