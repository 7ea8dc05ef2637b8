"""Where the quotation marks are: what is quoted speech, what is a phrase, what runs on.

Invariant: quotes of one page come in order and never overlap; marks inside a quote are its words.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from firsthand.claims.english.page import Page
from firsthand.values.spans import Span

_DOUBLE: Final = re.compile(r"[“”„\"«»]|``|''")
_SINGLE: Final = re.compile(r"[‘’']")
_SPEECH_END: Final = ".,!?…—–-"
_FEWEST_WORDS: Final = 2


class Sort(Enum):
    """What a quote does in its sentence."""

    SPEECH = "somebody's sentences"
    PHRASE = "some words inside another sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote: ``outer`` holds its marks, ``inner`` its words alone.

    ``runs_on`` tells that its paragraph ended before any closing mark.
    """

    outer: Span
    inner: Span
    sort: Sort
    paragraph: int
    runs_on: bool


def quotes_in(page: Page) -> list[Quote]:
    """Find the quotes of a page, paragraph by paragraph."""
    found: list[Quote] = []
    for number, paragraph in enumerate(page.paragraphs):
        pairs = _double_pairs(page.text, paragraph) or _single_pairs(page.text, paragraph)
        for outer, inner, runs_on in pairs:
            start, end = inner
            while start < end and page.text[start].isspace():
                start += 1
            while end > start and page.text[end - 1].isspace():
                end -= 1
            if start < end:
                sort = _sort_of(page.text, Span(start, end), outer, paragraph, runs_on=runs_on)
                found.append(
                    Quote(
                        outer=outer,
                        inner=Span(start, end),
                        sort=sort,
                        paragraph=number,
                        runs_on=runs_on,
                    )
                )
    return found


def quotes_by_sentence(page: Page, quotes: list[Quote]) -> dict[int, list[Quote]]:
    """Sort quotes by the numbers of the sentences that they share words with."""
    found: dict[int, list[Quote]] = {}
    for quote in quotes:
        for number in page.sentences_at(quote.outer):
            found.setdefault(number, []).append(quote)
    return found


_Pair = tuple[Span, Span, bool]


def _double_pairs(text: str, paragraph: Span) -> list[_Pair]:
    pairs: list[_Pair] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        sign = mark.group()
        if opened is None:
            following = text[mark.end() : mark.end() + 1]
            if sign in "”»" or (sign in {'"', "''"} and (not following or following.isspace())):
                continue
            opened = mark
        elif sign not in {"“", "„", "«", "``"}:
            pairs.append(
                (Span(opened.start(), mark.end()), Span(opened.end(), mark.start()), False)
            )
            opened = None
    if opened is not None:
        pairs.append((Span(opened.start(), paragraph.end), Span(opened.end(), paragraph.end), True))
    return pairs


def _single_pairs(text: str, paragraph: Span) -> list[_Pair]:
    """Pair single marks, where an apostrophe must not pass for one."""
    pairs: list[_Pair] = []
    opened: int | None = None
    for mark in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        place = mark.start()
        before = text[place - 1 : place] if place > paragraph.start else " "
        after = text[place + 1 : place + 2] if place + 1 < paragraph.end else " "
        opens = not before.isalnum() and not after.isspace() and mark.group() != "’"
        closes = not before.isspace() and not after.isalnum()
        if opened is None and opens:
            opened = place
        elif opened is not None and closes:
            pairs.append((Span(opened, place + 1), Span(opened + 1, place), False))
            opened = None
    return pairs


def _is_title(words: str) -> bool:
    """Tell whether some words are the name of a work: ``The Long Road``."""
    long = [word for word in words.split() if len(word) > 3]
    return 0 < len(words.split()) <= 6 and len(long) > 1 and all(word[0].isupper() for word in long)


def _sort_of(text: str, inner: Span, outer: Span, paragraph: Span, *, runs_on: bool) -> Sort:
    words = inner.within(text)
    first = re.sub(r"^[(\['‘“….\s]+", "", words)[:1]
    if len(words.split()) < _FEWEST_WORDS and words[-1] not in ".!?,":
        return Sort.PHRASE
    if _is_title(words) and text[paragraph.start : outer.start].strip():
        return Sort.PHRASE
    starts_speech = first.isupper() or first.isdigit() or words[0] in "(["
    after = text[outer.end : paragraph.end].lstrip()[:1]
    ends_speech = runs_on or words[-1] in _SPEECH_END or after in {",", "", "."}
    leads = text[paragraph.start : outer.start].rstrip()[-1:]
    if leads in {":", ","} and starts_speech:
        return Sort.SPEECH
    alone = not leads or leads in '.!?”"'
    if starts_speech and ends_speech and (alone or words[-1] in _SPEECH_END):
        return Sort.SPEECH
    if alone and after == ",":
        return Sort.SPEECH
    return Sort.PHRASE
