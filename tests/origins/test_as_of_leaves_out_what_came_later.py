from firsthand.values.claim import Stance
from firsthand.values.finding import Dispute
from tests.origins.stories import STATIONS, finding_for, said, traced


def test_a_later_denial_is_not_yet_said() -> None:
    charge = said("River Watch", STATIONS, on="2025-03-01")
    denial = said(
        "Ostria", "There are no such stations", by="Daily", on="2025-06-01", stance=Stance.DENIES
    )

    then = traced(charge, denial, as_of="2025-04-01")

    assert finding_for(then, charge).dispute is Dispute.UNDISPUTED
    assert then.sources == (charge.source,)
    assert finding_for(traced(charge, denial), charge).dispute is not Dispute.UNDISPUTED
