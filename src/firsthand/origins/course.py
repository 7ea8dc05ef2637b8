"""The course of a finding: the official acts about its matter, dated, sorted, each once."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from firsthand.origins.besides import names_of
from firsthand.origins.case import Case
from firsthand.origins.comparing import Weights
from firsthand.origins.drafts import Draft
from firsthand.origins.families import GENERIC
from firsthand.origins.grouping import Read
from firsthand.values.act import OfficialAct
from firsthand.values.claim import Claim

_SHARE: Final = 0.3
_LAST: Final = date.max


def course_of(draft: Draft, tellings: Iterable[Read], weights: Weights, case: Case) -> tuple[OfficialAct, ...]:
    """List the acts told of a finding's matter; several tellings of one act are one act."""
    beside = {claim.id for claim in draft.beside}
    about = [
        read
        for read in tellings
        if read.claim.id in beside or _is_about(read, draft, weights, case)
    ]
    merged: list[tuple[Claim, list[Claim]]] = []
    for read in sorted(about, key=lambda read: (_day(read.claim) or _LAST, case.order_of(read.claim))):
        same = next((held for first, held in merged if _one_act(first, read.claim, case)), None)
        if same is None:
            merged.append((read.claim, [read.claim]))
        else:
            same.append(read.claim)
    return tuple(_act(claims, case) for _, claims in merged)


def _is_about(read: Read, draft: Draft, weights: Weights, case: Case) -> bool:
    act = read.claim.act
    by = names_of(case.parties.speaker_of(act.by, read.claim.source), case) if act and act.by else frozenset()
    ours = {term for term in read.proposition.terms - by - GENERIC if term != "~probe"}
    for core in draft.core:
        theirs = core.proposition.terms
        shared = ours & theirs
        least = min(weights.of(ours), weights.of(theirs - GENERIC))
        if len(shared) > 1 and least and weights.of(shared) / least >= _SHARE:
            return True
    return False


def _day(claim: Claim) -> date | None:
    return claim.act.on if claim.act else None


def _one_act(left: Claim, right: Claim, case: Case) -> bool:
    if left.act is None or right.act is None or left.act.kind is not right.act.kind:
        return False
    authorities = {
        case.parties.speaker_of(act.by, claim.source)
        for claim, act in ((left, left.act), (right, right.act))
        if act.by
    }
    if len(authorities) > 1:
        return False
    days = {act.on for act in (left.act, right.act) if act.on}
    return len(days) < 2 or (max(days) - min(days)).days <= 1


def _act(claims: Sequence[Claim], case: Case) -> OfficialAct:
    first = claims[0]
    if first.act is None:
        raise ValueError("a claim without an act was taken for a telling of one")
    names = sorted(
        {case.parties.speaker_of(c.act.by, c.source) for c in claims if c.act and c.act.by}
    )
    days = [c.act.on for c in claims if c.act and c.act.on]
    return OfficialAct(
        kind=first.act.kind,
        by=names[0] if names else None,
        on=min(days, default=None),
        claims=tuple(claim.id for claim in sorted(claims, key=case.order_of)),
    )
