from firsthand.values.claim import Stance
from firsthand.values.finding import Dispute, Support
from tests.origins.stories import STATIONS, finding_for, finding_with, said, traced


def test_volunteers_who_are_not_police_leave_the_stations_where_they_are() -> None:
    charge = said("River Watch", STATIONS)
    narrow = said(
        "Ostrian consulate",
        "The local volunteers are not police officers",
        by="Daily",
        stance=Stance.DENIES,
    )

    result = traced(charge, narrow)

    assert finding_for(result, charge).dispute is Dispute.UNDISPUTED
    own = finding_with(result, narrow)
    assert own.id != finding_for(result, charge).id
    assert own.support is Support.NONE


def test_a_denial_of_one_place_does_not_deny_a_charge_about_many() -> None:
    charge = said("River Watch", "the stations are used to press exiles to return")
    narrow = said(
        "Ostrian consulate",
        "Nobody has been pressed by anybody at the counter to return",
        by="Daily",
        stance=Stance.DENIES,
    )

    finding = finding_for(traced(charge, narrow), charge)

    assert finding.dispute is Dispute.UNDISPUTED


def test_a_denial_of_another_place_denies_nothing_here() -> None:
    charge = said("River Watch", "two officers served in Quay Bay last autumn")
    elsewhere = said(
        "Ostria", "No officer has ever served in Saint Orm", by="Daily", stance=Stance.DENIES
    )

    finding = finding_for(traced(charge, elsewhere), charge)

    assert finding.dispute is Dispute.UNDISPUTED


def test_a_sweeping_denial_denies_what_it_sweeps_over() -> None:
    charge = said("River Watch", "two Ostrian officers served in Quay Bay last autumn")
    denial = said(
        "Ostria",
        "No officer of Ostria has ever served in Quay Bay",
        by="Daily",
        stance=Stance.DENIES,
    )

    finding = finding_for(traced(charge, denial), charge)

    assert denial.claim.id in finding.denies
    assert finding.dispute is Dispute.DENIED_BY_ACCUSED


def test_no_such_stations_denies_that_they_were_opened() -> None:
    charge = said("River Watch", STATIONS)
    denial = said("Ostria", "There are no such stations", by="Daily", stance=Stance.DENIES)

    finding = finding_for(traced(charge, denial), charge)

    assert finding.dispute is Dispute.DENIED_BY_ACCUSED


def test_a_fabrication_without_more_denies_no_particular_proposition() -> None:
    charge = said("River Watch", STATIONS)
    outcry = said(
        "Ostrian embassy",
        "The report is a fabrication",
        by="Daily",
        stance=Stance.DENIES,
        about=(charge,),
    )

    finding = finding_for(traced(charge, outcry), charge)

    assert finding.denies == ()
    assert outcry.claim.id in finding.beside
    assert finding.dispute is Dispute.UNDISPUTED
