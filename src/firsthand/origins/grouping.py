"""Groups of claims that say the same thing.

Claims with one reading are collapsed first, so the work grows with what is said, not with how
often it is repeated. Candidates come from an inverted index of telling terms and figures; pairs
join from the most alike down, and no group may hold two propositions that exclude one another.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from firsthand.origins.comparing import (
    PERHAPS,
    SAME,
    agreement,
    conflict,
    may_say_it_in_other_words,
    may_share_predicate,
    weights_among,
)
from firsthand.origins.kin import Kin
from firsthand.values.claim import Claim, Stance
from firsthand.values.proposition import Proposition

_TELLING_TERMS: Final = 5
_CROWDED: Final = 400
_CROWDED_IN_A_LARGE_CASE: Final = 60
_LARGE: Final = 3_000
_LOOSEST_MEAN: Final = 0.34
_UNSCORED: Final = 0.2
_COMPARED: Final = 24
_FORBID: Final = frozenset({"nested", "figures"})

Pair = tuple[int, int]
Scores = dict[Pair, tuple[float, str | None]]


@dataclass(frozen=True, slots=True)
class Read:
    """A claim with what it says."""

    claim: Claim
    proposition: Proposition


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups of claims, each in the order given, and pairs of groups that may be one."""

    groups: tuple[tuple[Read, ...], ...]
    perhaps: tuple[tuple[int, int, str], ...]


