"""WhatsApp's text exports, as phones of both kinds write them, told by their first line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from firsthand.sources.threads import Message

# Marks of writing direction that phones put before lines; they are no words.
_DIRECTIONS: Final = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_MARKS: Final = re.escape(_DIRECTIONS)
_DAY: Final = r"(?P<a>\d{1,4})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{1,4})\.?"
_CLOCK: Final = (
    r"(?P<half_before>[^\W\d_]{2})?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?"
    r"(?:[\s\u202f\u00a0]?(?P<half>[AaPp])\.?[\s\u202f\u00a0]?[Mm]\.?)?"
)
_MOMENT: Final = rf"(?P<moment>{_DAY}(?:,|\s[àa]s?)?[\s\u202f\u00a0]{_CLOCK})"
_HEAD: Final = re.compile(
    rf"[{_MARKS}]{{0,8}}+(?:\[{_MOMENT}\]\s?|{_MOMENT.replace('?P<', '?P<d_')}\s[-–]\s)"
)
_SENDER: Final = re.compile(
    rf"[{_MARKS}~\s\u202f]{{0,8}}+(?P<sender>[^:\n]{{1,80}}?)[{_MARKS}]*:(?:\s|$)"
)
_ATTACHED: Final = re.compile(
    rf"[{_MARKS}]{{0,8}}+(?:<[^<>\n]{{3,200}}>|[^<>:\n]{{1,200}}\.\w{{2,5}} \([^()\n]{{3,40}}\)"
    r"|(?:image|video|audio|sticker|GIF|document|Contact card) omitted)\s*"
)
_FEWEST: Final = 2
_FIRST: Final = 4_000
"""How far into a text its first two messages are looked for, in characters."""

# Words for the halves of the day where they stand before the hour.
_MORNING: Final = frozenset({"上午", "早上", "凌晨", "오전"})
_AFTERNOON: Final = frozenset({"下午", "晚上", "오후"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One entry of an export: the found head and all the words up to the next."""

    parts: dict[str, str]
    words: str


def is_whatsapp_export(text: str) -> bool:
    r"""Tell an export from any other text: it opens with a message's head, and has another.

    >>> is_whatsapp_export("[31/12/2023, 21:03:05] Ana: Hello\n[31/12/2023, 21:04] Ben: Yes\n")
    True
    """
    start = text[:_FIRST].lstrip()
    if not _HEAD.match(start):
        return False
    heads = list(_entries(start))
    return len(heads) >= _FEWEST and any(_SENDER.match(entry.words) for entry in heads)


def messages_in(text: str) -> Iterator[Message]:
    """Read the messages of an export in its order.

    The moment is the phone's own, without a zone. Where the export does not tell day from month,
    the moment stays as it is written.
    """
    entries = list(_entries(text))
    order = _order_of_days(entries)
    for entry in entries:
        found = _SENDER.match(entry.words)
        words = entry.words[found.end() :] if found else entry.words
        attached, words = _attached_in(words) if found else ((), words)
        yield Message(
            moment=_spelled(entry.parts, order),
            sender=found.group("sender").strip() if found else None,
            words=words.strip(_DIRECTIONS + " \r\n"),
            attached=attached,
        )


def _entries(text: str) -> Iterator[_Entry]:
    parts: dict[str, str] | None = None
    lines: list[str] = []
    for line in text.splitlines():
        head = _HEAD.match(line)
        if head is None:
            lines.append(line)
            continue
        if parts is not None:
            yield _Entry(parts=parts, words="\n".join(lines))
        parts = {
            name.removeprefix("d_"): value
            for name, value in head.groupdict().items()
            if value is not None
        }
        lines = [line[head.end() :]]
    if parts is not None:
        yield _Entry(parts=parts, words="\n".join(lines))


def _attached_in(words: str) -> tuple[tuple[str, ...], str]:
    first, _, rest = words.partition("\n")
    if not _ATTACHED.fullmatch(first):
        return (), words
    return (first.strip(_DIRECTIONS + " "),), rest


def _order_of_days(entries: Sequence[_Entry]) -> str | None:
    """Tell whether days are written year first, day first or month first; None where unsure."""
    firsts = [int(entry.parts["a"]) for entry in entries]
    seconds = [int(entry.parts["b"]) for entry in entries]
    if all(len(entry.parts["a"]) == 4 for entry in entries):
        return "ymd"
    is_day_first, is_month_first = max(firsts) > 12, max(seconds) > 12
    if is_day_first == is_month_first or max(firsts) > 31:
        return None
    return "dmy" if is_day_first else "mdy"


def _spelled(parts: dict[str, str], order: str | None) -> str:
    written = " ".join(parts["moment"].split())
    half, before = parts.get("half", "").lower(), parts.get("half_before", "")
    if order is None or (before and before not in _MORNING | _AFTERNOON):
        return f"as written {written}"
    named = dict(zip(order, (parts["a"], parts["b"], parts["c"]), strict=True))
    year = named["y"] if len(named["y"]) == 4 else f"20{named['y']:0>2}"
    hour = int(parts["hour"])
    if half or before:
        hour = hour % 12 + (12 if half == "p" or before in _AFTERNOON else 0)
    try:
        moment = datetime(  # noqa: DTZ001 - the phone's own time: the export says no zone
            int(year),
            int(named["m"]),
            int(named["d"]),
            hour,
            int(parts["minute"]),
            int(parts.get("second", 0)),
        )
    except ValueError:
        return f"as written {written}"
    return f"{moment:%Y-%m-%d %H:%M:%S}" if "second" in parts else f"{moment:%Y-%m-%d %H:%M}"
