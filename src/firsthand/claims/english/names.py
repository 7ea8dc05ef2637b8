"""Finds the names that a page mentions, with the plain nouns that say what each is."""

import re
from dataclasses import dataclass
from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.nouns import (
    BODY_SORTS,
    LAWS,
    NAME_CONNECTORS,
    NAME_ENDINGS,
    NATIONAL_LONG_FORMS,
    POSSESSED_NAMES,
    ROLES,
)
from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.verbs import FORMS
from firsthand.claims.english.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NEGATIONS,
    NUMBER_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from firsthand.values.claim import Setting
from firsthand.values.spans import Span

_NO_NAMES: Final = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | CONJUNCTIONS
    | SUBORDINATORS
    | ADVERBS
    | AUXILIARIES
    | TIME_WORDS
    | DAYS
    | set(MONTHS)
    | {"not", "yes", "question", "asked", "here", "like", "according", "than"}
    | NEGATIONS
    | NUMBER_WORDS
)
_TITLES: Final = word_set(
    """mr mrs ms dr prof sir dame lord lady rev miss gov sen rep sgt lt col gen capt hon"""
)
_NEUTRAL: Final = word_set("human rights news-gathering based registered")


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


def name_runs(page: Page, first: int, last: int, *, sentence_first: int) -> list[tuple[int, int]]:
    """Find the runs of tokens that make names between two tokens."""
    runs: list[tuple[int, int]] = []
    index = first
    while index < last:
        if not _starts_name(page, index, sentence_first):
            index += 1
            continue
        end = _name_end(page, index, last)
        while end - index > 1 and (page.lower[index] in _TITLES or page.lower[index] == "."):
            index += 1
        runs.extend(_without_role(page, index, end))
        index = end
    return runs


