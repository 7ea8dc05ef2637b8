"""Groups of claims that say the same thing.

Claims with one reading are collapsed first, so the work grows with what is said, not with how
often it is repeated. Candidates come from an inverted index of telling terms and figures; pairs
join from the most alike down, and no group may hold two propositions that exclude one another.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.origins.comparing import (
    PERHAPS,
    SAME,
    Weights,
    agreement,
    conflict,
    weights_among,
)
from firsthand.origins.propositions import Proposition
from firsthand.values.claim import Claim

_TELLING_TERMS: Final = 5
_CROWDED: Final = 400
_LOOSEST_MEAN: Final = 0.34
_COMPARED: Final = 24


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
    weights: Weights


def grouped(reads: Sequence[Read]) -> Grouped:
    """Put claims that say the same thing together; ``reads`` come in the case's order."""
    distinct: dict[Proposition, list[Read]] = defaultdict(list)
    for read in reads:
        distinct[read.proposition].append(read)
    propositions = list(distinct)
    weights = weights_among(propositions)
    scored = _scored(propositions, weights, _containing(distinct))
    cluster = _clusters(propositions, scored)
    members: dict[int, list[Read]] = defaultdict(list)
    for place, proposition in enumerate(propositions):
        members[cluster[place]] += distinct[proposition]
    rank = {read.claim.id: place for place, read in enumerate(reads)}
    roots = sorted(members, key=lambda root: min(rank[read.claim.id] for read in members[root]))
    places = {root: place for place, root in enumerate(roots)}
    perhaps = {
        (*sorted((places[cluster[a]], places[cluster[b]])), reason or "little in common")
        for (a, b), (score, reason) in scored.items()
        if cluster[a] != cluster[b] and score >= PERHAPS and reason in {None, "figures"}
    }
    return Grouped(
        groups=tuple(
            tuple(sorted(members[root], key=lambda read: rank[read.claim.id])) for root in roots
        ),
        perhaps=tuple(sorted(perhaps)),  # type: ignore[arg-type] # sorted() widens the pair
        weights=weights,
    )


def _containing(distinct: dict[Proposition, list[Read]]) -> set[tuple[Proposition, Proposition]]:
    """List pairs where one claim's words lie inside another's: who reports is not who says."""
    by_source: dict[str, list[Read]] = defaultdict(list)
    for reads in distinct.values():
        for read in reads:
            by_source[read.claim.source].append(read)
    found = set()
    for reads in by_source.values():
        for outer in reads:
            for inner in reads:
                if len(outer.claim.chain) < len(inner.claim.chain) and _holds(outer, inner):
                    found.add((outer.proposition, inner.proposition))
                    found.add((inner.proposition, outer.proposition))
    return found


def _holds(outer: Read, inner: Read) -> bool:
    return all(
        any(span.covers(part) and span != part for span in outer.claim.content)
        for part in inner.claim.content
    )


def _scored(
    propositions: Sequence[Proposition],
    weights: Weights,
    nested: set[tuple[Proposition, Proposition]],
) -> dict[tuple[int, int], tuple[float, str | None]]:
    scored: dict[tuple[int, int], tuple[float, str | None]] = {}
    for a, b in _candidates(propositions, weights):
        left, right = propositions[a], propositions[b]
        score = agreement(left, right, weights)
        if score < PERHAPS:
            continue
        reason = "nested" if (left, right) in nested else conflict(left, right, score)
        scored[a, b] = (score, reason)
    return scored


def _candidates(propositions: Sequence[Proposition], weights: Weights) -> Iterable[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for place, proposition in enumerate(propositions):
        ranked = sorted(proposition.terms, key=lambda term: (-weights.of([term]), term))
        for term in ranked[:_TELLING_TERMS]:
            holders[term].append(place)
        for figure in proposition.figures:
            if figure.value > 9:
                holders[f"#{figure.value}"].append(place)
        for term in ranked:
            holders[f"{proposition.family}:{term}"].append(place)
    pairs = set()
    for places in holders.values():
        once = sorted(set(places))
        if len(once) <= _CROWDED:
            pairs.update((a, b) for i, a in enumerate(once) for b in once[i + 1 :])
    return sorted(pairs)


def _clusters(
    propositions: Sequence[Proposition],
    scored: dict[tuple[int, int], tuple[float, str | None]],
) -> list[int]:
    root = list(range(len(propositions)))
    members = {place: [place] for place in root}
    good = sorted(
        ((score, a, b) for (a, b), (score, reason) in scored.items() if reason is None),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    for score, a, b in good:
        left, right = root[a], root[b]
        if score < SAME or left == right or not _may_join(members[left], members[right], scored):
            continue
        keep, give = min(left, right), max(left, right)
        for place in members[give]:
            root[place] = keep
        members[keep] += members.pop(give)
    return root


def _may_join(
    left: list[int], right: list[int], scored: dict[tuple[int, int], tuple[float, str | None]]
) -> bool:
    total, count = 0.0, 0
    for a in left[:_COMPARED]:
        for b in right[:_COMPARED]:
            score, reason = scored.get((min(a, b), max(a, b)), (0.2, None))
            if reason is not None:
                return False
            total, count = total + score, count + 1
    return total / count >= _LOOSEST_MEAN
