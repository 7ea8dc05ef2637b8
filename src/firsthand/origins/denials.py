"""Which finding a denial denies: only one whose whole proposition its words exclude.

"The volunteers are not police" excludes that the volunteers are police and nothing wider. "There
is no such station" excludes that one was opened, too. A denial of one place leaves a charge that
speaks of many where it is.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.comparing import (
    Weights,
    agrees_under_any_verb,
    conflict,
    may_share_predicate,
)
from firsthand.origins.drafts import RAREST, Draft, DraftIndex, GistIndex
from firsthand.origins.families import BE, EXIST, GENERIC, OPERATE, SAY
from firsthand.origins.grouping import Read
from firsthand.origins.kin import Kin
from firsthand.origins.propositions import name_terms
from firsthand.origins.stems import stem
from firsthand.origins.wordlists import one_of
from firsthand.values.claim import Claim
from firsthand.values.proposition import Proposition, Scope

_WHOLE: Final = 0.66
"""The share of a denial's words that a charge must hold for the denial to reach it."""
_ALL: Final = 0.9
_NEAR: Final = 0.9
_ALIKE: Final = 0.33
_SHARED: Final = 1.4
_AHEAD: Final = 1.1
_ROUNDING: Final = 1e-6
_SMALL: Final = 600
"""With more findings than this, a denial is held only against those that share a rare word."""
_WIDE: Final = 0.85
_ANSWERED: Final = 4
"""A denial answers one of the last few statements before it."""
_EMPTY_WORDS: Final = frozenset(
    stem(word)
    for word in sorted(
        one_of(
            """fabrication false falsehood lie lies lying baseless groundless unfounded untrue
            invented invention nonsense smear slander rumour rumor claim claims allegation
            allegations accusation accusations charge charges pure complete wholly entirely
            totally fake malicious ridiculous absurd fiction propaganda story article page
            first last call itself any all wrongdoing true truth"""
        )
    )
) | {"~file"}
_SAID_WORDS: Final = frozenset(
    stem(word)
    for word in sorted(one_of("said words quote quoted quotation statement remark interview claim"))
)


_NEVER_SAID: Final = re.compile(
    r"(?:i|we|he|she|they|it)(?: have| has| had)? never (?:said|claimed|wrote|told \w+) "
    r"(?:that|this|so|it|such a thing|any such thing)(?:[,.;]|$)",
    re.IGNORECASE,
)


def deny(
    denials: Sequence[Read], drafts: Sequence[Draft], weights: Weights, case: Case, kin: Kin
) -> list[Read]:
    """Set denials against the findings that they exclude; give back those that exclude none."""
    alone = []
    hits: dict[str, list[Draft]] = {}
    holders: dict[str, list[Draft]] = {}
    for draft in drafts:
        for claim in draft.claims:
            holders.setdefault(claim.id, []).append(draft)
    index, gists = DraftIndex(drafts), GistIndex(drafts, kin)
    is_small = len(drafts) <= _SMALL
    by_source = _in_order((claim for draft in drafts for claim in draft.claims), case)
    for read in denials:
        named = list(dict.fromkeys(d for name in read.claim.about for d in holders.get(name, ())))
        if is_pointer(read.proposition) or _NEVER_SAID.match(read.claim.text):
            hit = named or holders.get(_said_before(read.claim, by_source, case), [])
        elif is_empty(read.proposition):
            # "A fabrication", without more, denies no particular proposition.
            for draft in named:
                draft.put_beside(read.claim)
            hit = []
        else:
            among = _terms_needed(read.proposition, weights)
            alike = gists.sharing(kin.gist(read.claim).words, _WIDE * _SHARED)
            if not is_small:
                rarest = index.rarest(read.proposition.terms)[:RAREST]
                alike = [place for place in alike if index.holds_one_of(place, rarest)]
            hit = (
                _excluded(read, index.at(index.near(read.proposition, among=among)), weights, case)
                or _named_in_other_words(read, index.at(alike), kin, case)
                or _answered(read, by_source, holders, case)
            )
        for draft in hit:
            draft.denies.append(read)
        hits[read.claim.id] = hit
        if not hit and not (named and is_empty(read.proposition)):
            alone.append(read)
    return [read for read in alone if not _denied_by_kin(read, hits, kin)]


