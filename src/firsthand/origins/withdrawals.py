"""What a withdrawal takes back: its own speaker's earlier words, and nobody else's."""

from collections.abc import Sequence
from typing import Final

from firsthand.origins.besides import is_of_a_report
from firsthand.origins.case import Case
from firsthand.origins.comparing import Weights, changed_units
from firsthand.origins.drafts import Draft
from firsthand.origins.families import GENERIC
from firsthand.origins.grouping import Read
from firsthand.values.claim import Stance

_ENOUGH: Final = 0.5


def withdraw(reads: Sequence[Read], drafts: list[Draft], weights: Weights, case: Case) -> None:
    """Set each withdrawal against the findings that its speaker had stood for."""
    withdrawals = [read for read in reads if read.claim.stance is Stance.WITHDRAWS]
    stood_for = list(drafts)
    for read in withdrawals:
        hit = _spoken_of(read, stood_for, weights, case) or _named(read, stood_for)
        for draft in hit:
            draft.withdrawals.append(read.claim)
        if not hit:
            drafts.append(Draft(supports=[], beside=[read.claim], alone=read))


def _named(read: Read, drafts: Sequence[Draft]) -> list[Draft]:
    if _says_something(read):
        # Its own words name what is taken back; the rest of a report is not taken back with it.
        return []
    about = set(read.claim.about)
    return [draft for draft in drafts if about & {claim.id for claim in draft.claims}]


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
