"""Places and what happened there as GeoJSON (RFC 7946)."""

from collections.abc import Iterator
from typing import Any, Final

from firsthand.record.contents.of_entities import ActRecorded, EntityNamed, Part
from firsthand.record.exchange.outgoing import Outgoing
from firsthand.record.exchange.placing import radius_m

Plain = dict[str, Any]

_PLACES: Final = (Part.PLACE_OF_ACT, Part.PLACE_OF_EFFECT)
# A map must not lead to who is pursued, nor to their family.
_UNTOLD: Final = frozenset({Part.TARGET, Part.RELATIVE, *_PLACES})


def geojson_of(out: Outgoing) -> Plain:
    """Spell the entities that have a place, and the acts at such places, as one collection.

    Coordinates are longitude, latitude (WGS 84), already no closer than ``precision`` says; the
    place lies within ``radius_m`` metres. Persons are on no map unless a person decided so.
    """
    located = {one.entity: one for one in out.entities if one.location is not None}
    return {
        "type": "FeatureCollection",
        "features": [
            *(_feature(entity, _told_of(entity)) for entity in located.values()),
            *(feature for act in out.acts for feature in _at_places(act, located)),
        ],
    }


def _at_places(act: ActRecorded, located: dict[str, EntityNamed]) -> Iterator[Plain]:
    for told in act.told:
        place = located.get(told.entity or "")
        if told.part in _PLACES and place is not None:
            yield _feature(place, _told_at(act, place, told.part))


def _feature(place: EntityNamed, properties: Plain) -> Plain:
    location = place.location
    if location is None:
        raise ValueError("an entity without a place has no feature")
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [location.longitude, location.latitude]},
        "properties": {
            **properties,
            "precision": location.precision.value,
            "radius_m": radius_m(location),
        },
    }


def _told_of(entity: EntityNamed) -> Plain:
    return {
        "entity": entity.entity,
        "is_a": entity.is_a.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "country": entity.country or "",
    }


def _told_at(act: ActRecorded, place: EntityNamed, part: Part) -> Plain:
    parts: dict[str, list[str]] = {}
    for told in act.told:
        if told.part not in _UNTOLD:
            parts.setdefault(told.part.value, []).append(told.value)
    return {
        "act": act.deed,
        "at": part.value,
        "place": place.entity,
        "place_name": place.name,
        "on": act.on or "",
        "country": act.country or "",
        "tactics": list(act.tactics),
        "parts": parts,
        "claims": sorted({name for told in act.told for name in told.claims}),
        "findings": list(act.findings),
    }