def _without_role(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Part ``Harbour Board Chairman Jo Vale`` into the body and the person."""
    for role in range(start + 1, end - 1):
        lower = page.lower[role]
        if lower not in ROLES or lower in _NAME_ROLES:
            continue
        if page.lower[role + 1] in BODY_SORTS or not page.is_capital(role + 1):
            continue
        return [(start, role), (role + 1, end)]
    return [(start, end)]


_NAME_ROLES: Final = word_set("general major king queen prince judge justice mr mrs ms dr")


def _starts_name(page: Page, index: int, sentence_first: int) -> bool:
    text, lower = page.tokens[index].text, page.lower[index]
    if not text[0].isupper() or lower in _NO_NAMES:
        return False
    if lower in BODY_SORTS and text.isupper():
        # "NGO" is a noun in capitals.
        return False
    follows_opening = index == sentence_first or not page.lower[index - 1][-1].isalnum()
    if not follows_opening or (text.isupper() and len(text) > 1):
        return True
    behind = page.tokens[index + 1].text if index + 1 < len(page.tokens) else ""
    if behind[:1].isupper() and behind.lower() not in _NO_NAMES:
        return lower not in {"former", "police"} or behind.lower() in NAME_ENDINGS
    if lower in FORMS or lower.endswith(("ly", "ing")):
        return False
    return (
        lower != "people"
        and lower not in BODY_SORTS
        and lower not in ROLES
        and lower not in page.plain_words
    )


def _name_end(page: Page, start: int, last: int) -> int:
    end = start + 1
    while end < last:
        text, lower = page.tokens[end].text, page.lower[end]
        if text[0].isupper() and lower not in DAYS and lower not in MONTHS:
            end += 1
            continue
        if text == "." and end + 1 < last and _is_dotted(page, end):
            end += 1
            continue
        if lower in {"’s", "'s", "’", "'"} and end + 1 < last:
            plural = lower in {"’", "'"} and page.lower[end - 1].endswith("s")
            owned = POSSESSED_NAMES | set(BODY_SORTS) if plural else POSSESSED_NAMES
            if page.lower[end + 1] in owned and page.is_capital(end + 1):
                end += 2
                continue
            break
        if lower in NAME_CONNECTORS:
            step = end + 1
            while step < last and page.lower[step] in NAME_CONNECTORS:
                step += 1
            if step < last and page.is_capital(step) and page.lower[step] not in _NO_NAMES:
                if lower == "of" and not _takes_of(page, start, end):
                    break
                if lower == "for" and not (
                    page.lower[start:end][-1:] and page.lower[end - 1] in NAME_ENDINGS
                ):
                    break
                if lower == "the":
                    break
                end = step + 1
                continue
            break
        if lower in {"and", "&"} and end + 1 < last and page.is_capital(end + 1):
            step = end + 1
            while step < last and page.is_capital(step):
                step += 1
            ends_whole = page.lower[step - 1] in NAME_ENDINGS | LAWS
            in_office = page.lower[start] in BODY_SORTS and "of" in page.lower[start:end]
            described = page.lower[step : step + 1] == [","] and page.lower[
                step + 1 : step + 2
            ] in (["a"], ["an"], ["based"], ["which"])
            if described and step - end == 2 and end - start == 1:
                # Two names would not share ", based in …".
                end = step
                continue
            if (
                ends_whole and page.lower[end - 1] not in NAME_ENDINGS | LAWS and step - end > 2
            ) or in_office:
                end = step
                continue
            break
        # "Consulate general", "Prosecutor general": an office's own second word.
        if lower == "general" and page.lower[end - 1] in {"consulate", "prosecutor", "attorney"}:
            end += 1
            continue
        break
    return end


def _is_dotted(page: Page, stop: int) -> bool:
    """Tell whether a full stop ends an initial or a title inside a name: ``Gov. Jo F. Vale``."""
    before = page.tokens[stop - 1]
    touching = before.end == page.tokens[stop].start
    short = len(before.text) == 1 or before.text.lower() in _TITLES | {"st"}
    return touching and short and page.is_capital(stop + 1)


def _takes_of(page: Page, start: int, end: int) -> bool:
    """Tell whether ``of`` goes on with a name: in ``Bank of X``, not in ``Jo Vale of X``."""
    words = set(page.lower[start:end])
    return bool(words & _OF_NAMES) or (end - start == 1 and page.lower[start] in _OF_NAMES)


_OF_NAMES: Final = (
    set(BODY_SORTS)
    | LAWS
    | NATIONAL_LONG_FORMS
    | word_set("""bank isle isles gulf house houses bay cape port mount lake strait sea university
    archbishop church lady sons prosecutor attorney general director secretary minister court
    chamber port faculty tower city hall museum school order knights battle treaty north south
    east west ministry""")
)


def _bodies_by_noun(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """Find bodies whose name has a small letter at its head: ``consulate general of Oland``."""
    runs: list[tuple[int, int]] = []
    for index in range(first, last):
        lower = page.lower[index]
        if lower not in {
            "consulate",
            "embassy",
            "ministry",
            "police",
            "government",
            "mission",
            "council",
            "department",
            "court",
            "authorities",
            "parliament",
            "army",
        }:
            continue
        if page.is_capital(index):
            continue
        start = index
        while (
            start > first and page.is_capital(start - 1) and page.lower[start - 1] not in _NO_NAMES
        ):
            start -= 1
        if start > first and page.lower[start - 1] in {
            "foreign",
            "interior",
            "federal",
            "provincial",
            "local",
            "regional",
            "justice",
            "defence",
            "defense",
            "finance",
            "national",
        }:
            start -= 1
            while (
                start > first
                and page.is_capital(start - 1)
                and page.lower[start - 1] not in _NO_NAMES
            ):
                start -= 1
        end = index + 1
        if end < last and page.lower[end] == "general":
            end += 1
        while end + 1 < last and page.lower[end] in {"of", "in"}:
            step = end + 1
            while step < last and page.lower[step] == "the":
                step += 1
            if step >= last or not page.is_capital(step) or page.lower[step] in _NO_NAMES:
                break
            end = _name_end(page, step, last)
        if end - start > 1:
            runs.append((start, end))
    return runs


def mentions_in(page: Page) -> list[Mention]:
    """Find every mention of a name on a page."""
    found: list[Mention] = []
    for sentence in page.sentences:
        if sentence.setting is Setting.HEADLINE and _is_title_case(page, sentence):
            continue
        bodies = _bodies_by_noun(page, sentence.first, sentence.last)
        for run in bodies:
            found.append(_mention(page, run, sentence.first, sentence.last))
        for run in name_runs(page, sentence.first, sentence.last, sentence_first=sentence.first):
            if not any(b[0] <= run[0] and run[1] <= b[1] for b in bodies):
                found.append(_mention(page, run, sentence.first, sentence.last))
    return found


def _is_title_case(page: Page, sentence: Sentence) -> bool:
    """Tell whether a headline gives every word a capital, so that capitals tell nothing."""
    words = [i for i in range(sentence.first, sentence.last) if len(page.lower[i]) > 3]
    return len(words) > 3 and sum(page.is_capital(i) for i in words) > 0.7 * len(words)


def _mention(page: Page, run: tuple[int, int], low: int, high: int) -> Mention:
    first, last = run
    name = " ".join(page.words(first, last).split())
    before = _nouns_before(page, first, low)
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


def _nouns_before(page: Page, first: int, low: int) -> set[str]:
    nouns: set[str] = set()
    place = first - 1
    if place >= low and page.lower[place] in {"called", "named", "as", "calls", "dubbed"}:
        # "an organisation called X", "a mechanic whom it calls X"
        for index in range(max(low, place - 10), place):
            if page.lower[index] in BODY_SORTS or page.lower[index] in ROLES:
                nouns.add(page.lower[index])
        return nouns
    if place >= low and page.lower[place] == ",":
        # "the group's director, X,"
        place -= 1
        if place >= low and page.lower[place] in ROLES:
            nouns.add(page.lower[place])
        return nouns
    while place >= low and page.is_capital(place) and page.lower[place] in ROLES:
        nouns.add(page.lower[place])
        place -= 1
    while place >= low and page.lower[place][0].isalpha() and not page.is_capital(place):
        lower = page.lower[place]
        if lower in PREPOSITIONS | DETERMINERS | CONJUNCTIONS | AUXILIARIES | SUBORDINATORS:
            break
        if lower in BODY_SORTS or lower in ROLES or lower in _TITLES:
            nouns.add(lower)
        place -= 1
        if first - place > 4:
            break
    if first > low and page.lower[first - 1] in _TITLES:
        nouns.add(page.lower[first - 1])
    return nouns


_ASIDE: Final = re.compile(r"a|an|the|its|their|one|which|who|whose|is|was")


def _nouns_behind(page: Page, last: int, high: int) -> set[str]:
    place = last
    if place < high and page.lower[place] == "(":
        place = next(
            (i + 1 for i in range(place, min(place + 6, high)) if page.lower[i] == ")"), place
        )
    if place + 1 >= high:
        return set()
    if page.lower[place] == ",":
        place += 1
    elif page.lower[place] not in {"is", "was"}:
        return set()
    opener = page.lower[place]
    if opener in {"who", "whose"}:
        return {"member"}
    if opener in {"is", "was"}:
        place += 1
        if place >= high or page.lower[place] not in {"a", "an", "the"}:
            return set()
    elif opener not in {"a", "an", "the", "its", "their"} and opener not in ROLES:
        aged = opener.isdigit() and len(opener) == 2 and page.lower[place + 1] in {",", "."}
        return {"member"} if aged else set()
    nouns: set[str] = set()
    for index in range(place, min(place + 9, high)):
        lower = page.lower[index]
        if lower in {",", "of", "for", "that", "who", "which", "in", "at", "with", "from", "."}:
            break
        if index > place and (lower in FORMS or lower in AUXILIARIES):
            # ", a rights group said": a new speaker, no description of the name before.
            return set()
        if lower in BODY_SORTS or lower in ROLES:
            nouns.add(lower)
    # The head of the phrase is its last noun: "a police officer" is an officer.
    if nouns & ROLES:
        nouns &= ROLES
    return nouns