def _terms_needed(denied: Proposition, weights: Weights) -> list[str] | None:
    """List terms of which a charge must hold one, or less than enough of a denial is held.

    What a denial of having said so must reach is not weighed like that: nothing is given for it.
    """
    if denied.family == SAY:
        return None
    loose = sorted(denied.terms - GENERIC, key=lambda term: (weights.of([term]), term))
    whole = weights.of(denied.terms)
    needed, held = [], weights.of(denied.terms & GENERIC)
    for term in loose:
        held += weights.of([term])
        if held >= _WHOLE * whole - _ROUNDING:
            needed.append(term)
    return needed


def _denied_by_kin(read: Read, hits: Mapping[str, list[Draft]], kin: Kin) -> bool:
    """Set a denial against what the same denial, told elsewhere in other words, is set against."""
    found = {draft: None for name in kin.of(read.claim) for draft in hits.get(name, ())}
    for draft in found:
        draft.denies.append(read)
    return bool(found)


def _named_in_other_words(read: Read, drafts: Sequence[Draft], kin: Kin, case: Case) -> list[Draft]:
    """Find the one finding whose gist a denial shares, clearly more than any other's."""
    scored = []
    for place, draft in enumerate(drafts):
        charges = [c for c in draft.supports if not c.proposition.is_negated]
        likely = max((kin.likeness(read.claim, c.claim) for c in charges), default=(0.0, 0.0))
        # "No mother was visited by anybody" leaves room for nothing: less must agree.
        less = _WIDE if read.proposition.is_universal else 1.0
        if likely[0] >= less * _ALIKE and likely[1] >= less * _SHARED:
            scored.append((*likely, place, charges))
    scored.sort(key=lambda row: (-row[0], row[2]))
    if not scored or (len(scored) > 1 and scored[0][0] < _AHEAD * scored[1][0]):
        return []
    _, _, place, charges = scored[0]
    if all(_is_narrower(read, charge.proposition, case) for charge in charges):
        return []
    return [drafts[place]]


def _in_order(claims: Iterable[Claim], case: Case) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=case.order_of):
        found.setdefault(claim.source, []).append(claim)
    return found


def _said_before(denial: Claim, by_source: dict[str, list[Claim]], case: Case) -> str:
    """Find the claim that "I never said that" answers: the last one before it, by somebody else."""
    speaker = case.speaker(denial)
    earlier = [
        claim
        for claim in by_source.get(denial.source, ())
        if claim.content[0] < denial.content[0] and claim.chain != denial.chain
    ]
    if not earlier or case.speakers(earlier[-1]) == [speaker]:
        return ""
    return earlier[-1].id


def _answered(
    read: Read, by_source: dict[str, list[Claim]], holders: dict[str, list[Draft]], case: Case
) -> list[Draft]:
    """Find the charge that a sweeping denial answers: the last on its page about the denier.

    "Glass Ltd. sold the pumps to Ostria, the group says. The company says it never had a customer
    in Ostria": who denies without bounds, right after a charge that names him, denies that charge.
    """
    denied = read.proposition
    if not denied.is_universal or denied.family in {EXIST, SAY}:
        return []
    speaker = case.speaker(read.claim)
    own = frozenset[str]().union(*map(name_terms, case.parties.lineage(speaker)))
    earlier = [
        claim
        for claim in by_source.get(read.claim.source, ())
        if claim.content[0] < read.claim.content[0] and case.speaker(claim) != speaker
    ]
    for claim in reversed(earlier[-_ANSWERED:]):
        for draft in holders.get(claim.id, ()):
            charge = next((r for r in draft.supports if r.claim.id == claim.id), None)
            if charge is None or charge.proposition.is_negated:
                continue
            charged = charge.proposition
            said = charged.terms | charged.also
            telling = denied.terms - GENERIC - own
            same_verb = denied.family == charged.family and denied.family != BE
            names_denier = bool(own & charged.terms)
            fits = (bool(telling & said) and names_denier) or (same_verb and not telling - said)
            if fits and not _is_narrower(read, charged, case):
                return [draft]
    return []


