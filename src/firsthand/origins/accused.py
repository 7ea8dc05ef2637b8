"""Who is charged by a finding: the bodies and states that its claims say do the thing.

Only a denial from somebody else makes a finding *contested*; what the accused and their bodies say
of themselves is a party's statement.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from firsthand.origins.answering import Called, called, charges
from firsthand.origins.case import Case
from firsthand.origins.drafts import Draft
from firsthand.origins.families import EXIST, OPERATE
from firsthand.origins.propositions import name_terms
from firsthand.values.proposition import Proposition


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
        self._names: dict[str, Called] = {}
        self._accused_at_large = self._parties_accused(drafts)

    def is_accused(self, speaker: str, draft: Draft) -> bool:
        """Tell whether a speaker, or the party that answers for it, is charged by a finding."""
        accused = self._called(speaker)
        return any(
            charges(read.proposition, self._case.speaker(read.claim), accused)
            for read in draft.core
        )

    def _called(self, speaker: str) -> Called:
        if speaker not in self._names:
            names, party_names = self.names_of(speaker)
            party = frozenset[str]().union(*map(name_terms, party_names))
            runs = [thing for thing, by in self._runners.items() if not party.isdisjoint(by)]
            self._names[speaker] = called(speaker, names, party_names, runs)
        return self._names[speaker]

    def names_of(self, speaker: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """List a speaker's own names, and those of the party above it."""
        parties = self._case.parties
        party = parties.party_of(speaker)
        own = parties.lineage(speaker) | parties.names_for(speaker)
        over = {name for name in own if name == party or name in parties.names_for(party)}
        return tuple(sorted(own - over)), tuple(sorted(over | {party}))

    def is_accused_elsewhere(self, speaker: str) -> bool:
        """Tell whether a speaker's party denies, anywhere in the case, a charge that names it."""
        return self._case.parties.party_of(speaker) in self._accused_at_large

    def runs_something(self, speaker: str) -> bool:
        """Tell whether a speaker's party is said, anywhere in the case, to run something."""
        return bool(name_terms(self._case.parties.party_of(speaker)) & self._all_runners)

    def runs_by(self, speaker: str) -> tuple[str, ...]:
        """List the things that the party above a speaker is said, anywhere, to run."""
        return tuple(sorted(self._called(speaker).runs))

    def terms_of(self, speaker: str) -> frozenset[str]:
        """List all terms by which a finding may concern a speaker: its names, and those above."""
        above = map(name_terms, self._case.parties.lineage(speaker))
        return frozenset[str]().union(
            *above, *self._called(speaker).names, *self._called(speaker).party_names
        )

    def terms_charged(self, draft: Draft) -> frozenset[str]:
        """List the terms of a finding, with those of whoever runs the things in it."""
        found: set[str] = set()
        for read in draft.core:
            found |= read.proposition.terms | read.proposition.also
            for thing in self.things_in(read.proposition):
                found |= self._runners[thing]
        return frozenset(found)

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


def speaks_of_existing(draft: Draft) -> bool:
    """Tell whether a finding says that a thing is there, or that somebody set it up."""
    return any(
        read.proposition.family in {EXIST, OPERATE}
        and read.proposition.thing is not None
        and not read.proposition.is_negated
        for read in draft.supports
    )
