"""Finds the names that a page mentions, with the plain nouns that say what each is."""

from dataclasses import dataclass
from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.names import NO_NAMES, TITLES, name_runs, place_end
from firsthand.claims.english.nouns import BODY_SORTS, ROLES
from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.verbs import FORMS
from firsthand.claims.english.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from firsthand.values.claim import Setting
from firsthand.values.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of a name.

    ``nouns_before`` and ``nouns_behind`` are plain nouns that stand right beside it and say what it
    is (``the charity X``, ``X, a charity``); ``body_of`` is the body that its role belongs to.
    """

    span: Span
    name: str
    first: int
    last: int
    nouns_before: frozenset[str]
    nouns_behind: frozenset[str]
    body_of: str | None = None


_BODY_HEADS: Final = word_set(
    """consulate embassy ministry police government mission council department court authorities
    parliament army"""
)
_BODY_QUALITIES: Final = word_set(
    "foreign interior federal provincial local regional justice defence defense finance national"
)


def _bodies_by_noun(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """Find bodies whose name has a small letter at its head: ``consulate general of Oland``."""
    runs: list[tuple[int, int]] = []
    for index in range(first, last):
        if page.lower[index] not in _BODY_HEADS or page.is_capital(index):
            continue
        start = _first_capital(page, index, first)
        if start > first and page.lower[start - 1] in _BODY_QUALITIES:
            start = _first_capital(page, start - 1, first)
        end = index + 1
        if end < last and page.lower[end] == "general":
            end += 1
        end = place_end(page, end, last)
        if end - start > 1:
            runs.append((start, end))
    return runs


def _first_capital(page: Page, index: int, low: int) -> int:
    while index > low and page.is_capital(index - 1) and page.lower[index - 1] not in NO_NAMES:
        index -= 1
    return index


def mentions_in(page: Page) -> list[Mention]:
    """Find every mention of a name on a page."""
    found: list[Mention] = []
    for sentence in page.sentences:
        if sentence.setting is Setting.HEADLINE and _is_title_case(page, sentence):
            continue
        low, high = sentence.first, sentence.last
        bodies = _bodies_by_noun(page, low, high)
        names = [
            run
            for run in name_runs(page, low, high, sentence_first=low)
            if not any(body[0] <= run[0] and run[1] <= body[1] for body in bodies)
        ]
        found.extend(_mention(page, run, low, high) for run in (*bodies, *names))
    return found


def _is_title_case(page: Page, sentence: Sentence) -> bool:
    """Tell whether a headline gives every word a capital, so that capitals tell nothing."""
    words = [i for i in range(sentence.first, sentence.last) if len(page.lower[i]) > 3]
    return len(words) > 3 and sum(page.is_capital(i) for i in words) > 0.7 * len(words)


def _mention(page: Page, run: tuple[int, int], low: int, high: int) -> Mention:
    first, last = run
    name = " ".join(page.words(first, last).split())
    before = _nouns_before(page, first, low, page.lower[last] if last < high else "")
    behind = _nouns_behind(page, last, high)
    inside = {page.lower[i] for i in range(first, last)} & ROLES
    if inside and page.lower[first] in ROLES and last - first > 1:
        # "Superintendent Jo Vale": the title is no part of the name.
        step = first
        while step < last - 1 and page.lower[step] in ROLES:
            step += 1
        if page.is_capital(step) and not (set(page.lower[first:last]) & set(BODY_SORTS)):
            first = step
            name = " ".join(page.words(first, last).split())
            before |= inside
    return Mention(
        span=page.span_of(first, last),
        name=name,
        first=first,
        last=last,
        nouns_before=frozenset(before),
        nouns_behind=frozenset(behind),
    )


def _nouns_before(page: Page, first: int, low: int, behind: str) -> set[str]:
    """Read the plain nouns before a name that say what it is: ``the charity X``."""
    place = first - 1
    if place < low:
        return set()
    if page.lower[place] in {"called", "named", "as", "call", "calls", "dubbed"}:
        # "an organisation called X", "a mechanic whom it calls X"
        return {word for word in page.lower[max(low, place - 10) : place] if word in _TELLING}
    if page.lower[place] == ",":
        # "the group's director, X," and "the group, X,"
        heads = _heads_of_phrase(page, place, low)
        aside = behind in {",", "("}
        return heads & (_TELLING if aside else ROLES)
    nouns = set()
    while place >= low and page.is_capital(place) and page.lower[place] in ROLES:
        nouns.add(page.lower[place])
        place -= 1
    titled = first - 2 if page.lower[first - 1] == "." and first - 2 >= low else first - 1
    if page.lower[titled] in TITLES:
        nouns.add(page.lower[titled])
    for index in range(place, max(low, first - 6) - 1, -1):
        lower = page.lower[index]
        if not lower[0].isalpha() or page.is_capital(index) or lower in _NOUN_ENDS:
            break
        if lower in _TELLING:
            nouns.add(lower)
    return nouns


def _heads_of_phrase(page: Page, end: int, low: int) -> set[str]:
    """Give the head of the phrase that ends at a token: of ``the head of the team`` the head.

    A role of two words gives both: ``consul general``.
    """
    start = end
    while start > max(low, end - 12):
        lower = page.lower[start - 1]
        if not (lower[0].isalnum() or lower in {"’s", "'s", "’", "'"}) or lower in FORMS:
            break
        start -= 1
    joint = next((i for i in range(start + 1, end) if page.lower[i] in _OF), end)
    heads = set(page.lower[max(start, joint - 1) : joint])
    if joint - 2 >= start and page.lower[joint - 2] in ROLES and heads & ROLES:
        heads.add(page.lower[joint - 2])
    return heads


_OF: Final = frozenset({"of", "at", "for", "in"})
_TELLING: Final = ROLES | set(BODY_SORTS) | TITLES
_NOUN_ENDS: Final = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | AUXILIARIES | SUBORDINATORS
_ASIDE_ENDS: Final = frozenset({",", "of", "for", "that", "who", "which", "in", "at", "with", "."})


def _nouns_behind(page: Page, last: int, high: int) -> set[str]:
    """Read the plain nouns behind a name that say what it is: ``X, a charity``."""
    place = _behind_brackets(page, last, high)
    if place + 2 >= high or page.lower[place] not in {",", "is", "was"}:
        return set()
    opener = page.lower[place + 1]
    if page.lower[place] == ",":
        aged = opener.isdigit() and len(opener) == 2 and page.lower[place + 2] in {",", "."}
        if opener in {"who", "whose"} or aged:
            # Only people have an age, and mostly only people are a "who".
            return {"member"}
        if opener not in {"a", "an", "the", "its", "their"} and opener not in ROLES:
            return set()
    elif opener not in {"a", "an", "the"}:
        return set()
    return _nouns_of_aside(page, place + 1, high)


def _behind_brackets(page: Page, place: int, high: int) -> int:
    if place < high and page.lower[place] == "(":
        near = range(place, min(place + 6, high))
        return next((i + 1 for i in near if page.lower[i] == ")"), place)
    return place


def _nouns_of_aside(page: Page, first: int, high: int) -> set[str]:
    nouns: set[str] = set()
    for index in range(first, min(first + 9, high)):
        lower = page.lower[index]
        if lower in _ASIDE_ENDS or lower == "from":
            break
        if index > first and (lower in FORMS or lower in AUXILIARIES):
            # ", a rights group said": a new speaker, no description of the name before.
            return set()
        if lower in BODY_SORTS or lower in ROLES:
            nouns.add(lower)
    # The head of the phrase is its last noun: "a police officer" is an officer.
    return nouns & ROLES or nouns
