"""What stands beside a finding and counts for neither side: refusals, silences, provisos."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from firsthand.origins.accused import Accused, speaks_of_existing
from firsthand.origins.case import Case
from firsthand.origins.comparing import Weights, conflict
from firsthand.origins.drafts import Draft, DraftIndex
from firsthand.origins.families import EXIST, GENERIC, OPERATE
from firsthand.origins.grouping import Read, lies_inside
from firsthand.origins.propositions import Proposition
from firsthand.values.claim import Claim, Stance

_ENOUGH: Final = 0.5
_FILE_WORDS: Final = frozenset({"~file", "find", "claim", "alleg", "accus", "matter"})


def put_beside(
    reads: Sequence[Read], drafts: Sequence[Draft], weights: Weights, case: Case
) -> list[Read]:
    """Put each claim beside the findings it is about; give back those that are about none."""
    holders: dict[str, list[Draft]] = {}
    gathered: dict[str, dict[Draft, None]] = {}
    for draft in drafts:
        for claim in draft.claims:
            holders.setdefault(claim.id, []).append(draft)
            gathered.setdefault(claim.source, {})[draft] = None
    by_source = {source: list(held) for source, held in gathered.items()}
    alone = []
    index = DraftIndex(drafts)
    for read in reads:
        about = (
            _named_drafts(read.claim, holders)
            or _drafts_inside(read.claim, by_source)
            or _spoken_of(read, index, by_source, weights, case)
        )
        for draft in about:
            draft.put_beside(read.claim)
        if not about:
            alone.append(read)
    return alone


def _named_drafts(claim: Claim, holders: Mapping[str, list[Draft]]) -> list[Draft]:
    found: list[Draft] = []
    for name in claim.about:
        found += [draft for draft in holders.get(name, ()) if draft not in found]
    return found


def _drafts_inside(claim: Claim, by_source: Mapping[str, list[Draft]]) -> list[Draft]:
    """Find the findings whose claims lie inside a claim's own words: what a probe is into."""
    return [
        draft
        for draft in by_source.get(claim.source, ())
        if any(
            len(other.chain) > len(claim.chain)
            and other.source == claim.source
            and lies_inside(other, claim)
            for other in draft.claims
        )
    ]


def _spoken_of(
    read: Read,
    index: DraftIndex,
    by_source: Mapping[str, list[Draft]],
    weights: Weights,
    case: Case,
) -> list[Draft]:
    """Find what a claim without named claims is about: a whole report, or a matter."""
    local = by_source.get(read.claim.source, [])
    if is_of_a_report(read.proposition) and read.claim.stance in {
        Stance.NOT_CONFIRMED,
        Stance.DECLINES_TO_COMMENT,
    }:
        return [draft for draft in local if _rests_on_a_report(draft, read, case)]
    is_probe = read.claim.stance is Stance.ANNOUNCES_INVESTIGATION
    near = index.near(read.proposition) if is_probe else local
    scored = [
        (share, draft)
        for draft in near
        if (share := _held(read.proposition, draft, weights)) >= _ENOUGH
    ]
    best = max((share for share, _ in scored), default=0.0)
    return [draft for share, draft in scored if share >= best * 0.9]


def is_of_a_report(proposition: Proposition) -> bool:
    """Tell whether a claim speaks of a whole report and of nothing in it."""
    common = {term for term in proposition.terms if not term.startswith("@")}
    return bool(common & _FILE_WORDS) and common - GENERIC <= _FILE_WORDS


def _rests_on_a_report(draft: Draft, read: Read, case: Case) -> bool:
    """Tell whether, on the same page, the finding is attributed to the body that is spoken of."""
    speaker = case.speaker(read.claim)
    for other in draft.supports:
        speakers = case.speakers(other.claim)
        if other.claim.source != read.claim.source or len(speakers) < 2 or speaker in speakers[1:]:
            continue
        named = read.proposition.names
        if not named or any(named & names_of(name, case) for name in speakers[1:]):
            return True
    return False


def names_of(speaker: str, case: Case) -> frozenset[str]:
    """List the terms of all names a speaker goes by."""
    from firsthand.origins.propositions import name_terms  # noqa: PLC0415 — placed beside its use

    return frozenset().union(
        *(name_terms(name) for name in (speaker, *case.parties.names_for(speaker)))
    )


def _held(proposition: Proposition, draft: Draft, weights: Weights) -> float:
    ours = proposition.terms
    best = 0.0
    for read in draft.core:
        theirs = read.proposition.terms | read.proposition.also
        shared = (ours & theirs) - GENERIC
        if len(shared) < 2:
            continue
        whole = min(weights.of(ours), weights.of(read.proposition.terms))
        best = max(best, weights.of(ours & theirs) / whole if whole else 0.0)
    return min(best, 1.0)


def stand_party_statements_beside(
    drafts: Iterable[Draft], reads: Iterable[Read], accused: Accused, case: Case
) -> None:
    """Put beside a finding what the accused says of the thing while taking it as given."""
    by_speaker: dict[str, list[Read]] = {}
    for read in reads:
        speaker = case.speaker(read.claim)
        may = _may_take_as_given(read.proposition) and accused.things_in(read.proposition)
        if may and case.parties.is_identified(speaker):
            by_speaker.setdefault(speaker, []).append(read)
    for draft in drafts:
        if not draft.supports or not speaks_of_existing(draft):
            continue
        held = {claim.id for claim in draft.claims}
        for speaker, statements in by_speaker.items():
            if not accused.is_concerned(speaker, draft):
                continue
            for read in statements:
                if read.claim.id not in held and _takes_as_given(read.proposition, draft):
                    draft.put_beside(read.claim)
                    draft.party_statements.append(read.claim)


def _may_take_as_given(proposition: Proposition) -> bool:
    return (
        proposition.family not in {EXIST, OPERATE, "began", None}
        and not proposition.is_negated
        and not proposition.is_doubtful
    )


def _takes_as_given(proposition: Proposition, draft: Draft) -> bool:
    """Tell whether a statement speaks of a finding's thing without saying that it is there."""
    charged = draft.proposition
    if charged.thing not in proposition.terms or proposition.scope is not charged.scope:
        return False
    return conflict(proposition, charged, 1.0) in {None, "predicate"}
