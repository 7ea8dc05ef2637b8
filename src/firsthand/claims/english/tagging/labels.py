"""The labels that the tagger gives to tokens, and how they turn into spans and back.

A label says what a token belongs to and, for sources and contents, on which side of the cue the
span lies: that alone tells most sources and contents whose they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Part(Enum):
    """What a span is in an attribution."""

    CUE = "Q"
    SOURCE_BEFORE = "SL"
    SOURCE_AFTER = "SR"
    CONTENT_BEFORE = "CL"
    CONTENT_AFTER = "CR"


OUTSIDE = "O"
_BY_CODE = {part.value: part for part in Part}
LABELS = (OUTSIDE, *(f"{turn}-{part.value}" for part in Part for turn in "BI"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of tokens with one part, from `first` up to but without `last`."""

    part: Part
    first: int
    last: int
    confidence: float
    """The tagger's mean belief in the labels: 0 to 1."""


def stretches_of(labels: Sequence[str], beliefs: Sequence[float]) -> list[Stretch]:
    """Join labels into stretches; a continuation without its beginning begins one."""
    found: list[Stretch] = []
    first = 0
    code = ""
    for place, label in enumerate([*labels, OUTSIDE]):
        if label[:1] == "I" and label[2:] == code:
            continue
        if code:
            found.append(
                Stretch(
                    part=_BY_CODE[code],
                    first=first,
                    last=place,
                    confidence=sum(beliefs[first:place]) / (place - first),
                )
            )
        code = label[2:]
        first = place
    return found


def labels_from(stretches: Sequence[Stretch], length: int) -> list[str]:
    """Spell stretches out as one label a token; where two overlap, the earlier one stays whole."""
    labels = [OUTSIDE] * length
    for stretch in stretches:
        for place in range(stretch.first, stretch.last):
            if labels[place] == OUTSIDE:
                begins = place == stretch.first
                labels[place] = f"{'B' if begins else 'I'}-{stretch.part.value}"
    return labels
