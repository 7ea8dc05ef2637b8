"""What leaves a case: values, with all that is kept back taken out already."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from firsthand.record.contents.of_entities import ActRecorded, EntitiesLinked, EntityNamed
from firsthand.values.claim import Claim
from firsthand.values.echo import Echo
from firsthand.values.finding import Finding
from firsthand.values.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """What an export is made of.

    ``one`` leads each entity that a person declared the same as others to the first of them.
    ``left_out`` counts the findings that rest on something kept back.
    """

    case: str
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    echoes: tuple[Echo, ...] = ()
    findings: tuple[Finding, ...] = ()
    entities: tuple[EntityNamed, ...] = ()
    links: tuple[EntitiesLinked, ...] = ()
    acts: tuple[ActRecorded, ...] = ()
    one: Mapping[str, str] = field(default_factory=dict)
    left_out: int = 0
