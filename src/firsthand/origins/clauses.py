"""The main clause of a statement, read without a parser: its verb, what stands before and after.

The reading looks for the first finite verb outside a relative clause. Where it finds none, the
statement is a phrase without a predicate ("47 stations in 19 countries"), and says so.
"""

import re
from dataclasses import dataclass
from typing import Final

from firsthand.origins.families import (
    BE,
    EXIST,
    OPERATE,
    PERCEIVE,
    PURPOSE,
    RETURN,
    USE,
    family_of_nominal,
    is_irregular_past,
    verb_family,
)
from firsthand.origins.stems import stem
from firsthand.origins.wordlists import one_of
from firsthand.values.proposition import Voice

TOKEN: Final = re.compile(
    r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:[-'’.][^\W\d_]+)*|[\u3400-\u9fff]|[,;:()]"
)
_BE_FORMS: Final = one_of("is are was were be been being am isn't aren't wasn't weren't")
_HAVE_FORMS: Final = one_of("has have had hasn't haven't hadn't having")
_DO_FORMS: Final = one_of("do does did don't doesn't didn't")
_MODALS: Final = one_of(
    "will would can could may might must shall should cannot can't won't wouldn't couldn't"
)
_DOUBTS: Final = one_of("may might could can")
_RELATIVES: Final = one_of("who which that whom whose where")
_NEGATIONS: Final = one_of(
    """not no never none nobody neither nor nothing without isn't aren't wasn't weren't hasn't
    haven't hadn't don't doesn't didn't cannot can't won't wouldn't couldn't"""
)
_UNIVERSALS: Final = one_of("no never none nobody nothing any anybody anyone ever")
_DETERMINERS: Final = one_of(
    "the a an this that these those its his her their our my such some any no each every"
)
_SUBORDINATE: Final = one_of("as because while although though if unless when after")
_NOMINAL_BEFORE: Final = one_of("of in at for on with from by to") | _DETERMINERS


_DEEPEST: Final = 3
_READ_THROUGH: Final = frozenset({PERCEIVE, "conclude", "believe"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A main clause as words: before its verb, after it, and how the verb stands."""

    family: str | None
    voice: Voice
    before: tuple[str, ...]
    after: tuple[str, ...]
    is_negated: bool
    is_universal: bool
    is_doubtful: bool


def clause_of(text: str, *, deep: int = 0) -> Clause:
    """Read the main clause of a statement; ``deep`` counts the clauses read through so far.

    >>> clause_of("Ostria has opened 54 stations").family
    'operate'
    >>> clause_of("the posts are used to press exiles to return").family
    'coerce'
    """
    words = [match.group() for match in TOKEN.finditer(text)]
    low = [word.casefold().replace("’", "'") for word in words]
    negated = sum(word in _NEGATIONS for word in low[: _reach_of_negation(low)]) % 2 == 1
    universal = negated and any(word in _UNIVERSALS for word in low)
    at = _main_verb(words, low)
    if at is None:
        return Clause(
            family=_family_of_phrase(low),
            voice=Voice.VERBLESS,
            before=(),
            after=tuple(words),
            is_negated=negated,
            is_universal=universal,
            is_doubtful=False,
        )
    start, head, voice, family = at
    doubtful = any(word in _DOUBTS for word in low[start : head + 1])
    family, head = _through(family, voice, low, head)
    if family in _READ_THROUGH and "that" in low[head + 1 : head + 6] and deep < _DEEPEST:
        # Who saw that the sign was gone says that the sign was gone.
        that = low.index("that", head + 1)
        return clause_of(" ".join(words[that + 1 :]), deep=deep + 1)
    before, after = words[:start], words[head + 1 :]
    if family in _MOTIONS:
        seen = _seen_there(low, head)
        if seen:
            family, after = PERCEIVE, words[head + 1 : seen - 1] + words[seen + 1 :]
    if family == PERCEIVE:
        # Who saw a counter says that there is one; who saw it is no part of what there is.
        family, before = EXIST, before if voice is Voice.PASSIVE else []
    return Clause(
        family=_settled(family, voice, low, head),
        voice=voice,
        before=tuple(before),
        after=tuple(after),
        is_negated=negated,
        is_universal=universal,
        is_doubtful=doubtful,
    )


def _family_of_phrase(low: list[str]) -> str | None:
    """Read a phrase without a verb.

    "Threats against residents" tells of threatening, "a counter under a sign" of something there.
    """
    of_nominal = next((f for word in low[:3] if (f := family_of_nominal(word))), None)
    counts = any(word[0].isdigit() for word in low)
    if of_nominal is None and low[:1] and low[0] in {"a", "an"} and not counts:
        return EXIST
    return of_nominal


def _seen_there(low: list[str], head: int) -> int | None:
    """Find the second verb of "visited the hall and found a counter"."""
    for place in range(head + 1, len(low) - 1):
        if low[place] == "and" and verb_family(low[place + 1]) == PERCEIVE:
            return place + 1
    return None


_MOTIONS: Final = frozenset({"visit", "go", "enter", "attend", "call", "travel", "return"})


def _reach_of_negation(low: list[str]) -> int:
    """Negation past a subordinating word belongs to another clause."""
    for place, word in enumerate(low):
        if place > 2 and word in _SUBORDINATE:
            return place
    return len(low)


def _main_verb(words: list[str], low: list[str]) -> tuple[int, int, Voice, str] | None:
    """Find where the verb group starts, its head, its voice and its family."""
    place, owed = 0, 0
    fallback: tuple[int, int, Voice, str] | None = None
    while place < len(low):
        word = low[place]
        if (
            word in _RELATIVES and place > 0 and low[place - 1] not in {",", "say", "says", "said"}
        ) or (word in _SUBORDINATE and place == 0):
            owed += 1
        else:
            group = _verb_group(words, low, place)
            if group:
                if owed:
                    owed -= 1
                elif _is_reduced(low, group):
                    fallback = fallback or group
                else:
                    return group
                place = group[1]
        place += 1
    return fallback


def _verb_group(words: list[str], low: list[str], place: int) -> tuple[int, int, Voice, str] | None:
    word = low[place]
    if word in _BE_FORMS or word in _HAVE_FORMS or word in _DO_FORMS or word in _MODALS:
        return _auxiliary_group(low, place)
    if not _may_be_finite(words, low, place):
        return None
    family = verb_family(word, low[place + 1] if place + 1 < len(low) else "")
    return (place, place, Voice.ACTIVE, family) if family else None


def _auxiliary_group(low: list[str], start: int) -> tuple[int, int, Voice, str]:
    place, passive_ready = start, low[start] in _BE_FORMS
    look = start + 1
    while look < len(low) and look - place <= 3:
        word = low[look]
        if word in _BE_FORMS:
            passive_ready, place = True, look
        elif word in _HAVE_FORMS | _DO_FORMS | _MODALS:
            passive_ready, place = False, look
        elif not (word in _NEGATIONS or word.endswith("ly") or word in _ADVERBS):
            break
        look += 1
    following = low[look] if look < len(low) else ""
    family = verb_family(following, low[look + 1] if look + 1 < len(low) else "")
    if passive_ready:
        if following.endswith("ing") and family:
            return (start, look, Voice.ACTIVE, family)
        if _is_participle(following) and (family or following.endswith("ed")):
            return (start, look, Voice.PASSIVE, family or stem(following))
        return (start, place, Voice.COPULA, BE)
    if following and (family or _is_participle(following)) and following not in _DETERMINERS:
        return (start, look, Voice.ACTIVE, family or stem(following))
    return (start, place, Voice.ACTIVE, "have" if low[place] in _HAVE_FORMS else BE)


_ADVERBS: Final = one_of(
    """also ever still now already often once then again so only just both all now currently
    twice almost perhaps reportedly allegedly since"""
)
_IRREGULAR_PARTICIPLES: Final = one_of(
    """run found seen held kept left brought sent met shown begun made got given taken known
    written stood hidden shut cut put set paid flown worn spoken built bought sought led
    broken drawn become risen fallen grown taught heard felt lost sold stolen beaten dealt won
    driven told said tucked hauled thrown hit gone come"""
)


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _IRREGULAR_PARTICIPLES


def _may_be_finite(words: list[str], low: list[str], place: int) -> bool:
    word, before = low[place], low[place - 1] if place else ""
    if place == 0 or "-" in word or words[place][:1].isupper():
        return False
    if word.endswith("ing") or before in _NOMINAL_BEFORE:
        return False
    if is_irregular_past(word):
        return True
    if word.removesuffix("s") in _RATHER_NOUNS:
        return before in _CLEAR_SUBJECTS
    return _agrees(word, before)


def _agrees(word: str, before: str) -> bool:
    """Tell whether a verb form can follow its subject: a plural noun and a verb look alike."""
    if word.endswith("s") and not word.endswith("ss"):
        return not before.endswith("s") or before.endswith(("ss", "'s"))
    if _is_participle(word) or verb_family(word) is None:
        return True
    return before.endswith("s") or before in _CLEAR_SUBJECTS


_CLEAR_SUBJECTS: Final = one_of("they we i you he she it people who which police")
_RATHER_NOUNS: Final = one_of(
    """post station counter centre center office desk record shop force file book charge attack
    threat fund house site branch man report name list"""
)


def _is_reduced(low: list[str], group: tuple[int, int, Voice, str]) -> bool:
    """Tell "stations opened by Ostria are …" from "Ostria opened stations"."""
    start, head, voice, _ = group
    if voice is not Voice.ACTIVE or start != head or not _is_participle(low[head]):
        return False
    follows = low[head + 1] if head + 1 < len(low) else ""
    later = any(word in _BE_FORMS | _HAVE_FORMS for word in low[head + 1 :])
    return later and follows in {"by", "in", "at", "to", "on", "as", "last", "for"}


def _through(family: str, voice: Voice, low: list[str], head: int) -> tuple[str, int]:
    """Read through "is used to press" and "began to press" to the verb that says what was done."""
    ahead = head + 1
    if ahead + 1 < len(low) and low[ahead] == "to" and _opens_infinitive(family, voice):
        inner = verb_family(low[ahead + 1], low[ahead + 2] if ahead + 2 < len(low) else "")
        if inner:
            return inner, ahead + 1
    return family, head


def _opens_infinitive(family: str, voice: Voice) -> bool:
    if family == USE:
        return voice is Voice.PASSIVE
    return family in {"begin", "continu", "tri", "help", "have", "fail", "seek"}


def _settled(family: str, voice: Voice, low: list[str], head: int) -> str:
    """Tell apart what one verb says of different things."""
    after = low[head + 1 : head + 4]
    if family == BE and voice is Voice.COPULA:
        if "there" in low[max(0, head - 3) : head]:
            return EXIST
        if "for" in after or "purpose" in low[:head]:
            return PURPOSE
        if after[:1] and after[0] in {"in", "at", "on"}:
            return EXIST
    if family == RETURN and voice is Voice.PASSIVE:
        return "bringback"
    if family == OPERATE and voice is Voice.ACTIVE and (not after or after[0] in _PLACES):
        # "The counter opened in May" tells when it began, and of no one who opened it.
        return "began" if low[head].startswith("open") else EXIST
    return family


_PLACES: Final = one_of("in at on from since out across")
