"""What an entity is: a person, a body, a place, a law, an event."""

from enum import StrEnum


class EntityKind(StrEnum):
    """What sort of thing a case is about."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    LAW = "law"
    EVENT = "event"
