"""What a case's claims say, read once: the claims grouped, and who only reports another's words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.origins.case import Case
from firsthand.origins.families import SAY
from firsthand.origins.grouping import Grouping, Read, inside_pairs
from firsthand.origins.kin import Kin
from firsthand.origins.propositions import Reader
from firsthand.values.claim import STANCES_FOR, Claim


@dataclass(frozen=True, slots=True)
class Said:
    """A case's claims as read, and those that count for something, grouped.

    ``matters`` groups all claims, whatever their stance. ``reported`` gives, for a claim that only
    says that somebody said so, the claim inside it.
    """

    reads: tuple[Read, ...]
    grouping: Grouping
    matters: tuple[tuple[Read, ...], ...]
    reported: Mapping[str, Claim]


def grouped_claims(claims: Sequence[Claim], case: Case) -> Said:
    """Read claims, which come in the case's order, and group those that count for something."""
    reader = Reader(case.parties, claims)
    read_each = [Read(claim, reader.proposition_of(claim)) for claim in claims]
    reported = _reported(read_each, case)
    by_id = {read.claim.id: read for read in read_each}
    reads = tuple(
        Read(read.claim, by_id[reported[read.claim.id].id].proposition)
        if read.claim.id in reported
        else read
        for read in read_each
    )
    kin = Kin(claims, {read.claim.id: read.proposition for read in reads}, case)
    grouping = Grouping(reads, kin)
    return Said(
        reads=reads,
        grouping=grouping,
        matters=grouping.groups(reads).groups,
        reported=reported,
    )


def _reported(reads: Sequence[Read], case: Case) -> dict[str, Claim]:
    """Find the claims that only say that somebody said so, with what was said.

    "The group says the ministry claims 61,000" is no second voice for the 61,000: the words are the
    ministry's, and the group is one link of the chain.
    """
    inside: dict[str, list[Claim]] = {}
    for outer, inner in inside_pairs(reads):
        if _only_reports(outer, inner, case):
            inside.setdefault(outer.claim.id, []).append(inner.claim)
    return {
        name: max(claims, key=lambda claim: (len(claim.text), claim.id))
        for name, claims in inside.items()
    }


def _only_reports(outer: Read, inner: Read, case: Case) -> bool:
    return (
        outer.proposition.family == SAY
        and {outer.claim.stance, inner.claim.stance} <= STANCES_FOR
        and inner.claim.chain[: len(outer.claim.chain)] == outer.claim.chain
        and 3 * len(inner.claim.text) >= len(outer.claim.text)
        # Who tells of a threat by a man nobody names is the witness of it, not his echo.
        and case.parties.is_identified(inner.claim.speaker)
    )
