"""Where in a picture, scan or recording a claim stands: a box on a page or a stretch of time."""

import re
from dataclasses import dataclass
from math import isfinite
from typing import Final, TypeAlias

from firsthand.values.errors import BadRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBox:
    """A box on a page or picture, each side as a share of the page from its upper left corner.

    ``page`` counts from 1; a picture has one page. Raises BadRequest where a side lies outside the
    page or the box is empty.

    >>> PageBox(page=3, x0=0.1, y0=0.25, x1=0.5, y1=0.4).spelled()
    'page 3, box 10–50 % across, 25–40 % down'
    """

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        """Refuse a box that is nowhere on a page."""
        if self.page < 1:
            raise BadRequest(f"page {self.page} is no page. Count pages from 1.")
        if not (0 <= self.x0 < self.x1 <= 1 and 0 <= self.y0 < self.y1 <= 1):
            raise BadRequest(
                "the box lies outside its page or is empty. Give its left, upper, right and lower "
                "side as shares of the page, from 0 to 1, the lesser first."
            )

    def spelled(self) -> str:
        """Say where the box is, for a person who looks for it."""
        across = f"{_percent(self.x0)}–{_percent(self.x1)} % across"
        return f"page {self.page}, box {across}, {_percent(self.y0)}–{_percent(self.y1)} % down"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRange:
    """A stretch of a recording, in seconds from its start.

    Raises BadRequest where it ends before it begins or lasts no time.

    >>> TimeRange(start_s=133, end_s=161).spelled()
    '02:13–02:41'
    """

    start_s: float
    end_s: float

    def __post_init__(self) -> None:
        """Refuse a stretch that is nowhere in a recording."""
        if not (isfinite(self.end_s) and 0 <= self.start_s < self.end_s):
            raise BadRequest(
                "the stretch of time ends before it begins. Give its start and its end in seconds "
                "from the start of the recording, the lesser first."
            )

    def spelled(self) -> str:
        """Say when the stretch begins and ends, as a player shows it."""
        start, end = _clock(self.start_s), _clock(self.end_s)
        if start != end:
            return f"{start}–{end}"
        # A word may last less than the second a player shows.
        return f"{_clock(self.start_s, tenths=True)}–{_clock(self.end_s, tenths=True)}"


Anchor: TypeAlias = PageBox | TimeRange
"""Where a claim stands in a source without text."""


_BOX: Final = re.compile(
    r"page (?P<page>\d{1,5})(?:, box (?P<x0>[\d.]+)[–-](?P<x1>[\d.]+) % across, "
    r"(?P<y0>[\d.]+)[–-](?P<y1>[\d.]+) % down)?"
)
_TIMES: Final = re.compile(r"(?P<start>[\d:.]+)\s?[–-]\s?(?P<end>[\d:.]+)")


def anchor_from(told: str) -> Anchor:
    """Read an anchor as ``spelled`` gives it; a page alone is its whole box.

    Raises BadRequest where it is neither a box nor a stretch of time.

    >>> anchor_from("02:13-02:41")
    TimeRange(start_s=133.0, end_s=161.0)
    """
    words = " ".join(told.split())
    try:
        if box := _BOX.fullmatch(words):
            sides = {side: float(box[side] or whole) / 100 for side, whole in _WHOLE.items()}
            return PageBox(page=int(box["page"]), **sides)
        if times := _TIMES.fullmatch(words):
            return TimeRange(start_s=_seconds(times["start"]), end_s=_seconds(times["end"]))
    except ValueError:
        pass
    raise BadRequest(
        "an anchor is a stretch of time (02:13-02:41), a page (page 3), or a box on it "
        "(page 3, box 10-50 % across, 25-40 % down)."
    )


_WHOLE: Final = {"x0": 0, "x1": 100, "y0": 0, "y1": 100}


def _seconds(told: str) -> float:
    seconds = 0.0
    for part in told.split(":"):
        seconds = 60 * seconds + float(part)
    return seconds


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".rstrip("0").rstrip(".")


def _clock(seconds: float, *, tenths: bool = False) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{int(seconds * 10) % 10}" if tenths else ""
    short = f"{minutes:02}:{rest:02}{fraction}"
    return f"{hours}:{short}" if hours else short
