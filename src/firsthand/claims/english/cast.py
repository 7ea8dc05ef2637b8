"""Who appears in a document, and which of its names, words and pronouns mean the same speaker.

Invariant: one speaker has one name, the fullest the document gives; what cannot be resolved is
``unidentified`` and never guessed.
"""

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Final

from firsthand.claims.english.mentions import Mention, mentions_in
from firsthand.claims.english.nouns import (
    BODY_SORTS,
    FEMALE,
    LAWS,
    MALE,
    NATIONAL_LONG_FORMS,
    ROLES,
    TITLES_IN_FULL,
)
from firsthand.claims.english.page import Page
from firsthand.claims.english.words import PREPOSITIONS
from firsthand.values.body import name_key as key_of


class Sort(Enum):
    """What sort of speaker somebody is, as far as the document tells."""

    PERSON = "a person"
    BODY = "a body"
    LAW = "a law"
    PLACE = "a place"
    UNKNOWN = "not told"


@dataclass(slots=True, kw_only=True)
class Known:
    """Somebody whom the document names; grows while the document is read."""

    name: str
    sort: Sort = Sort.UNKNOWN
    words: set[str] = field(default_factory=set)
    gender: str | None = None
    body: str | None = None
    places: list[int] = field(default_factory=list)

    def last_before(self, offset: int) -> int:
        """Give where it was last mentioned before an offset, or -1."""
        best = -1
        for place in self.places:
            if best < place < offset:
                best = place
        return best


# The same few names are asked for again and again.
name_key: Final = lru_cache(maxsize=4096)(key_of)
_BRACKETED: Final = re.compile(r"\s*\((?:the\s+)?[“\"]?([A-Z][\w.&-]{1,14})[”\"]?\)")


