"""Who is charged by a finding: the bodies and states that its claims say do the thing.

Only a denial from somebody else makes a finding *contested*; what the accused and their bodies say
of themselves is a party's statement.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.denials import disowns
from firsthand.origins.drafts import Draft
from firsthand.origins.families import EXIST, GENERIC, OPERATE, SAY
from firsthand.origins.grouping import Read
from firsthand.origins.propositions import name_terms
from firsthand.origins.wordlists import one_of
from firsthand.values.proposition import Proposition

_NEVER_SAID: Final = re.compile(
    r"\b(?:never|not) (?:ever )?(?:said|say|claim(?:ed)?|sa(?:y|id)|told|spoken?|wrote|written)\b"
)
_ITSELF: Final = one_of("it its we our they their he his she her i my neither none")


def disowns_words(proposition: Proposition) -> bool:
    """Tell whether a denial is about having said so, and not about what was said."""
    return proposition.family in {SAY, None} or not proposition.terms - GENERIC


class Accused:
    """Knows, for one case, which parties run the things that findings are about."""

    def __init__(self, case: Case, drafts: Sequence[Draft]) -> None:
        """Learn from the case's charges who is said to run what."""
        self._case = case
        self._runners: dict[str, set[str]] = defaultdict(set)
        for draft in drafts:
            for read in draft.supports:
                proposition = read.proposition
                if proposition.family == OPERATE and not proposition.is_negated:
                    names = {term for term in proposition.subject if term.startswith("@")}
                    if proposition.thing:
                        self._runners[proposition.thing] |= names
        self._all_runners = frozenset[str]().union(*self._runners.values())
        self._names: dict[str, tuple[list[frozenset[str]], list[frozenset[str]]]] = {}
        self._accused_at_large = self._parties_accused(drafts)

    def is_accused(self, speaker: str, draft: Draft) -> bool:
        """Tell whether a speaker, or the party that answers for it, is charged by a finding."""
        names, party_names = self._names_of(speaker)
        return any(self._charges(read, names, party_names, speaker) for read in draft.core)

    def _names_of(self, speaker: str) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
        """Give the terms of a speaker's own names, and those of the party's above it."""
        if speaker not in self._names:
            self._names[speaker] = self._look_up_names(speaker)
        return self._names[speaker]

    def _look_up_names(self, speaker: str) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
        parties = self._case.parties
        party = parties.party_of(speaker)
        own = parties.lineage(speaker) | parties.names_for(speaker)
        over = {name for name in own if name == party or name in parties.names_for(party)}
        names = [terms for name in sorted(own - over) if (terms := name_terms(name))]
        party_names = [terms for name in sorted(over | {party}) if (terms := name_terms(name))]
        return names, party_names

    def terms_of(self, speaker: str) -> frozenset[str]:
        """List all terms by which a finding may concern a speaker: its names, and those above."""
        above = map(name_terms, self._case.parties.lineage(speaker))
        return frozenset[str]().union(
            *above, *(n for held in self._names_of(speaker) for n in held)
        )

    def terms_charged(self, draft: Draft) -> frozenset[str]:
        """List the terms of a finding, with those of whoever runs the things in it."""
        found: set[str] = set()
        for read in draft.core:
            found |= read.proposition.terms | read.proposition.also
            for thing in self.things_in(read.proposition):
                found |= self._runners[thing]
        return frozenset(found)

    def answers_for(self, speaker: str, draft: Draft) -> bool:
        """Tell whether a denier is accused, or, where nobody accuses, the one concerned."""
        if any(
            read.proposition.family == SAY or _NEVER_SAID.search(read.claim.text)
            for read in draft.denies
            if self._case.speaker(read.claim) == speaker and disowns(read, draft, self._case)
        ):
            # Who never said the words that others put into his mouth is accused of nothing.
            return False
        if self.is_accused(speaker, draft) or self._denies_of_itself(speaker, draft):
            return True
        if draft.supports:
            return self._is_accused_at_large(speaker, draft)
        party = name_terms(self._case.parties.party_of(speaker))
        if party & self._all_runners:
            return True
        return any(
            read.proposition.first_person or read.proposition.witness for read in draft.denies
        )

    def _is_accused_at_large(self, speaker: str, draft: Draft) -> bool:
        """Tell whether a denier answers here for a matter of which its party is accused elsewhere.

        Two men nobody names visit a mother; the embassy of the state that others accuse denies it.
        """
        party = self._case.parties.party_of(speaker)
        if party not in self._accused_at_large:
            return False
        return all(
            self._case.parties.party_of(self._case.speaker(read.claim)) != party
            for read in draft.supports
        )

    def _parties_accused(self, drafts: Iterable[Draft]) -> frozenset[str]:
        """List the parties that deny a charge which names them, made by somebody else."""
        found = set()
        for draft in drafts:
            for read in draft.denies if draft.supports else ():
                speaker = self._case.speaker(read.claim)
                party = self._case.parties.party_of(speaker)
                own = any(
                    self._case.parties.party_of(self._case.speaker(other.claim)) == party
                    for other in draft.supports
                )
                if not own and self.is_accused(speaker, draft):
                    found.add(party)
        return frozenset(found)

    def _denies_of_itself(self, speaker: str, draft: Draft) -> bool:
        """Tell whether a denier speaks of its own doings: "it never asked", "we paid nobody"."""
        own = [name_terms(name) for name in self._case.parties.lineage(speaker)]
        for read in draft.denies:
            if self._case.speaker(read.claim) != speaker or disowns_words(read.proposition):
                continue
            if read.proposition.family in {EXIST, SAY}:
                continue
            first = read.claim.text.split()[:1]
            if first and first[0].casefold() in _ITSELF:
                return True
            if any(terms and terms <= read.proposition.subject for terms in own):
                return True
        return False

    def things_in(self, proposition: Proposition) -> frozenset[str]:
        """List the things in a proposition that somebody in the case is said to run."""
        return frozenset(term for term in proposition.terms if self._runners.get(term))

    def is_concerned(self, speaker: str, draft: Draft) -> bool:
        """Tell whether a speaker runs what a finding is about, or is charged by it."""
        return self.runs(speaker, draft) or self.is_accused(speaker, draft)

    def runs(self, speaker: str, draft: Draft) -> bool:
        """Tell whether a speaker's party is said to run what a finding is about."""
        terms = set().union(*(name_terms(n) for n in self._case.parties.lineage(speaker)))
        return any(
            self._runners[thing] & terms
            for read in draft.core
            for thing in self.things_in(read.proposition)
        )

    def _charges(
        self,
        read: Read,
        names: list[frozenset[str]],
        party_names: list[frozenset[str]],
        speaker: str,
    ) -> bool:
        proposition = read.proposition
        said = proposition.terms | proposition.also
        if any(name <= said for name in names):
            return True
        # A state that is only where a thing happened is not charged with it.
        acting = said - (proposition.places - proposition.subject)
        if any(party <= acting for party in party_names):
            return True
        if proposition.first_person and self._case.speaker(read.claim) == speaker:
            return True
        things = self.things_in(proposition)
        return any(self._runners[thing] & party for thing in things for party in party_names)


def speaks_of_existing(draft: Draft) -> bool:
    """Tell whether a finding says that a thing is there, or that somebody set it up."""
    return any(
        read.proposition.family in {EXIST, OPERATE}
        and read.proposition.thing is not None
        and not read.proposition.is_negated
        for read in draft.supports
    )
