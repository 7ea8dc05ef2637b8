"""Who speaks, who answers for the speaker, and who is one party with whom.

Three steps, each coarser than the one before: a *name* as the chain has it; the *speaker*, after a
spokesperson is taken for her body; the *party*, after organs of one state and outlets of one owner
are taken together. Too coarse costs a corroboration, too fine invents one, so doubt goes to coarse.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from firsthand.origins.affiliations import Affiliations, looks_like_person
from firsthand.origins.wordlists import one_of
from firsthand.values.body import Bodies, Body, BodyKind, name_key
from firsthand.values.claim import UNIDENTIFIED, Claim
from firsthand.values.source import Source

_FORMS_OF_STATE: Final = one_of(
    """republic kingdom of the people's peoples federal federation islamic democratic socialist
    state union"""
)
_NOBODY: Final = one_of(
    """unidentified unknown anonymous witness witnesses source sources officials official experts
    critics observers residents reports media some others he she it they"""
) | {
    "a witness",
    "a source",
    "an official",
}
_ORGAN: Final = re.compile(
    r"\b(?:embassy|consulate(?: general)?|consul general|ambassador|(?:foreign|interior|justice|"
    r"defen[cs]e|state security|public security) ministry|ministry of [\w ]+?|ministry|"
    r"government|state media|authorities|officials|presidency|parliament|national assembly|"
    r"prosecutor general(?:'s office)?|prosecutors)\b"
)
_OWN_STAFF: Final = re.compile(
    r"(?:our|this) (?:\w+ )?"
    r"(?:reporter|correspondent|newspaper|paper|newsroom|station|team|staff)s?"
)
_INITIALS: Final = re.compile(r" \(([A-Z][A-Z.&-]{1,9})\)")
_AWAY: Final = re.compile(r"\b(?:in|to|at) .*$")
_STATE_ENDINGS: Final = (
    "ese",
    "ian",
    "ean",
    "ish",
    "an",
    "ic",
    "ia",
    "ey",
    "i",
    "a",
    "y",
    "o",
    "e",
)


class Parties:
    """The speakers of one case and who answers for them."""

    def __init__(self, bodies: Bodies, sources: Iterable[Source], claims: Iterable[Claim]) -> None:
        """Read who is who from what was declared and from the sources' own words."""
        self._bodies = bodies
        self._speakers: dict[tuple[str, str], str] = {}
        self._lineages: dict[str, frozenset[str]] = {}
        self._parties: dict[str, str] = {}
        sources, claims = list(sources), list(claims)
        self._spelling = _usual_spellings(sources, claims)
        speakers: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            speakers[claim.source].update(claim.chain)
        declared = [name for body in bodies for name in (body.name, *body.aliases)]
        publishers = [source.publisher for source in sources if source.publisher]
        spoken = [name for names in speakers.values() for name in names]
        self._posts = Affiliations(sources, speakers, [*declared, *publishers, *spoken])
        self._own_staff = {
            (source.id, name_key(person)): source.publisher
            for source in sources
            if source.publisher
            for person in (source.author,)
            if person and looks_like_person(person) and len(person.split()) > 1
        }
        self._texts = {source.id: (source.publisher or "", source.text) for source in sources}
        self._longer = _by_short_form(sorted({*declared, *publishers}))
        self._short = _short_names(sources, {n for names in speakers.values() for n in names})
        self._shorts: dict[str, set[str]] = defaultdict(set)
        for brief, long in self._short.items():
            self._shorts[long].add(brief)
        everyone = sorted({name for names in speakers.values() for name in names})
        stems = {stem for name in everyone if (stem := _organ_of(name))}
        self._organs_of = _as_written(stems, everyone, sources)
        self._organs_written = frozenset(self._organs_of.values())
        self._have_organs = {body.state for body in bodies}
        self._states = {
            state_stem(name): body.name
            for body in bodies
            if body.kind is BodyKind.STATE and body.state is None
            for name in (body.name, *body.aliases)
        }

    def is_identified(self, name: str) -> bool:
        """Tell whether a name says who it is."""
        key = name_key(name)
        return bool(key) and name != UNIDENTIFIED and key not in _NOBODY

    def text_of(self, source: str) -> str:
        """Give the text of a source; nothing for one that is not in the case."""
        return self._texts.get(source, ("", ""))[1]

    def name_of(self, name: str) -> str:
        """Give a speaker's one name across the case."""
        key = self._short.get(name_key(name), name_key(name))
        body = self._bodies.called(key)
        return body.name if body else self._spelling.get(key, name)

    def speaker_of(self, name: str, source: str) -> str:
        """Give the body that a name stands for in a source: a spokesperson is her body."""
        place = (name, source)
        if place not in self._speakers:
            self._speakers[place] = self._look_up_speaker(name, source)
        return self._speakers[place]

    def _look_up_speaker(self, name: str, source: str) -> str:
        publisher = self._texts.get(source, ("", ""))[0]
        is_own = _OWN_STAFF.fullmatch(name_key(name)) or (source, name_key(name)) in self._own_staff
        if publisher and is_own:
            return self.name_of(publisher)
        own = self.name_of(name)
        body = self._bodies.called(own)
        if body and body.kind is BodyKind.PERSON and body.parent:
            return self.name_of(body.parent)
        if body:
            return body.name
        full = self._full_name(name, source)
        if full:
            return full
        post = self._posts.body_of(name, source)
        if post and post != name_key(own):
            return self.name_of(self._spelling.get(post, post))
        return own

    def _full_name(self, name: str, source: str) -> str | None:
        """Find the one declared body that a short form stands for in a source.

        "The Foreign Ministry" is the one whose full name the same page gives, or its publisher;
        failing that, the only declared one.
        """
        words = _bare_words(name)
        longer = self._longer.get(words, ())
        if not longer:
            return None
        publisher, text = self._texts.get(source, ("", ""))
        here = {
            self._bodies.one_name(long)
            for long in longer
            if long in text or name_key(long) == name_key(publisher)
        }
        if len(here) == 1:
            return next(iter(here))
        anywhere = {self._bodies.one_name(long) for long in longer}
        return next(iter(anywhere)) if len(words) > 1 and len(anywhere) == 1 else None

    def party_of(self, speaker: str) -> str:
        """Give the state, owner or parent that answers for a speaker; itself when nobody does."""
        if speaker not in self._parties:
            self._parties[speaker] = self._look_up_party(speaker)
        return self._parties[speaker]

    def _look_up_party(self, speaker: str) -> str:
        body = self._bodies.called(speaker)
        if body is None:
            return self._state_of(speaker) or self.name_of(speaker)
        seen = {body.name}
        while True:
            if body.state:
                return self._bodies.one_name(body.state)
            above = body.parent or body.owner
            if above is None:
                return body.name
            higher = self._bodies.called(above)
            if higher is None or higher.name in seen:
                return above
            seen.add(higher.name)
            body = higher

    def is_state(self, party: str) -> bool:
        """Tell whether a party is a state rather than an owner or a body of its own."""
        body = self._bodies.called(party)
        if body:
            return body.kind is BodyKind.STATE or party in self._have_organs
        return party in self._organs_written

    def lineage(self, speaker: str) -> frozenset[str]:
        """Give a speaker's own name and every body above it, up to the state."""
        if speaker not in self._lineages:
            self._lineages[speaker] = self._look_up_lineage(speaker)
        return self._lineages[speaker]

    def _look_up_lineage(self, speaker: str) -> frozenset[str]:
        names = {speaker, self.party_of(speaker)}
        body: Body | None = self._bodies.called(speaker)
        while body:
            above = body.parent or body.owner
            if above is None or above in names:
                break
            names.add(above)
            body = self._bodies.called(above)
        return frozenset(names)

    def are_one(self, left: str, right: str) -> bool:
        """Tell whether two speakers answer for one another."""
        return self.party_of(left) == self.party_of(right)

    def belongings(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        """List, for each declared body, the keys of its names and the names of all above it."""
        return [
            (
                frozenset(name_key(name) for name in (body.name, *body.aliases)),
                self.lineage(body.name) - {body.name},
            )
            for body in self._bodies
            if self.lineage(body.name) != {body.name}
        ]

    def names_for(self, speaker: str) -> frozenset[str]:
        """List the keys of all names a speaker goes by."""
        body = self._bodies.called(speaker)
        names = (body.name, *body.aliases) if body else (speaker,)
        return frozenset(
            {name_key(name) for name in names} | self._shorts.get(name_key(speaker), set())
        )

    def _state_of(self, name: str) -> str | None:
        stem = _organ_of(name)
        if stem is None:
            stem = state_stem(name)
            if stem not in self._states and stem not in self._organs_of:
                return None
        return self._states.get(stem) or self._organs_of.get(stem) or name


def _by_short_form(names: list[str]) -> dict[tuple[str, ...], list[str]]:
    """List, for the words at either end of each name, the names that they may stand for."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        words = _bare_words(name)
        for size in range(1, len(words)):
            for short in {words[:size], words[-size:]}:
                found[short].append(name)
    return found


def _bare_words(name: str) -> tuple[str, ...]:
    return tuple(word.removesuffix("'s") for word in name_key(name).split())


def state_stem(name: str) -> str:
    """Reduce a state's name or its adjective to what both share.

    >>> state_stem("Ostria") == state_stem("Ostrian")
    True
    """
    words = [w for w in name_key(name).split() if w not in _FORMS_OF_STATE]
    word = words[-1] if words else ""
    for ending in _STATE_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _organ_of(name: str) -> str | None:
    """Find the stem of the state whose organ a name describes: "Ostrian embassy in Port Elsing"."""
    key = name_key(name)
    if not _ORGAN.search(key):
        return None
    of = re.search(r"\bof (?:the )?(?P<state>[^,]+?)(?: in .*)?$", key)
    if of and not re.match(r"(?:foreign|interior|justice|defen|state|public)", of["state"]):
        return state_stem(of["state"]) or None
    rest = _ORGAN.sub("", _AWAY.sub("", key)).replace("'s", "").strip(" '")
    return state_stem(rest.split()[0]) if rest.split() else None


def _as_written(stems: set[str], speakers: list[str], sources: list[Source]) -> dict[str, str]:
    """Find how states whose organs speak are written: as a speaker, else the first such word."""
    named: dict[str, str] = {}
    for name in sorted(speakers, key=lambda name: (len(name), name)):
        stem = state_stem(name)
        if stem in stems and stem not in named and not _organ_of(name):
            named[stem] = name
    met: set[str] = set()
    for source in sorted(sources, key=lambda source: (source.file, source.id)):
        if stems <= named.keys():
            break
        for word in re.findall(r"[A-Z][\w'’-]+", source.text):
            if word not in met:
                met.add(word)
                stem = state_stem(word)
                if stem in stems and stem not in named:
                    named[stem] = str(word).removesuffix("’s").removesuffix("'s")
    return {stem: named.get(stem, stem.capitalize()) for stem in sorted(stems)}


def _usual_spellings(sources: list[Source], claims: list[Claim]) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in (name for claim in claims for name in claim.chain):
        counts[name_key(name)][name] += 1
    for source in sources:
        if source.publisher:
            counts[name_key(source.publisher)][source.publisher] += 1
    return {
        key: min(spellings, key=lambda name: (-spellings[name], name))
        for key, spellings in counts.items()
    }


def _short_names(sources: list[Source], names: set[str]) -> dict[str, str]:
    """Map initials given in brackets after a name, "River Watch (RW)", and surnames, to it."""
    short: dict[str, set[str]] = defaultdict(set)
    bodies: set[str] = set()
    for name in names:
        if looks_like_person(name) and len(name.split()) > 1:
            short[name_key(name.split()[-1])].add(name_key(name))
        else:
            bodies.add(name)
    sizes = sorted({len(name) for name in bodies})
    for source in sources:
        found: set[str] = set()
        for mark in _INITIALS.finditer(source.text):
            before = (source.text[max(0, mark.start() - size) : mark.start()] for size in sizes)
            for name in (bodies & set(before)) - found:
                found.add(name)
                short[name_key(mark.group(1))].add(name_key(name))
    keys = {name_key(name) for name in names}
    return {
        brief: next(iter(longs))
        for brief, longs in short.items()
        if len(longs) == 1 and brief in keys and brief not in longs
    }
