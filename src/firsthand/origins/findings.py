"""From claims to findings: grouped, denied, put beside, followed back, and given their lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.origins.accused import Accused
from firsthand.origins.bases import weighed_bases
from firsthand.origins.besides import put_beside, stand_party_statements_beside, states_something
from firsthand.origins.briefs import Briefs
from firsthand.origins.case import Case
from firsthand.origins.course import Course
from firsthand.origins.denials import deny
from firsthand.origins.drafts import Draft
from firsthand.origins.grouping import Read
from firsthand.origins.redrawing import redrawn
from firsthand.origins.said import Said
from firsthand.origins.withdrawals import withdraw
from firsthand.values.brief import Brief
from firsthand.values.claim import STANCES_AGAINST, STANCES_FOR, Claim, Stance
from firsthand.values.finding import Finding, ProposedMerge


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The findings of a case with the brief of each, and the merges that a person may decide on."""

    findings: tuple[Finding, ...]
    briefs: tuple[Brief, ...]
    merges: tuple[ProposedMerge, ...]


def findings_among(said: Said, case: Case) -> Found:
    """Make the findings of a case, each drawn from its brief."""
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
) -> Found:
    briefs_of = Briefs(said, Course(said.reads, said.grouping.weights, case), accused, case)
    briefs = [briefs_of.of(draft) for draft in drafts]
    findings = [redrawn(brief) for brief in briefs]
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
    return Found(
        findings=tuple(findings[i] for i in order),
        briefs=tuple(replace(briefs[i], proposition=findings[i].proposition) for i in order),
        merges=tuple(sorted(merges, key=lambda merge: (merge.left, merge.right))),
    )


def _why(reason: str) -> str:
    if reason == "figures":
        return "They say much the same, with different figures."
    if reason == "verb":
        return "They say much the same of the same things, under another verb."
    return "They say much the same, in words that may or may not mean one thing."


def _all_claims(draft: Draft) -> list[Claim]:
    return [*draft.claims, *draft.withdrawals, *draft.beside]
