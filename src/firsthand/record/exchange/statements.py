"""FollowTheMoney statements: one property of one entity a record, as CSV or as JSON lines.

The columns, and the way a statement's id is made, are those of the ``followthemoney`` library.
"""

import codecs
import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from firsthand.record.exchange.limits import csv_rows, is_text, lines_in
from firsthand.record.exchange.schemata import PROPERTIES
from firsthand.values.errors import BadImport

BASE: Final = "id"
"""The property of the statement that says only that there is an entity."""

COLUMNS: Final = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
    "lang", "original_value", "external", "first_seen", "last_seen", "id",
)  # fmt: skip
_NEEDED: Final = ("entity_id", "prop", "schema", "value")
_AT_ONCE: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One value of one property. ``number`` is the line it was read from."""

    canonical_id: str
    entity_id: str
    prop: str
    schema: str
    value: str
    dataset: str = ""
    number: int = 0

    @property
    def id(self) -> str:
        """Give the id that the library gives."""
        key = f"{self.dataset}.{self.entity_id}.{self.prop}.{self.value}"
        return hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()

    @property
    def record(self) -> dict[str, Any]:
        """Give the statement in the library's fields."""
        return {
            "canonical_id": self.canonical_id,
            "entity_id": self.entity_id,
            "prop": self.prop,
            "schema": self.schema,
            "value": self.value,
            "dataset": self.dataset,
            "lang": None,
            "original_value": None,
            "first_seen": None,
            "last_seen": None,
            "external": False,
            "origin": None,
            "id": self.id,
        }


def stating(
    dataset: str, entity: str, canonical: str, schema: str, said: Iterable[tuple[str, str | None]]
) -> Iterator[Statement]:
    """State what is said of one entity: each value once, and last that there is such an entity."""
    known = PROPERTIES[schema]
    ids: list[str] = []
    for prop, value in dict.fromkeys((prop, value) for prop, value in said if value):
        if prop not in known:
            raise ValueError(f"{schema} has no property {prop}")
        one = Statement(
            canonical_id=canonical,
            entity_id=entity,
            prop=prop,
            schema=schema,
            value=value or "",
            dataset=dataset,
        )
        ids.append(one.id)
        yield one
    digest = hashlib.sha1(schema.encode(), usedforsecurity=False)
    for name in sorted(ids):
        digest.update(name.encode())
    yield Statement(
        canonical_id=canonical,
        entity_id=entity,
        prop=BASE,
        schema=schema,
        value=digest.hexdigest(),
        dataset=dataset,
    )


def as_json_lines(statements: Iterable[Statement]) -> Iterator[str]:
    """Spell statements as JSON, one a line."""
    for statement in statements:
        yield json.dumps(statement.record, ensure_ascii=False) + "\n"


def as_csv(statements: Iterable[Statement]) -> Iterator[str]:
    """Spell statements as CSV. Values stand as they are: a machine reads this, no spreadsheet."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, dialect=csv.unix_dialect)
    writer.writerow(COLUMNS)
    for count, statement in enumerate(statements, 1):
        told = statement.record
        told["external"] = "f"
        told["prop_type"] = (
            BASE if statement.prop == BASE else PROPERTIES[statement.schema][statement.prop]
        )
        writer.writerow([told[column] for column in COLUMNS])
        if count % _AT_ONCE == 0:
            yield page.getvalue()
            page.seek(0)
            page.truncate()
    yield page.getvalue()


def read_statements(stream: BinaryIO) -> Iterator[Statement]:
    """Read statements, as JSON lines or as CSV; raises BadImport, naming the line."""
    opening = stream.read(1024).removeprefix(codecs.BOM_UTF8).lstrip()
    stream.seek(0)
    if opening.startswith(b"{"):
        yield from (_statement(told, number, "line") for number, told in _objects(stream))
        return
    for number, row in csv_rows(stream, _NEEDED):
        yield _statement(row, number, "row")


def _objects(stream: BinaryIO) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in lines_in(stream):
        try:
            told = json.loads(line)
        except (ValueError, RecursionError) as wrong:
            raise BadImport(f"line {number}: it is not JSON.") from wrong
        if not isinstance(told, dict):
            raise BadImport(f"line {number}: it is no JSON object.")
        yield number, told


def _statement(told: dict[str, Any], number: int, called: str) -> Statement:
    for field in _NEEDED:
        if not isinstance(told.get(field), str) or not told[field] or not is_text(told[field]):
            raise BadImport(f"{called} {number}: its {field} is missing, or no text.")
    canonical = told.get("canonical_id") or told["entity_id"]
    is_name = isinstance(canonical, str) and is_text(canonical)
    if not is_name or max(len(canonical), len(told["entity_id"])) > 200:
        raise BadImport(f"{called} {number}: its ids are no text, or longer than 200 characters.")
    return Statement(
        canonical_id=canonical,
        entity_id=told["entity_id"],
        prop=told["prop"],
        schema=told["schema"],
        value=told["value"],
        number=number,
    )
