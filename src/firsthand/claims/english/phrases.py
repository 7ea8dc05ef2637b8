"""Finds the ends of noun phrases and clauses without a parser: whose verb, how far the words go.

Invariant: everything here works inside one window of tokens and never looks outside it.
"""

from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.page import Page
from firsthand.claims.english.verbs import ALSO_NOUNS, FORMS, Takes
from firsthand.claims.english.words import (
    AUXILIARIES,
    CLOSING_MARKS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTE_MARKS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    VERB_FORMS,
    is_adverb,
    may_be_finite,
)

_BREAKS: Final = frozenset(";:—–") | {"--", "-", "…", ".", "!", "?"}
_ADJUNCT_PREPOSITIONS: Final = word_set(
    """in on at to during via by through after before from following outside for as ahead"""
)
_LONGEST_SUBJECT: Final = 40

Run = tuple[int, int]
"""A run of tokens: first, and one past the last."""


def verb_group_start(page: Page, cue: int, low: int) -> int:
    """Give the first token of the verb group that ends in ``cue``: ``has also claimed``."""
    start = cue
    while start > low:
        lower = page.lower[start - 1]
        if (
            (lower in AUXILIARIES and lower not in {"’s", "'s"})
            or (
                lower in {"’s", "'s"}
                and start - 2 >= low
                and page.lower[start - 2] in SUBJECT_PRONOUNS
            )
            or lower in NEGATIONS
            or (is_adverb(lower) and lower not in {"there", "here"})
        ):
            start -= 1
        else:
            break
    # "The ministry later said": adverbs belong to the group only behind a subject.
    while start < cue and is_adverb(page.lower[start]) and start == low:
        start += 1
    return start


def subject_before(page: Page, group: int, low: int) -> Run | None:
    """Find the noun phrase that stands before a verb group as its subject."""
    low = max(low, group - _LONGEST_SUBJECT)
    last = group
    if last > low and page.lower[last - 1] == ",":
        opening = _comma_before(page, last - 1, low)
        if opening is None or not _is_aside(page, opening + 1, last - 1):
            return None
        head = phrase_before(page, opening, low)
        if head is None:
            return None
        if page.lower[opening + 1] in PREPOSITIONS or page.lower[opening + 1].endswith("ing"):
            return head
        return (head[0], last - 1)
    return phrase_before(page, last, low)


def _comma_before(page: Page, index: int, low: int) -> int | None:
    for place in range(index - 1, low - 1, -1):
        if page.lower[place] == ",":
            return place
        if page.lower[place] in _BREAKS:
            return None
    return None


def _is_aside(page: Page, first: int, last: int) -> bool:
    """Tell whether the words between two commas describe what stands before them."""
    if first >= last:
        return False
    lower = page.lower[first]
    if lower in RELATIVES or lower in PREPOSITIONS or lower.endswith("ing") or lower[0].isdigit():
        return True
    if VERB_FORMS.get(lower) == "past" and page.lower[first + 1] in PREPOSITIONS | TIME_WORDS:
        # "…, released after a request, …"
        return True
    if lower in {"a", "an", "the", "its", "their", "his", "her", "one", "another", "now", "then"}:
        near = range(first, min(first + 3, last))
        return not any(page.lower[i] in AUXILIARIES - {"’s", "'s"} for i in near)
    return not any(may_be_finite(page.lower[i]) for i in range(first, last))


def phrase_before(page: Page, end: int, low: int) -> Run | None:
    """Find the noun phrase that ends right before a token."""
    place = end - 1
    while place >= low:
        step = _step_left(page, place, end, low)
        if step is None:
            break
        place = step
        if page.lower[place + 1] in SUBJECT_PRONOUNS:
            break
    return _trimmed(page, place + 1, end)


def _step_left(page: Page, place: int, end: int, low: int) -> int | None:  # noqa: PLR0911 - a case each
    """Give the next token to look at, going left through a noun phrase; None where it begins."""
    lower = page.lower[place]
    if lower == ")":
        opened = next((i for i in range(place - 1, low - 1, -1) if page.lower[i] == "("), None)
        return None if opened is None else opened - 1
    if lower in QUOTE_MARKS:
        opened = _short_quote_start(page, place, low)
        return None if opened is None else opened - 1
    if lower in _BREAKS or lower == "(":
        return None
    if lower == ",":
        return place - 1 if _is_listed(page, place, end, low) else None
    if lower in RELATIVES and low < place < end - 1 and lower != "where":
        # A relative clause belongs to its noun only where it stands right behind it.
        return place - 1 if _is_noun_like(page, place - 1) and lower != "that" else None
    if lower in CONJUNCTIONS | SUBORDINATORS - _ALSO_PREPOSITIONS:
        joins = lower in {"and", "or"} and _joins_nouns(page, place, low)
        return place - 1 if joins else None
    return _step_over_verb(page, place, low)


