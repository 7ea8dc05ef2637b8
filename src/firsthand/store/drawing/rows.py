"""What all drawing shares: bodies as JSON, days, and rows in bulk."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, TypeVar

from django.db import models

from firsthand.record.contents.base import Content
from firsthand.record.contents.kinds import spelled
from firsthand.record.ledger import Written

AT_ONCE: Final = 400
_Row = TypeVar("_Row", bound=models.Model)
_Content = TypeVar("_Content", bound=Content)


def body_of(value: object) -> str:
    """Spell a value as the tables keep it: in the ledger's own spelling."""
    return spelled(value).decode()


def day_of(spelling: str | None) -> date | None:
    """Read a day; nothing where none is told, or only a part of one."""
    if not spelling or len(spelling) != 10:
        return None
    return date.fromisoformat(spelling)


def put(rows: Iterable[_Row], alias: str) -> None:
    """Write new rows, many at a time."""
    listed = list(rows)
    if listed:
        type(listed[0])._default_manager.using(alias).bulk_create(listed, batch_size=AT_ONCE)


def holding(written: Sequence[Written], kind: type[_Content]) -> Iterator[tuple[Written, _Content]]:
    """Go through entries of one kind with their contents."""
    for each in written:
        if not isinstance(each.entry.content, kind):
            raise TypeError(f"an entry of another kind was taken for {kind.kind!r}")
        yield each, each.entry.content
