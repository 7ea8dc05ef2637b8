"""From claims to findings: grouped, denied, put beside, followed back, and given their lines."""

import hashlib
from collections.abc import Sequence

from firsthand.origins.accused import Accused
from firsthand.origins.bases import weighed_bases
from firsthand.origins.besides import put_beside, stand_party_statements_beside, states_something
from firsthand.origins.case import Case
from firsthand.origins.course import Course
from firsthand.origins.denials import deny, disowns
from firsthand.origins.drafts import Draft
from firsthand.origins.figures import changed_figures
from firsthand.origins.grouping import Read
from firsthand.origins.lines import course_reason, dispute_line, support_line
from firsthand.origins.said import Said
from firsthand.origins.showing import as_shown, is_bare, pronouns_in
from firsthand.origins.tracking import Tracks
from firsthand.origins.withdrawals import withdraw
from firsthand.values.claim import STANCES_AGAINST, STANCES_FOR, Claim, Stance
from firsthand.values.finding import Finding, Origin, ProposedMerge


def findings_among(said: Said, case: Case) -> tuple[tuple[Finding, ...], tuple[ProposedMerge, ...]]:
    """Make the findings of a case, and the merges that a person may decide on."""
    reads, weights = said.reads, said.grouping.weights
    groups = said.grouping.groups_of(reads, STANCES_FOR)
    case.read_through(said.reported)
    case.weigh_bases(weighed_bases(reads, case))
    drafts = [_polar(list(group), case) for group in groups.groups]
    denials = [read for read in reads if read.claim.stance in STANCES_AGAINST]
    unmatched = deny(denials, drafts, weights, case, said.grouping.kin)
    drafts += [
        Draft(supports=[], denies=list(group)) for group in said.grouping.groups(unmatched).groups
    ]
    withdraw(reads, drafts, weights, case, said.grouping.kin)
    rest = [
        read
        for read in reads
        if read.claim.stance not in STANCES_FOR | STANCES_AGAINST | {Stance.WITHDRAWS}
    ]
    alone = put_beside(rest, drafts, weights, case, said.grouping.kin)
    drafts += [_beside_nothing(read) for read in alone if states_something(read)]
    accused = Accused(case, drafts)
    stand_party_statements_beside(
        drafts, [read for read in reads if read.claim.stance in STANCES_FOR], accused, case
    )
    return _frozen(drafts, groups.perhaps, said, accused, case)


def _polar(group: list[Read], case: Case) -> Draft:
    """Part a group by polarity: who says *not so* where others say *so* stands against.

    Nobody stands against himself: one speaker's words are one statement, however they are put.
    """
    so = {case.speaker(read.claim) for read in group if not read.proposition.is_negated}
    plain = [r for r in group if not r.proposition.is_negated or case.speaker(r.claim) in so]
    negated = [r for r in group if r.proposition.is_negated and case.speaker(r.claim) not in so]
    return Draft(supports=plain, denies=negated) if plain else Draft(supports=negated)


def _beside_nothing(read: Read) -> Draft:
    return Draft(supports=[], beside=[read.claim], alone=read)


def _frozen(
    drafts: Sequence[Draft],
    perhaps: Sequence[tuple[int, int, str]],
    said: Said,
    accused: Accused,
    case: Case,
) -> tuple[tuple[Finding, ...], tuple[ProposedMerge, ...]]:
    course = Course(said.reads, said.grouping.weights, case)
    findings = [_finding(draft, course, said, accused, case) for draft in drafts]
    merges = tuple(
        ProposedMerge(left=findings[a].id, right=findings[b].id, reason=_why(reason))
        for a, b, reason in perhaps
    )
    order = sorted(
        range(len(findings)),
        key=lambda i: (
            not drafts[i].core,
            -findings[i].repeated_by,
            min(case.order_of(claim) for claim in _all_claims(drafts[i])),
        ),
    )
    return tuple(findings[i] for i in order), tuple(
        sorted(merges, key=lambda merge: (merge.left, merge.right))
    )


