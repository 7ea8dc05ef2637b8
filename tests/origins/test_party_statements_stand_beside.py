from firsthand.values.claim import Stance
from firsthand.values.finding import Dispute, Support
from tests.origins.stories import STATIONS, finding_for, names_for, said, traced


def test_what_the_accused_takes_as_given_stands_beside_and_is_marked() -> None:
    charge = said("River Watch", STATIONS)
    purpose = said(
        "Ostrian consulate", "the stations are mainly for renewing driving licences", by="Daily"
    )

    finding = finding_for(traced(charge, purpose), charge)

    assert purpose.claim.id in finding.beside
    assert purpose.claim.id in finding.party_statements
    assert finding.support is Support.SINGLE_ORIGIN
    assert finding.dispute is Dispute.UNDISPUTED


def test_what_somebody_else_says_of_the_purpose_is_no_party_statement() -> None:
    charge = said("River Watch", STATIONS)
    purpose = said(
        "Lake Institute", "the stations are mainly for renewing driving licences", by="Daily"
    )

    finding = finding_for(traced(charge, purpose), charge)

    assert finding.party_statements == ()


def test_an_explicit_statement_against_its_own_interest_counts_for() -> None:
    charge = said("River Watch", "Ostria pays the rent of the counter on Canal Row")
    admitted = said(
        "Ostria",
        "Ostria pays the rent of the counter on Canal Row",
        by="Daily",
        stance=Stance.CONFIRMS,
    )

    finding = finding_for(traced(charge, admitted), charge)

    assert names_for(finding) == ["Ostria", "River Watch"] or names_for(finding) == [
        "River Watch",
        "Ostria",
    ]
