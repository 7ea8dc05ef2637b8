"""What came in from another tool, as entries still to be written."""

from dataclasses import dataclass

from firsthand.record.contents.of_claims import ClaimAdded
from firsthand.record.contents.of_entities import (
    ActRecorded,
    EntitiesLinked,
    EntitiesSame,
    EntityNamed,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """Contents in the order in which they may be written, and in words what was left out."""

    named: tuple[EntityNamed, ...] = ()
    same: tuple[EntitiesSame, ...] = ()
    linked: tuple[EntitiesLinked, ...] = ()
    acts: tuple[ActRecorded, ...] = ()
    claims: tuple[ClaimAdded, ...] = ()
    known: int = 0
    left_out: tuple[str, ...] = ()
