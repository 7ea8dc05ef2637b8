"""The words of a source that may show reuse: only those that speak for its story.

Captions, teasers and furniture are shared by whole sites; counted as words they would make echoes
of everything one publisher prints.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from sys import intern
from typing import Final

from firsthand.values.source import Role, Source
from firsthand.values.spans import Span

# Chinese, Japanese and Korean scripts have no spaces: each character stands as a word there.
_WORD: Final = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]|[^\W_]+(?:['’]\w+)*"
)
_QUOTED: Final = re.compile(
    r"“([^“”]{1,2000})”|\"([^\"\n]{1,2000})\"|«([^«»]{1,2000})»|「([^「」]{1,2000})」"
)
_TELLING_ROLES: Final = frozenset({Role.HEADING, Role.BODY})

# A book is compared by its beginning: one source must not take the memory of a whole case.
_MOST_WORDS: Final = 250_000

MIN_QUOTED_WORDS: Final = 8
"""A shorter quotation is common coin: two reporters can have heard it apart."""


@dataclass(frozen=True, slots=True)
class Words:
    """The normalised words of one source with their places, in order.

    Places are kept as plain numbers: a case of ten thousand sources has millions of them.
    """

    terms: tuple[str, ...]
    starts: "array[int]"
    ends: "array[int]"
    quoted: bytes

    def __len__(self) -> int:
        """Count the words."""
        return len(self.terms)

    def stretch(self, first: int, last: int) -> Span:
        """Give the place in the text from one word to another, both included."""
        return Span(self.starts[first], self.ends[last])


def telling_passages(source: Source) -> list[Span]:
    """List the stretches of a source that tell its story; the whole text when none are marked."""
    if not source.passages:
        return [Span(0, len(source.text))] if source.text else []
    return [passage.span for passage in source.passages if passage.role in _TELLING_ROLES]


def words_of(source: Source) -> Words:
    """Read the words of a source that may show reuse."""
    terms: list[str] = []
    starts, ends, quoted = array("I"), array("I"), bytearray()
    for passage in telling_passages(source):
        if len(terms) >= _MOST_WORDS:
            break
        inside = quotations_in(source.text, passage)
        ahead = 0
        for match in _WORD.finditer(source.text, passage.start, passage.end):
            start, end = match.span()
            while ahead < len(inside) and inside[ahead].end < end:
                ahead += 1
            terms.append(intern(plain(match.group())))
            starts.append(start)
            ends.append(end)
            quoted.append(ahead < len(inside) and inside[ahead].start <= start)
            if len(terms) >= _MOST_WORDS:
                break
    return Words(tuple(terms), starts, ends, bytes(quoted))


def quotations_in(text: str, within: Span) -> list[Span]:
    """List the words between quotation marks, without the marks."""
    found = []
    for match in _QUOTED.finditer(text, within.start, within.end):
        group = next(i for i in range(1, 5) if match.group(i) is not None)
        found.append(Span(*match.span(group)))
    return found


def plain(word: str) -> str:
    """Reduce a word to what must agree for two spellings to be one word."""
    if word.isascii():
        return word.lower().removesuffix("'s").removesuffix("'")
    folded = unicodedata.normalize("NFKC", word).casefold().replace("\u2019", "'")
    return folded.removesuffix("'s").removesuffix("'")
