"""The English engine: a source in, its claims out, each with its whole chain and its stance."""

import itertools
import re
from dataclasses import dataclass, replace
from typing import Final

from firsthand.claims.english.chains import Nested, nest, unspoken
from firsthand.claims.english.contents import parts_of, quotation_of, trimmed, without_that
from firsthand.claims.english.detail import Detail
from firsthand.claims.english.narrator import own_voice_in
from firsthand.claims.english.page import Page
from firsthand.claims.english.publisher import publisher_of
from firsthand.claims.english.quotes import Quote, quotes_by_sentence
from firsthand.claims.english.reading import read
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.claims.english.speakers import Speakers
from firsthand.claims.english.transcripts import speaks_for_themselves, turns_in, witness_of
from firsthand.claims.english.verdicts import Verdicts
from firsthand.claims.extractor import claim_id, require_checked
from firsthand.values.claim import UNIDENTIFIED, Claim, Quotation, Stance
from firsthand.values.source import Source, SourceKind
from firsthand.values.spans import Span, words_at

_DEEPEST: Final = 8
_CLAUSED: Final = frozenset({Manner.VERB, Manner.LEARNED, Manner.VIEW, Manner.ACCORDING})


class EnglishExtractor:
    """Finds the claims of an English source by rule and tagger."""

    name = "english"

    def claims_in(self, source: Source) -> list[Claim]:
        """Read a source's claims in the order of their words."""
        return list(_Reading(source).claims())

    def affiliations_in(self, source: Source) -> dict[str, str]:
        """Tell for whom each named person of a source speaks: person to body."""
        reading = _Reading(source)
        reading.claims()
        return reading.speakers.affiliations


def affiliations_in(source: Source) -> dict[str, str]:
    """Tell for whom each named person of a source speaks: person to body."""
    return EnglishExtractor().affiliations_in(source)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    chain: tuple[str, ...]
    saying: Saying
    content: tuple[Span, ...]


# "The group quotes a man whom it calls Otto": what Otto says next, he says through the group.
_QUOTES: Final = re.compile(
    r"(?P<who>(?:The\s+)?\w[^,.;]{1,60}?)\s+(?:also\s+)?(?:quotes|cites|quoted|cited)\s+(?P<whom>.+)",
    re.DOTALL,
)
_OWN_PAPER: Final = re.compile(r"(?:the|this|our)\s+(?:report|study|list|statement)", re.IGNORECASE)
_OWN_PAPERS: Final = frozenset({SourceKind.REPORT, SourceKind.STATEMENT})


def _is_question(text: str, saying: Saying) -> bool:
    """Tell whether some quoted words ask: a question claims nothing, whoever asks it."""
    last = saying.content[-1].within(text).rstrip("”\"’' ")
    return saying.manner is Manner.CARRIED and last.endswith("?")


def _is_heard(text: str, saying: Saying) -> bool:
    """Tell whether a speaker passes on what others told: ``The mill has shut, I hear.``."""
    if not saying.cue or saying.cue[0].within(text).lower() != "hear":
        return False
    return saying.content[0].start < saying.cue[0].start


def _with_that(page: Page, saying: Saying, span: Span | None) -> Span | None:
    """Let ``that`` open the words that it leads: with it they are the clause as it was said."""
    if span is None or saying.manner not in _CLAUSED or not saying.cue:
        return span
    index = page.token_from(span.start) - 1
    if index < 0 or page.lower[index] != "that" or page.tokens[index].start < saying.cue[0].end:
        return span
    return Span(page.tokens[index].start, span.end)


