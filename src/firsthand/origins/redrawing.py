"""The three lines of a finding, drawn from its brief, as it stands or after a change.

Invariant: a trace draws its findings here, too, so that a finding redrawn from a stored brief and
one traced with the same claims cannot differ.
"""

from collections.abc import Iterable, Sequence

from firsthand.origins.acts import acts_after
from firsthand.origins.answering import answers_for, disowns
from firsthand.origins.figures import changed_figures
from firsthand.origins.lines import (
    DisputeLine,
    SupportLine,
    course_reason,
    dispute_line,
    nothing_left,
    support_line,
)
from firsthand.origins.membership import Membership
from firsthand.origins.showing import is_bare
from firsthand.origins.tracking import Tracks
from firsthand.values.brief import Brief, BriefClaim
from firsthand.values.change import NOTHING, Change
from firsthand.values.finding import Finding, Origin


def redrawn(brief: Brief, change: Change = NOTHING) -> Finding:
    """Draw a finding's lines from its brief, with all that a change leaves out, adds and joins."""
    held = Membership(brief, change)
    disowned = frozenset(claim.speaker for claim in held.denies if disowns(claim, held))
    origins_for = Tracks(held, held.supports, disowned).origins()
    origins_against = Tracks(held, held.denies).origins()
    withdrawn = frozenset(o.name for o in origins_for if held.took_back(o.name))
    support = _support_line(held, origins_for, withdrawn, disowned)
    dispute = _dispute_line(held, origins_against)
    course = acts_after(brief.acts, change)
    against = sorted([*held.denies, *held.withdrawals], key=lambda claim: claim.order)
    left = {claim.id for claim in held.claims}
    return Finding(
        id=brief.id,
        proposition=_shown(held) or brief.proposition,
        supports=_ids(held.supports),
        denies=_ids(against),
        beside=_ids(held.beside),
        origins_for=tuple(_standing(origins_for, withdrawn)),
        origins_against=tuple(origins_against),
        support=support.support,
        support_reason=support.reason,
        dispute=dispute.dispute,
        dispute_reason=dispute.reason,
        course=course,
        course_reason=course_reason(course),
        repeated_by=len({claim.source for claim in held.supports}),
        changed_figures=changed_figures(
            [
                (claim.id, said.figures)
                for claim in held.supports
                if (said := held.said(claim)) is not None
            ]
        ),
        party_statements=tuple(name for name in brief.party_statements if name in left),
    )


def _support_line(
    held: Membership,
    origins: Sequence[Origin],
    withdrawn: frozenset[str],
    disowned: frozenset[str],
) -> SupportLine:
    if not held.claims:
        return nothing_left()
    return support_line(origins, withdrawn, held, _uncounted(held, disowned))


def _dispute_line(held: Membership, against: Sequence[Origin]) -> DisputeLine:
    accused = frozenset(o.name for o in against if answers_for(o.name, held))
    return dispute_line(against, accused)


def _standing(origins: Sequence[Origin], withdrawn: frozenset[str]) -> list[Origin]:
    standing = [origin for origin in origins if origin.name not in withdrawn]
    return standing or list(origins)


def _uncounted(held: Membership, disowned: frozenset[str]) -> list[str]:
    reasons = []
    nobody = sum(claim.is_by_nobody for claim in held.supports)
    if nobody:
        times = f" ({nobody} times)" if nobody > 1 else ""
        reasons.append(f"what is said by nobody identified{times}")
    if any(not held.counts(claim) for claim in held.supports):
        reasons.append("testimony that no one has judged yet")
    return reasons + [f"words that {name} disowns" for name in sorted(disowned)]


def _shown(held: Membership) -> str:
    """Choose the words that are read best alone: in one piece, few pronouns, early."""
    pool = held.core or held.beside or held.withdrawals
    if not pool:
        return ""
    stands_for = min(pool, key=lambda c: (c.only_reports, c.is_own_voice, c.order))
    whole = [
        claim for claim in held.core if (said := held.said(claim)) is not None and not is_bare(said)
    ]
    best = min(
        whole,
        key=lambda c: (c.in_pieces, c.pronouns, c != stands_for, c.order),
        default=stands_for,
    )
    return best.shown


def _ids(claims: Iterable[BriefClaim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.id for claim in claims))
