import math

from hypothesis import given
from hypothesis import strategies as st

from firsthand.record.contents.of_entities import (
    ActRecorded,
    EntityNamed,
    Location,
    LocationPrecision,
    Part,
    Told,
)
from firsthand.record.exchange.geojson import geojson_of
from firsthand.record.exchange.outgoing import Outgoing
from firsthand.record.exchange.placing import placed, radius_m, widened
from firsthand.values.entity import EntityKind

LOCATIONS = st.builds(
    Location,
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    precision=st.sampled_from(LocationPrecision),
)
COARSE = st.sampled_from([each for each in LocationPrecision if each != "exact"])


def office(precision: LocationPrecision = LocationPrecision.EXACT) -> EntityNamed:
    return EntityNamed(
        entity="e-1",
        is_a=EntityKind.PLACE,
        name="14 Canal Row",
        location=Location(latitude=51.23456, longitude=-2.34567, precision=precision),
    )


def metres_between(left: Location, right: Location) -> float:
    north = math.radians(right.latitude - left.latitude)
    east = math.radians(right.longitude - left.longitude)
    square = (
        math.sin(north / 2) ** 2
        + math.cos(math.radians(left.latitude))
        * math.cos(math.radians(right.latitude))
        * math.sin(east / 2) ** 2
    )
    return 2 * 6_371_000 * math.asin(math.sqrt(square))


@given(LOCATIONS, COARSE)
def test_the_true_place_lies_within_the_radius_that_is_told(
    place: Location, closest: LocationPrecision
) -> None:
    told = widened(place, closest)

    assert metres_between(place, told) <= radius_m(told) + 1


@given(LOCATIONS, COARSE)
def test_widening_twice_is_widening_once(place: Location, closest: LocationPrecision) -> None:
    once = widened(place, closest)

    assert widened(once, closest) == once


@given(LOCATIONS, st.floats(0, 1e-4), COARSE)
def test_neighbours_in_one_square_cannot_be_told_apart(
    place: Location, step: float, closest: LocationPrecision
) -> None:
    told = widened(place, closest)
    square = widened(
        Location(
            latitude=told.latitude + step, longitude=told.longitude, precision=place.precision
        ),
        closest,
    )

    assert square == told


def test_premises_are_told_by_their_vicinity_alone() -> None:
    told = placed(office(), shown=frozenset())

    assert told.location == Location(
        latitude=51.235, longitude=-2.345, precision=LocationPrecision.VICINITY
    )


def test_a_decision_shows_premises_exactly() -> None:
    told = placed(office(), shown=frozenset({"e-1"}))

    assert told == office()


def test_a_person_is_on_no_map() -> None:
    person = EntityNamed(
        entity="e-2", is_a=EntityKind.PERSON, name="Ora Vell", location=office().location
    )

    assert placed(person, frozenset()).location is None


def test_a_feature_has_longitude_first_and_says_how_close_it_is() -> None:
    out = Outgoing(case="case-1", entities=(placed(office(), frozenset()),))

    (feature,) = geojson_of(out)["features"]

    assert feature["geometry"] == {"type": "Point", "coordinates": [-2.345, 51.235]}
    assert feature["properties"]["precision"] == "vicinity"
    assert feature["properties"]["radius_m"] == 788


def test_an_act_stands_at_its_place_and_leads_to_nobody_who_is_pursued() -> None:
    act = ActRecorded(
        deed="a-1",
        told=(
            Told(part=Part.ACT, value="a visit", claims=("c-1",)),
            Told(part=Part.TARGET, value="Ora Vell", claims=("c-1",)),
            Told(part=Part.PLACE_OF_ACT, value="Canal Row", claims=("c-1",), entity="e-1"),
        ),
        tactics=("harassment",),
        on="2031-04",
    )
    out = Outgoing(case="case-1", entities=(placed(office(), frozenset()),), acts=(act,))

    _, feature = geojson_of(out)["features"]

    assert feature["properties"]["parts"] == {"act": ["a visit"]}
    assert "Ora Vell" not in str(feature)
