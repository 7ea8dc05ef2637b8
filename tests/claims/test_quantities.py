from decimal import Decimal

import pytest

from firsthand.claims.english.quantities import quantities_in
from firsthand.values.quantity import Precision


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "54 posts in 30 countries, including three in Oland",
            [(54, "post"), (30, "country"), (3, "post")],
        ),
        ("4,900 pages", [(4900, "page")]),
        ("$4.9 million was paid", [(4_900_000, "USD")]),
        ("half a dozen boats sank", [(6, "boat")]),
        ("twenty-one men and two children", [(21, "man"), (2, "child")]),
        ("12% of wells were dry", [(12, "%")]),
        ("62 per cent of students", [(62, "%")]),
        ("230,000 fraud suspects", [(230_000, "suspect")]),
        ("2.5 billion euros", [(2_500_000_000, "EUR")]),
    ],
)
def test_figures_have_values_and_units(words: str, found: list[tuple[int, str]]) -> None:
    quantities = quantities_in(words, 0)

    assert [(q.value, q.unit) for q in quantities] == [(Decimal(v), u) for v, u in found]


@pytest.mark.parametrize(
    "words",
    [
        "in May 2023",
        "on 9 March",
        "the 3rd man",
        "at 6 p.m. in the yard",
        "a woman of eighty",
        "under Article 9",
        "between 2019 and 2021",
        "call flat 5",
        "a 27-year-old",
    ],
)
def test_dates_ordinals_ages_and_labels_are_no_quantities(words: str) -> None:
    assert quantities_in(words, 0) == ()


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("more than 100 boats", Precision.AT_LEAST),
        ("about 100 boats", Precision.ABOUT),
        ("up to 100 boats", Precision.AT_MOST),
        ("100 boats", Precision.EXACT),
    ],
)
def test_how_exactly_a_figure_is_given(words: str, precision: Precision) -> None:
    assert quantities_in(words, 0)[0].precision is precision


def test_a_figure_keeps_its_period_its_place_and_its_spot_in_the_text() -> None:
    words = "310 boats were sold in Oland between 2021 and 2023"

    (quantity,) = quantities_in(words, 10)

    assert quantity.period == "between 2021 and 2023"
    assert quantity.place == "Oland"
    assert quantity.span == (10, 13)
