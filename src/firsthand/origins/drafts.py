"""A finding in the making: the claims for it, against it and beside it, before any line is drawn."""

from dataclasses import dataclass, field

from firsthand.origins.grouping import Read
from firsthand.origins.propositions import Proposition
from firsthand.values.claim import Claim


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