class _Reading:
    """One pass over one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.page = Page(source)
        self.publisher = publisher_of(source, self.page)
        self.speakers = Speakers(self.page, self.publisher)
        self._named: dict[tuple[Span, ...], str] = {}
        self._witness: str | None = None
        self._testimony_from = 0
        if source.kind is SourceKind.TESTIMONY:
            self._hear_witness()

    def _hear_witness(self) -> None:
        place = witness_of(self.source, self.page)
        self._witness = place.within(self.page.text) if place else UNIDENTIFIED
        own = [
            number
            for number, span in enumerate(self.page.paragraphs)
            if speaks_for_themselves(self.page, span)
        ]
        self._testimony_from = own[0] if own else len(self.page.paragraphs)

    def claims(self) -> list[Claim]:
        sayings, quotes = read(self.page)
        sayings = sorted(
            [*sayings, *own_voice_in(self.page, sayings, quotes)],
            key=lambda saying: (saying.sentence, saying.start),
        )
        nested = nest(sayings)
        self.speakers.quote(quote.inner for quote in quotes)
        self.speakers.tell(
            span
            for saying in sayings
            if saying.manner is not Manner.OWN_VOICE
            for span in saying.content
        )
        chains = self._chains(nested)
        emptied = unspoken(nested)
        drafts = [
            draft
            for place, (one, chain) in enumerate(zip(nested, chains, strict=True))
            if chain is not None and place not in emptied
            for draft in self._drafts(one.saying, chain)
        ]
        return require_checked(self._finished(drafts, quotes), self.source)

    def _chains(self, nested: list[Nested]) -> list[tuple[str, ...] | None]:
        """Name the speakers, outer ones first, in reading order."""
        made: dict[int, tuple[str, ...] | None] = {}

        def chain_at(index: int, depth: int = 0) -> tuple[str, ...] | None:
            if index not in made:
                one = nested[index]
                outer: tuple[str, ...] | None = self._outermost(one.saying)
                if one.inside is not None and depth < _DEEPEST:
                    outer = chain_at(one.inside, depth + 1)
                made[index] = self._chain_of(one.saying, outer) if outer is not None else None
            return made[index]

        return [chain_at(index) for index in range(len(nested))]

    def _outermost(self, saying: Saying) -> tuple[str, ...]:
        """Give who tells what nobody on the page is said to tell: the publisher, or its witness."""
        if self._witness is not None:
            sentence = self.page.sentences[saying.sentence]
            if sentence.paragraph >= self._testimony_from:
                return (self.publisher, self._witness)
        return (self.publisher,)

    def _chain_of(  # noqa: PLR0911 - one manner, one chain
        self, saying: Saying, outer: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        if saying.manner is Manner.OWN_VOICE or self.source.kind is SourceKind.LAW:
            # A law reports nobody's words: what others say in it, it lays down itself.
            return outer
        if not saying.source:
            if saying.manner is Manner.CARRIED and len(outer) > 1:
                return None
            if saying.manner in {Manner.UNCONFIRMED, Manner.DECLINED, Manner.SILENCE}:
                return outer
            return (*outer, UNIDENTIFIED)
        name = self._name(saying.source, outer)
        if len(outer) == 1 and name not in {UNIDENTIFIED, *outer}:
            quoting = self._quoting(name, saying)
            outer = (*outer, quoting) if quoting else outer
        # A publisher that quotes itself tells it as it tells the rest.
        if name == outer[-1] and len(outer) == 1 and _is_heard(self.page.text, saying):
            return (*outer, UNIDENTIFIED)
        own_page = len(outer) == 1 or saying.manner is not Manner.CARRIED
        if name == outer[-1] != UNIDENTIFIED and own_page:
            # "The Courier has learned", "she said she was aware": nobody new speaks, so that only
            # what is not merely said again makes a claim of its own.
            repeats = len(outer) > 1 and saying.stance is Stance.ASSERTS
            return None if repeats else outer
        return (*outer, name)

    def _quoting(self, name: str, saying: Saying) -> str | None:
        """Find who brings somebody in, shortly before: ``The group quotes a man named Otto``."""
        paragraph = self.page.sentences[saying.sentence].paragraph
        for number in range(saying.sentence - 1, -1, -1):
            sentence = self.page.sentences[number]
            if sentence.paragraph != paragraph:
                return None
            start = sentence.span.start
            found = _QUOTES.match(sentence.span.within(self.page.text))
            if found and re.search(rf"\b{re.escape(name)}\b", found.group("whom")):
                words = Span(start + found.start("who"), start + found.end("who"))
                who = self.speakers.meant_by(words, ())
                return None if who is None or self.speakers.is_publisher(who) else who
        return None

    def _name(self, source: tuple[Span, ...], outer: tuple[str, ...]) -> str:
        if source not in self._named:
            inside = outer[1:]
            name = self.speakers.name_at(source[0], inside)
            own = _OWN_PAPER.fullmatch(source[0].within(self.page.text))
            if name == UNIDENTIFIED and not inside and own and self.source.kind in _OWN_PAPERS:
                name = self.publisher
            if name != UNIDENTIFIED and self.speakers.is_publisher(name):
                name = self.publisher
            self._named[source] = name
        return self._named[source]

    def _drafts(self, saying: Saying, chain: tuple[str, ...]) -> list[_Draft]:
        drafts: list[_Draft] = []
        if _is_question(self.page.text, saying):
            return drafts
        for part in parts_of(self.page.text, saying):
            spans = [
                trimmed(self.page.text, span, inside_quote=saying.manner is Manner.CARRIED)
                for span in part
            ]
            spans = [_with_that(self.page, saying, span) for span in spans]
            content = tuple(sorted(span for span in spans if span is not None))
            if content and all(a.end <= b.start for a, b in itertools.pairwise(content)):
                names = tuple(self.speakers.final_name(name) for name in chain)
                drafts.append(_Draft(chain=names, saying=saying, content=content))
        return drafts

    def _questions(self) -> list[Span]:
        """Give what a transcript's askers ask, in reading order."""
        turns = turns_in(self.page)
        return [part for turn in turns if turn.asks for _, part in turn.sentences]

    def _finished(self, drafts: list[_Draft], quotes: list[Quote]) -> list[Claim]:
        verdicts = Verdicts(self.speakers, self.source.kind)
        detail = Detail(self.source, self.page, self.speakers)
        quoted = quotes_by_sentence(self.page, quotes)
        claims: list[Claim] = []
        seen: set[str] = set()
        asked = self._questions()
        for draft in drafts:
            while asked and asked[0].start < draft.content[0].start:
                verdicts.hear_question(asked.pop(0).within(self.page.text))
            words = words_at(draft.content, self.source.text)
            stance = verdicts.stance_of(draft.saying, draft.chain, without_that(words))
            name = claim_id(self.source.id, draft.content, draft.chain, stance)
            if name in seen:
                continue
            seen.add(name)
            sentence = self.page.sentences[draft.saying.sentence]
            near = quoted.get(draft.saying.sentence, [])
            quotation = quotation_of(self.page.text, draft.content, near)
            claim = Claim(
                id=name,
                source=self.source.id,
                chain=draft.chain,
                content=draft.content,
                text=words,
                read_as=words,
                stance=stance,
                quotation=Quotation.INDIRECT
                if draft.saying.manner is Manner.OWN_VOICE
                else quotation,
                sentence=sentence.span,
                setting=sentence.setting,
                cue=tuple(sorted(draft.saying.cue or draft.saying.led_by))
                if len(draft.chain) > 1 or draft.saying.cue
                else (),
                speaker_spans=tuple(sorted(draft.saying.source)),
                confidence=draft.saying.confidence,
                engine=draft.saying.engine,
            )
            claims.append(detail.added_to(claim))
        return [
            replace(claim, about=about) if about else claim
            for claim, about in verdicts.about(claims)
        ]
