"""Entities: the persons, bodies, places, laws and events that a case speaks of."""

from enum import StrEnum


class EntityKind(StrEnum):
    """What sort of thing an entity is; things of two sorts are never one."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    LAW = "law"
    EVENT = "event"
