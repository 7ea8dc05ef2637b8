"""Whom a person speaks for, where the words of a source say so.

A spokesperson is her body: "Harbour Police spokesperson Dana Wick" and the Harbour Police are one
speaker. Two witnesses who happen to stand in one sentence are not, so only words that name a post
in the body count.
"""

import re
from collections.abc import Iterable
from typing import Final

from firsthand.values.body import name_key
from firsthand.values.source import Source

_POST: Final = (
    r"(?:spokes(?:person|man|woman|people)|press (?:officer|secretary|attach[eé])|researcher|author|"
    r"co-author|director|chair(?:man|woman|person)?|president|head|chief|deputy \w+|coordinator|"
    r"analyst|secretary|founder|co-founder|investigator|campaigner|lawyer|officer|"
    r"superintendent|inspector|commissioner|constable|sergeant|ambassador|consul(?: general)?|"
    r"minister|manager|editor|porte-parole)"
)
_NAME: Final = r"(?:[^\W\d_][\w'’.-]*)(?: [^\W\d_][\w'’.-]*){0,6}"


class Affiliations:
    """The bodies that persons speak for, as the case's own texts tell it.

    ``spoken_for`` maps a person's key and a source's id to a body's key. A person may speak for
    another body in another source, so nothing is carried from one text to the next.
    """

    def __init__(
        self, sources: Iterable[Source], speakers: dict[str, set[str]], known: Iterable[str]
    ) -> None:
        """Look through each source for the posts of its own speakers.

        ``speakers`` holds the speakers' names by source id; ``known`` every other name that a body
        goes by in the case.
        """
        known_names = sorted(set(known))
        self.spoken_for: dict[tuple[str, str], str] = {}
        for source in sources:
            names = speakers.get(source.id, set())
            for person in sorted(names):
                body = _body_of(person, source.text, names - {person}, known_names)
                if body:
                    self.spoken_for[source.id, name_key(person)] = name_key(body)


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


_BODY_WORDS: Final = frozenset(
    """police ministry department office embassy consulate council committee union association
    agency group monitor watch defenders club house centre center institute foundation network news
    times post courier herald radio fm tv media court parliament assembly government commission
    service services force bureau authority republic kingdom state party company university
    society alliance coalition front league federation organisation organization""".split()
)


def _body_of(person: str, text: str, speakers: set[str], known: list[str]) -> str | None:
    if not looks_like_person(person):
        return None
    bodies = {*speakers, *known} - {person}
    for spelling in (person, person.split()[-1]):
        place = re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", text)
        if place is None:
            continue
        before, after = text[max(0, place.start() - 90) : place.start()], text[place.end() :][:140]
        found = _named_before(before, bodies) or _named_after(after, bodies)
        if found:
            return found
        if _has_post_of_the_body_spoken_of(after):
            # Only who speaks on this page can have a researcher here: a state that is merely
            # named does not.
            return _last_named(text[: place.start()], speakers)
    return None


def _named_before(before: str, bodies: set[str]) -> str | None:
    """Read "Harbour Police spokesperson (Dana Wick)"."""
    match = re.search(rf"({_NAME})(?:['’]s?)? (?:\w+ )?{_POST},? ?$", before, re.IGNORECASE)
    if match is None:
        return None
    return _longest_ending(match.group(1), bodies)


def _named_after(after: str, bodies: set[str]) -> str | None:
    """Read "(Dana Wick), a spokesperson for the Harbour Police"."""
    match = re.match(
        rf",? (?:who (?:is|chairs|heads|leads|runs|speaks for) )?(?:(?:a|an|the|its) )?"
        rf"(?:[\w-]+ ){{0,2}}?(?:{_POST}(?: (?:of|for|at|with|du|de la))?|of|de)? ?(?:the )?({_NAME})",
        after,
        re.IGNORECASE,
    )
    if match is None or not re.match(rf"^,? ?(?:.{{0,40}}?{_POST}|who \w+|of )", after, re.I):
        return None
    return _longest_starting(match.group(1), bodies)


def _has_post_of_the_body_spoken_of(after: str) -> bool:
    """Read "(Dana Wick), the researcher who wrote the report" or "its director"."""
    pattern = rf"^, (?:the|its|their|a|who is its) (?:[\w-]+ ){{0,2}}?{_POST}\b(?! (?:of|for|at) )"
    definite = re.match(pattern, after, re.IGNORECASE)
    return bool(definite) and (
        not after.startswith(", a ") or bool(re.match(r"^, a .{0,40}for the (?:force|group)", after))
    )


def _longest_ending(phrase: str, bodies: set[str]) -> str | None:
    fits = [body for body in bodies if name_key(phrase).endswith(name_key(body)) and body]
    return max(fits, key=lambda body: (len(body), body), default=None)


def _longest_starting(phrase: str, bodies: set[str]) -> str | None:
    fits = [body for body in bodies if name_key(phrase).startswith(name_key(body)) and body]
    return max(fits, key=lambda body: (len(body), body), default=None)


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
