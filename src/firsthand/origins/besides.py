"""What stands beside a finding and counts for neither side: refusals, silences, provisos."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from firsthand.origins.accused import Accused, speaks_of_existing
from firsthand.origins.case import Case
from firsthand.origins.comparing import Weights, conflict
from firsthand.origins.drafts import Draft, GistIndex
from firsthand.origins.families import EXIST, GENERIC, OPERATE
from firsthand.origins.gists import term_of
from firsthand.origins.grouping import Read, lies_inside
from firsthand.origins.kin import LEAST_PROBED, Kin
from firsthand.origins.wordlists import one_of
from firsthand.values.body import name_key
from firsthand.values.claim import Claim, Stance
from firsthand.values.proposition import Proposition, Voice

_ENOUGH: Final = 0.5
_NEAR: Final = 0.95
_PROBED: Final = 0.5
_ACT_WORDS: Final = frozenset(
    term_of(word)
    for word in sorted(
        one_of(
            """open opened opens opening investigation investigations investigate investigating
            probe inquiry
            enquiry examine examining suspected alleged possible close closed begin begun
            began launch launched start started today yesterday police force prosecutor
            prosecutors end ended drop dropped case report reports allegation allegations
            claim claims look looking into matter"""
        )
    )
)
_FILE_WORDS: Final = frozenset({"~file", "find", "claim", "alleg", "accus", "matter"})


def put_beside(
    reads: Sequence[Read], drafts: Sequence[Draft], weights: Weights, case: Case, kin: Kin
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
    gists = GistIndex(drafts, kin)
    for read in reads:
        about = (
            _named_drafts(read.claim, holders)
            or _drafts_inside(read.claim, by_source)
            or (
                _probed(read, drafts, gists, kin, case)
                if read.claim.stance is Stance.ANNOUNCES_INVESTIGATION
                else _spoken_of(read, by_source, weights, case)
            )
        )
        for draft in about:
            draft.put_beside(read.claim)
        if not about:
            alone.append(read)
    return alone


def states_something(read: Read) -> bool:
    """Tell whether what is not confirmed, or not spoken of, is itself a statement.

    Silence about "the matter" is no finding; "it could not be confirmed that families were
    followed" is one, with nobody for it.
    """
    claim, said = read.claim, read.proposition
    if claim.stance in {Stance.DOES_NOT_SAY, Stance.ANNOUNCES_INVESTIGATION}:
        return False
    if said.voice is Voice.VERBLESS or is_of_a_report(said):
        return False
    return len(said.terms - GENERIC) + len(said.figures) > 1


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
    scored = [
        (share, draft)
        for draft in local
        if (share := _held(read.proposition, draft, weights)) >= _ENOUGH
    ]
    best = max((share for share, _ in scored), default=0.0)
    return [draft for share, draft in scored if share >= best * 0.9]


def _probed(
    read: Read, drafts: Sequence[Draft], gists: GistIndex, kin: Kin, case: Case
) -> list[Draft]:
    """Find the findings that an investigation is into: those that hold most of its matter."""
    speaker = case.speaker(read.claim)
    names = [name_key(name).split() for name in case.parties.names_for(speaker)]
    authority = frozenset(term_of(word) for name in names for word in name)
    matter = kin.gist(read.claim).words - _ACT_WORDS - authority
    scored = []
    for place in gists.sharing(matter, LEAST_PROBED):
        draft = drafts[place]
        held = [other.claim for other in draft.supports]
        # What the authority itself tells is how its probe goes, not what it is into.
        own = all(case.parties.are_one(case.speaker(c), speaker) for c in held)
        if not own and not all(claim.act for claim in held):
            scored.append((kin.share_of(matter, held), draft))
    best = max((share for share, _ in scored), default=0.0)
    return [draft for share, draft in scored if share >= max(_PROBED, _NEAR * best)]


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
    statements = _statements(reads, accused, case)
    called: dict[str, set[str]] = {}
    for speaker in {speaker for on_it in statements.values() for speaker in on_it}:
        for term in accused.terms_of(speaker):
            called.setdefault(term, set()).add(speaker)
    for draft in drafts:
        if not draft.supports or not speaks_of_existing(draft):
            continue
        held = {claim.id for claim in draft.claims}
        near = {case.speaker(read.claim) for read in draft.core}
        near.update(*(called.get(term, ()) for term in accused.terms_charged(draft)))
        on_it = statements.get(draft.proposition.thing or "", {})
        concerned = (s for s in sorted(near & on_it.keys()) if accused.is_concerned(s, draft))
        for read in (read for speaker in concerned for read in on_it[speaker]):
            if read.claim.id not in held and _takes_as_given(read.proposition, draft):
                draft.put_beside(read.claim)
                draft.party_statements.append(read.claim)


def _statements(
    reads: Iterable[Read], accused: Accused, case: Case
) -> dict[str, dict[str, list[Read]]]:
    """List what may take a thing as given, by its terms and then by who says it."""
    found: dict[str, dict[str, list[Read]]] = {}
    for read in reads:
        speaker = case.speaker(read.claim)
        may = _may_take_as_given(read.proposition) and accused.things_in(read.proposition)
        if may and case.parties.is_identified(speaker):
            for term in read.proposition.terms:
                found.setdefault(term, {}).setdefault(speaker, []).append(read)
    return found


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
