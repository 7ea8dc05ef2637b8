"""Ids made from what a thing is and is called, so that a second import finds it again."""

import hashlib

from firsthand.values.body import name_key
from firsthand.values.entity import EntityKind


def entity_id(is_a: EntityKind, name: str, place: int = 1) -> str:
    """Name an entity by what it is and is called.

    ``place`` tells apart those that one table calls the same: the first, the second …

    >>> entity_id(EntityKind.BODY, "The River Watch") == entity_id(EntityKind.BODY, "River Watch")
    True
    """
    return f"e-{_digest(is_a.value, name, place)}"


def deed_id(name: str, place: int = 1) -> str:
    """Name an act by what it is called."""
    return f"a-{_digest('act', name, place)}"


def _digest(what: str, name: str, place: int) -> str:
    nth = f"\0{place}" if place > 1 else ""
    return hashlib.sha256(f"{what}\0{name_key(name)}{nth}".encode()).hexdigest()[:12]