class Cast:
    """The named speakers of one page, found in one pass over its mentions."""

    def __init__(self, page: Page) -> None:
        """Gather the page's names, then join the ones that mean the same."""
        self.page = page
        self.known: list[Known] = []
        self._by_key: dict[str, Known] = {}
        self._by_last_word: dict[str, list[Known]] = {}
        self._by_initials: dict[str, list[Known]] = {}
        mentions = mentions_in(page)
        mentions.sort(key=lambda mention: (-len(mention.name.split()), mention.span.start))
        for mention in mentions:
            self._meet(mention)
        for known in self.known:
            known.places.sort()

    def called(self, name: str) -> Known | None:
        """Find who goes by a name."""
        return self._by_key.get(name_key(name))

    def alias(self, name: str, known: Known) -> None:
        """Let a name mean somebody, unless it already means somebody else."""
        self._by_key.setdefault(name_key(name), known)

    def add(self, name: str, sort: Sort) -> Known:
        """Meet a speaker whom no mention announced."""
        known = self.called(name)
        if known is None:
            known = Known(name=name, sort=sort, words=_sort_words(name))
            self._take_in(known)
            self._by_key[name_key(name)] = known
        return known

    def _take_in(self, known: Known) -> None:
        self.known.append(known)
        words = name_key(known.name).split()
        if words:
            self._by_last_word.setdefault(words[-1], []).append(known)
        self._by_initials.setdefault(initials_of(known.name), []).append(known)

    def _meet(self, mention: Mention) -> None:
        known = self.called(mention.name) or self._meant_by(mention)
        if known is None:
            known = Known(name=mention.name, words=_sort_words(mention.name))
            known.sort = _sort_by_name(mention.name)
            self._take_in(known)
        self._by_key.setdefault(name_key(mention.name), known)
        known.places.append(mention.span.start)
        self._learn(known, mention)

    def _meant_by(self, mention: Mention) -> Known | None:
        """Find the longer name that a short one stands for."""
        words = mention.name.split()
        if len(words) == 1:
            key = name_key(mention.name)
            if key.isalpha() and mention.name.isupper() and len(key) > 1:
                matching = self._by_initials.get(key, [])
                if len(matching) == 1:
                    return matching[0]
            return self._single(key)
        tail = name_key(mention.name).split()
        ending = self._by_last_word.get(tail[-1], []) if tail else []
        longer = [known for known in ending if _ends_in(name_key(known.name).split(), tail)]
        return longer[0] if len(longer) == 1 else None

    def _single(self, key: str) -> Known | None:
        candidates = []
        for known in self._by_last_word.get(key, []):
            parts = name_key(known.name).split()
            if len(parts) < 2:
                continue
            family = parts[-1] == key and not (set(parts) & set(BODY_SORTS)) and len(parts) <= 4
            national = (
                len(parts) >= 3
                and parts[-1] == key
                and parts[-2] in {"of", "the"}
                and bool(set(parts) & NATIONAL_LONG_FORMS)
                and not (set(parts) & {"consulate", "embassy", "ministry", "office", "police"})
            )
            if known.sort is Sort.LAW:
                continue
            if parts[-1] == key and BODY_SORTS.get(key) == "outlet":
                candidates.append(known)
                continue
            if national or (family and not set(parts) & (PREPOSITIONS | {"the"})):
                candidates.append(known)
        if candidates:
            return candidates[0] if len(candidates) == 1 else None
        by_first = [
            known
            for known in self.known
            if known.sort is Sort.PERSON
            and len(known.name.split()) < 4
            and name_key(known.name).split()[0] == key
        ]
        return by_first[0] if len(by_first) == 1 else None

    def _learn(self, known: Known, mention: Mention) -> None:
        page = self.page
        known.words |= mention.nouns_before
        known.words |= {TITLES_IN_FULL[t] for t in mention.nouns_before if t in TITLES_IN_FULL}
        bracketed = _BRACKETED.match(page.text, mention.span.end)
        if bracketed:
            short = bracketed.group(1)
            if _shortens(short, known.name):
                self._join(short, known)
        known.words |= mention.nouns_behind
        roles = (mention.nouns_before | mention.nouns_behind) & ROLES
        strong = mention.nouns_before & ROLES
        if known.sort is Sort.UNKNOWN and (strong or (roles and not known.words & set(BODY_SORTS))):
            known.sort = Sort.PERSON
        if known.sort is Sort.UNKNOWN and known.words & set(BODY_SORTS):
            known.sort = Sort.BODY
        for gender, signs in (("she", FEMALE), ("he", MALE)):
            if (mention.nouns_before | mention.nouns_behind) & signs:
                known.gender = gender
        if known.sort is Sort.PERSON:
            # "federation president X" makes nobody a federation.
            known.words -= set(BODY_SORTS) - ROLES
        if mention.body_of and known.sort is not Sort.BODY:
            known.body = known.body or mention.body_of

    def _drop(self, known: Known) -> None:
        self.known.remove(known)
        for index in (self._by_last_word, self._by_initials):
            for same in index.values():
                if known in same:
                    same.remove(known)

    def _join(self, short: str, known: Known) -> None:
        other = self._by_key.get(name_key(short))
        if other is not None and other is not known and len(other.name) <= len(short) + 1:
            known.places.extend(other.places)
            if other in self.known:
                self._drop(other)
        self._by_key[name_key(short)] = known


def _ends_in(words: list[str], tail: list[str]) -> bool:
    """Tell whether a name ends in another: ``Oland Federal Police``, not ``embassy of Oland``."""
    before = words[: -len(tail)]
    whole = words[-len(tail) :] == tail and len(tail) > 1 and bool(before)
    return whole and before[-1] not in PREPOSITIONS | {"the"}


def _shortens(short: str, name: str) -> bool:
    """Tell whether a short form takes its letters from a name, in order."""
    letters = iter(name.removeprefix("The ").lower())
    wanted = [c for c in short.lower() if c.isalpha()]
    return (
        bool(wanted)
        and name.removeprefix("The ").lower()[0] == wanted[0]
        and all(c in letters for c in wanted)
    )


def initials_of(name: str) -> str:
    """Give a name's initials: those of its capitalised words."""
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper()).lower()


def _sort_words(name: str) -> set[str]:
    words = {word.strip(".,’'").lower() for word in name.split()}
    return words & set(BODY_SORTS)


def _sort_by_name(name: str) -> Sort:
    words = [word.lower().strip(".") for word in name.split()]
    if words[-1].isdigit():
        words = words[:-1] or words
    if words[-1] in LAWS and len(words) > 1:
        return Sort.LAW
    if words[0] in LAWS and len(words) > 2 and words[1] in PREPOSITIONS:
        return Sort.LAW
    if set(words) & set(BODY_SORTS):
        return Sort.BODY
    if len(words) == 1 and name.isupper():
        return Sort.BODY
    return Sort.UNKNOWN
