"""Adds to a claim what its words tell: hedges, figures, names, basis, act, and how to read it."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from firsthand.claims.english.acts import act_in
from firsthand.claims.english.bases import basis_of, tells_own_act
from firsthand.claims.english.dates import day_in
from firsthand.claims.english.hedges import hedges_in, scare_quotes_in
from firsthand.claims.english.names import name_runs
from firsthand.claims.english.page import Page
from firsthand.claims.english.phrases import subject_before, verb_group_start
from firsthand.claims.english.quantities import quantities_in
from firsthand.claims.english.speakers import Speakers
from firsthand.claims.english.words import SUBJECT_PRONOUNS
from firsthand.values.act import ActMention
from firsthand.values.claim import UNIDENTIFIED, Basis, Claim
from firsthand.values.quantity import Quantity
from firsthand.values.source import Source
from firsthand.values.spans import Span

_SUBJECT_WORDS: Final = re.compile(r"^(?:it|he|she|we|i)\b", re.IGNORECASE)


class Detail:
    """Reads what is inside a claim's words, knowing who its source speaks of."""

    def __init__(self, source: Source, page: Page, speakers: Speakers) -> None:
        """Keep the source, its page and its speakers at hand."""
        self._source = source
        self._page = page
        self._speakers = speakers

    def added_to(self, claim: Claim) -> Claim:
        """Give the claim with all that its words tell."""
        quantities: tuple[Quantity, ...] = ()
        for span in claim.content:
            quantities += quantities_in(span.within(self._source.text), span.start)
        act = self._act_of(claim)
        return replace(
            claim,
            hedges=(*hedges_in(claim.text), *scare_quotes_in(claim.text)),
            quantities=quantities,
            entities=self._entities_of(claim),
            act=act,
            basis=self._basis_of(claim, act),
            said_on=self._said_on(claim),
            read_as=self._read_as(claim),
        )

    def _frame_of(self, claim: Claim) -> str:
        """Give the sentence's words outside the claim's content: its cue, speaker and setting."""
        start, end = claim.sentence
        pieces = []
        for span in claim.content:
            pieces.append(self._source.text[start : max(start, span.start)])
            start = span.end
        pieces.append(self._source.text[start : max(start, end)])
        return " ".join(pieces)

    def _entities_of(self, claim: Claim) -> tuple[str, ...]:
        page = self._page
        found: dict[str, None] = {}
        for span in claim.content:
            first, last = page.token_from(span.start), page.token_from(span.end)
            opening = page.token_from(claim.sentence.start)
            for run in name_runs(page, first, last, sentence_first=opening):
                name = " ".join(page.words(*run).split())
                known = self._speakers.cast.called(name)
                found.setdefault(known.name if known else name, None)
        return tuple(found)

    def _act_of(self, claim: Claim) -> ActMention | None:
        def named(start: int, _end: int) -> str | None:
            offset = claim.content[0].start + start
            if len(claim.content) > 1 or offset >= claim.content[0].end:
                return None
            index = self._page.token_from(offset)
            low = self._page.token_from(claim.content[0].start)
            run = subject_before(self._page, verb_group_start(self._page, index, low), low)
            if run is None:
                return None
            name = self._speakers.name_at(self._page.span_of(*run), claim.chain[1:])
            return None if name == UNIDENTIFIED else name

        act = act_in(claim.text, self._source.published_on, named)
        return act

    def _basis_of(self, claim: Claim, act: ActMention | None) -> Basis:
        frame = self._frame_of(claim) if len(claim.chain) == 2 else ""
        basis = basis_of(claim.text, frame)
        doer = act.by if act else None
        own = {claim.speaker, self._speakers.affiliations.get(claim.speaker)}
        if (doer and doer in own) or (_SUBJECT_WORDS.match(claim.text) and tells_own_act(claim.text)):
            return Basis.OWN_ACT if basis in {Basis.NOT_STATED, Basis.OWN_INQUIRY} else basis
        return basis

    def _said_on(self, claim: Claim) -> date | None:
        return day_in(self._frame_of(claim), self._source.published_on) if claim.cue else None

    def _read_as(self, claim: Claim) -> str:
        """Put names where the content's pronouns and descriptions stand."""
        page = self._page
        pieces: list[str] = []
        for span in claim.content:
            first, last = page.token_from(span.start), page.token_from(span.end)
            words: list[str] = []
            at = span.start
            for index in range(first, last):
                if page.lower[index] not in SUBJECT_PRONOUNS - {"you"}:
                    continue
                token = page.tokens[index]
                name = self._speakers.meant_by(Span(token.start, token.end), claim.chain[1:])
                if name is None:
                    continue
                words.append(self._source.text[at : token.start] + name)
                at = token.end
            words.append(self._source.text[at : span.end])
            pieces.append("".join(words))
        return " ".join(" ".join(pieces).split())
