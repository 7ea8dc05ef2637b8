"""A tie: one reason to hold one source for the echo of another, before reasons are weighed."""

from dataclasses import dataclass
from typing import Final

from firsthand.values.echo import Direction, EchoKind, Evidence, EvidenceKind

STRENGTH: Final = (
    EvidenceKind.CHAIN,
    EvidenceKind.SHARED_TEXT,
    EvidenceKind.SHARED_QUOTATION,
    EvidenceKind.CREDIT,
    EvidenceKind.LINK,
    EvidenceKind.SHARED_MISTAKE,
    EvidenceKind.SHARED_FIGURES,
    EvidenceKind.TRANSLATION,
)
"""Evidence, strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One piece of evidence that ``derived`` echoes ``root``, and the kind of echo it shows."""

    derived: str
    root: str
    kind: EchoKind
    evidence: Evidence
    direction: Direction = Direction.KNOWN
