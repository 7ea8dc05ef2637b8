"""A claim that a person adds: its words found in the source's text, or anchored where none is."""

import re
from dataclasses import dataclass
from typing import Final

from firsthand.claims.extractor import claim_id
from firsthand.values.claim import UNIDENTIFIED, Claim, Quotation, Stance
from firsthand.values.errors import BadEntry
from firsthand.values.source import Source
from firsthand.values.spans import Span

_CLOSED_BY: Final = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』"}
_NOT_ALL_SPACED: Final = "\u0590"
"""From Hebrew on, scripts may set words, or their particles, without a space between them."""
_ENGINE: Final = "by hand"
_SENTENCE_ENDS: Final = re.compile(r"[.!?。！？\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person says of a claim: whose words, through whom, which, and with what stance.

    ``nth`` chooses where the words stand several times, counted from 1. ``anchor`` is their place
    in a source without text.
    """

    speaker: str
    words: str
    via: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERTS
    nth: int = 1
    anchor: str | None = None


def claim_by_hand(source: Source, told: Told) -> Claim:
    """Make a claim from what a person says of it.

    Raises BadEntry where the words do not stand in the text of a source that has one, and where a
    speaker is said to pass on their own words.
    """
    if not told.words.strip():
        raise BadEntry("a claim needs its words.")
    chain = _chain(source.publisher or UNIDENTIFIED, told)
    content = (_place_of(told, source),) if source.text else ()
    words = content[0].within(source.text) if content else told.words
    return Claim(
        id=claim_id(source.id, content, (*chain, words, *_anchors(told, source)), told.stance),
        source=source.id,
        chain=chain,
        content=content,
        text=words,
        read_as=words,
        stance=told.stance,
        quotation=_quotation(source.text, content),
        sentence=_sentence(source.text, content),
        engine=_ENGINE,
    )


def _chain(publisher: str, told: Told) -> tuple[str, ...]:
    via = tuple(name for name in told.via if name.strip())
    outer = tuple(dict.fromkeys((publisher, *via)))
    if outer == (told.speaker,):
        return outer
    if told.speaker in outer:
        raise BadEntry(
            "a speaker does not pass on their own words. Name whose words they are, and only the "
            "others who pass them on."
        )
    return (*outer, told.speaker)


def _anchors(told: Told, source: Source) -> tuple[str, ...]:
    """Without a text, one speaker may say the same words at two places: two claims."""
    return (told.anchor,) if told.anchor and not source.text else ()


def _place_of(told: Told, source: Source) -> Span:
    found = re.finditer(re.escape(told.words), source.text)
    places = [each.start() for each in found if not _cuts_a_word(source.text, *each.span())]
    if not places:
        raise BadEntry(
            "those words do not stand in the source's text. Copy whole words, letter by letter."
        )
    if not 1 <= told.nth <= len(places):
        raise BadEntry(
            f"those words stand {len(places)} times in the text; there is no {told.nth}."
        )
    start = places[told.nth - 1]
    return Span(start, start + len(told.words))


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Tell whether a place begins or ends inside a word or number, as 12 does in 112."""
    edges = (text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1])
    return any(
        len(edge) == 2 and all(sign.isalnum() and sign < _NOT_ALL_SPACED for sign in edge)
        for edge in edges
    )


def _quotation(text: str, content: tuple[Span, ...]) -> Quotation:
    """Tell whether the words stand in quotation marks: all of them, none, or some."""
    seen: set[bool] = set()
    for start, end in content:
        closed_by = ""
        for place in range(text.rfind("\n", 0, start) + 1, end):
            sign = text[place]
            if closed_by and sign in closed_by:
                closed_by = ""
            elif not closed_by and sign in _CLOSED_BY:
                closed_by = _CLOSED_BY[sign]
            elif place >= start and sign.isalnum():
                seen.add(bool(closed_by))
    if len(seen) > 1:
        return Quotation.MIXED
    return Quotation.DIRECT if seen == {True} else Quotation.INDIRECT


def _sentence(text: str, content: tuple[Span, ...]) -> Span:
    if not content:
        return Span(0, 0)
    start = max(
        (found.end() for found in _SENTENCE_ENDS.finditer(text, 0, content[0].start)), default=0
    )
    while text[start].isspace():
        start += 1
    after = _SENTENCE_ENDS.search(text, content[-1].end)
    return Span(start, after.end() if after else len(text))
