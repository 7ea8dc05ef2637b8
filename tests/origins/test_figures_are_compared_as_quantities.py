from decimal import Decimal

from firsthand.values.claim import Stance
from tests.origins.stories import STATIONS, finding_for, said, traced


def test_one_figure_that_changed_on_the_way_is_one_finding() -> None:
    report = said("River Watch", STATIONS, on="2025-03-01")
    mutated = said(
        "River Watch",
        "Ostria has opened 54 service stations in 21 countries",
        by="Evening",
        on="2025-03-04",
    )

    finding = finding_for(traced(report, mutated), report)

    assert mutated.claim.id in finding.supports
    (changed,) = finding.changed_figures
    assert [value for value, _ in changed.values] == [Decimal(30), Decimal(21)]


def test_one_number_said_of_two_things_is_two_findings() -> None:
    worldwide = said("Ostria", "230,000 suspects came home in 2022", by="Daily")
    through = said("River Watch", "230,000 people were hauled back through the stations")

    result = traced(worldwide, through)

    assert finding_for(result, worldwide).id != finding_for(result, through).id


def test_a_first_batch_is_not_the_total() -> None:
    total = said("River Watch", "Ostria has opened 54 stations in 30 countries")
    batch = said("Ostria", "Ostria has opened a first batch of 18 stations in 12 countries")

    result = traced(total, batch)

    assert finding_for(result, total).id != finding_for(result, batch).id


def test_another_year_is_another_finding() -> None:
    one = said("River Watch", "Ostria detained 40 exiles in 2021")
    other = said("Lake Institute", "Ostria detained 40 exiles in 2023")

    result = traced(one, other)

    assert finding_for(result, one).id != finding_for(result, other).id


def test_the_value_first_said_comes_first_whatever_the_input_order() -> None:
    first = said("River Watch", STATIONS, on="2025-03-01")
    later = said(
        "Evening",
        "Ostria has opened 54 service stations in 21 countries",
        on="2025-03-02",
        stance=Stance.ALLEGES,
    )

    finding = finding_for(traced(later, first), first)

    assert finding.changed_figures[0].values[0][0] == Decimal(30)
