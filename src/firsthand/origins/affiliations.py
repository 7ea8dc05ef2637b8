"""Whom a person speaks for, where the words of a source say so.

A spokesperson is her body: "Harbour Police spokesperson Dana Wick" and the Harbour Police are one
speaker. Two witnesses who happen to stand in one sentence are not, so only words that name a post
in the body count.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from firsthand.origins.wordlists import one_of
from firsthand.values.body import name_key
from firsthand.values.source import Source

_POST: Final = (
    r"(?:spokes(?:person|man|woman|people)|press (?:officer|secretary|attach[eé])|"
    r"researcher|author|co-author|director|chair(?:man|woman|person)?|president|head|chief|"
    r"deputy \w+|coordinator|"
    r"analyst|secretary|founder|co-founder|investigator|campaigner|lawyer|officer|"
    r"superintendent|inspector|commissioner|constable|sergeant|ambassador|consul(?: general)?|"
    r"minister|manager|editor|porte-parole)"
)
_NAME: Final = r"(?:[^\W\d_][\w'’.-]*)(?: [^\W\d_][\w'’.-]*){0,6}"


class Affiliations:
    """The bodies that persons speak for, as the case's own texts tell it.

    What one source says in so many words holds there; failing that, what the other sources say of
    the same person holds when they agree: a researcher does not become a second voice because one
    paper leaves out whose researcher she is.
    """

    def __init__(
        self, sources: Iterable[Source], speakers: dict[str, set[str]], known: Iterable[str]
    ) -> None:
        """Look through each source for the posts of its own speakers.

        ``speakers`` holds the speakers' names by source id; ``known`` every other name that a body
        goes by in the case.
        """
        bodies = _Names({*known, *(name for names in speakers.values() for name in names)})
        self._said: dict[tuple[str, str], str] = {}
        self._meant: dict[tuple[str, str], str] = {}
        for source in sources:
            names = speakers.get(source.id, set())
            for person in sorted(names):
                if not looks_like_person(person):
                    continue
                place = (source.id, name_key(person))
                body = _named_with(person, source, bodies)
                if body:
                    self._said[place] = name_key(body)
                    continue
                body = _spoken_of_before(person, source.text, names - {person})
                if body:
                    self._meant[place] = name_key(body)
        self._said_anywhere = _counted_by_name(self._said)
        self._meant_anywhere = _counted_by_name(self._meant)

    def body_of(self, person: str, source: str) -> str | None:
        """Give the key of the body that a person speaks for in a source, if that is known."""
        key = name_key(person)
        if (source, key) in self._said:
            return self._said[source, key]
        for told in (self._said_anywhere, self._meant_anywhere):
            found = told.get(key)
            if found:
                return min(found, key=lambda body: (-found[body], body))
        return None


def _counted_by_name(told: Mapping[tuple[str, str], str]) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {}
    for (_, name), body in told.items():
        counted.setdefault(name, Counter())[body] += 1
    return counted


def looks_like_person(name: str) -> bool:
    """Tell whether a name could be a person's: two to four capitalised words, no body word.

    >>> looks_like_person("Dana Wick"), looks_like_person("Harbour Police")
    (True, False)
    """
    words = name.split()
    if not 1 <= len(words) <= 5:
        return False
    if any(word.casefold().strip(".,") in _BODY_WORDS for word in words):
        return False
    return all(word[:1].isupper() for word in words if word not in {"de", "van", "von", "der"})


_BODY_WORDS: Final = one_of(
    """police ministry department office embassy consulate council committee union association
    agency group monitor watch defenders club house centre center institute foundation network
    news times post courier herald radio fm tv media court parliament assembly government
    commission service services force bureau authority republic kingdom state party company
    university society alliance coalition front league federation organisation organization"""
)


def _mentions(person: str, text: str) -> Iterator[tuple[str, str, int]]:
    for spelling in dict.fromkeys((person, person.rsplit(maxsplit=1)[-1])):
        for place in list(re.finditer(rf"(?<!\w){re.escape(spelling)}(?!\w)", text))[:4]:
            start = place.start()
            yield text[max(0, start - 90) : start], text[place.end() :][:140], start


class _Names:
    """All names of a case, found by how a phrase begins or ends."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_key: dict[str, list[str]] = {}
        for name in names:
            if name:
                self._by_key.setdefault(name_key(name), []).append(name)

    def longest_ending(self, phrase: str, person: str) -> str | None:
        """Find the longest name, but the person's own, with which a phrase ends."""
        key = name_key(phrase)
        return self._longest((key[start:] for start in range(len(key) + 1)), person)

    def longest_starting(self, phrase: str, person: str) -> str | None:
        """Find the longest name, but the person's own, with which a phrase begins."""
        key = name_key(phrase)
        return self._longest((key[:end] for end in range(len(key) + 1)), person)

    def _longest(self, keys: Iterable[str], person: str) -> str | None:
        fits = (name for key in keys for name in self._by_key.get(key, ()) if name != person)
        return max(fits, key=lambda name: (len(name), name), default=None)


