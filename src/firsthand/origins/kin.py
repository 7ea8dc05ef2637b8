"""Kin: claims that tell one speaker's statement again, in other words, in another source.

Two tellings of one speaker are not compared by what they share alone, but by what they share more
than any rival does: what a second source lets a speaker say is, most likely, the nearest of the
things that the first source lets the same speaker say. Joining them adds no origin, so less must
agree than between two speakers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.comparing import conflict, may_share_predicate
from firsthand.origins.gists import (
    Gist,
    Gists,
    count_other_things,
    exclude_each_other,
    gist_of,
    share_a_count,
)
from firsthand.values.claim import STANCES_AGAINST, STANCES_FOR, Claim, Setting
from firsthand.values.proposition import Proposition
from firsthand.values.source import Role

MUTUAL: Final = 0.2
"""From this likeness on, two claims that are each other's nearest are kin."""
ONE_WAY: Final = 0.4
"""From this likeness on, a claim is kin to its nearest even where that has a nearer one."""
OTHERS: Final = 0.55
"""From this likeness on, two speakers' claims may be one."""
_SHARED_BY_OTHERS: Final = 2.2
_RAREST: Final = 5
LEAST_PROBED: Final = 0.6
_CROWDED: Final = 40
_EXCLUDE: Final = frozenset(
    {"modality", "period", "means", "names", "agent", "figures", "scope", "words"}
)
_SHARED: Final = 1.0
_SHARED_WITH_A_COUNT: Final = 0.75
_AHEAD: Final = 1.1
_APART: Final = 0.5
TOGETHER: Final = 0.28
"""The mean likeness that two groups must have to be one."""
TOGETHER_OF_ONE_SPEAKER: Final = 0.22
"""The same where one speaker's two tellings join them, and a false step adds no origin."""
_MOST_TEXTS: Final = 150
_MOST_SOURCES: Final = 40
_FEWEST_SOURCES: Final = 3
_COMPARISONS: Final = 2_400

ClaimPair = tuple[str, str]


