"""Cut English text into tokens and sentences, with code-point offsets into the text.

Invariant: tokens and sentences come in order, never overlap, and never hold white space at an end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each branch is linear in the length of its match: hostile text must not make the scan quadratic.
_TOKEN = re.compile(
    r"""
      https?://[^\s<>"“”]+ | www\.[^\s<>"“”]+
    | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}
    | [@\#]\w+
    | (?:[^\W\d_]\.){2,}                                    # U.S., p.m.
    | \d+(?:[.,:/]\d+){0,8}(?:st|nd|rd|th|s|bn|m|k)?(?:-\w+)*(?!\w)  # 4,900; 1990s; 20-year-old
    | (?i:ca(?=n['’]t\b)|n['’]t\b)                          # can't
    | ['’](?i:s|d|m|re|ve|ll)\b
    | \w+?(?=n['’]t\b)                                      # did|n't
    | \w+(?:-\w+)*
    | \.{2,} | …
    | --+ | [–—]
    | ``|''
    | \S
    """,
    re.VERBOSE,
)


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ABBREVIATIONS = _listed(
    """
    mr mrs ms dr prof rev hon st sen sens rep reps gov govs gen col lt sgt cpl capt cmdr adm maj
    brig supt insp det const cst pres amb dir min sec jr sr esq messrs mme mlle vs
    etc al viz cf eg ie approx dept univ assn bros inc ltd co corp plc llc ave blvd rd no nos
    vol pp fig ed eds est ext
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
    okla ont ore pa penn que tenn tex va vt wash wis wyo alta sask
    """
)
# After these a full stop may also close the sentence; only the next word can tell.
_MAY_END = _listed("inc ltd co corp plc llc jr sr etc al no est ave rd")
_STARTERS = _listed(
    """
    the a an he she it they we i you his her its their our this that these those there in on at
    but and however meanwhile when while if as after before since according although though
    what who how why
    mr mrs ms dr another other some many most one two for from with by so then now still also yet
    """
)
_STOP = re.compile(
    r"""[.!?…]{1,8}['"”’»)\]]{0,6}(?=\s|\Z|[“‘(\[]) | [.!?]{1,8}["”]{1,6}(?=\S)""", re.VERBOSE
)
_LAST_WORD = re.compile(r"([\w.’'-]+)\Z")
_NEXT_WORD = re.compile(r"""[\s"'“‘«(\[]*(\w+|\S)""")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_LOOK_BACK = 24
# No newspaper prints such a line; one comes from a broken file, and is not read in one piece.
_LONGEST_LINE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word, number or mark, with its code-point span in the text."""

    start: int
    end: int
    text: str


def tokens_of(text: str) -> list[Token]:
    """Cut a text into its words, numbers and marks, in order.

    >>> [token.text for token in tokens_of("It didn’t cost $4,900, he said.")]
    ['It', 'did', 'n’t', 'cost', '$', '4,900', ',', 'he', 'said', '.']
    """
    return list(tokens_within(text, 0, len(text)))


def tokens_within(text: str, start: int, end: int) -> Iterator[Token]:
    """Cut one piece of a text into tokens; offsets stay those of the whole text."""
    for found in _TOKEN.finditer(text, start, end):
        yield Token(start=found.start(), end=found.end(), text=found.group())


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Cut a text into sentences, without the white space around them; a line end ends one.

    >>> text = "Dr. J. Vale spoke. “It shut.” No one came"
    >>> [text[start:end] for start, end in sentences_of(text)]
    ['Dr. J. Vale spoke.', '“It shut.”', 'No one came']
    """
    return [span for start, end in lines_of(text) for span in sentences_within(text, start, end)]


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of a text's lines; an overlong line comes in pieces, cut between words."""
    for line in _LINE.finditer(text):
        start, end = line.span()
        while end - start > _LONGEST_LINE:
            cut = text.rfind(" ", start, start + _LONGEST_LINE)
            cut = cut if cut > start else start + _LONGEST_LINE
            yield start, cut
            start = cut
        yield start, end


def sentences_within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut one line of a text into sentences; offsets stay those of the whole text."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, stop, begin, end):
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
    yield from _trimmed(text, begin, end)


def _ends_sentence(text: str, stop: re.Match[str], begin: int, end: int) -> bool:
    following = _NEXT_WORD.match(text, stop.end(), end)
    if following is None:
        return True
    word = following.group(1)
    if word[0].islower() or word[0] in ",;:—–-":
        return False
    mark = stop.group()
    if mark[0] in "!?" or len(mark) > 1:
        # A closing quotation mark ends the sentence even where “ ... ?” Ms. Vale asked goes on:
        # which speaker it belongs to is for the tagger to see.
        return True
    before = _LAST_WORD.search(text[max(begin, stop.start() - _LOOK_BACK) : stop.start()])
    return before is None or _may_stand_last(before.group(1), word)


def _may_stand_last(last: str, following: str) -> bool:
    """Tell whether a full stop after this word ends the sentence, or only shortens the word."""
    lower = last.lower()
    starts = following.lower() in _STARTERS
    if lower.rpartition("-")[2] in _ABBREVIATIONS:
        return starts and lower in _MAY_END
    if "." in last or (len(last) == 1 and last.isupper() and last != "I"):
        return starts and len(last) > 1
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield (start, end)
