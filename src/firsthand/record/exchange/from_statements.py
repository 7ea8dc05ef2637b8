"""FollowTheMoney statements as a case's entities, links and acts.

Only schemata with one plain meaning are read; all others are counted by name and left out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from firsthand.record.contents.of_entities import (
    ActRecorded,
    EntitiesLinked,
    EntitiesSame,
    EntityNamed,
    Location,
    LocationPrecision,
    Part,
    Told,
)
from firsthand.record.exchange.arrived import Arrived
from firsthand.record.exchange.schemata import EDGES
from firsthand.record.exchange.statements import BASE, Statement
from firsthand.values.body import BodyKind
from firsthand.values.entity import EntityKind
from firsthand.values.errors import BadImport

Knows = Callable[[str], bool]

_MEANT: Final = {
    "Person": EntityKind.PERSON,
    "LegalEntity": EntityKind.BODY,
    "Organization": EntityKind.BODY,
    "PublicBody": EntityKind.BODY,
    "Company": EntityKind.BODY,
    "Address": EntityKind.PLACE,
    "Territory": EntityKind.PLACE,
    "Event": EntityKind.EVENT,
}
# One entity may be stated under a general schema and a narrower one; the narrower says more.
_WIDER: Final = {
    "Person": {"LegalEntity"},
    "Organization": {"LegalEntity"},
    "PublicBody": {"LegalEntity", "Organization"},
    "Company": {"LegalEntity", "Organization"},
}
_PART: Final = re.compile(
    r"(?P<part>[a-z ]+): (?P<value>.*) \[(?P<claims>[^\[\]]*)\](?: <(?P<entity>[^<>]+)>)?",
    re.DOTALL,
)
_PARTS: Final = {part.value: part for part in Part}
_DECLARED: Final = ("owner", "parent", "state")
_PLACE: Final = "-place"


@dataclass(slots=True, kw_only=True)
class _Stated:
    """One entity with all that is stated of it."""

    id: str
    canonical: str
    number: int
    schemata: set[str] = field(default_factory=set)
    values: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def all(self, prop: str) -> tuple[str, ...]:
        return tuple(self.values.get(prop, ()))

    def one(self, prop: str) -> str | None:
        return next(iter(self.values.get(prop, ())), None)

    @property
    def schema(self) -> str:
        wider = set[str]().union(*(_WIDER.get(name, set()) for name in self.schemata))
        narrowest = sorted(self.schemata - wider)
        if len(narrowest) > 1:
            raise BadImport(
                f"line {self.number}: one entity cannot be {' and '.join(narrowest)} at once."
            )
        return narrowest[0]


def arrived_in(
    statements: Iterable[Statement], *, knows_entity: Knows, knows_claim: Knows
) -> Arrived:
    """Read statements as entries; ``knows_…`` tell what the case has already.

    Raises BadImport, naming the line where an entity is first stated.
    """
    stated = _gathered(statements)
    reading = _Reading(stated, knows_entity, knows_claim)
    reading.read()
    return reading.arrived()


class _Reading:
    def __init__(self, stated: dict[str, _Stated], knows_entity: Knows, knows_claim: Knows) -> None:
        self._stated = stated
        self._knows_entity, self._knows_claim = knows_entity, knows_claim
        self._named: dict[str, EntityNamed] = {}
        self._linked: list[EntitiesLinked] = []
        self._acts: list[ActRecorded] = []
        self._left_out: Counter[str] = Counter()
        self._first: dict[str, str] = {}

    def read(self) -> None:
        for one in self._stated.values():
            if one.schema == "Address" and self._is_place_of_another(one):
                continue
            kind = _kind_of(one)
            if kind is None:
                if one.schema not in EDGES and not _is_act(one):
                    self._left_out[one.schema] += 1
            elif not one.all("name"):
                self._left_out[f"{one.schema} without a name"] += 1
            else:
                self._named[one.id] = self._entity(one, kind)
                self._first.setdefault(one.canonical, one.id)
        for one in self._stated.values():
            if one.schema in EDGES:
                self._tie(one)
        for one in self._stated.values():
            if _is_act(one):
                self._act(one)

    def arrived(self) -> Arrived:
        return Arrived(
            named=tuple(self._named.values()),
            same=tuple(self._same()),
            linked=tuple(self._linked),
            acts=tuple(self._acts),
            left_out=tuple(
                f"{count} × {what}: left out." for what, count in sorted(self._left_out.items())
            ),
        )

    def _is_place_of_another(self, one: _Stated) -> bool:
        whose = self._stated.get(one.id.removesuffix(_PLACE))
        return whose is not None and whose is not one and one.id in whose.all("addressEntity")

    def _entity(self, one: _Stated, kind: EntityKind) -> EntityNamed:
        name, *others = one.all("name")
        place = one if kind is EntityKind.PLACE else self._stated.get(f"{one.id}{_PLACE}")
        told = dict(_note(note) for note in one.all("notes"))
        return EntityNamed(
            entity=one.id,
            is_a=kind,
            name=name,
            aliases=tuple(dict.fromkeys((*others, *one.all("alias"), *one.all("previousName")))),
            body_kind=_body_kind(one),
            country=_country(one),
            location=_location(place) if place is not None else None,
            owner=told.get("owner"),
            parent=told.get("parent"),
            state=told.get("state"),
        )

    def _tie(self, one: _Stated) -> None:
        edge = EDGES[one.schema]
        role = one.one("role") or edge.relation
        for left in map(self._end, one.all(edge.left)):
            for right in map(self._end, one.all(edge.right)):
                if left is None or right is None or left == right:
                    self._left_out[f"{one.schema} with an end that is not here"] += 1
                elif not self._declare(role, left, right):
                    claims = tuple(filter(self._knows_claim, one.all("recordId")))
                    self._linked.append(
                        EntitiesLinked(left=left, relation=role[:80], right=right, claims=claims)
                    )

    def _declare(self, role: str, left: str, right: str) -> bool:
        """Take a tie that Firsthand itself spelled back for what it was: a name beside a body."""
        what = role.removeprefix("declared ")
        if what == role or what not in _DECLARED:
            return False
        whose, other = (left, right) if what == "parent" else (right, left)
        if whose not in self._named or other not in self._named:
            return False
        told: dict[str, Any] = {what: self._named[other].name}
        # A note beside the tie keeps the name that was told, where it is not the other's first.
        if getattr(self._named[whose], what) is None:
            self._named[whose] = replace(self._named[whose], **told)
        return True

    def _end(self, name: str) -> str | None:
        if name in self._named:
            return name
        if name in self._first:
            return self._first[name]
        return name if self._knows_entity(name) else None

    def _act(self, one: _Stated) -> None:
        told = tuple(_told_in(one, self._end))
        cited = [claim for part in told for claim in part.claims]
        if not all(part.claims for part in told) or not all(map(self._knows_claim, cited or [""])):
            self._left_out["act whose claims are not in this case"] += 1
            return
        self._acts.append(
            ActRecorded(
                deed=one.id[:64],
                told=told,
                tactics=_keywords(one, "tactic: "),
                on=(one.one("date") or "")[:10] or None,
                country=_country(one),
                findings=_keywords(one, "finding: "),
            )
        )

    def _same(self) -> Iterator[EntitiesSame]:
        several: dict[str, list[str]] = defaultdict(list)
        for name in self._named:
            several[self._stated[name].canonical].append(name)
        for canonical, names in several.items():
            first, *others = sorted(names, key=lambda name: (name != canonical, name))
            for other in others:
                yield EntitiesSame(left=first, right=other)


def _gathered(statements: Iterable[Statement]) -> dict[str, _Stated]:
    stated: dict[str, _Stated] = {}
    for said in statements:
        one = stated.get(said.entity_id)
        if one is None:
            one = stated[said.entity_id] = _Stated(
                id=said.entity_id, canonical=said.canonical_id, number=said.number
            )
        elif one.canonical != said.canonical_id:
            raise BadImport(f"line {said.number}: its entity has another canonical_id before.")
        one.schemata.add(said.schema)
        if said.prop != BASE:
            one.values[said.prop][said.value] = None
    return stated


def _kind_of(one: _Stated) -> EntityKind | None:
    if _is_act(one):
        return None
    if one.schema == "Document" and "law" in one.all("keywords"):
        return EntityKind.LAW
    return _MEANT.get(one.schema)


def _is_act(one: _Stated) -> bool:
    return one.schema == "Event" and "act" in one.all("keywords")


def _body_kind(one: _Stated) -> BodyKind | None:
    for told in one.all("classification"):
        if told in set(BodyKind):
            return BodyKind(told)
    return BodyKind.COMPANY if one.schema == "Company" else None


def _country(one: _Stated) -> str | None:
    codes = one.all("country")
    # Two countries, or a code of another kind, are not one country.
    return codes[0].upper() if len(codes) == 1 and len(codes[0]) == 2 else None


def _location(one: _Stated) -> Location | None:
    north, east = one.one("latitude"), one.one("longitude")
    if north is None or east is None:
        return None
    try:
        latitude, longitude = float(north), float(east)
    except ValueError as wrong:
        raise BadImport(f"line {one.number}: its latitude or longitude is no number.") from wrong
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise BadImport(f"line {one.number}: its latitude or longitude is on no map.")
    told = {name.removeprefix("precision: ") for name in one.all("remarks")}
    precision = next((each for each in LocationPrecision if each.value in told), None)
    return Location(
        latitude=latitude,
        longitude=longitude,
        precision=precision or LocationPrecision.EXACT,
    )


def _note(note: str) -> tuple[str, str]:
    role, _, name = note.partition(": ")
    return (role, name) if role in _DECLARED and name else ("", "")


def _told_in(one: _Stated, end: Callable[[str], str | None]) -> Iterator[Told]:
    for note in one.all("notes"):
        found = _PART.fullmatch(note)
        if found is None or found["part"] not in _PARTS:
            continue
        claims = tuple(name.strip() for name in found["claims"].split(",") if name.strip())
        entity = end(found["entity"]) if found["entity"] else None
        yield Told(part=_PARTS[found["part"]], value=found["value"], claims=claims, entity=entity)


def _keywords(one: _Stated, before: str) -> tuple[str, ...]:
    return tuple(
        word.removeprefix(before) for word in one.all("keywords") if word.startswith(before)
    )
