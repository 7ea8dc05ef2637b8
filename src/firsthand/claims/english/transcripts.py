"""Texts where a label says who speaks: interviews, briefings, chats, and a witness's statement."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.page import Page
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.values.claim import Setting, Stance
from firsthand.values.source import Source, SourceKind
from firsthand.values.spans import Span

_LABEL: Final = re.compile(
    r"(?P<stamp>\[[^\]\n]{4,40}\]\s+)?(?P<who>[A-Z][\w.’'-]*(?:\s+[\w.’'-]+){0,4})"
    r"(?:\s*\([^)\n]{2,80}\))?\s*:\s+(?=\S)"
)
_ASKS: Final = word_set("question q interviewer moderator reporter host journalist")
_NO_SPEAKERS: Final = word_set(
    """
    contact published updated photo photograph image source note correction taken subject date
    to from cc tel phone email address editor's update media location
    """
)
_FEWEST: Final = 2
_SURE: Final = 0.85
_WITNESS_NAME: Final = re.compile(
    r"\b(?:under\s+the\s+(?:name|pseudonym)\s+(?:of\s+)?|[Mm]y\s+name\s+(?:in\s+this\s+\w+\s+)?is\s+"
    r"|[Ii]dentified\s+(?:here\s+)?as\s+|\b(?:is|be|am)\s+(?:here\s+)?(?:called|known\s+(?:here\s+)?as)\s+)(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
)
_FIRST_PERSON: Final = re.compile(r"\b(?:I|my|me|My)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one labelled speaker says: the label's place, and the sentences of the turn."""

    who: Span
    asks: bool
    sentences: tuple[tuple[int, Span], ...]


def turns_in(page: Page) -> list[Turn]:
    """Find the turns of a transcript; a text with no repeated label is none."""
    labels: list[tuple[int, re.Match[str]]] = []
    for number, paragraph in enumerate(page.paragraphs):
        match = _LABEL.match(page.text, paragraph.start, paragraph.end)
        if match and match.group("who").lower() not in _NO_SPEAKERS:
            labels.append((number, match))
    counted = Counter(match.group("who").lower() for _, match in labels)
    stamped = sum(1 for _, match in labels if match.group("stamp"))
    if max(counted.values(), default=0) < _FEWEST and stamped < _FEWEST:
        return []
    turns: list[Turn] = []
    for place, (number, match) in enumerate(labels):
        last = labels[place + 1][0] if place + 1 < len(labels) else number + 1
        end = page.paragraphs[max(number, last - 1)].end
        turns.append(
            Turn(
                who=Span(match.start("who"), match.end("who")),
                asks=match.group("who").lower() in _ASKS,
                sentences=tuple(_sentences(page, Span(match.end(), end))),
            )
        )
    return turns


def sayings_of_turns(page: Page, turns: list[Turn]) -> list[Saying]:
    """Give the sayings of a transcript: what is asked is no claim."""
    return [
        Saying(
            sentence=number,
            source=(turn.who,),
            cue=(),
            content=(part,),
            stance=Stance.ASSERTS,
            manner=Manner.CARRIED,
            confidence=_SURE,
        )
        for turn in turns
        if not turn.asks
        for number, part in turn.sentences
        if not part.within(page.text).rstrip().endswith("?")
    ]


def witness_of(source: Source, page: Page) -> Span | None:
    """Find the name under which a testimony's witness speaks."""
    if source.kind is not SourceKind.TESTIMONY:
        return None
    found = _WITNESS_NAME.search(page.text)
    return Span(found.start("name"), found.end("name")) if found else None


def speaks_for_themselves(page: Page, span: Span) -> bool:
    """Tell whether words of a testimony are the witness's own, not of who took it down."""
    return _FIRST_PERSON.search(page.text, span.start, span.end) is not None


def _sentences(page: Page, whole: Span) -> list[tuple[int, Span]]:
    parts: list[tuple[int, Span]] = []
    for number in page.sentences_at(whole):
        sentence = page.sentences[number]
        if sentence.setting is not Setting.BODY:
            continue
        part = Span(max(sentence.span.start, whole.start), min(sentence.span.end, whole.end))
        if part.start < part.end:
            parts.append((number, part))
    return parts
