"""A case's entities and acts as CSV, safe to open in a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence

from firsthand.drawings.csv_tables import Cell, joined, table
from firsthand.record.contents.of_entities import ActRecorded, EntityNamed
from firsthand.record.exchange.placing import radius_m

_OF_ENTITIES = (
    "entity", "is_a", "name", "aliases", "body_kind", "owner", "parent", "state", "country",
    "latitude", "longitude", "precision", "radius_m",
)  # fmt: skip
_OF_ACTS = (
    "act", "on", "country", "tactics", "part", "value", "entity", "claims", "findings",
)  # fmt: skip


def entities_csv(entities: Iterable[EntityNamed]) -> str:
    """Write a line an entity; ``radius_m`` tells how far from its coordinates it may lie."""
    return table(_OF_ENTITIES, map(_entity, entities))


def acts_csv(acts: Iterable[ActRecorded]) -> str:
    """Write a line for each part of each act, with the claims that say so."""
    return table(_OF_ACTS, (row for act in acts for row in _parts(act)))


def _entity(entity: EntityNamed) -> Sequence[Cell]:
    place = entity.location
    return (
        entity.entity,
        entity.is_a.value,
        entity.name,
        joined(entity.aliases),
        entity.body_kind.value if entity.body_kind else "",
        entity.owner or "",
        entity.parent or "",
        entity.state or "",
        entity.country or "",
        place.latitude if place else "",
        place.longitude if place else "",
        place.precision.value if place else "",
        radius_m(place) if place else "",
    )


def _parts(act: ActRecorded) -> Iterator[Sequence[Cell]]:
    for told in act.told:
        yield (
            act.deed,
            act.on or "",
            act.country or "",
            joined(act.tactics),
            told.part.value,
            told.value,
            told.entity or "",
            joined(told.claims),
            joined(act.findings),
        )