class Kin:
    """Knows, for one case, which claims tell one statement, and which tell two."""

    def __init__(
        self, claims: Sequence[Claim], propositions: dict[str, Proposition], case: Case
    ) -> None:
        """Compare what each speaker says in one source with what it says in the others."""
        self._case, self._propositions = case, propositions
        self._gist = {claim.id: gist_of(claim) for claim in claims}
        self._speaker = {claim.id: case.speaker(claim) for claim in claims}
        self._gists = Gists(self._gist.values())
        self.pairs: dict[ClaimPair, float] = {}
        self._near: dict[str, set[str]] = defaultdict(set)
        counted = [claim for claim in claims if claim.stance in STANCES_FOR | STANCES_AGAINST]
        said: dict[tuple[str, bool], dict[str, list[Claim]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for claim in counted:
            speaker = case.speaker(claim)
            if case.parties.is_identified(claim.speaker):
                said[speaker, claim.stance in STANCES_AGAINST][claim.source].append(claim)
        for by_source in said.values():
            for here, there in _source_pairs(by_source):
                self._align(by_source[here], by_source[there])
        on_page: dict[str, list[Claim]] = defaultdict(list)
        for claim in counted:
            if claim.stance in STANCES_FOR:
                on_page[claim.source].append(claim)
        for held in on_page.values():
            heads = [claim for claim in held if self._is_headline(claim)]
            body = [claim for claim in held if claim not in heads]
            self._align(heads, body, of_one_speaker=False)

        self._align_speakers([claim for claim in counted if claim.stance in STANCES_FOR])

    def _align_speakers(self, claims: Sequence[Claim]) -> None:
        """Pair statements of two speakers that share almost all that is rare in them."""
        holders: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
        for claim in claims:
            if self._case.parties.is_identified(claim.speaker):
                rare = sorted(self._gists.rarest(self._gist[claim.id], _RAREST))
                for two in combinations(rare, 2):
                    holders[two].append(claim)
        for held in holders.values():
            if len(held) > _CROWDED:
                continue
            for left, right in combinations(held, 2):
                pair = (left.id, right.id) if left.id < right.id else (right.id, left.id)
                if pair in self.pairs or left.source == right.source:
                    continue
                score, shared = self.likeness(left, right)
                ours, theirs = self._propositions[left.id], self._propositions[right.id]
                if (
                    score >= OTHERS
                    and shared >= _SHARED_BY_OTHERS
                    and self._agree_in_polarity(left, right)
                    and self._may_share_predicate(left.id, right.id)
                    and not count_other_things(self._gist[left.id], self._gist[right.id])
                    and conflict(ours, theirs, score) not in _EXCLUDE
                ):
                    self.pairs[pair] = score

    def gist(self, claim: Claim) -> Gist:
        """Give a claim's gist."""
        return self._gist[claim.id]

    def likeness(self, left: Claim, right: Claim) -> tuple[float, float]:
        """Weigh what two claims share, from 0 to 1 and as a sum; nothing if they exclude."""
        ours, theirs = self._gist[left.id], self._gist[right.id]
        if exclude_each_other(ours, theirs):
            return 0.0, 0.0
        return self._gists.likeness(ours, theirs)

    def needed(self, words: frozenset[str], least: float) -> set[str]:
        """List words of which one must be met for what is shared of a gist to weigh a sum."""
        return self._gists.needed(words, least)

    def share_of(self, matter: frozenset[str], claims: Iterable[Claim]) -> float:
        """Give the share of a matter's words that claims hold together, in one form or another."""
        words = frozenset[str]().union(*(self._gist[claim.id].words for claim in claims))
        whole = self._gists.weight(matter)
        shared = self._gists.shared(
            Gist(matter, {}, frozenset(), frozenset()), Gist(words, {}, frozenset(), frozenset())
        )
        return shared / whole if whole and shared >= LEAST_PROBED else 0.0

    def tell_two_things(self, left: Claim, right: Claim) -> bool:
        """Tell whether one speaker says these as two things on one page."""
        if left.source != right.source or left.chain[-1] != right.chain[-1]:
            return False
        if self._is_headline(left) or self._is_headline(right):
            return False
        share = self._gists.least_share(self._gist[left.id], self._gist[right.id])
        return share < _APART

    def together(self, left: str, right: str) -> float:
        """Give the mean likeness that two groups must have, which two claims (by id) would join."""
        is_one = self._speaker[left] == self._speaker[right]
        return TOGETHER_OF_ONE_SPEAKER if is_one else TOGETHER

    def is_of_one_speaker(self, left: Claim, right: Claim) -> bool:
        """Tell whether two claims are one speaker's words."""
        return self._speaker[left.id] == self._speaker[right.id]

    def of(self, claim: Claim) -> list[str]:
        """List the claims that tell the same statement as one claim (by id)."""
        if not self._near and self.pairs:
            for left, right in self.pairs:
                self._near[left].add(right)
                self._near[right].add(left)
        return sorted(self._near.get(claim.id, ()))

    def _is_headline(self, claim: Claim) -> bool:
        if claim.setting is Setting.HEADLINE:
            return True
        passages = self._case.source(claim.source).passages
        return any(
            passage.role in {Role.TITLE, Role.HEADING} and passage.span.covers(claim.content[0])
            for passage in passages
        )

    def _align(
        self, here: Sequence[Claim], there: Sequence[Claim], *, of_one_speaker: bool = True
    ) -> None:
        scores: dict[tuple[str, str], tuple[float, float]] = {}
        for a in here[:_MOST_TEXTS]:
            for b in there[:_MOST_TEXTS]:
                likeness = self.likeness(a, b)
                if likeness[0] and self._agree_in_polarity(a, b):
                    scores[a.id, b.id] = likeness
        best_here, best_there = _two_best(scores, 0), _two_best(scores, 1)
        for pair, (score, shared) in scores.items():
            left, right = pair
            enough = _SHARED
            if of_one_speaker and share_a_count(self._gist[left], self._gist[right]):
                enough = _SHARED_WITH_A_COUNT
            if score < (MUTUAL if of_one_speaker else ONE_WAY) or shared < enough:
                continue
            if not self._may_share_predicate(left, right) and (
                not of_one_speaker or score < ONE_WAY
            ):
                continue
            ahead = [
                score >= _AHEAD * _rival(best_here[left], pair),
                score >= _AHEAD * _rival(best_there[right], pair),
            ]
            if all(ahead) or (of_one_speaker and any(ahead) and score >= ONE_WAY):
                key = (left, right) if left < right else (right, left)
                self.pairs[key] = max(self.pairs.get(key, 0.0), score)

    def _may_share_predicate(self, left: str, right: str) -> bool:
        return may_share_predicate(self._propositions[left], self._propositions[right])

    def _agree_in_polarity(self, left: Claim, right: Claim) -> bool:
        if left.stance in STANCES_AGAINST:
            return True
        ours, theirs = self._propositions[left.id], self._propositions[right.id]
        return ours.is_negated == theirs.is_negated


def _two_best(
    scores: Mapping[ClaimPair, tuple[float, float]], side: int
) -> dict[str, list[tuple[float, ClaimPair]]]:
    """List, for each claim of one side, its best pair and its runner-up."""
    found: dict[str, list[tuple[float, ClaimPair]]] = defaultdict(list)
    for pair, (score, _) in scores.items():
        found[pair[side]] = sorted([*found[pair[side]], (score, pair)], reverse=True)[:2]
    return found


def _rival(best: list[tuple[float, ClaimPair]], pair: ClaimPair) -> float:
    return next((score for score, other in best if other != pair), 0.0)


def _source_pairs(by_source: dict[str, list[Claim]]) -> Iterator[tuple[str, str]]:
    listed = list(by_source)
    # Who is quoted everywhere is compared with the next few tellings only: work grows with sources.
    ahead = max(_FEWEST_SOURCES, min(_MOST_SOURCES, _COMPARISONS // len(listed)))
    for place, here in enumerate(listed):
        for there in listed[place + 1 : place + 1 + ahead]:
            yield here, there
