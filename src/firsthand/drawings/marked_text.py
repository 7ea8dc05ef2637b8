"""A source's text cut into pieces, each with the claims that stand on it.

Claims nest and overlap; markup can only nest. So the text is cut at every boundary of every claim,
and each piece names all that covers it, the widest first. Pieces put together are the text.
"""

import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from firsthand.values.claim import UNIDENTIFIED, Claim
from firsthand.values.source import Passage, Role, Source
from firsthand.values.spans import Span

HUES: Final = 7
PATTERNS: Final = 4
_LANES: Final = 3
_MARKS_DEEP: Final = 6
_QUIET_ROLES: Final = frozenset({Role.CREDIT, Role.CAPTION, Role.TEASER, Role.FURNITURE})


class Part(StrEnum):
    """What a marked stretch is to its claim."""

    CONTENT = "content"
    CUE = "cue"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One innermost speaker of a source, with the letter, hue and underline that show it.

    ``chains`` are the ways by which its words reach the page, each once, the shortest first.
    """

    name: str
    chains: tuple[tuple[str, ...], ...]
    letter: str
    hue: int
    pattern: int
    claims: int
    is_publisher: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One claim's hold on a piece of text.

    ``lane`` says how far below the words its underline runs: the same all along one claim, and
    another for each claim that shares words with it.
    """

    claim: str
    part: Part
    voice: Voice
    lane: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text that the same claims cover; ``begins`` names claims that start here."""

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[tuple[str, Voice], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPassage:
    """A passage as pieces, with what it does on its page."""

    role: Role
    place: str
    pieces: tuple[Piece, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether the passage is page furniture rather than the story."""
        return self.role in _QUIET_ROLES


def voices_of(source: Source, claims: Iterable[Claim]) -> dict[str, Voice]:
    """Give each innermost speaker of a source its letter and look, the publisher always last.

    Seven hues and four underlines run on together, so that two speakers share both only after
    twenty-eight; the letter tells them apart without any colour.
    """
    counts: dict[str, int] = {}
    chains: dict[str, set[tuple[str, ...]]] = {}
    own: set[str] = set()
    for claim in claims:
        chains.setdefault(claim.speaker, set()).add(claim.chain)
        counts[claim.speaker] = counts.get(claim.speaker, 0) + 1
        if claim.is_own_voice:
            own.add(claim.speaker)
    names = sorted(counts, key=lambda name: (name in own, name == UNIDENTIFIED))
    return {
        name: Voice(
            name=name,
            chains=tuple(sorted(chains[name], key=lambda chain: (len(chain), chain))),
            letter=_letter(place),
            hue=place % HUES,
            pattern=place % PATTERNS,
            claims=counts[name],
            is_publisher=name in own or name == source.publisher,
        )
        for place, name in enumerate(names)
    }


def marked(
    source: Source, claims: Sequence[Claim], voices: dict[str, Voice], limit: int
) -> list[MarkedPassage]:
    """Cut a source's passages into pieces, up to ``limit`` code points of its text."""
    lanes = _lanes(claims)
    holds = [
        (span, part, claim.id, voices[claim.speaker], lanes[claim.id])
        for claim in claims
        for part, spans in (
            (Part.CONTENT, claim.content),
            (Part.CUE, claim.cue),
            (Part.SPEAKER, claim.speaker_spans),
        )
        for span in spans
        if span.start < span.end
    ]
    # Widest first, so that the mark of what is said inside lies inside.
    holds.sort(key=lambda hold: (hold[0].start, -hold[0].end, hold[1] is Part.SPEAKER, hold[2]))
    passages = [passage for passage in source.passages if passage.span.start < limit]
    return _sweep(source.text, passages, holds, limit)


Hold = tuple[Span, Part, str, Voice, int]


def _lanes(claims: Sequence[Claim]) -> dict[str, int]:
    lanes: dict[str, int] = {}
    active: list[tuple[int, int]] = []
    for claim in sorted(claims, key=_extent):
        start, end, _ = _extent(claim)
        active = [(until, lane) for until, lane in active if until > start]
        taken = {lane for _, lane in active}
        lane = next((lane for lane in range(_LANES) if lane not in taken), _LANES - 1)
        lanes[claim.id] = lane
        active.append((-end, lane))
    return lanes


def _extent(claim: Claim) -> tuple[int, int, str]:
    start = min((span.start for span in claim.content), default=0)
    return (start, -max((span.end for span in claim.content), default=0), claim.id)


def _sweep(
    text: str,
    passages: Iterable[Passage],
    holds: Sequence[Hold],
    limit: int,
) -> list[MarkedPassage]:
    waiting = 0
    active: list[Hold] = []
    begun: set[str] = set()
    done: list[MarkedPassage] = []
    for passage in passages:
        start, end = passage.span.start, min(passage.span.end, limit)
        active = [hold for hold in active if hold[0].end > start]
        while waiting < len(holds) and holds[waiting][0].start < end:
            active.append(holds[waiting])
            waiting += 1
        cuts = {start, end}
        for span, *_ in active:
            cuts.update(place for place in span if start < place < end)
        pieces = tuple(
            _piece(text, Span(left, right), active, begun) for left, right in pairwise(sorted(cuts))
        )
        done.append(MarkedPassage(role=passage.role, place=passage.place, pieces=pieces))
    return done


def _piece(text: str, place: Span, active: Iterable[Hold], begun: set[str]) -> Piece:
    over = {
        (claim, part): (voice, lane)
        for span, part, claim, voice, lane in active
        if span.covers(place)
    }
    begins = tuple(
        (claim, voice)
        for (claim, part), (voice, _) in over.items()
        if part is Part.CONTENT and claim not in begun
    )
    begun.update(claim for claim, _ in begins)
    marks = [
        Mark(claim=claim, part=part, voice=voice, lane=lane)
        for (claim, part), (voice, lane) in over.items()
    ]
    return Piece(text=place.within(text), marks=tuple(marks[-_MARKS_DEEP:]), begins=begins)


def _letter(place: int) -> str:
    letters = string.ascii_uppercase
    if place < len(letters):
        return letters[place]
    return f"{letters[place // len(letters) - 1]}{letters[place % len(letters)]}"
