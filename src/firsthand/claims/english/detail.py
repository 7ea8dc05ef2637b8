"""Adds to a claim what its words tell: hedges, figures, names, basis, act, and how to read it."""

from dataclasses import replace
from datetime import date
from typing import Final

from firsthand.claims.english.acts import act_in
from firsthand.claims.english.bases import basis_of, tells_own_act
from firsthand.claims.english.dates import day_in, periods_in
from firsthand.claims.english.hedges import hedges_in, scare_quotes_in
from firsthand.claims.english.names import name_runs
from firsthand.claims.english.page import Page
from firsthand.claims.english.phrases import subject_before, verb_group_start
from firsthand.claims.english.quantities import quantities_in
from firsthand.claims.english.read_as import read_as
from firsthand.claims.english.speakers import Speakers
from firsthand.values.act import ActKind, ActMention
from firsthand.values.claim import UNIDENTIFIED, Basis, Claim, Stance
from firsthand.values.quantity import Quantity
from firsthand.values.source import Source
from firsthand.values.spans import Span

_RULINGS: Final = frozenset({"ruled", "ruling", "held", "found", "rules", "finding"})
_COURTS: Final = frozenset({"court", "judge", "tribunal", "jury", "justices", "judges"})


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
            read_as=read_as(self._page, self._speakers, claim),
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
            return self._speakers.meant_by(self._page.span_of(*run), claim.chain[1:])

        act = act_in(claim.text, self._source.published_on, named)
        if act is None:
            return self._ruling_of(claim)
        body = self._speakers.affiliations.get(claim.speaker)
        if act.by is None and claim.stance is Stance.ANNOUNCES_INVESTIGATION:
            act = replace(act, by=body or claim.speaker)
        own = act.by is not None and act.by in {claim.speaker, body}
        # "It had ordered" looks back from the day of telling to a day that is not named.
        looks_back = " had " in f" {claim.text} "
        if act.on or not own or looks_back or periods_in(claim.text):
            return act
        # Who tells of an act of its own, and names no day, tells of it on the day.
        return replace(act, on=self._said_on(claim) or self._source.published_on)

    def _ruling_of(self, claim: Claim) -> ActMention | None:
        """Read what a court says by its verb: ``a court ruled that …``."""
        cue = " ".join(span.within(self._source.text) for span in claim.cue).lower()
        speaker = " ".join(span.within(self._source.text) for span in claim.speaker_spans).lower()
        rules = any(word in _RULINGS for word in cue.split())
        if not rules or not any(word in _COURTS for word in speaker.split()):
            return None
        by = None if claim.speaker == UNIDENTIFIED else claim.speaker
        return ActMention(kind=ActKind.COURT_FINDING, by=by, on=self._said_on(claim))

    def _basis_of(self, claim: Claim, act: ActMention | None) -> Basis:
        if claim.speaker == UNIDENTIFIED:
            return Basis.NOT_STATED
        frame = " ".join(span.within(self._source.text) for span in claim.speaker_spans)
        basis = basis_of(claim.text, frame)
        doer = act.by if act else None
        own = {claim.speaker, self._speakers.affiliations.get(claim.speaker)}
        if (doer and doer in own) or self._tells_own_act(claim):
            return Basis.OWN_ACT if basis in {Basis.NOT_STATED, Basis.OWN_INQUIRY} else basis
        return basis

    def _tells_own_act(self, claim: Claim) -> bool:
        pronoun = tells_own_act(claim.text)
        if pronoun is None:
            return False
        if pronoun in {"i", "we"}:
            return True
        start = claim.content[0].start
        meant = self._speakers.meant_by(Span(start, start + len(pronoun)), claim.chain[1:])
        return meant is not None and meant in {
            claim.speaker,
            self._speakers.affiliations.get(claim.speaker),
        }

    def _said_on(self, claim: Claim) -> date | None:
        return day_in(self._frame_of(claim), self._source.published_on) if claim.cue else None
