"""What is known of each word before its sentence is read: tag, clusters, senses, use as a cue.

The table comes with the model and holds common English words; of other forms their shape and ending
speak. Curly and straight marks are one and the same here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-"})
_OPENING = frozenset(("“", "«", "``", "„"))
_CLOSING = frozenset(("”", "»"))
# Typed in plain letters, one sign serves both ends.
_EITHER = frozenset(('"', "''"))
# Forms kept in memory; past this the store starts afresh, so that hostile text cannot fill memory.
_MOST_FORMS = 50_000
_LONGEST_WORD = 24
_ENDINGS = (("ing", "VBG"), ("ed", "VBD"), ("ly", "RB"), ("s", "NNS"), ("-", "JJ"))

UNKNOWN_VECTOR = 1


class QuoteMark(Enum):
    """What a token does to a quotation."""

    NONE = 0
    OPENS = 1
    CLOSES = 2
    EITHER = 3


class Case(Enum):
    """How a form is written."""

    SMALL = 0
    CAPITAL = 1
    ALL_CAPITALS = 2
    ALWAYS_CAPITAL = 3
    WITH_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form: its numbers in each table of signs, and what it does to a quotation."""

    numbers: tuple[int, ...]
    quote: QuoteMark


class WordTable:
    """All that is known of words, asked form by form."""

    def __init__(
        self,
        *,
        words: Mapping[str, int],
        rows: NDArray[np.uint16],
        tags: Mapping[str, int],
        endings: Mapping[str, int],
    ) -> None:
        """Take the words with their rows, and what is needed to place a form that has none."""
        self._words = words
        self._rows = rows
        self._tags = tags
        self._endings = endings
        self._known: dict[str, Form] = {}

    def form_of(self, text: str) -> Form:
        """Look a token up; its numbers stand in the order of the model's tables of signs."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _MOST_FORMS:
                self._known.clear()
            known = self._looked_up(text)
            self._known[text] = known
        return known

    def _looked_up(self, text: str) -> Form:
        quote = quote_mark_of(text)
        word = normal_form_of(text)
        place = self._words.get(word)
        if place is None:
            vector, tag, cluster, group, verb, noun, proper, cue = (
                UNKNOWN_VECTOR,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
            )
        else:
            vector, tag, cluster, group, verb, noun, proper, cue = self._rows[place].tolist()
        if not tag:
            tag = self._tags.get(guessed_tag(text, word), 0)
        ending = self._endings.get(word[-3:], 0)
        case = case_of(text, always_capital=bool(proper))
        return Form(
            numbers=(vector, tag, cluster, group, verb, noun, ending, case.value, cue), quote=quote
        )


def normal_form_of(text: str) -> str:
    """Write a form as the table has it: small letters, straight marks."""
    if text in _OPENING:
        return "``"
    if text in _CLOSING:
        return "''"
    return text[:_LONGEST_WORD].lower().translate(_STRAIGHT)


def quote_mark_of(text: str) -> QuoteMark:
    """Tell whether a token opens or closes a quotation; a straight mark may do either."""
    if text in _OPENING:
        return QuoteMark.OPENS
    if text in _CLOSING:
        return QuoteMark.CLOSES
    return QuoteMark.EITHER if text in _EITHER else QuoteMark.NONE


def guessed_tag(text: str, word: str) -> str:
    """Guess the part of speech of a form that the table does not hold."""
    if text[0].isdigit():
        return "CD"
    if not text[0].isalpha():
        return word[0]
    if text[0].isupper():
        return "NNP"
    for ending, tag in _ENDINGS:
        if word.endswith(ending):
            return tag
    return "JJ" if "-" in word else "NN"


def case_of(text: str, *, always_capital: bool) -> Case:
    """Tell how a form is written."""
    if any(mark.isdigit() for mark in text):
        return Case.WITH_DIGITS
    if not text[0].isupper():
        return Case.SMALL
    if len(text) > 1 and text.isupper():
        return Case.ALL_CAPITALS
    return Case.ALWAYS_CAPITAL if always_capital else Case.CAPITAL
