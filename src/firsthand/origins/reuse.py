"""The port for engines that find words which two sources share.

An engine compares sources exactly; it says nothing of who copied whom. The embedded engine is good
for a case of up to 10,000 sources; a larger one can be handed in its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from firsthand.values.source import Source
from firsthand.values.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """Words that two sources have in common, with their places on both sides.

    ``left`` and ``right`` are source ids. ``left_share`` is the share of the left source's words
    that stand in the right one too, 0 to 1; ``right_share`` the other way round. ``in_order`` is
    the share of the common words that stand in the same order on both sides. ``words`` counts the
    common words; ``own_words`` those outside quotation marks.
    """

    left: str
    right: str
    passages: tuple[tuple[Span, Span], ...]
    left_share: float
    right_share: float
    in_order: float
    words: int
    own_words: int

    def turned(self) -> "SharedText":
        """Give the same finding seen from the other side."""
        return SharedText(
            left=self.right,
            right=self.left,
            passages=tuple(sorted((right, left) for left, right in self.passages)),
            left_share=self.right_share,
            right_share=self.left_share,
            in_order=self.in_order,
            words=self.words,
            own_words=self.own_words,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedQuotation:
    """Words that one source quotes and another holds too, quoted or as its own."""

    left: str
    right: str
    left_span: Span
    right_span: Span
    words: int


class ReuseEngine(Protocol):
    """Finds the words that sources share; the same for any order of the sources."""

    @property
    def name(self) -> str:
        """Name the engine in a trace's counts."""
        ...

    def shared_texts(self, sources: Sequence[Source]) -> list[SharedText]:
        """List the pairs of sources that share running text, sorted by their ids."""
        ...

    def shared_quotations(self, sources: Sequence[Source]) -> list[SharedQuotation]:
        """List the words that one source quotes, eight or more, and another source holds."""
        ...