def _why(reason: str) -> str:
    if reason == "figures":
        return "They say much the same, with different figures."
    if reason == "verb":
        return "They say much the same of the same things, under another verb."
    return "They say much the same, in words that may or may not mean one thing."


def _all_claims(draft: Draft) -> list[Claim]:
    return [*draft.claims, *draft.withdrawals, *draft.beside]


def _finding(
    draft: Draft,
    course_of: Course,
    said: Said,
    accused: Accused,
    case: Case,
) -> Finding:
    supports = sorted((read.claim for read in draft.supports), key=case.order_of)
    denies = sorted((read.claim for read in draft.denies), key=case.order_of)
    disowned = frozenset(
        case.speaker(read.claim) for read in draft.denies if disowns(read, draft, case)
    )
    origins_for = Tracks(case, supports, disowned).origins()
    origins_against = Tracks(case, denies).origins()
    withdrawn = frozenset(
        origin.name
        for origin in origins_for
        for claim in draft.withdrawals
        if case.parties.are_one(case.speaker(claim), origin.name)
    )
    support = support_line(origins_for, withdrawn, case, said, _uncounted(supports, case, disowned))
    dispute = dispute_line(
        origins_against,
        frozenset(o.name for o in origins_against if accused.answers_for(o.name, draft)),
    )
    course = course_of.of(draft)
    shown = _shown_claim(draft, said, case)
    return Finding(
        id=_stable_id(draft, shown, case),
        proposition=as_shown(_worded(draft, shown, case).text),
        supports=_ids(supports),
        denies=_ids(sorted([*denies, *draft.withdrawals], key=case.order_of)),
        beside=_ids(sorted(draft.beside, key=case.order_of)),
        origins_for=tuple(_standing(origins_for, withdrawn)),
        origins_against=tuple(origins_against),
        support=support.support,
        support_reason=support.reason,
        dispute=dispute.dispute,
        dispute_reason=dispute.reason,
        course=course,
        course_reason=course_reason(course),
        repeated_by=len({claim.source for claim in supports}),
        changed_figures=changed_figures(draft.supports, case),
        party_statements=_ids(sorted(draft.party_statements, key=case.order_of)),
    )


def _standing(origins: Sequence[Origin], withdrawn: frozenset[str]) -> list[Origin]:
    standing = [origin for origin in origins if origin.name not in withdrawn]
    return standing or list(origins)


def _uncounted(supports: Sequence[Claim], case: Case, disowned: frozenset[str]) -> list[str]:
    reasons = []
    nobody = [c for c in supports if not case.parties.is_identified(c.chain[-1])]
    if nobody:
        reasons.append("what is said by nobody identified" + _times(len(nobody)))
    withheld = sum(case.is_withheld_testimony(claim) for claim in supports)
    if withheld:
        reasons.append("testimony that no one has judged yet")
    reasons += [f"words that {name} disowns" for name in sorted(disowned)]
    return reasons


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""


def _shown_claim(draft: Draft, said: Said, case: Case) -> Claim:
    """Choose the claim whose words stand for the finding: attributed, first hand, early."""
    pool = [read.claim for read in draft.core] or draft.beside
    return min(
        pool,
        key=lambda claim: (claim.id in said.reported, len(claim.chain) == 1, case.order_of(claim)),
    )


def _worded(draft: Draft, shown: Claim, case: Case) -> Claim:
    """Choose the claim whose words are read best alone: in one piece, few pronouns, early."""
    pool = [read.claim for read in draft.core if not is_bare(read.proposition)]
    if not pool:
        return shown
    return min(
        pool,
        key=lambda claim: (
            len(claim.content) > 1,
            pronouns_in(claim.text),
            claim != shown,
            case.order_of(claim),
        ),
    )


def _stable_id(draft: Draft, shown: Claim, case: Case) -> str:
    """Name a finding by what its first claim says and where, so that a second run agrees."""
    source = case.source(shown.source)
    parts = (source.sha256, source.file, *(f"{a}-{b}" for a, b in shown.content), *shown.chain)
    side = "for" if draft.supports else "against" if draft.denies else "beside"
    text = "\x1f".join((*parts, shown.stance.value, side))
    return "f" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.id for claim in claims))
