from firsthand.values.claim import Stance
from firsthand.values.finding import Dispute
from tests.origins.stories import finding_for, said, traced

CHARGE = said("River Watch", "Glass Pumps sold the valves to Ostria in 2022", by="Daily")


def test_it_denies_the_charge_that_names_the_denier() -> None:
    denial = said(
        "Glass Pumps", "it has never had a customer in Ostria", by="Daily", stance=Stance.DENIES
    )

    finding = finding_for(traced(CHARGE + denial), CHARGE)

    assert len(finding.denies) == 1
    assert finding.dispute is Dispute.DENIED_BY_ACCUSED


def test_it_denies_no_charge_that_does_not_name_the_denier() -> None:
    denial = said(
        "Stone Works", "it has never had a customer in Brill", by="Daily", stance=Stance.DENIES
    )

    finding = finding_for(traced(CHARGE + denial), CHARGE)

    assert finding.denies == ()
