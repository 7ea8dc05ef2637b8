import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from firsthand.drawings.time_scale import TimeScale

DAYS = st.dates(date(1800, 1, 1), date(9999, 12, 31))


def scale(one: date, other: date) -> TimeScale:
    return TimeScale(first=min(one, other), last=max(one, other), left=560, right=916)


@given(DAYS, DAYS)
def test_days_written_beneath_lie_apart_and_within(one: date, other: date) -> None:
    ticks = scale(one, other).ticks()

    widths = [6.2 * len(tick.label) for tick in ticks]
    apart = [b.x - a.x for a, b in itertools.pairwise(ticks)]
    assert ticks
    assert all(560 <= tick.x <= 916 for tick in ticks)
    assert all(gap >= width for gap, width in zip(apart, widths, strict=False))


@given(DAYS, DAYS, DAYS, DAYS)
def test_a_later_day_never_lies_to_the_left(one: date, other: date, a: date, b: date) -> None:
    across = scale(one, other)

    assert across.x(min(a, b)) <= across.x(max(a, b))


def test_months_are_written_for_a_span_of_months() -> None:
    ticks = scale(date(2022, 9, 12), date(2022, 12, 20)).ticks()

    assert [tick.label for tick in ticks] == ["2022-10", "2022-11", "2022-12"]
