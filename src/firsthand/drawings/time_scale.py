"""A scale of days: where a date lies across a drawing, and which days to write beneath it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_DAY_STEPS: Final = (1, 2, 7, 14)
_MONTH_STEPS: Final = (1, 2, 3, 6)
_YEAR_STEPS: Final = (1, 2, 5, 10, 25, 50, 100, 500, 2_500)
# The room that one label needs, so that neighbours cannot touch.
_DAY_WIDTH, _MONTH_WIDTH, _YEAR_WIDTH = 82, 58, 42
_LAST_YEAR: Final = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day worth writing, at ``x``."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeScale:
    """Days from ``first`` to ``last`` laid out between two places across a drawing."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Say where a day lies; days outside the scale lie at its ends."""
        days = (self.last - self.first).days
        if days == 0:
            return self.left
        share = (min(max(day, self.first), self.last) - self.first).days / days
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Choose as many whole days, months or years as can be written without touching."""
        if self.first == self.last:
            return (Tick(x=self.left, label=self.first.isoformat()),)
        width = self.right - self.left
        for step in _DAY_STEPS:
            if (self.last - self.first).days // step < width // _DAY_WIDTH:
                return self._written(self._every_days(step), "%Y-%m-%d")
        for step in _MONTH_STEPS:
            if self._months() // step < width // _MONTH_WIDTH:
                return self._written(self._every_months(step), "%Y-%m")
        years = self.last.year - self.first.year
        step = next(s for s in _YEAR_STEPS if years // s < width // _YEAR_WIDTH)
        return self._written(self._every_months(12 * step), "%Y")

    def _written(self, days: Iterator[date], form: str) -> tuple[Tick, ...]:
        # strftime does not pad years before 1000; the scale is for reading, so they stay as given.
        return tuple(Tick(x=self.x(day), label=day.strftime(form)) for day in days)

    def _months(self) -> int:
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month

    def _every_days(self, step: int) -> Iterator[date]:
        for day in range(0, (self.last - self.first).days + 1, step):
            yield self.first + timedelta(days=day)

    def _every_months(self, step: int) -> Iterator[date]:
        month = self.first.year * 12 + self.first.month - 1
        if self.first.day > 1:
            month += 1
        month += -month % step
        while month <= self.last.year * 12 + self.last.month - 1:
            if month // 12 > _LAST_YEAR:
                return
            yield date(month // 12, month % 12 + 1, 1)
            month += step
