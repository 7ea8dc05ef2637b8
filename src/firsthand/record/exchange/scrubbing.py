"""Words that are kept back, taken out of every string that leaves.

A name withheld in one field stands in others too: in a reason, a file's name, another claim. So
whatever is withheld is searched for everywhere, whole and without regard to case.
"""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Final, TypeVar

from firsthand.values.spans import Span

WITHHELD: Final = "[withheld]"
"""What stands in the place of withheld words."""

_SHORTEST: Final = 2
_FIRST_UNSPACED: Final = "\u2e80"
"""From here on scripts write without spaces, and a word has no edge that could be looked for."""

_IDS: Final = frozenset(
    {
        "about", "beside", "claim", "claims", "deed", "denies", "derived", "entity", "findings",
        "id", "left", "media_type", "party_statements", "right", "root", "sha256", "source",
        "sources", "supports", "tactics",
    }
)  # fmt: skip
_Value = TypeVar("_Value")


def scrubber(words: Iterable[str]) -> re.Pattern[str] | None:
    """Make what finds any of some words; nothing where there are none.

    >>> scrubber(["Ada"]).sub(WITHHELD, "ADA of Canada")
    '[withheld] of Canada'
    """
    spelled = {" ".join(word.split()) for word in words}
    found = sorted((word for word in spelled if len(word) >= _SHORTEST), key=len, reverse=True)
    if not found:
        return None
    return re.compile("|".join(map(_pattern_of, found)), re.IGNORECASE)


def scrubbed(value: _Value, words: re.Pattern[str] | None) -> _Value:
    """Give a value without the words, in all its strings but ids and codes."""
    return value if words is None else _scrubbed(value, words)


def _pattern_of(word: str) -> str:
    whole = r"\s+".join(re.escape(part) for part in word.split(" "))
    before = r"(?<!\w)" if _has_edges(word[0]) else ""
    after = r"(?!\w)" if _has_edges(word[-1]) else ""
    return f"{before}{whole}{after}"


def _has_edges(letter: str) -> bool:
    return letter.isalnum() and letter < _FIRST_UNSPACED


def _scrubbed(value: Any, words: re.Pattern[str]) -> Any:  # noqa: ANN401 - any value that leaves
    if isinstance(value, Enum | Span):
        return value
    if isinstance(value, str):
        return words.sub(WITHHELD, value)
    if isinstance(value, tuple):
        return tuple(_scrubbed(part, words) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {part.name: getattr(value, part.name) for part in fields(value)}
        return replace(
            value,
            **{
                name: _scrubbed(part, words) if name not in _IDS else part
                for name, part in told.items()
            },
        )
    return value
