"""How closely a place may be told: coordinates are widened to it, never only marked with it.

Invariant: nothing that leaves lies closer than its precision says.
"""

import math
from dataclasses import replace
from typing import Final

from firsthand.record.contents.of_entities import EntityNamed, Location, LocationPrecision
from firsthand.values.entity import EntityKind

_GRID_DEGREES: Final = {
    LocationPrecision.VICINITY: 0.01,
    LocationPrecision.LOCALITY: 0.1,
    LocationPrecision.COUNTRY: 1.0,
}
_METRES_A_DEGREE: Final = 111_320
_RANKS: Final = list(LocationPrecision)


def widened(location: Location, closest: LocationPrecision) -> Location:
    """Give a place at its own precision or at ``closest``, whichever tells less.

    What is not exact becomes the middle of its square of a grid.

    >>> exact = Location(latitude=1.23456, longitude=2.3, precision=LocationPrecision.EXACT)
    >>> widened(exact, LocationPrecision.VICINITY).latitude
    1.235
    """
    precision = max(location.precision, closest, key=_RANKS.index)
    if precision is LocationPrecision.EXACT:
        return location
    grid = _GRID_DEGREES[precision]
    return Location(
        latitude=_middle(location.latitude, grid, 90),
        longitude=_middle(location.longitude, grid, 180),
        precision=precision,
    )


def radius_m(location: Location) -> int:
    """Tell within how many metres of its coordinates a place lies; 0 is exact."""
    if location.precision is LocationPrecision.EXACT:
        return 0
    # Half the diagonal of the square, at the equator, where squares are widest.
    return math.ceil(_GRID_DEGREES[location.precision] * _METRES_A_DEGREE * math.sqrt(2) / 2)


def placed(entity: EntityNamed, shown: frozenset[str]) -> EntityNamed:
    """Give an entity with no closer place than may leave.

    Exact places leave only where a person decided so (``shown`` holds the entity's id); a person's
    place leaves only then at all.
    """
    if entity.location is None or entity.entity in shown:
        return entity
    if entity.is_a is EntityKind.PERSON:
        return replace(entity, location=None)
    return replace(entity, location=widened(entity.location, LocationPrecision.VICINITY))


def _middle(degrees: float, grid: float, most: int) -> float:
    square = min(math.floor(degrees / grid + 1e-9), round(most / grid) - 1)
    return round((square + 0.5) * grid, 6)