def _step_over_verb(page: Page, place: int, low: int) -> int | None:
    lower = page.lower[place]
    possessive = lower in {"’s", "'s"} and page.lower[place - 1] not in SUBJECT_PRONOUNS
    named = page.is_capital(place) and (place > low or page.is_capital(place + 1))
    if possessive or (named and lower not in AUXILIARIES):
        return place - 1
    if lower not in SUBJECT_PRONOUNS and (may_be_finite(lower) or lower in FORMS):
        return _past_modifying_verb(page, place, low)
    return place - 1


_ALSO_PREPOSITIONS: Final = frozenset({"before", "after", "since", "until", "once"})


def _short_quote_start(page: Page, place: int, low: int) -> int | None:
    for index in range(place - 1, max(low, place - 8) - 1, -1):
        if page.lower[index] in QUOTE_MARKS:
            return None if page.lower[place - 1] in ",.!?" else index
    return None


def _is_listed(page: Page, comma: int, end: int, low: int) -> bool:
    """Tell whether a comma parts the names of a list: ``A, B and C``."""
    tail = range(comma + 1, min(comma + 7, end))
    joined = next((i for i in tail if page.lower[i] in {"and", "or"}), None)
    if joined is None or any(page.lower[i] == "," for i in range(comma + 1, joined)):
        return False
    return comma > low and page.is_capital(comma - 1) and page.is_capital(comma + 1)


def _is_noun_like(page: Page, index: int) -> bool:
    lower = page.lower[index]
    if not (lower[0].isalnum() or lower[0] in "’'"):
        return lower == ")"
    return not (
        lower in DETERMINERS
        or lower in PREPOSITIONS
        or lower in AUXILIARIES
        or lower in SUBORDINATORS
        or lower in CONJUNCTIONS
    )


def _joins_nouns(page: Page, conjunction: int, low: int) -> bool:
    """Tell whether ``and`` joins two nouns of one phrase, not two clauses."""
    if conjunction <= low or not _is_noun_like(page, conjunction - 1):
        return False
    if page.is_capital(conjunction - 1) and page.is_capital(conjunction + 1):
        # The two halves of one name, or two names: in both cases one subject.
        return conjunction - 1 > low
    for index in range(conjunction - 1, low - 1, -1):
        lower = page.lower[index]
        if lower in _BREAKS or lower in QUOTE_MARKS or lower == ",":
            return True
        reports = lower in FORMS and lower not in ALSO_NOUNS
        if lower in AUXILIARIES or reports or may_be_finite(lower):
            return False
    return True


def _past_modifying_verb(page: Page, place: int, low: int) -> int | None:
    """Step over a verb that only describes a noun: ``a report released last month``."""
    lower = page.lower[place]
    opened = _relative_before(page, place, low)
    if opened is not None:
        return opened - 1
    form = FORMS.get(lower)
    reports = form is not None and lower not in ALSO_NOUNS and form.verb.takes is Takes.CLAUSE
    if lower in AUXILIARIES or reports or place <= low:
        return None
    before = page.lower[place - 1]
    shape = VERB_FORMS.get(lower) or (form.shape if form else "past")
    if before in DETERMINERS or before in PREPOSITIONS or before.endswith(("ly", "’s", "'s")):
        # "the alleged", "by named": a form that stands where an adjective or a noun does.
        return place - 1
    if lower in ALSO_NOUNS and shape in {"base", "third"}:
        return None if before in SUBJECT_PRONOUNS else place - 1
    return place - 1 if _is_participle(page, place, shape) else None


def _relative_before(page: Page, place: int, low: int) -> int | None:
    """Find the ``who`` or ``which`` whose verb stands at a place."""
    for index in range(place - 1, max(low, place - 12) - 1, -1):
        if page.lower[index] in {"who", "which"}:
            return index
        if page.lower[index] in {",", ";", ":"} or page.lower[index] in SUBORDINATORS:
            return None
    return None


