"""Findings: what the claims of a case come to, by rule, with the reason beside each line."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from firsthand.values.act import OfficialAct
from firsthand.values.claim import Basis, Claim
from firsthand.values.echo import Echo
from firsthand.values.source import Source


class Support(StrEnum):
    """How many origins stand for a proposition."""

    WITHDRAWN = "withdrawn"
    CORROBORATED = "corroborated"
    SEVERAL_ORIGINS = "several-origins"
    SINGLE_ORIGIN = "single-origin"
    NONE = "none"


class Dispute(StrEnum):
    """Who denies a proposition."""

    CONTESTED = "contested"
    DENIED_BY_ACCUSED = "denied-by-accused"
    UNDISPUTED = "undisputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where claims began: one speaker, after all that derives from them is collapsed.

    ``claims`` are the claims that rest on this origin, its own and its echoes' alike; ``sources``
    the sources that carry them. ``party`` is the body or state that answers for the speaker.
    """

    name: str
    party: str
    basis: Basis
    claims: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFigure:
    """A figure that is not the same wherever it is repeated.

    ``values`` pairs each value with the claims that carry it, the value first said first.
    """

    what: str
    unit: str | None
    values: tuple[tuple[Decimal, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A proposition with the claims for it, against it and beside it, and its three lines.

    ``supports``, ``denies`` and ``beside`` hold claim ids; ``withdraws`` claims stand under
    ``denies``. Each line has its reason. ``repeated_by`` is the number of sources that carry a
    claim for it.
    """

    id: str
    proposition: str
    supports: tuple[str, ...]
    denies: tuple[str, ...]
    beside: tuple[str, ...]
    origins_for: tuple[Origin, ...]
    origins_against: tuple[Origin, ...]
    support: Support
    support_reason: str
    dispute: Dispute
    dispute_reason: str
    course: tuple[OfficialAct, ...] = ()
    course_reason: str = ""
    repeated_by: int = 0
    changed_figures: tuple[ChangedFigure, ...] = ()
    party_statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedMerge:
    """Two findings that may say the same thing; a person decides."""

    left: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """All that one run found, from sources to findings, in an order that input cannot change."""

    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    echoes: tuple[Echo, ...]
    findings: tuple[Finding, ...]
    proposed_merges: tuple[ProposedMerge, ...] = ()
    as_of: date | None = None
    counts: dict[str, int] = field(default_factory=dict)
