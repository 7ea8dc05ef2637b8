"""From a finding in the making to its brief: all that its lines rest on, taken out of the case."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Final

from firsthand.origins.accused import Accused
from firsthand.origins.case import Case
from firsthand.origins.course import Course
from firsthand.origins.drafts import Draft
from firsthand.origins.grouping import Read
from firsthand.origins.independence import documents_named
from firsthand.origins.said import Said
from firsthand.origins.showing import as_shown, pronouns_in
from firsthand.origins.wordlists import one_of
from firsthand.values.brief import Brief, BriefClaim, BriefSpeaker
from firsthand.values.claim import OWN_BASES, Claim
from firsthand.values.proposition import Proposition

_NEVER_SAID: Final = re.compile(
    r"\b(?:never|not) (?:ever )?(?:said|say|claim(?:ed)?|sa(?:y|id)|told|spoken?|wrote|written)\b"
)
_ITSELF: Final = one_of("it its we our they their he his she her i my neither none")


class Briefs:
    """Makes the briefs of one case's findings."""

    def __init__(self, said: Said, course: Course, accused: Accused, case: Case) -> None:
        """Take the case as read, with its official acts and with who is accused in it."""
        self._said, self._course, self._accused, self._case = said, course, accused, case
        self._speakers: dict[str, BriefSpeaker] = {}

    def of(self, draft: Draft) -> Brief:
        """Take out of the case what one finding's lines rest on."""
        shown = self._stands_for(draft)
        name = self._stable_id(draft, shown)
        wordings = _Wordings()
        told_for = [self._told(read, name, wordings) for read in self._in_order(draft.supports)]
        told_against = [self._told(read, name, wordings) for read in self._in_order(draft.denies)]
        withdrawals = [self._claim(c, name) for c in self._sorted(draft.withdrawals)]
        beside = [self._claim(c, name) for c in self._sorted(draft.beside)]
        claims = [*told_for, *told_against, *withdrawals, *beside]
        met = dict.fromkeys(speaker for claim in claims for speaker in claim.speakers)
        sources = dict.fromkeys(claim.source for claim in claims)
        return Brief(
            id=name,
            proposition=as_shown(shown.text),
            supports=tuple(told_for),
            denies=tuple(told_against),
            withdrawals=tuple(withdrawals),
            beside=tuple(beside),
            party_statements=tuple(
                dict.fromkeys(claim.id for claim in self._sorted(draft.party_statements))
            ),
            wordings=wordings.listed,
            speakers=tuple(map(self._speaker, met)),
            derivations=tuple(self._case.derivations.among(sources)),
            first_texts={
                source: texts
                for source in sources
                if (texts := self._case.derivations.first_texts_of(source))
            },
            acts=self._course.of(draft),
            weights=self._weights(told_for, wordings.listed),
        )

    def _sorted(self, claims: Iterable[Claim]) -> list[Claim]:
        return sorted(claims, key=self._case.order_of)

    def _in_order(self, reads: Iterable[Read]) -> list[Read]:
        return sorted(reads, key=lambda read: self._case.order_of(read.claim))

    def _told(self, read: Read, part: str, wordings: "_Wordings") -> BriefClaim:
        claim, place = read.claim, wordings.place_of(read.proposition)
        sentence = claim.sentence.within(self._case.source(claim.source).text)
        return self._claim(claim, part, wording=place, sentence=sentence)

    def _claim(
        self, claim: Claim, part: str, *, wording: int | None = None, sentence: str = ""
    ) -> BriefClaim:
        case = self._case
        source = case.source(claim.source)
        first = claim.text.split(maxsplit=1)[:1]
        shown = as_shown(claim.text)
        return BriefClaim(
            id=claim.id,
            source=claim.source,
            file=source.file,
            published_on=source.published_on,
            place=claim.content[0],
            speakers=tuple(case.speakers(claim)),
            stance=claim.stance,
            basis=case.basis_of(claim),
            shown=shown,
            part=part,
            wording=wording,
            documents=documents_named(sentence),
            pronouns=pronouns_in(shown),
            in_pieces=len(claim.content) > 1,
            is_own_voice=claim.is_own_voice,
            is_by_nobody=not case.parties.is_identified(claim.speaker),
            is_withheld=case.is_withheld_testimony(claim),
            only_reports=claim.id in self._said.reported,
            disowns_saying=bool(_NEVER_SAID.search(claim.text)),
            of_itself=bool(first) and first[0].casefold() in _ITSELF,
        )

    def _speaker(self, name: str) -> BriefSpeaker:
        if name not in self._speakers:
            parties, accused = self._case.parties, self._accused
            party = parties.party_of(name)
            names, party_names = accused.names_of(name)
            self._speakers[name] = BriefSpeaker(
                name=name,
                party=party,
                is_identified=parties.is_identified(name),
                is_of_a_state=parties.is_state(party),
                lineage=tuple(sorted(parties.lineage(name))),
                names=names,
                party_names=party_names,
                is_accused_elsewhere=accused.is_accused_elsewhere(name),
                runs=accused.runs_by(name),
                runs_something=accused.runs_something(name),
            )
        return self._speakers[name]

    def _weights(
        self, claims: Sequence[BriefClaim], wordings: Sequence[Proposition]
    ) -> dict[str, float]:
        """Give the weights of the terms by which two grounded claims may be compared."""
        grounded = {
            claim.wording
            for claim in claims
            if claim.basis in OWN_BASES and claim.wording is not None
        }
        known = self._said.grouping.weights.by_term
        terms = frozenset[str]().union(*(wordings[place].terms for place in grounded))
        return {term: known[term] for term in sorted(terms) if term in known}

    def _stands_for(self, draft: Draft) -> Claim:
        """Choose the claim that stands for the finding: attributed, first hand, early."""
        pool = [read.claim for read in draft.core] or draft.beside
        return min(
            pool,
            key=lambda claim: (
                claim.id in self._said.reported,
                claim.is_own_voice,
                self._case.order_of(claim),
            ),
        )

    def _stable_id(self, draft: Draft, shown: Claim) -> str:
        """Name a finding by what its first claim says and where, so that a second run agrees."""
        source = self._case.source(shown.source)
        spans = (f"{a}-{b}" for a, b in shown.content)
        side = "for" if draft.supports else "against" if draft.denies else "beside"
        parts = (source.sha256, source.file, *spans, *shown.chain, shown.stance.value, side)
        text = "\x1f".join(parts)
        return "f" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


class _Wordings:
    """What the claims of one finding say, each wording once."""

    def __init__(self) -> None:
        self._places: dict[Proposition, int] = {}

    def place_of(self, proposition: Proposition) -> int:
        return self._places.setdefault(proposition, len(self._places))

    @property
    def listed(self) -> tuple[Proposition, ...]:
        return tuple(self._places)
