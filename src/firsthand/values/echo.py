"""Echoes: sources that derive from other sources, and what shows it."""

from dataclasses import dataclass
from enum import StrEnum

from firsthand.values.spans import Span


class EchoKind(StrEnum):
    """How one source derives from another."""

    COPY = "copy"
    CUT = "cut"
    REWRITE = "rewrite"
    TRANSLATION = "translation"
    QUOTE = "quote"
    CITES = "cites"


class EvidenceKind(StrEnum):
    """What shows an echo, strongest first."""

    CHAIN = "chain"
    SHARED_TEXT = "shared text"
    SHARED_QUOTATION = "shared quotation"
    CREDIT = "credit"
    LINK = "link"
    SHARED_MISTAKE = "shared mistake"
    SHARED_FIGURES = "shared figures"
    TRANSLATION = "translation"


class Direction(StrEnum):
    """Whether it is known which side derives from which."""

    KNOWN = "known"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason to believe an echo, with the words on both sides where there are any."""

    kind: EvidenceKind
    detail: str
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A source (``derived``) that derives from another (``root``), both by id."""

    derived: str
    root: str
    kind: EchoKind
    evidence: tuple[Evidence, ...]
    direction: Direction = Direction.KNOWN