def is_pointer(proposition: Proposition) -> bool:
    """Tell whether a denial only points at words: "this", "I never said that"."""
    return proposition.family in {SAY, BE, None} and not proposition.terms - _SAID_WORDS


def is_empty(proposition: Proposition) -> bool:
    """Tell whether a denial names nothing: "a fabrication", "the report is false"."""
    return not {term for term in proposition.terms if not term.startswith("@")} - _EMPTY_WORDS


def _excluded(read: Read, drafts: Sequence[Draft], weights: Weights, case: Case) -> list[Draft]:
    scores = [(_excludes(read, draft, weights, case), draft) for draft in drafts]
    best = max((score for score, _ in scores), default=0.0)
    return [draft for score, draft in scores if score and score >= _NEAR * best]


def _excludes(denial: Read, draft: Draft, weights: Weights, case: Case) -> float:
    charges = [read for read in draft.supports if not read.proposition.is_negated]
    if denial.proposition.family == SAY:
        if not any(case.speaker(denial.claim) in case.speakers(c.claim)[1:] for c in charges):
            # To disown words, somebody must have had them put into his mouth.
            return 0.0
        return max((_takes_back(denial, charge, weights) for charge in charges), default=0.0)
    return max((_reach(denial, charge, weights, case) for charge in charges), default=0.0)


def _reach(denial: Read, charge: Read, weights: Weights, case: Case) -> float:
    denied, charged = denial.proposition, charge.proposition
    if not _same_matter(denied, charged) or _is_narrower(denial, charged, case):
        return 0.0
    held = denied.terms & (charged.terms | charged.also)
    loose = {term for term in denied.terms - held if term not in GENERIC}
    total = weights.of(held) + weights.of(loose)
    covered = weights.of(held) / total if total else 0.0
    if covered < _WHOLE or not held - GENERIC:
        return 0.0
    if denied.family == BE and not (
        denied.subject & charged.subject and denied.rest & charged.rest
    ):
        return 0.0
    there = weights.of(charged.terms)
    back = weights.of(charged.terms & (denied.terms | denied.also)) / there if there else 0.0
    if denied.family not in {charged.family, EXIST} and back < _WHOLE:
        return 0.0
    is_wide = denied.is_universal or denied.family in {EXIST, OPERATE}
    if not is_wide and back < _WHOLE / 2 and (covered < _ALL or len(held - GENERIC) < 2):
        return 0.0
    return (covered + back) / 2


def _same_matter(denied: Proposition, charged: Proposition) -> bool:
    if denied.family == charged.family:
        return True
    if denied.family == EXIST and charged.family in {OPERATE, "began", None}:
        return True
    return may_share_predicate(denied, charged) and agrees_under_any_verb(denied, charged)


def _is_narrower(denial: Read, charged: Proposition, case: Case) -> bool:
    """Tell whether a denial speaks of less than the charge: one place, one's own, another time."""
    denied = denial.proposition
    if denied.scope is Scope.ONE and charged.scope is Scope.MANY:
        return True
    if denied.first_person and denied.family in {EXIST, OPERATE}:
        above = case.parties.lineage(case.speaker(denial.claim))
        said = charged.terms | charged.also
        if not any(terms and terms <= said for terms in map(name_terms, above)):
            return True
    reason = conflict(denied, charged, 1.0)
    if reason in {"agent", "names"} and not denied.places - (charged.names | charged.also):
        return denied.family not in {EXIST, OPERATE} and not denied.is_universal
    return reason in {"period", "means", "names", "agent", "figures"}


def _takes_back(denial: Read, charge: Read, weights: Weights) -> float:
    """Weigh "we never said that families were followed" against words put into one's mouth."""
    if charge.proposition.family == SAY:
        return 0.0
    ours = denial.proposition.terms - _SAID_WORDS
    theirs = charge.proposition.terms
    figures = {f.value for f in denial.proposition.figures if f.value > 9}
    if figures and not figures & {f.value for f in charge.proposition.figures}:
        return 0.0
    shared = ours & theirs
    least = min(weights.of(ours), weights.of(theirs))
    share = weights.of(shared) / least if least else 0.0
    if figures:
        share = (share + 1) / 2
    return share if share >= _WHOLE and shared - {"~people"} else 0.0
