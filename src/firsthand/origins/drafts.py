"""A finding in the making: the claims for, against and beside it, before any line is drawn."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from firsthand.origins.grouping import Read
from firsthand.origins.kin import Kin
from firsthand.values.claim import Claim
from firsthand.values.proposition import Proposition

RAREST: Final = 3


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """Claims around one proposition; filled step by step, then frozen into a finding."""

    supports: list[Read]
    denies: list[Read] = field(default_factory=list)
    withdrawals: list[Claim] = field(default_factory=list)
    beside: list[Claim] = field(default_factory=list)
    party_statements: list[Claim] = field(default_factory=list)
    alone: Read | None = None
    _beside: set[str] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        """Know what stands beside by its ids: it may be hundreds of claims."""
        self._beside.update(claim.id for claim in self.beside)

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
        if claim.id in self._beside:
            return
        if all(claim.id != other.id for other in (*self.claims, *self.withdrawals)):
            self.beside.append(claim)
            self._beside.add(claim.id)


class DraftIndex:
    """Finds drafts by the terms of their claims, so that no claim is held against all of them."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        """List, for each term, the drafts that hold it."""
        self._drafts = list(drafts)
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._terms: list[set[str]] = []
        for place, draft in enumerate(self._drafts):
            terms: set[str] = set()
            for read in draft.core:
                terms |= read.proposition.terms | read.proposition.also
            self._terms.append(terms)
            for term in terms:
                self._holders[term].append(place)

    def rarest(self, terms: Iterable[str]) -> list[str]:
        """List those terms that a draft holds, the rarest first."""
        known = (term for term in terms if term in self._holders)
        return sorted(known, key=lambda term: (len(self._holders[term]), term))

    def near(self, proposition: Proposition, *, among: Iterable[str] | None = None) -> list[int]:
        """List (by place) the drafts that hold one of a proposition's rarest terms, in their order.

        ``among`` gives terms of which they must hold one besides.
        """
        rarest = self.rarest(proposition.terms)[:RAREST]
        if among is None:
            return sorted({place for term in rarest for place in self._holders[term]})
        held = {place for term in among for place in self._holders.get(term, ())}
        return sorted(place for place in held if not self._terms[place].isdisjoint(rarest))

    def holds_one_of(self, place: int, terms: Iterable[str]) -> bool:
        """Tell whether a draft (by place) holds one of some terms."""
        return not self._terms[place].isdisjoint(terms)

    def at(self, places: Iterable[int]) -> list[Draft]:
        """Give drafts by their places."""
        return [self._drafts[place] for place in places]


class GistIndex:
    """Finds drafts by the words of their claims' gists."""

    def __init__(self, drafts: Sequence[Draft], kin: Kin) -> None:
        """List, for each word, the drafts (by place) for which a claim holds it."""
        self._kin = kin
        self._holders: dict[str, list[int]] = defaultdict(list)
        for place, draft in enumerate(drafts):
            held = (kin.gist(read.claim).words for read in draft.supports)
            for word in frozenset[str]().union(*held):
                self._holders[word].append(place)

    def sharing(self, words: frozenset[str], least: float) -> list[int]:
        """List every draft (by place) whose words may share so much weight, and some others."""
        needed = self._kin.needed(words, least)
        return sorted({place for word in needed for place in self._holders.get(word, ())})
