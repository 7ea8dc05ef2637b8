"""A claim that a person adds: its words found in the source's text, or anchored where none is."""

import re
from dataclasses import dataclass
from typing import Final

from firsthand.claims.extractor import claim_id
from firsthand.values.claim import UNIDENTIFIED, Claim, Quotation, Stance
from firsthand.values.errors import BadEntry
from firsthand.values.source import Source
from firsthand.values.spans import Span

_OPENING: Final = '"“„«‘「『'
_ENGINE: Final = "by hand"
_SENTENCE_ENDS: Final = re.compile(r"[.!?。！？\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a person says of a claim: whose words, through whom, which, and with what stance.

    ``nth`` chooses where the words stand several times, counted from 1.
    """

    speaker: str
    words: str
    via: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERTS
    nth: int = 1


def claim_by_hand(source: Source, told: Told) -> Claim:
    """Make a claim from what a person says of it.

    Raises BadEntry where the words do not stand in the text of a source that has one.
    """
    publisher = source.publisher or UNIDENTIFIED
    chain = tuple(dict.fromkeys((publisher, *told.via, told.speaker)))
    content = (_place_of(told, source),) if source.text else ()
    words = content[0].within(source.text) if content else told.words
    return Claim(
        id=claim_id(source.id, content, (*chain, words), told.stance),
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


def _place_of(told: Told, source: Source) -> Span:
    places = [found.start() for found in re.finditer(re.escape(told.words), source.text)]
    if not places:
        raise BadEntry(
            "those words do not stand in the source's text. Copy them from it letter by letter."
        )
    if not 1 <= told.nth <= len(places):
        raise BadEntry(
            f"those words stand {len(places)} times in the text; there is no {told.nth}."
        )
    start = places[told.nth - 1]
    return Span(start, start + len(told.words))


def _quotation(text: str, content: tuple[Span, ...]) -> Quotation:
    if content and text[: content[0].start].rstrip()[-1:] in set(_OPENING) - {""}:
        return Quotation.DIRECT
    return Quotation.INDIRECT


def _sentence(text: str, content: tuple[Span, ...]) -> Span:
    if not content:
        return Span(0, 0)
    start = max(
        (found.end() for found in _SENTENCE_ENDS.finditer(text, 0, content[0].start)), default=0
    )
    after = _SENTENCE_ENDS.search(text, content[-1].end)
    return Span(start, after.end() if after else len(text))
