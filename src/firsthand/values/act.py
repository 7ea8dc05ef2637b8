"""Official acts: typed and dated, they make a finding's course and never its support."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActKind(StrEnum):
    """What an authority did."""

    INVESTIGATION_OPENED = "investigation_opened"
    INVESTIGATION_CLOSED = "investigation_closed"
    CHARGE = "charge"
    CONVICTION = "conviction"
    CLOSURE_ORDERED = "closure_ordered"
    SANCTION = "sanction"
    COURT_FINDING = "court_finding"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActMention:
    """An official act as one claim tells it.

    ``by`` is the authority's name as the chain would give it; ``on`` is the day it happened, where
    the words or the source's date tell it.
    """

    kind: ActKind
    by: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialAct:
    """An official act with the claims that tell of it."""

    kind: ActKind
    by: str | None
    on: date | None
    claims: tuple[str, ...]