class Grouping:
    """Compares what a case's claims say, once, and groups them by it."""

    def __init__(self, reads: Sequence[Read], kin: Kin) -> None:
        """Compare the claims, which come in the case's order."""
        self.kin = kin
        self._rank = {read.claim.id: place for place, read in enumerate(reads)}
        self._place: dict[Proposition, int] = {}
        for read in reads:
            self._place.setdefault(read.proposition, len(self._place))
        self._said = list(self._place)
        self.weights = weights_among(self._said)
        self._scores = self._scored(_nested(reads))

    def groups(self, reads: Iterable[Read]) -> Grouped:
        """Put some of the claims together that say the same thing."""
        chosen = sorted(reads, key=lambda read: self._rank[read.claim.id])
        by_place: dict[int, list[Read]] = defaultdict(list)
        for read in chosen:
            by_place[self._place[read.proposition]].append(read)
        cluster = self._with_kin(self._clusters(by_place.keys()), by_place)
        members: dict[int, list[Read]] = defaultdict(list)
        for place, held in by_place.items():
            members[cluster[place]] += held
        for held in members.values():
            held.sort(key=lambda read: self._rank[read.claim.id])
        roots = sorted(members, key=lambda root: self._rank[members[root][0].claim.id])
        number = {root: place for place, root in enumerate(roots)}
        return Grouped(
            groups=tuple(tuple(members[root]) for root in roots),
            perhaps=tuple(sorted(self._perhaps(cluster, number))),
        )

    def groups_of(self, reads: Iterable[Read], stances: frozenset[Stance]) -> Grouped:
        """Put the claims of some stances together that say the same thing."""
        return self.groups(read for read in reads if read.claim.stance in stances)

    def _perhaps(
        self, cluster: dict[int, int], number: dict[int, int]
    ) -> set[tuple[int, int, str]]:
        found = set()
        for (a, b), (score, reason) in self._scores.items():
            if a not in cluster or b not in cluster or cluster[a] == cluster[b]:
                continue
            if score >= PERHAPS and reason in {None, "figures", "verb"}:
                left, right = sorted((number[cluster[a]], number[cluster[b]]))
                found.add((left, right, reason or "little in common"))
        return found

    def _scored(self, nested: set[tuple[Proposition, Proposition]]) -> Scores:
        scores: Scores = {}
        for a, b in self._candidates():
            left, right = self._said[a], self._said[b]
            score = agreement(left, right, self.weights)
            if score >= PERHAPS:
                is_nested = (left, right) in nested or (right, left) in nested
                reason = "nested" if is_nested else conflict(left, right, score)
                if reason == "predicate" and may_say_it_in_other_words(left, right, score):
                    reason = "verb"
                scores[a, b] = (score, reason)
        return scores

    def _candidates(self) -> Iterator[Pair]:
        holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        weight = self.weights.by_term
        for place, proposition in enumerate(self._said):
            ranked = sorted(proposition.terms, key=lambda term: (-weight[term], term))
            telling = ranked[:_TELLING_TERMS]
            for term in telling:
                holders[(term,)].append(place)
            for pair in combinations(sorted(telling), 2):
                holders[pair].append(place)
            for figure in proposition.figures:
                if figure.value > 9:
                    holders[f"#{figure.value}",].append(place)
            for term in ranked:
                holders["in", proposition.family or "", term].append(place)
        for here, lists in enumerate(self._met_together(holders.values())):
            # One at a time: all pairs of a large case at once would not fit into memory.
            for there in sorted({place for once in lists for place in once if place > here}):
                if may_share_predicate(self._said[here], self._said[there]):
                    yield here, there

    def _met_together(self, holders: Iterable[list[int]]) -> list[list[list[int]]]:
        """List, for each proposition, the lists it stands in, but for those that are crowded."""
        large = len(self._said) > _LARGE
        crowded = _CROWDED_IN_A_LARGE_CASE if large else _CROWDED
        together: list[list[list[int]]] = [[] for _ in self._said]
        for places in holders:
            once = sorted(set(places))
            if 1 < len(once) <= crowded:
                for place in once:
                    together[place].append(once)
        return together

    def _clusters(self, places: Iterable[int]) -> dict[int, int]:
        root = {place: place for place in places}
        members = {place: [place] for place in root}
        good = sorted(
            (
                (score, a, b)
                for (a, b), (score, reason) in self._scores.items()
                if reason is None and score >= SAME and a in root and b in root
            ),
            key=lambda row: (-row[0], row[1], row[2]),
        )
        for _, a, b in good:
            left, right = root[a], root[b]
            if left == right or not self._may_join(members[left], members[right]):
                continue
            keep, give = min(left, right), max(left, right)
            for place in members[give]:
                root[place] = keep
            members[keep] += members.pop(give)
        return root

    def _with_kin(self, root: dict[int, int], held: dict[int, list[Read]]) -> dict[int, int]:
        """Join the clusters that tell one speaker's statement in other words."""
        place_of = {read.claim.id: place for place, reads in held.items() for read in reads}
        members: dict[int, list[int]] = defaultdict(list)
        for place in sorted(root):
            members[root[place]].append(place)
        rank = self._rank
        near = sorted(
            (-score, min(rank[a], rank[b]), max(rank[a], rank[b]), a, b)
            for (a, b), score in self.kin.pairs.items()
            if a in place_of and b in place_of
        )
        for _, _, _, a, b in near:
            left, right = root[place_of[a]], root[place_of[b]]
            if left == right or self._tell_two_things(
                members[left], members[right], held, self.kin.together(a, b)
            ):
                continue
            keep, give = min(left, right), max(left, right)
            for place in members[give]:
                root[place] = keep
            members[keep] += members.pop(give)
        return root

    def _tell_two_things(
        self, left: list[int], right: list[int], held: dict[int, list[Read]], together: float
    ) -> bool:
        total, count = 0.0, 0
        for a in left[:_COMPARED]:
            for b in right[:_COMPARED]:
                if self._scores.get((min(a, b), max(a, b)), (0.0, None))[1] in _FORBID:
                    return True
                here, there = held[a][0].claim, held[b][0].claim
                if self.kin.tell_two_things(here, there):
                    return True
                may_be_one = may_share_predicate(self._said[a], self._said[b])
                if not may_be_one and not self.kin.is_of_one_speaker(here, there):
                    return True
                total, count = total + self.kin.likeness(here, there)[0], count + 1
        return total / count < together

    def _may_join(self, left: list[int], right: list[int]) -> bool:
        total, count = 0.0, 0
        for a in left[:_COMPARED]:
            for b in right[:_COMPARED]:
                score, reason = self._scores.get((min(a, b), max(a, b)), (_UNSCORED, None))
                if reason is not None:
                    return False
                if score == _UNSCORED and not may_share_predicate(self._said[a], self._said[b]):
                    return False
                total, count = total + score, count + 1
        return total / count >= _LOOSEST_MEAN


def _nested(reads: Iterable[Read]) -> set[tuple[Proposition, Proposition]]:
    """List pairs where one claim's words lie inside another's: who reports is not who says."""
    return {(outer.proposition, inner.proposition) for outer, inner in inside_pairs(reads)}


def inside_pairs(reads: Iterable[Read]) -> Iterator[tuple[Read, Read]]:
    """List claims with the claims of a longer chain whose words lie inside their own."""
    by_source: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        by_source[read.claim.source].append(read)
    for held in by_source.values():
        held.sort(key=lambda read: (read.claim.content[0], read.claim.id))
        starts = [read.claim.content[0].start for read in held]
        for outer in held:
            first = bisect_left(starts, outer.claim.content[0].start)
            last = bisect_right(starts, outer.claim.content[-1].end)
            for inner in held[first:last]:
                if len(inner.claim.chain) > len(outer.claim.chain) and lies_inside(
                    inner.claim, outer.claim
                ):
                    yield outer, inner


def lies_inside(inner: Claim, outer: Claim) -> bool:
    """Tell whether all of one claim's words lie within another's, and are not the same words."""
    return all(
        any(span.covers(part) and span != part for span in outer.content) for part in inner.content
    )
