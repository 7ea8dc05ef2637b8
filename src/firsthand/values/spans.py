"""Places in a text, counted in code points from its start."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text from ``start`` up to, and without, ``end``.

    A named tuple rather than a dataclass: spans are made by the million, compared, sorted, and
    written to JSON as ``[start, end]``.

    >>> Span(3, 8).within("Rivers run")
    'ers r'
    """

    start: int
    end: int

    def within(self, text: str) -> str:
        """Read the words that stand at this place of a text."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


def words_at(spans: Iterable[Span], text: str) -> str:
    """Read several places of a text as one string, joined by single spaces.

    >>> words_at([Span(0, 2), Span(7, 9)], "It was so")
    'It so'
    """
    return " ".join(span.within(text) for span in spans)
