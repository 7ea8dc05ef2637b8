"""Who has spoken so far on a page, for the words that mean somebody named before.

Invariant: people are remembered in reading order; somebody without a name is too, so that ``he``
 behind ``a docker said`` never means the person named a paragraph earlier.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from firsthand.claims.english.cast import Known, Sort
from firsthand.values.claim import UNIDENTIFIED
from firsthand.values.spans import Span

STRANGER: Final = Known(name=UNIDENTIFIED, sort=Sort.PERSON)
"""Somebody who spoke and whom the page does not name."""

_NEAR: Final = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Somebody who spoke, and where; ``voice`` where a body spoke by an unnamed person."""

    known: Known
    offset: int
    voice: str | None = None


class Memory:
    """Who spoke on one page, in reading order, and which stretches are their very words."""

    def __init__(self) -> None:
        """Start with nobody heard."""
        self.heard: list[Heard] = []
        self._direct: list[Span] = []
        self._starts: list[int] = []
        self._told: list[Span] = []
        self._told_starts: list[int] = []

    def hear(self, known: Known, offset: int, voice: str | None = None) -> None:
        """Remember that somebody spoke; ``voice`` is the noun of who spoke for a body."""
        self.heard.append(Heard(known=known, offset=offset, voice=voice))

    def quote(self, direct: Iterable[Span]) -> None:
        """Learn which stretches of the page are somebody's very words."""
        self._direct = sorted(direct)
        self._starts = [span.start for span in self._direct]

    def is_direct(self, offset: int) -> bool:
        """Tell whether an offset stands in quoted words, where a speaker says ``I``, not ``he``."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._direct[place].end

    def tell(self, told: Iterable[Span]) -> None:
        """Learn which stretches of the page are what somebody is said to say."""
        self._told = sorted(told)
        self._told_starts = [span.start for span in self._told]

    def is_told(self, offset: int) -> bool:
        """Tell whether an offset stands in what somebody is said to say."""
        place = bisect_right(self._told_starts, offset) - 1
        return any(self._told[i].end > offset for i in range(max(0, place - 3), place + 1))

    def has_spoken(self, known: Known) -> bool:
        """Tell whether somebody has spoken so far."""
        return any(heard.known is known for heard in self.heard)

    def last_person(self) -> Known | None:
        """Find the last person who spoke."""
        return next((h.known for h in reversed(self.heard) if h.known.sort is Sort.PERSON), None)

    def near(self, offset: int, reach: int) -> list[Heard]:
        """Give who spoke before an offset and not too far from it, in reading order."""
        found: list[Heard] = []
        for one in reversed(self.heard):
            if one.offset < offset - 2 * reach:
                break
            if offset - reach <= one.offset < offset:
                found.append(one)
        return found[::-1]

    def last_body(self, offset: int) -> Known | None:
        """Find the last body that spoke shortly before an offset."""
        near = [h.known for h in self.near(offset + 1, _NEAR) if h.known.sort is not Sort.PERSON]
        return near[-1] if near else None

    def last_untold(self, offset: int) -> Known | None:
        """Find a body of no told sort that spoke last: then ``the company`` can mean no other."""
        near = self.near(offset, _NEAR)
        if not near:
            return None
        known = near[-1].known
        told = known.sort in {Sort.PERSON, Sort.LAW} or known.words
        return None if told else known

    def last_voice(self, offset: int, spokespeople: Iterable[str]) -> Known | None:
        """Find whom ``the spokeswoman`` means: the last one heard, else the last body."""
        voices = set(spokespeople)
        for one in reversed(self.heard):
            if one.offset < offset and one.known.name in voices:
                return one.known
        return next(
            (h.known for h in reversed(self.heard) if h.known.sort is not Sort.PERSON), None
        )


def latest(candidates: list[Known], offset: int) -> Known | None:
    """Choose who was mentioned last; where nobody was yet, who comes first."""
    before = [known for known in candidates if known.last_before(offset) >= 0]
    if before:
        return max(before, key=lambda known: (known.last_before(offset), known.name))
    return min(
        candidates, key=lambda known: (min(known.places, default=0), known.name), default=None
    )
