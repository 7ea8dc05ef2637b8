"""Full-text search in the same words on SQLite (FTS5, ``unicode61``) and PostgreSQL (``simple``).

Both engines are given text already parted into words (``indexed``), and expressions built from
words alone (``for_fts5``, ``for_tsquery``). Nothing that a person types reaches an engine but as a
word in quotation marks, so no operator can be smuggled in, and both find the same texts.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.record._word_folding import Word, folded_words, words_with_places
from firsthand.values.errors import BadRequest
from firsthand.values.spans import Span

LONGEST_QUERY = 1_000
MOST_TERMS = 32
LONGEST_PHRASE = 40

# PostgreSQL forgets where a word stands after its 255th time in one text, and all places after the
# 16,383rd word; phrases there would not be found. So one part holds fewer.
_PART = 12_000
_TIMES = 250

# How far an edge of a quotation may move so that no word is cut.
_DRAWN_BACK = 20

_TERM = re.compile(
    r'(?P<minus>-?)(?:["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]?|(?P<word>[^\s"“”„«»]+))(?P<star>\*?)'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that must stand one after the other; the last may be the beginning of a word."""

    words: tuple[str, ...]
    is_prefix: bool = False

    def ends_with(self, words: tuple[str, ...]) -> bool:
        """Tell whether the last of some words are this term."""
        last = words[-len(self.words) :]
        if not self.is_prefix:
            return last == self.words
        return (
            len(last) == len(self.words)
            and last[:-1] == self.words[:-1]
            and last[-1].startswith(self.words[-1])
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to look for: every wanted term, and none of the unwanted."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch of a text, unchanged; ``at`` is its place there, ``marks`` are places in itself."""

    text: str
    at: Span
    marks: tuple[Span, ...] = ()


def indexed(text: str) -> str:
    """Part a text into words for an index, a space between each two.

    Case, accents, Arabic vowels and widths do not count; Han and kana stand character by
    character, so that a word of two characters is found as a phrase.

    >>> indexed("Café «福州» No. 3–5")
    'cafe 福 州 no 3 5'
    """
    return " ".join(folded_words(text))


def indexed_parts(text: str) -> Iterator[str]:
    """Part a text as ``indexed`` does, in parts that PostgreSQL can search for phrases to the end.

    Parts overlap by the longest phrase, so that no phrase falls between two. Most texts are one
    part. To find texts by all their terms, look for each term in all parts of a text.
    """
    words = folded_words(text)
    start = 0
    while True:
        end = _end_of_part(words, start)
        yield " ".join(words[start:end])
        if end == len(words):
            return
        start = end - LONGEST_PHRASE


def _end_of_part(words: list[str], start: int) -> int:
    times: dict[str, int] = {}
    for n in range(start, min(len(words), start + _PART)):
        times[words[n]] = times.get(words[n], 0) + 1
        if times[words[n]] > _TIMES:
            return n
    return min(len(words), start + _PART)


def parsed(words: str) -> Query:
    """Read what a person typed: words, "phrases", -unwanted ones, and beginnings of words*.

    >>> parsed('fuzhou "police station" -driver* 福州').unwanted
    (Term(words=('driver',), is_prefix=True),)

    Raises BadRequest if there is no word to look for, or too much of it.
    """
    if len(words) > LONGEST_QUERY:
        raise BadRequest(
            f"This search is longer than {LONGEST_QUERY} characters. Type fewer words."
        )
    terms = [(found["minus"] != "", _term(found)) for found in _TERM.finditer(words)]
    wanted = tuple(dict.fromkeys(term for is_out, term in terms if term and not is_out))
    unwanted = tuple(dict.fromkeys(term for is_out, term in terms if term and is_out))
    if not wanted:
        raise BadRequest(
            "There is no word to look for. Type a word, or a phrase in quotation marks; "
            "a word with - before it only leaves texts out."
        )
    if len(wanted) + len(unwanted) > MOST_TERMS:
        raise BadRequest(f"This search has more than {MOST_TERMS} words. Type fewer.")
    return Query(wanted=wanted, unwanted=unwanted)


def _term(found: re.Match[str]) -> Term | None:
    typed = found["word"] if found["phrase"] is None else found["phrase"] + found["star"]
    words = tuple(folded_words(typed))
    if not words:
        return None
    if len(words) > LONGEST_PHRASE:
        raise BadRequest(
            f"A phrase here has more than {LONGEST_PHRASE} words. Quote fewer of them."
        )
    return Term(words=words, is_prefix=typed.endswith("*"))


def for_fts5(query: Query) -> str:
    """Write a query as the operand of FTS5's MATCH.

    >>> print(for_fts5(parsed("福州 polic* -NEAR(")))
    ("福 州" AND "polic"*) NOT "near"
    """
    wanted = " AND ".join(map(fts5_term, query.wanted))
    unwanted = "".join(f" NOT {fts5_term(term)}" for term in query.unwanted)
    return f"({wanted}){unwanted}"


def fts5_term(term: Term) -> str:
    """Write one term for FTS5."""
    return f'"{" ".join(term.words)}"' + "*" * term.is_prefix


def for_tsquery(query: Query) -> str:
    """Write a query for PostgreSQL's ``to_tsquery('simple', …)``.

    >>> print(for_tsquery(parsed("福州 polic* -a|b")))
    ('福' <-> '州') & ('polic':*) & !('a' <-> 'b')
    """
    wanted = [tsquery_term(term) for term in query.wanted]
    unwanted = [f"!{tsquery_term(term)}" for term in query.unwanted]
    return " & ".join([*wanted, *unwanted])


def tsquery_term(term: Term) -> str:
    """Write one term for PostgreSQL."""
    words = " <-> ".join(f"'{word}'" for word in term.words)
    return f"({words}{':*' * term.is_prefix})"


def quoted(text: str, query: Query, around: int = 60) -> Quotation:
    """Quote a text around the first of the wanted terms that stands in it, and mark each found.

    The words are the text's own. Where none is found, its opening is quoted without marks.

    >>> found = quoted("They said the Café was shut.", parsed("cafe"))
    >>> [mark.within(found.text) for mark in found.marks]
    ['Café']
    """
    found: list[Span] = []
    for mark in _found(text, query.wanted):
        if found and mark.end > found[0].end + around:
            break
        found.append(mark)
    marks = _joined(found)
    kept = marks[0] if marks else Span(0, 0)
    at = _between_words(text, kept, around)
    placed = (Span(m.start - at.start, m.end - at.start) for m in marks if at.covers(m))
    return Quotation(text=at.within(text), at=at, marks=tuple(placed))


def _found(text: str, wanted: tuple[Term, ...]) -> Iterator[Span]:
    latest: deque[Word] = deque(maxlen=max(len(term.words) for term in wanted))
    for word in words_with_places(text):
        latest.append(word)
        folded = tuple(one.folded for one in latest)
        for term in wanted:
            if term.ends_with(folded):
                yield Span(latest[-len(term.words)].start, word.end)


def _joined(marks: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for mark in sorted(marks):
        if joined and mark.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, mark.end))
        else:
            joined.append(mark)
    return joined


def _between_words(text: str, kept: Span, around: int) -> Span:
    """Reach around a place, and draw back to the nearest space, if one is near."""
    start, end = max(0, kept.start - around), min(len(text), kept.end + around)
    if start > 0:
        gap = text.find(" ", start - 1, min(start + _DRAWN_BACK, kept.start))
        start = gap + 1 if gap >= 0 else start
    if end < len(text):
        gap = text.rfind(" ", max(end - _DRAWN_BACK, kept.end), end + 1)
        end = gap if gap >= 0 else end
    return Span(start, end)
