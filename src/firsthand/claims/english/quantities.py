"""Figures in words and digits, with what they count, when and where.

Invariant: a year, a day, an ordinal, an age, a telephone number and a part of a name are no
quantities.
"""

import re
from decimal import Decimal
from typing import Final

from firsthand.claims.english.counting import counted
from firsthand.claims.english.dates import dates_at, periods_in
from firsthand.claims.english.figures import FIGURE, value_of
from firsthand.values.quantity import Precision, Quantity
from firsthand.values.spans import Span

_ABOUT: Final = re.compile(
    r"(?:about|around|roughly|approximately|nearly|almost|some|an\s+estimated|close\s+to|circa|up\s+towards)\s*$",
    re.IGNORECASE,
)
_AT_LEAST: Final = re.compile(
    r"(?:more\s+than|at\s+least|over|no\s+fewer\s+than|no\s+less\s+than|upwards\s+of|exceeding|above"
    r"|minimum\s+of)\s*(?:a\s+)?$",
    re.IGNORECASE,
)
_AT_MOST: Final = re.compile(
    r"(?:up\s+to|at\s+most|fewer\s+than|less\s+than|no\s+more\s+than|under|below|as\s+many\s+as"
    r"|as\s+much\s+as|maximum\s+of)\s*(?:a\s+)?$",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"(?:\b(?:article|section|paragraph|chapter|page|annex|figure|table|room|flat|apartment|unit|number|no\.|"
    r"nos\.|bus|tram|route|highway|line|gate|floor|act|bill|order|regulation|clause|aged|age|covid-?|channel|call"
    r"|dial|phone|telephone|tel\.?|part|volume|case|resolution|file|version|platform|pier|door|class"
    r"|the|in|by|since|of|for|until|year)\s*)$",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"^(?:1[89]|20)\d\d$")
_CLOCK: Final = re.compile(r"^\s?(?:a\.?m\.?|p\.?m\.?|o[’']clock|hours\b(?=\s+on))", re.IGNORECASE)
_ONE_OF: Final = re.compile(
    r"^\s+(?:of|another|day|thing|side|hand|way|reason|more|year|week|another|time|who|that|can|must|which|"
    r"is|was|has|by)\b",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"\b(?:in|across|throughout|at|on|from|around|near|outside)\s+(?P<place>(?:the\s+)?[A-Z][\w’'.-]*"
    r"(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'.-]*)*)"
)


def quantities_in(words: str, offset: int) -> tuple[Quantity, ...]:
    """Find the figures in a claim's words; ``offset`` is where those words start in the source.

    >>> [(str(q.value), q.unit) for q in quantities_in("54 stations in 30 countries", 0)]
    [('54', 'station'), ('30', 'country')]
    """
    if FIGURE.search(words) is None:
        return ()
    dated = dates_at(words)
    periods = periods_in(words)
    found: list[Quantity] = []
    for match in FIGURE.finditer(words):
        value = value_of(match)
        if value is None or _is_no_quantity(words, match, value, dated):
            continue
        unit, of = counted(words, match)
        if unit is None and found and _repeats_unit(words, match):
            unit, of = found[0].unit, found[0].of
        if unit == "year-old":
            continue
        found.append(
            Quantity(
                value=value,
                unit=unit,
                of=of,
                period=_near(periods, match),
                place=_place_of(words, match),
                precision=_precision(words, match),
                span=Span(offset + match.start(), offset + match.end()),
            )
        )
    return tuple(found)


def _is_no_quantity(  # noqa: PLR0911 - one reason, one answer
    words: str, match: re.Match[str], value: Decimal, dated: list[tuple[int, int]]
) -> bool:
    start, end = match.span()
    if match.group("money") or match.group("percent") or match.group("wordpercent"):
        return False
    if any(first <= start and end <= last for first, last in dated):
        return True
    before, after = words[max(0, start - 24) : start], words[end : end + 24]
    digits = match.group("digits")
    if digits and _YEAR.match(digits) and not match.group("scale"):
        following = re.match(r"\s+([a-z]+)", after)
        return not (following and following.group(1).endswith("s") and not _LABELLED.search(before))
    if _CLOCK.match(after):
        return True
    label = _LABELLED.search(before)
    if label and label.group().strip().lower() not in {
        "the",
        "in",
        "by",
        "since",
        "of",
        "for",
        "until",
        "year",
        "unit",
        "order",
        "case",
        "line",
    }:
        return True
    if match.group("words") and match.group("words").lower() == "one":
        return not re.match(r"\s+(?:in|at|on|near)\s+[A-Z]|\s+(?!of\b)[a-z]{3,}", after) or bool(
            _ONE_OF.match(after)
        )
    if words[end : end + 1] == "-" and re.match(r"-(?:year|month)-old", after):
        return True
    if match.group("words") and re.search(
        r"\b(?:man|woman|person|boy|girl|age|aged)\s+of\s*$", before
    ):
        return True
    return value == 0 and bool(match.group("words"))


def _repeats_unit(words: str, match: re.Match[str]) -> bool:
    """Tell whether a bare figure counts the same thing again: ``including three in Canada``."""
    before = words[max(0, match.start() - 20) : match.start()]
    return bool(re.search(r"(?:including|of\s+which|and|,|among\s+them|them)\s*$", before)) or bool(
        re.match(r"\s+of\s+(?:them|these|those|which)", words[match.end() :])
    )


def _precision(words: str, match: re.Match[str]) -> Precision:
    before = words[max(0, match.start() - 22) : match.start()]
    if _AT_LEAST.search(before):
        return Precision.AT_LEAST
    if _AT_MOST.search(before):
        return Precision.AT_MOST
    if _ABOUT.search(before) or match.group("upper") or match.group("vague"):
        return Precision.ABOUT
    if re.match(r"\s+or\s+(?:more|so)\b", words[match.end() :]):
        return Precision.AT_LEAST
    return Precision.EXACT


def _near(periods: list[tuple[int, str]], match: re.Match[str]) -> str | None:
    if not periods:
        return None
    behind = [period for place, period in periods if place >= match.end()]
    return behind[0] if behind else periods[-1][1]


def _place_of(words: str, match: re.Match[str]) -> str | None:
    """Find the place a figure holds for: the first one behind it, before another figure comes."""
    tail = words[match.end() :]
    following = FIGURE.search(tail)
    while following and not (following.group("words") or following.group("digits")):
        following = FIGURE.search(tail, following.end())
    found = _PLACE.search(tail[: following.start()] if following else tail)
    if found is None or found.group("place").lower().split()[0] in {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    }:
        return None
    return found.group("place").removeprefix("the ")