def _named_with(person: str, source: Source, bodies: _Names) -> str | None:
    for before, after, _ in _mentions(person, source.text):
        found = _named_before(before, person, bodies) or _named_after(after, person, bodies)
        if found:
            return found
        if source.publisher and re.search(rf"\bour (?:\w+ )?{_POST},? $", before, re.IGNORECASE):
            return source.publisher
    return None


def _spoken_of_before(person: str, text: str, speakers: set[str]) -> str | None:
    """Find whose "the researcher who wrote the report" a person is: the body last spoken of.

    Only who speaks on this page can have a researcher here: a state that is merely named does not.
    """
    for _, after, start in _mentions(person, text):
        if _has_post_of_the_body_spoken_of(after):
            return _last_named(text[:start], speakers)
    return None


def _named_before(before: str, person: str, bodies: _Names) -> str | None:
    """Read "Harbour Police spokesperson (Dana Wick)"."""
    match = re.search(rf"({_NAME})(?:['’]s?)? (?:\w+ )?{_POST},? ?$", before, re.IGNORECASE)
    if match is None:
        return None
    unknown = re.search(r"(?:[A-Z][\w&.-]+ )*[A-Z][\w&.-]+$", match.group(1))
    return bodies.longest_ending(match.group(1), person) or (
        unknown.group() if unknown and len(unknown.group().split()) > 1 else None
    )


def _named_after(after: str, person: str, bodies: _Names) -> str | None:
    """Read "(Dana Wick), a spokesperson for the Harbour Police"."""
    match = re.match(
        rf",? (?:who (?:is|chairs|heads|leads|runs|speaks for) )?(?:(?:a|an|the|its) )?"
        rf"(?:[\w-]+ ){{0,2}}?(?:{_POST}(?: (?:of|for|at|with|du|de la))?|of|de)? ?(?:the )?"
        rf"({_NAME})",
        after,
        re.IGNORECASE,
    )
    if match is None or not re.match(
        rf"^,? ?(?:.{{0,40}}?{_POST}|who \w+|of )", after, re.IGNORECASE
    ):
        return None
    return bodies.longest_starting(match.group(1), person)


def _has_post_of_the_body_spoken_of(after: str) -> bool:
    """Read "(Dana Wick), the researcher who wrote the report" or "its director"."""
    pattern = rf"^, (?:the|its|their|a|who is its) (?:[\w-]+ ){{0,2}}?{_POST}\b(?! (?:of|for|at) )"
    definite = re.match(pattern, after, re.IGNORECASE)
    return bool(definite) and (
        not after.startswith(", a ")
        or bool(re.match(r"^, a .{0,40}for the (?:force|group)", after))
    )


def _last_named(text: str, bodies: set[str]) -> str | None:
    """Find the body that was named last before a place, as a name and not inside another word."""
    found = []
    for body in bodies:
        if looks_like_person(body) and len(body.split()) == 2:
            continue
        places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(body)}(?!\w)", text)]
        if places:
            found.append((places[-1], len(body), body))
    return max(found)[2] if found else None
