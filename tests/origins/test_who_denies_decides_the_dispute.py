from firsthand.values.body import Body
from firsthand.values.claim import Stance
from firsthand.values.finding import Dispute
from tests.origins.stories import OSTRIA, STATIONS, finding_for, said, traced

NOT_SO = "Ostria has not opened 54 service stations in 30 countries"


def test_the_accused_state_alone_makes_it_denied_by_the_accused() -> None:
    charge = said("River Watch", STATIONS)
    denial = said("Ostria", NOT_SO, by="Daily", stance=Stance.DENIES)

    finding = finding_for(traced(charge, denial), charge)

    assert finding.dispute is Dispute.DENIED_BY_ACCUSED
    assert "Ostria" in finding.dispute_reason


def test_a_body_of_the_accused_state_is_the_accused() -> None:
    bodies = (OSTRIA, Body(name="Bureau of Distant Affairs", state="Ostria"))
    charge = said("River Watch", STATIONS)
    denial = said("Bureau of Distant Affairs", NOT_SO, stance=Stance.DENIES)

    finding = finding_for(traced(charge, denial, bodies=bodies), charge)

    assert finding.dispute is Dispute.DENIED_BY_ACCUSED


def test_somebody_else_who_denies_makes_it_contested() -> None:
    charge = said("River Watch", STATIONS)
    denial = said("Lake Institute", NOT_SO, stance=Stance.DENIES)

    finding = finding_for(traced(charge, denial), charge)

    assert finding.dispute is Dispute.CONTESTED
    assert "Lake Institute" in finding.dispute_reason


def test_a_state_that_is_only_the_place_is_not_the_accused() -> None:
    charge = said("River Watch", "Ostria has opened a station in Norvia")
    denial = said("Norvia", "There is no station in Norvia", by="Daily", stance=Stance.DENIES)

    finding = finding_for(traced(charge, denial), charge)

    assert finding.dispute is Dispute.CONTESTED


def test_nobody_who_denies_leaves_it_undisputed() -> None:
    charge = said("River Watch", STATIONS)

    finding = finding_for(traced(charge), charge)

    assert finding.dispute is Dispute.UNDISPUTED
    assert finding.dispute_reason


def test_an_unidentified_denial_does_not_contest() -> None:
    charge = said("River Watch", STATIONS)
    denial = said("unidentified", NOT_SO, by="Daily", stance=Stance.DENIES)

    finding = finding_for(traced(charge, denial), charge)

    assert finding.dispute is Dispute.UNDISPUTED
