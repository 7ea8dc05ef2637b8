"""A finding in the making: the claims for, against and beside it, before any line is drawn."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from firsthand.origins.grouping import Read
from firsthand.origins.propositions import Proposition
from firsthand.values.claim import Claim

_RAREST: Final = 3


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """Claims around one proposition; filled step by step, then frozen into a finding."""

    supports: list[Read]
    denies: list[Read] = field(default_factory=list)
    withdrawals: list[Claim] = field(default_factory=list)
    beside: list[Claim] = field(default_factory=list)
    party_statements: list[Claim] = field(default_factory=list)
    alone: Read | None = None

    @property
    def core(self) -> list[Read]:
        """The claims that say what the finding is about: those for it, else those against."""
        return self.supports or self.denies

    @property
    def proposition(self) -> Proposition:
        """What the first of its claims says."""
        core = self.core or ([self.alone] if self.alone else [])
        return core[0].proposition

    @property
    def claims(self) -> list[Claim]:
        """The claims for it and against it."""
        return [read.claim for read in (*self.supports, *self.denies)]

    def put_beside(self, claim: Claim) -> None:
        """Let a claim stand beside, once, and never one that already counts."""
        if all(claim.id != other.id for other in (*self.claims, *self.beside, *self.withdrawals)):
            self.beside.append(claim)


class DraftIndex:
    """Finds drafts by the terms of their claims, so that no claim is held against all of them."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        """List, for each term, the drafts that hold it."""
        self._drafts = list(drafts)
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, draft in enumerate(self._drafts):
            terms: set[str] = set()
            for read in draft.core:
                terms |= read.proposition.terms | read.proposition.also
            for term in terms:
                self._holders[term].append(place)

    def near(self, proposition: Proposition) -> list[Draft]:
        """List the drafts that hold one of a proposition's rarest terms, in their order."""
        known = sorted(
            (term for term in proposition.terms if term in self._holders),
            key=lambda term: (len(self._holders[term]), term),
        )
        places = {place for term in known[:_RAREST] for place in self._holders[term]}
        return [self._drafts[place] for place in sorted(places)]
