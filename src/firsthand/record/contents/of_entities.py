"""Who and what a case is about: people, bodies, places, laws, events, their links, and acts."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from firsthand.record.contents.base import Content
from firsthand.values.body import BodyKind
from firsthand.values.entity import EntityKind


class LocationPrecision(StrEnum):
    """How closely a place is known, or may be told."""

    EXACT = "exact"
    VICINITY = "vicinity"
    LOCALITY = "locality"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a place lies: degrees north and east (WGS 84), and how closely that is known."""

    latitude: float
    longitude: float
    precision: LocationPrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityNamed(Content):
    """An entity was named, or described anew: the latest holds.

    ``owner``, ``parent`` and ``state`` are names, as in ``bodies.toml``. ``country`` is a code of
    two letters (ISO 3166-1).
    """

    kind: ClassVar[str] = "entity named"
    carries_words: ClassVar[bool] = True

    entity: str
    is_a: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    body_kind: BodyKind | None = None
    owner: str | None = None
    parent: str | None = None
    state: str | None = None
    country: str | None = None
    location: Location | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the entity."""
        return (self.entity,)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesSame(Content):
    """A person decided that two entities are one."""

    kind: ClassVar[str] = "entities same"

    left: str
    right: str

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name both."""
        return (self.left, self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesApart(Content):
    """A person decided that two entities are not one; they are not proposed again."""

    kind: ClassVar[str] = "entities apart"

    left: str
    right: str

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name both."""
        return (self.left, self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesLinked(Content):
    """Two entities stand in a relation (``owns``, ``runs``, ``located in`` …), as claims say."""

    kind: ClassVar[str] = "entities linked"

    left: str
    relation: str
    right: str
    claims: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name both entities and the claims."""
        return (self.left, self.right, *self.claims)


class Part(StrEnum):
    """The parts of an act: who did what to whom, by what means, where, to what end."""

    ACT = "act"
    MEANS = "means"
    PROXY = "proxy"
    TARGET = "target"
    RELATIVE = "relative"
    PLACE_OF_ACT = "place of act"
    PLACE_OF_EFFECT = "place of effect"
    CLAIMED_PURPOSE = "claimed purpose"
    RETURN_SOUGHT = "return sought"
    STATE_DIRECTION = "degree of state direction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one part of an act is said to be, and the claims that say so: never without one."""

    part: Part
    value: str
    claims: tuple[str, ...]
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRecorded(Content):
    """An act of repression, as the field's documents have it; the latest of one ``deed`` holds.

    ``tactics`` are codes of the crosswalk (``firsthand.record.tactics``). ``on`` is a day, a month
    or a year (ISO 8601).
    """

    kind: ClassVar[str] = "act recorded"
    carries_words: ClassVar[bool] = True

    deed: str
    told: tuple[Told, ...]
    tactics: tuple[str, ...] = ()
    on: str | None = None
    country: str | None = None
    findings: tuple[str, ...] = field(default=())

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the act, the entities in it and the claims that tell of it."""
        entities = (told.entity for told in self.told if told.entity)
        claims = (claim for told in self.told for claim in told.claims)
        return tuple(dict.fromkeys((self.deed, *entities, *claims, *self.findings)))