def _is_participle(page: Page, place: int, shape: str) -> bool:
    if shape not in {"past", "ing"} or not _is_noun_like(page, place - 1):
        return False
    form = FORMS.get(page.lower[place])
    after = page.lower[place + 1] if place + 1 < len(page.lower) else ""
    if form is not None and form.shape == "past" and after not in {"by", "in", "on", "last", "to"}:
        return False
    return after in PREPOSITIONS | TIME_WORDS | DAYS or page.is_capital(place + 1)


def _trimmed(page: Page, first: int, last: int) -> Run | None:
    """Cut what leads into a subject without being part of it."""
    while first < last and (
        page.lower[first] in CONJUNCTIONS
        or page.lower[first] in {",", "(", ")"}
        or page.lower[first] in QUOTE_MARKS
        or (is_adverb(page.lower[first]) and not page.lower[first].endswith("ily"))
        or page.lower[first] in SUBORDINATORS - RELATIVES
    ):
        first += 1
    if first < last and (
        page.lower[first] in PREPOSITIONS
        or page.lower[first] in DAYS
        or page.lower[first] in {"last", "earlier"}
    ):
        first = _last_phrase_start(page, first, last)
    while last > first and (page.lower[last - 1] == "," or page.lower[last - 1] in CLOSING_MARKS):
        last -= 1
    if first >= last or all(not page.lower[i][0].isalnum() for i in range(first, last)):
        return None
    if last - first == 1 and page.lower[first] in PREPOSITIONS | DETERMINERS - {"this", "these"}:
        return None
    return (first, last)


def _last_phrase_start(page: Page, first: int, last: int) -> int:
    """Find the subject behind a lead-in without a comma: ``On Tuesday the ministry``."""
    for index in range(last - 1, first, -1):
        lower, before = page.lower[index], page.lower[index - 1]
        timely = before in DAYS or before in TIME_WORDS or before[0].isdigit() or before in MONTHS
        if timely and lower not in PREPOSITIONS and lower not in DAYS | TIME_WORDS:
            if not lower[0].isdigit() and lower not in MONTHS:
                return index
        elif lower in DETERMINERS | SUBJECT_PRONOUNS and before not in PREPOSITIONS:
            return index
    return last


def after_adjuncts(page: Page, start: int, high: int) -> int:
    """Step over when, where and to whom: ``in a statement to the paper on Monday``."""
    place = start
    while place < high:
        lower = page.lower[place]
        if (
            lower in DAYS | TIME_WORDS
            or lower in MONTHS
            or is_adverb(lower)
            or (lower[0].isdigit() and place > start)
        ):
            place += 1
        elif lower in _ADJUNCT_PREPOSITIONS:
            end = phrase_end(page, place + 1, high)
            if end == place + 1:
                break
            place = end
        else:
            break
    return place


def phrase_end(page: Page, start: int, high: int) -> int:
    """Give where one simple noun phrase that starts at ``start`` ends."""
    place = start
    while place < high:
        lower = page.lower[place]
        if lower == "(":
            closed = next(
                (i for i in range(place, min(place + 12, high)) if page.lower[i] == ")"), 0
            )
            if not closed:
                break
            place = closed + 1
            continue
        if not (lower[0].isalnum() or lower[0] in "’'$€£&") or lower in QUOTE_MARKS:
            break
        if place > start:
            behind = page.lower[place - 1]
            new_phrase = lower in DETERMINERS and behind not in PREPOSITIONS | {"all", "both"}
            if new_phrase or lower in SUBJECT_PRONOUNS | SUBORDINATORS | AUXILIARIES | CONJUNCTIONS:
                break
            if lower in PREPOSITIONS and lower != "of":
                break
            turned = page.is_capital(place) != page.is_capital(place - 1)
            inside = page.is_capital(place - 1) or place - 1 > start
            if turned and inside and _is_noun_like(page, place - 1):
                break
        place += 1
    return place


def full_phrase_end(page: Page, start: int, high: int) -> int:
    """Give where a noun phrase ends that may hold prepositions and asides, but no clause."""
    place = start
    while place < high:
        lower = page.lower[place]
        if lower == "," or lower in _BREAKS or lower in SUBORDINATORS - {"than"}:
            break
        if lower in AUXILIARIES and lower not in {"’s", "'s"}:
            break
        place += 1
    return place


def has_finite_verb(page: Page, first: int, last: int) -> bool:
    """Guess whether a run of tokens holds a finite verb."""
    return any(
        may_be_finite(page.lower[i]) or (page.lower[i] in FORMS and page.lower[i] not in ALSO_NOUNS)
        for i in range(first, last)
        if not (i > first and page.is_capital(i))
    )
