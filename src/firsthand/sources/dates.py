"""Days as people and machines write them; a day that can be read two ways is no day at all."""

import re
from datetime import UTC, date, datetime
from typing import Final

_MONTH_WORDS: Final = (
    "january jan janvier janv enero ene",
    "february feb février fevrier févr febrero",
    "march mar mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juin junio",
    "july jul juillet juil julio",
    "august aug août aout agosto ago",
    "september sept sep septembre septiembre",
    "october oct octobre octubre",
    "november nov novembre noviembre",
    "december dec décembre decembre déc diciembre dic",
)
_MONTHS: Final = {
    word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()
}

_ISO: Final = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT: Final = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?\d{2,6}Z?)?\s*\Z")
_CHINESE: Final = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]")
_DAY_FIRST: Final = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er)?\s+(?:de\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(\d{4})\b"
)
_MONTH_FIRST: Final = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")


def day_in(words: str) -> date | None:
    """Read the day that words name, in the place where they were written; None where unsure.

    ISO dates and times, mail dates, and days spelled in English, French, Spanish or Chinese are
    read. ``10/11/2022`` is not: it is two days.

    >>> day_in("2022-10-26T23:30:00-04:00"), day_in("March 9th, 2023"), day_in("10/11/2022")
    (datetime.date(2022, 10, 26), datetime.date(2023, 3, 9), None)
    """
    iso = _ISO.match(words) or _COMPACT.match(words) or _CHINESE.search(words)
    if iso:
        return _day(iso.group(1), iso.group(2), iso.group(3))
    day_first = _DAY_FIRST.search(words)
    if day_first:
        return _day(day_first.group(3), _month(day_first.group(2)), day_first.group(1))
    month_first = _MONTH_FIRST.search(words)
    if month_first:
        return _day(month_first.group(3), _month(month_first.group(1)), month_first.group(2))
    return None


def moment_in(words: str) -> datetime | None:
    """Read a moment as mail or archive headers give it; one without a zone is taken as UTC."""
    # Imported here: the module loads sockets, and most runs see no such date.
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - start-up stays lean

    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        try:
            moment = parsedate_to_datetime(words)
        except (TypeError, ValueError, IndexError):
            return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _month(word: str) -> int:
    return _MONTHS.get(word.lower(), 0)


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
