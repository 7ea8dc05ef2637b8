"""Reads a page's sayings: every rule in turn, then the tagger, then the quotes without a cue."""

import re
from dataclasses import replace
from typing import Final

from firsthand.claims.english.according import according_in, cited_in
from firsthand.claims.english.agentless import agentless_in
from firsthand.claims.english.carried import carried_in
from firsthand.claims.english.learned import Learned
from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.quotes import Quote, quotes_by_sentence, quotes_in
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.claims.english.silences import silences_in
from firsthand.claims.english.spoken import sayings_in
from firsthand.claims.english.tagging.attribution import attributions_in
from firsthand.claims.english.transcripts import sayings_of_turns, turns_in
from firsthand.claims.english.withdrawals import withdrawals_in
from firsthand.values.claim import Setting, Stance
from firsthand.values.spans import Span

_JOINT: Final = re.compile(r",?\s+(?:but|and)\s+[“\"]?$")
_SILENT: Final = frozenset({Manner.SILENCE, Manner.DECLINED, Manner.UNCONFIRMED})
_LONGEST: Final = 4000
_COLON_TAIL: Final = re.compile(r"^(?P<content>[^:]{12,}):\s+(?P<who>[A-Z][^:.,]{1,40})$")
_COLON_LEAD: Final = re.compile(r"^(?P<who>[A-Z][\w’'. -]{1,30}):\s+(?P<content>[^:]{12,})$")
_DASH_TAIL: Final = re.compile(r"^(?P<content>.{12,})\s[–—-]\s(?P<who>[A-Za-z][\w’' ]{1,30})$")


def read(page: Page) -> tuple[list[Saying], list[Quote]]:
    """Find the sayings of a page in reading order, and its quotes."""
    quotes = quotes_in(page)
    _mark_single_quotes(page, quotes)
    found: list[Saying] = []
    quoted = quotes_by_sentence(page, quotes)
    for number, sentence in enumerate(page.sentences):
        if sentence.span.end - sentence.span.start > _LONGEST:
            # No sentence: a table or an attack. The rules would look at it for hours.
            continue
        near = quoted.get(number, [])
        here = [
            *sayings_in(page, sentence, number, near),
            *according_in(page, sentence, number),
            *withdrawals_in(page, sentence, number),
            *silences_in(page, sentence, number),
            *agentless_in(page, sentence, number),
        ]
        if sentence.setting is Setting.HEADLINE and not here:
            here = _headline(page, sentence, number)
        found.extend(here)
    learned = Learned(page, attributions_in(page.text))
    found = learned.merged([saying for saying in found if learned.trusts(saying)])
    found = _cut_at_silences(page, found)
    cited = [cited_in(page, one) for one in found if one.manner in {Manner.VERB, Manner.LEARNED}]
    found.extend(one for one in cited if one is not None)
    found.extend(carried_in(page, quotes, found))
    found = _with_turns(page, found)
    found.sort(key=lambda saying: (saying.sentence, saying.start, saying.cue, saying.content))
    return found, quotes


def _cut_at_silences(page: Page, found: list[Saying]) -> list[Saying]:
    """End what somebody says where the text goes on to what they would not say."""
    silent: dict[int, list[Saying]] = {}
    for saying in found:
        trailing = (
            saying.manner is Manner.ACCORDING
            and bool(saying.cue)
            and saying.content[-1].end <= saying.cue[0].start
        )
        if trailing or saying.manner in _SILENT:
            silent.setdefault(saying.sentence, []).append(saying)
    cut: list[Saying] = []
    for saying in found:
        content = saying.content
        if saying.manner in {Manner.VERB, Manner.LEARNED}:
            for other in silent.get(saying.sentence, []):
                end = _before_source if other.manner is Manner.ACCORDING else _before_joint
                content = tuple(end(page, span, other.cue[0]) for span in content)
        cut.append(replace(saying, content=content) if content != saying.content else saying)
    return cut


def _before_source(page: Page, span: Span, cue: Span) -> Span:
    """End before ``…, according to the board``, which then holds the whole."""
    if not span.covers(cue) or cue.start < span.start + 8:
        return span
    return Span(span.start, span.start + len(page.text[span.start : cue.start].rstrip(" ,")))


def _before_joint(page: Page, span: Span, cue: Span) -> Span:
    if not span.covers(cue):
        return span
    joint = _JOINT.search(page.text[span.start : cue.start])
    return Span(span.start, span.start + joint.start()) if joint and joint.start() > 8 else span


def _with_turns(page: Page, found: list[Saying]) -> list[Saying]:
    """Add what a transcript's labels tell; what a question holds is taken out."""
    turns = turns_in(page)
    if not turns:
        return found
    asked = [part for turn in turns if turn.asks for _, part in turn.sentences]
    labels = [turn.who for turn in turns]
    kept = []
    for saying in found:
        if any(part.covers(saying.content[0]) for part in asked):
            continue
        source = tuple(_behind_labels(page, own, labels) for own in saying.source)
        if all(span.start < span.end for span in source):
            kept.append(replace(saying, source=source))
    return [*kept, *sayings_of_turns(page, turns)]


def _behind_labels(page: Page, own: Span, labels: list[Span]) -> Span:
    """Cut a label off a speaker's words: the tagger takes ``Flat 5: The Courier`` for one name."""
    for label in labels:
        if label.overlaps(own):
            rest = page.text[label.end : max(label.end, own.end)]
            return Span(own.end - len(rest.lstrip(" :")), own.end)
    return own


def _mark_single_quotes(page: Page, quotes: list[Quote]) -> None:
    """Let the single marks of a quotation count as marks: elsewhere they are apostrophes."""
    for quote in quotes:
        for offset, mark in ((quote.outer.start, "“"), (quote.outer.end - 1, "”")):
            if page.text[offset] in "‘’'":
                index = page.token_from(offset)
                if index < len(page.tokens) and page.tokens[index].start == offset:
                    page.lower[index] = mark


def _headline(page: Page, sentence: Sentence, number: int) -> list[Saying]:
    """Read ``Shops shut: tenants`` and ``Tenants: shops shut``."""
    words = sentence.span.within(page.text)
    match = _COLON_TAIL.match(words) or _DASH_TAIL.match(words)
    if match is None:
        return []
    start = sentence.span.start
    who = Span(start + match.start("who"), start + match.end("who"))
    return [
        Saying(
            sentence=number,
            source=(who,),
            cue=(Span(start + match.end("content"), start + match.end("content") + 1),)
            if words[match.end("content")] == ":"
            else (who,),
            content=(Span(start, start + match.end("content")),),
            stance=Stance.ASSERTS,
            manner=Manner.HEADLINE,
            confidence=0.6,
        )
    ]
