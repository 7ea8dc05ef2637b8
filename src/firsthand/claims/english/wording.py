"""The words that stand for a speaker at one place, and where their parts end."""

from collections.abc import Callable
from dataclasses import dataclass

from firsthand.claims.english.cast import Known
from firsthand.claims.english.nouns import BODY_SORTS, DOCUMENTS, ROLES
from firsthand.claims.english.page import Page
from firsthand.claims.english.words import (
    DAYS,
    MONTHS,
    PREPOSITIONS,
    RELATIVES,
    TIME_WORDS,
    VERB_FORMS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A run of tokens that stands for a speaker, and inside whose words it stands.

    ``outer`` are the speakers around it, outermost first, without the publisher.
    """

    first: int
    last: int
    offset: int
    outer: tuple[str, ...] = ()

    def part(self, first: int, last: int) -> "Wording":
        """Give a part of the wording that may stand for somebody else."""
        return Wording(first=first, last=last, offset=self.offset, outer=self.outer)


Finder = Callable[[Wording], Known | None]
"""Finds whom a wording means: the way back from a part of a phrase to the whole of the rules."""


def head_end(page: Page, first: int, last: int) -> int:
    """Cut what only describes: asides and relative clauses."""
    for index in range(first + 1, last):
        lower = page.lower[index]
        if lower == "," or (lower in RELATIVES and lower != "that"):
            return index
    return last


def noun_end(page: Page, first: int, last: int) -> int:
    """Give where a phrase's own noun ends: before ``of …`` and ``released last month``."""
    last = next((i for i in range(first + 1, last) if page.lower[i] in PREPOSITIONS), last)
    for index in range(first + 1, last):
        lower, behind = page.lower[index], page.lower[index - 1]
        timely = lower in TIME_WORDS | DAYS or lower in MONTHS
        if page.is_capital(index) and not timely:
            continue
        formed = VERB_FORMS.get(lower) in {"past", "ing"} or lower.endswith("ed")
        if (timely or formed) and (behind in DOCUMENTS or behind in BODY_SORTS or behind in ROLES):
            return index
    return last


def name_of(page: Page, run: tuple[int, int]) -> str:
    """Read a run of tokens as a name on one line."""
    return " ".join(page.words(*run).split())


def article_of(page: Page, first: int) -> str:
    """Give the word before a phrase that has lost its article."""
    return page.lower[first - 1] if first else ""
