"""Score attributions against marked ones, in word units.

A word is a run of letters, digits, inner hyphens, apostrophes, full stops or commas; marks do not
count, so that a quotation mark left out is no error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.attribution.brat import Spans
    from firsthand.claims.english.tagging.attribution import Attribution

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
_CONTENT_F1_FLOOR = 0.5


@dataclass(slots=True, kw_only=True)
class Count:
    """How many were found, how many were marked, and how many of these are the same."""

    found: int = 0
    marked: int = 0
    same: int = 0

    def add(self, *, found: int, marked: int, same: int) -> None:
        """Add one text's numbers."""
        self.found += found
        self.marked += marked
        self.same += same

    @property
    def precision(self) -> float:
        """The share of the found that is right, in percent."""
        return 100 * self.same / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the marked that was found, in percent."""
        return 100 * self.same / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in percent."""
        both = self.found + self.marked
        return 200 * self.same / both if both else 0.0


@dataclass(slots=True, kw_only=True)
class Scores:
    """The five measures, summed over texts."""

    content_words: Count = field(default_factory=Count)
    source_words: Count = field(default_factory=Count)
    source_exact: Count = field(default_factory=Count)
    cue_words: Count = field(default_factory=Count)
    attribution: Count = field(default_factory=Count)
    triple_exact: Count = field(default_factory=Count)
    words: int = 0

    def as_f1(self) -> dict[str, float]:
        """F1 in percent by measure."""
        return {
            "content words": self.content_words.f1,
            "source words": self.source_words.f1,
            "source exact": self.source_exact.f1,
            "cue words": self.cue_words.f1,
            "attribution": self.attribution.f1,
            "triple exact": self.triple_exact.f1,
        }

    def add(self, text: str, found: Sequence[Attribution], marked: Sequence[Attribution]) -> None:
        """Score one text's found attributions against its marked ones and add the numbers."""
        words = _Words(text)
        self.words += len(words.starts)
        ours = [words.of(attribution) for attribution in found]
        theirs = [words.of(attribution) for attribution in marked]
        _add_words(self.content_words, ours, theirs, 2)
        _add_words(self.source_words, ours, theirs, 0)
        _add_words(self.cue_words, ours, theirs, 1)
        _add_distinct(
            self.source_exact,
            {one[0] for one in ours if one[0]},
            {one[0] for one in theirs if one[0]},
        )
        self.attribution.add(
            found=len(ours), marked=len(theirs), same=_pairs_that_agree(ours, theirs)
        )
        _add_distinct(self.triple_exact, set(ours), set(theirs))


Triple = tuple[frozenset[int], frozenset[int], frozenset[int]]


class _Words:
    """The words of one text, by which spans are compared."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self._of_position = [-1] * len(text)
        for number, word in enumerate(_WORD.finditer(text)):
            self.starts.append(word.start())
            self._of_position[word.start() : word.end()] = [number] * (word.end() - word.start())

    def of(self, attribution: Attribution) -> Triple:
        return (
            self._within(attribution.source),
            self._within(attribution.cue),
            self._within(attribution.content),
        )

    def _within(self, spans: Spans) -> frozenset[int]:
        return frozenset(
            number for start, end in spans for number in self._of_position[start:end] if number >= 0
        )


def _add_words(count: Count, ours: Sequence[Triple], theirs: Sequence[Triple], part: int) -> None:
    _add_distinct(
        count,
        {word for one in ours for word in one[part]},
        {word for one in theirs for word in one[part]},
    )


def _add_distinct(count: Count, ours: set[Any], theirs: set[Any]) -> None:
    count.add(found=len(ours), marked=len(theirs), same=len(ours & theirs))


def _pairs_that_agree(ours: Sequence[Triple], theirs: Sequence[Triple]) -> int:
    """Pair each marked attribution with at most one found one, best content first."""
    candidates = []
    for i, (source, _, content) in enumerate(ours):
        for j, (their_source, _, their_content) in enumerate(theirs):
            shared = len(content & their_content)
            if not shared:
                continue
            f1 = 2 * shared / (len(content) + len(their_content))
            if f1 >= _CONTENT_F1_FLOOR and (source & their_source or not (source or their_source)):
                candidates.append((-f1, i, j))
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in used_ours and j not in used_theirs:
            used_ours.add(i)
            used_theirs.add(j)
    return len(used_ours)
