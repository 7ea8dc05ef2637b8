"""Auto Archiver's records in their three forms: JSON, its CSV database, an exported sheet.

The forms are those of the modules ``json_enricher``, ``csv_db`` and ``gsheet_feeder_db`` of
bellingcat/auto-archiver; what it prints of itself beside them is passed over.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from firsthand.sources._python_words import NoValue, value_in
from firsthand.sources.dates import day_in, moment_in
from firsthand.sources.limits import ARCHIVER_CELL
from firsthand.sources.wording import sound

_TABLE: Final = frozenset({"status", "metadata", "media"})
_SHEET: Final = frozenset({"link", "archive status"})
_SUMMARY: Final = "_final_media"
_FORMULA: Final = re.compile(r'=IMAGE\("([^"]+)"\)\s*')
_SHEET_FILES: Final = ("archive location", "screenshot", "thumbnail", "wacz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """One file of a record: every name it may go by beside the record, and its digest.

    A summary is the page that Auto Archiver writes of its own work: it says nothing itself.
    """

    names: tuple[str, ...]
    digest: str | None = None
    is_summary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What Auto Archiver took down of one address."""

    address: str
    title: str | None
    content: str | None
    published_on: date | None
    captured_at: datetime | None
    media: tuple[Medium, ...]


def is_json_record(start: bytes) -> bool:
    """Tell a record in JSON by its beginning."""
    return start.lstrip()[:1] in {b"{", b"["} and b'"status"' in start and b'"metadata"' in start


def is_table(start: bytes) -> bool:
    """Tell the CSV database, or a sheet exported as CSV, by its first line."""
    return _columns(start) >= _TABLE or _columns(start) >= _SHEET


def json_records(text: str) -> Iterator[Record | None]:
    """Read the record or list of records in a JSON file; None for what is no record."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    for each in found if isinstance(found, list) else [found]:
        yield _record(each) if isinstance(each, dict) else None


def table_records(text: str) -> Iterator[Record | None]:
    """Read the rows of a CSV file; None for a row that cannot be read, or for all after a break."""
    before = csv.field_size_limit(ARCHIVER_CELL)
    try:
        for row in csv.DictReader(io.StringIO(text, newline="")):
            cells = {
                key.strip().lower(): value
                for key, value in row.items()
                if isinstance(key, str) and isinstance(value, str)
            }
            yield _row(cells) if cells.keys() >= _TABLE else _sheet_row(cells)
    except csv.Error:
        yield None
    finally:
        csv.field_size_limit(before)


def _columns(start: bytes) -> frozenset[str]:
    first = start.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    return frozenset(cell.strip(' \r"').lower() for cell in first.split(","))


def _row(cells: Mapping[str, str]) -> Record | None:
    try:
        metadata, media = value_in(cells["metadata"]), value_in(cells["media"])
    except NoValue:
        return None
    return _record({"metadata": metadata, "media": media})


def _record(given: Mapping[str, Any]) -> Record | None:
    metadata, media = given.get("metadata"), given.get("media")
    if not isinstance(metadata, dict):
        return None
    address = _words(metadata.get("url"))
    if not (address and address.lower().startswith(("http://", "https://"))):
        return None
    posted = _moment(metadata.get("timestamp"))
    return Record(
        address=address,
        title=_words(metadata.get("title")),
        content=_words(metadata.get("content")),
        published_on=posted.date() if posted else None,
        captured_at=_moment(metadata.get("_processed_at")),
        media=tuple(_media(media)),
    )


def _media(media: object) -> Iterator[Medium]:
    for each in media if isinstance(media, list) else []:
        if not isinstance(each, dict):
            continue
        properties = each.get("properties")
        properties = properties if isinstance(properties, dict) else {}
        urls = each.get("urls")
        names = [*(urls if isinstance(urls, list) else []), each.get("_key"), each.get("key")]
        digest = _words(properties.get("hash"))
        yield Medium(
            names=tuple(
                name for name in [*names, each.get("filename")] if isinstance(name, str) and name
            ),
            digest=digest,
            is_summary=properties.get("id") == _SUMMARY,
        )


def _sheet_row(cells: Mapping[str, str]) -> Record | None:
    address = cells.get("link", "").strip()
    if not address.lower().startswith(("http://", "https://")):
        return None
    posted = cells.get("upload timestamp", "")
    return Record(
        address=address,
        title=_words(cells.get("upload title")),
        content=_words(cells.get("text content")),
        published_on=day_in(posted) if posted else None,
        captured_at=_moment(cells.get("archive date")),
        media=tuple(_sheet_media(cells)),
    )


def _sheet_media(cells: Mapping[str, str]) -> Iterator[Medium]:
    """Give the files of a row. The row's digest is that of the file the archive location names."""
    digest = _words(cells.get("hash"))
    for column in _SHEET_FILES:
        names = tuple(_FORMULA.sub(r"\1", name) for name in cells.get(column, "").split("\n"))
        if any(names):
            is_main = column == "archive location"
            yield Medium(
                names=tuple(name.strip() for name in names if name.strip()),
                digest=digest if is_main and digest != "not-calculated" else None,
            )


def _words(value: object) -> str | None:
    return sound(value).strip() or None if isinstance(value, str) else None


def _moment(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, str):
        return moment_in(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return datetime.fromtimestamp(value, tz=UTC)
        except (ValueError, OverflowError, OSError):
            return None
    return None
