"""What a withdrawal takes back: its own speaker's earlier words, and nobody else's."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from firsthand.origins.besides import is_of_a_report
from firsthand.origins.case import Case
from firsthand.origins.comparing import Weights, changed_units
from firsthand.origins.drafts import Draft
from firsthand.origins.families import GENERIC
from firsthand.origins.grouping import Read
from firsthand.origins.kin import Kin
from firsthand.values.claim import Stance

_ENOUGH: Final = 0.5
_ALIKE: Final = 0.25
_SHARED: Final = 1.0
_AHEAD: Final = 1.1


def withdraw(
    reads: Sequence[Read], drafts: list[Draft], weights: Weights, case: Case, kin: Kin
) -> None:
    """Set each withdrawal against the findings that its speaker had stood for."""
    withdrawals = [read for read in reads if read.claim.stance is Stance.WITHDRAWS]
    by_speaker: dict[str, dict[Draft, None]] = {}
    by_claim: dict[str, dict[Draft, None]] = {}
    for draft in drafts if withdrawals else ():
        for other in draft.supports:
            for speaker in case.speakers(other.claim):
                by_speaker.setdefault(speaker, {})[draft] = None
        for claim in draft.claims:
            by_claim.setdefault(claim.id, {})[draft] = None
    for read in withdrawals:
        stood_for = list(by_speaker.get(case.speaker(read.claim), ()))
        hit = (
            _spoken_of(read, stood_for, weights, case)
            or _named(read, by_claim)
            or _in_other_words(read, stood_for, case, kin)
        )
        for draft in hit:
            draft.withdrawals.append(read.claim)
        if not hit:
            drafts.append(Draft(supports=[], beside=[read.claim], alone=read))


def _in_other_words(read: Read, drafts: Sequence[Draft], case: Case, kin: Kin) -> list[Draft]:
    """Find the one finding of the speaker's own that shares the gist of what is taken back."""
    scored = []
    for place, draft in enumerate(drafts):
        if _stood_for(read, draft, case):
            likely = max(kin.likeness(read.claim, other.claim) for other in draft.supports)
            scored.append((*likely, -place))
    scored.sort(reverse=True)
    if not scored or scored[0][0] < _ALIKE or scored[0][1] < _SHARED:
        return []
    if len(scored) > 1 and scored[0][0] < _AHEAD * scored[1][0]:
        return []
    return [drafts[-scored[0][2]]]


def _named(read: Read, by_claim: Mapping[str, Iterable[Draft]]) -> list[Draft]:
    if _says_something(read):
        # Its own words name what is taken back; the rest of a report is not taken back with it.
        return []
    return list(
        dict.fromkeys(draft for name in read.claim.about for draft in by_claim.get(name, ()))
    )


def _says_something(read: Read) -> bool:
    return len(read.proposition.terms - GENERIC) > 2


def _spoken_of(read: Read, drafts: Sequence[Draft], weights: Weights, case: Case) -> list[Draft]:
    mine = [draft for draft in drafts if _stood_for(read, draft, case)]
    if is_of_a_report(read.proposition):
        return mine
    scored = [(score, d) for d in mine if (score := _likeness(read, d, weights)) >= _ENOUGH]
    best = max((score for score, _ in scored), default=0.0)
    return [draft for score, draft in scored if score >= 0.9 * best]


def _stood_for(read: Read, draft: Draft, case: Case) -> bool:
    speaker, day = case.speaker(read.claim), case.day_of(read.claim)
    return any(
        speaker in case.speakers(other.claim)
        and case.day_of(other.claim) <= day
        and other.claim.source != read.claim.source
        for other in draft.supports
    )


def _likeness(read: Read, draft: Draft, weights: Weights) -> float:
    best = 0.0
    for other in draft.supports:
        ours, theirs = read.proposition.terms, other.proposition.terms
        shared = ours & theirs
        told = shared - GENERIC
        if len(told) < 2 or all(term.startswith("@") for term in told):
            # "Its words about Port Elm" alone do not say which words.
            continue
        if changed_units(read.proposition, other.proposition):
            continue
        least = min(weights.of(ours), weights.of(theirs))
        best = max(best, weights.of(shared) / least if least else 0.0)
    return best
