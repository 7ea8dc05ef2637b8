"""Where each token stands: in which paragraph and sentence, and within which quotation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from firsthand.claims.english.tagging.tokens import lines_of, sentences_within, tokens_within
from firsthand.claims.english.tagging.wordtable import QuoteMark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from firsthand.claims.english.tagging.tokens import Token

# How a token stands to the quotations of its paragraph.
OUTSIDE, SCARE, SHORT, LONG, UNCLOSED_INSIDE, UNCLOSED, CARRIED = range(7)
_SCARE_WORDS = 2
_SHORT_WORDS = 5

# Where a token stands in its sentence.
WITHIN, BEGINS, ENDS, ALONE = range(4)
MOST_SENTENCES = 4
_MOST_TOKENS = 400


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """One line of a text: its tokens, and its sentences as ranges of tokens."""

    tokens: list[Token] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """Cut a text into paragraphs; empty lines yield none.

    An overlong paragraph comes in pieces, because the network's memory grows with its length.
    """
    for start, end in lines_of(text):
        here = Paragraph()
        for first, last in sentences_within(text, start, end):
            tokens = list(tokens_within(text, first, last))
            for piece in range(0, len(tokens), _MOST_TOKENS):
                part = tokens[piece : piece + _MOST_TOKENS]
                if here.tokens and len(here.tokens) + len(part) > _MOST_TOKENS:
                    yield here
                    here = Paragraph()
                begin = len(here.tokens)
                here.tokens.extend(part)
                here.sentences.append((begin, len(here.tokens)))
        if here.tokens:
            yield here


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotations:
    """How each token stands to quotations, and whether one is still open at the end."""

    states: list[int]
    left_open: bool


def quotations_in(marks: Sequence[QuoteMark], *, carried: bool) -> Quotations:
    """Follow the quotation marks through a paragraph.

    `carried` tells that the paragraph before left a quotation open, as newspapers print a quotation
    of several paragraphs: each one opens anew and only the last one closes.
    """
    states = [OUTSIDE] * len(marks)
    opened = -1
    closed_any = False
    for place, mark in enumerate(marks):
        if mark is QuoteMark.NONE:
            continue
        if mark is QuoteMark.OPENS or (mark is QuoteMark.EITHER and opened < 0):
            if opened >= 0:
                _fill(states, opened, place, UNCLOSED_INSIDE)
            opened = place
            continue
        if opened >= 0:
            inside = place - opened - 1
            state = SCARE if inside <= _SCARE_WORDS else SHORT if inside <= _SHORT_WORDS else LONG
            _fill(states, opened, place + 1, state)
            closed_any = True
        elif carried and not closed_any:
            _fill(states, 0, place + 1, CARRIED)
        opened = -1
    if opened >= 0:
        _fill(states, opened, len(marks), UNCLOSED)
    return Quotations(states=states, left_open=opened >= 0)


def _fill(states: list[int], first: int, last: int, state: int) -> None:
    states[first:last] = [state] * (last - first)


def sentence_places(paragraph: Paragraph) -> tuple[list[int], list[int]]:
    """Give each token its place in its sentence, and its sentence's number in the paragraph."""
    places = [WITHIN] * len(paragraph.tokens)
    numbers: list[int] = []
    for number, (first, last) in enumerate(paragraph.sentences):
        places[first] = BEGINS
        places[last - 1] = ENDS if last - 1 > first else ALONE
        numbers += [min(number, MOST_SENTENCES - 1)] * (last - first)
    return places, numbers
