"""Days and periods as words: ``on 9 March``, ``last week``, ``between May 2021 and July 2022``."""

import re
from datetime import date, timedelta
from typing import Final

from firsthand.claims.english.words import MONTHS

_MONTH: Final = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR: Final = r"(?:19|20)\d\d"

_DAY: Final = re.compile(
    rf"""\b(?:
      (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})(?:,?\s+(?P<y1>{_YEAR}))?
    | (?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y2>{_YEAR}))?
    | (?P<iso>{_YEAR}-\d\d-\d\d)
    | (?P<day>(?:last\s+|this\s+)?(?:{"|".join(_WEEKDAYS)}))
    | (?P<near>today|yesterday|this\s+morning|this\s+afternoon|this\s+evening|last\s+night|tonight)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    rf"""\b(?:
      (?:between|from)\s+(?:{_MONTH}\s+)?{_YEAR}\s+(?:and|to|until|through)\s+(?:{_MONTH}\s+)?{_YEAR}
    | (?:between|from)\s+{_MONTH}\s+(?:and|to|until|through)\s+{_MONTH}(?:\s+{_YEAR})?
    | (?:since|in|during|by|until|before|after)\s+(?:early\s+|late\s+|mid-)?(?:{_MONTH}\s+)?{_YEAR}
    | (?:since|in|during|by|until)\s+{_MONTH}(?!\s+\d)
    | {_YEAR}\s*[-–]\s*(?:{_YEAR}|\d\d)
    | (?:in\s+the\s+)?(?:last|past|previous)\s+(?:\w+\s+)?(?:year|month|week|decade|quarter)s?
    | last\s+(?:spring|summer|autumn|fall|winter)
    | this\s+(?:year|month|week|spring|summer|autumn|winter)
    | (?:a|per|each|every)\s+(?:year|month|week|day)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)


def day_in(words: str, published_on: date | None) -> date | None:
    """Work out the first day that some words name, against the day the source was published.

    >>> day_in("was closed on 9 March", date(2023, 3, 20))
    datetime.date(2023, 3, 9)
    """
    for match in _DAY.finditer(words):
        day = _resolved(match, published_on)
        if day is not None:
            return day
    return None


def dates_at(words: str) -> list[tuple[int, int]]:
    """Find where days and periods stand, so that their figures are not counted as quantities."""
    return sorted(
        [(m.start(), m.end()) for m in _DAY.finditer(words)]
        + [(m.start(), m.end()) for m in _PERIOD.finditer(words)]
    )


def periods_in(words: str) -> list[tuple[int, str]]:
    """Find the periods that some words name, each with its place."""
    return [(m.start(), " ".join(m.group().split())) for m in _PERIOD.finditer(words)]


def _resolved(match: re.Match[str], published_on: date | None) -> date | None:
    try:
        if match.group("iso"):
            return date.fromisoformat(match.group("iso"))
        number, month = (
            match.group("d1") or match.group("d2"),
            match.group("m1") or match.group("m2"),
        )
        if number and month:
            year = match.group("y1") or match.group("y2")
            return _nearest(int(number), MONTHS[month.lower().rstrip(".")], year, published_on)
    except ValueError:
        return None
    if published_on is None:
        return None
    if match.group("near"):
        near = match.group("near").lower()
        return published_on - timedelta(days=1 if near in {"yesterday", "last night"} else 0)
    name = match.group("day").lower().split()[-1]
    return published_on - timedelta(days=(published_on.weekday() - _WEEKDAYS.index(name)) % 7)


def _nearest(number: int, month: int, year: str | None, published_on: date | None) -> date | None:
    if year:
        return date(int(year), month, number)
    if published_on is None:
        return None
    day = date(published_on.year, month, number)
    # News looks back further than it looks ahead.
    if day - published_on > timedelta(days=120):
        return date(published_on.year - 1, month, number)
    if published_on - day > timedelta(days=300):
        return date(published_on.year + 1, month, number)
    return day
