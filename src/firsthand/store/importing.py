"""Imports: what another tool wrote, as entries of a case; all of a file or nothing of it."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec
from django.db.models import Manager

from firsthand.record.contents.base import Content
from firsthand.record.contents.of_case import Imported
from firsthand.record.contents.of_entities import EntitiesLinked, EntitiesSame, EntityNamed
from firsthand.record.entry import Author
from firsthand.record.exchange import from_contract, from_statements, from_uwazi
from firsthand.record.exchange.arrived import Arrived
from firsthand.record.exchange.limits import LARGEST_FILE
from firsthand.record.exchange.statements import read_statements
from firsthand.record.exchange.uwazi_mapping import Mapping, mapping_in
from firsthand.record.ledger import Turn
from firsthand.record.permissions import require_leave
from firsthand.record.recording import record_in
from firsthand.store.cases import Case
from firsthand.store.drawing.rows import body_of
from firsthand.store.models import Act, Claim, Entity, EntityLink, SameAs, Source
from firsthand.values.errors import BadEntry, BadImport, BadRequest, NewerCase

_LARGEST_MAPPING: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came of an import: its records, how many were there already, and what was left out."""

    records: int
    known: int
    left_out: tuple[str, ...]


def import_file(
    case: Case, file: Path, *, form: str, by: Author, mapping: Path | None = None
) -> Came:
    """Take a file in, in one of the formats ``contract``, ``ftm`` and ``uwazi``.

    Raises BadImport where the file does not say what it should, and NewerCase for what a newer
    version wrote; then nothing of it came in.
    """
    if form not in _READERS:
        raise BadRequest(f"there is no format {form!r}. Formats: {', '.join(_READERS)}.")
    require_leave(by, Imported(format=form, sha256="", records=0))
    meaning = mapping_in(_text_of(mapping)) if mapping else Mapping()
    with _read_plainly(file) as stream, case.ledger.turn() as turn:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        stream.seek(0)
        arrived = _READERS[form](stream, case, meaning)
        waves = _waves(arrived, case.alias)
        records = sum(map(len, waves))
        for wave in waves:
            _record(turn, wave, by)
        _record(turn, [Imported(format=form, sha256=digest, records=records)], by)
    known = arrived.known + _count(arrived) - records
    return Came(records=records, known=known, left_out=arrived.left_out)


def _record(turn: Turn, contents: Sequence[Content], by: Author) -> None:
    try:
        record_in(turn, contents, by=by)
    except BadEntry as wrong:
        raise BadImport(f"one of its records cannot stand in the ledger: {wrong}") from wrong


@contextmanager
def _read_plainly(file: Path) -> Iterator[BufferedReader]:
    """Open a file; what is wrong with it is told with its name."""
    if file.stat().st_size > LARGEST_FILE:
        raise BadImport(f"{file.name}: it is longer than {LARGEST_FILE // 2**20} MiB. Split it.")
    try:
        with file.open("rb") as stream:
            yield stream
    except BadImport as wrong:
        raise BadImport(f"{file.name}: {wrong} Nothing of it came in.") from wrong
    except NewerCase as newer:
        raise NewerCase(f"{file.name}: {newer}") from newer


def _text_of(file: Path) -> str:
    with file.open("rb") as stream:
        spelling = stream.read(_LARGEST_MAPPING + 1)
    if len(spelling) > _LARGEST_MAPPING:
        raise BadImport("the mapping is longer than 1 MiB.")
    try:
        return spelling.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise BadImport("the mapping is not in UTF-8.") from wrong


def _statements(stream: BinaryIO, case: Case, _: Mapping) -> Arrived:
    return from_statements.arrived_in(
        read_statements(stream),
        knows_entity=_knows(Entity.objects, case.alias),
        knows_claim=_knows(Claim.objects, case.alias),
    )


def _uwazi(stream: BinaryIO, case: Case, meaning: Mapping) -> Arrived:
    return from_uwazi.arrived_in(stream, meaning, knows_claim=_knows(Claim.objects, case.alias))


def _contract(stream: BinaryIO, case: Case, _: Mapping) -> Arrived:
    held: dict[str, list[from_contract.Held]] = defaultdict(list)
    rows = Source.objects.using(case.alias).exclude(sha256="").order_by("entry_id")
    for name, digest, file, text in rows.values_list("id", "sha256", "file", "text"):
        held[digest].append(from_contract.Held(id=name, file=file, text=text))
    known = dict(Claim.objects.using(case.alias).values_list("id", "text"))
    return from_contract.arrived_in(stream, held=held, known=known)


def _knows(rows: Manager[Any], alias: str) -> Callable[[str], bool]:
    ids = frozenset(rows.using(alias).values_list("id", flat=True))
    return ids.__contains__


def _count(arrived: Arrived) -> int:
    several: tuple[Sequence[Content], ...] = (
        arrived.named, arrived.same, arrived.linked, arrived.acts, arrived.claims,
    )  # fmt: skip
    return sum(map(len, several))


def _waves(arrived: Arrived, alias: str) -> list[list[Content]]:
    """Order what is new, so that each thing is there before another speaks of it."""
    acts = dict(Act.objects.using(alias).values_list("id", "body"))
    return [
        list(_new_entities(arrived.named, alias)),
        list(_new_decisions(arrived.same, alias)),
        list(_new_links(arrived.linked, alias)),
        [act for act in arrived.acts if acts.get(act.deed) != body_of(act)],
        list(arrived.claims),
    ]


def _new_entities(named: Iterable[EntityNamed], alias: str) -> Iterator[EntityNamed]:
    held = dict(Entity.objects.using(alias).values_list("id", "body"))
    for coming in named:
        if coming.entity in held and not held[coming.entity]:
            raise BadImport(f"the entity {coming.entity} is confidential in this case.")
        body = held.get(coming.entity)
        told = _joined(msgspec.json.decode(body, type=EntityNamed), coming) if body else coming
        if body != body_of(told):
            yield told


def _joined(held: EntityNamed, coming: EntityNamed) -> EntityNamed:
    """Let what comes in add to what the case says, and take nothing away."""
    if held.is_a is not coming.is_a:
        raise BadImport(
            f"the entity {coming.entity} is a {coming.is_a.value} there, a {held.is_a.value} here."
        )
    names = dict.fromkeys((*held.aliases, held.name, *coming.aliases))
    names.pop(coming.name, None)
    kept = {
        field: getattr(held, field)
        for field in ("body_kind", "owner", "parent", "state", "country", "location")
        if getattr(coming, field) is None
    }
    return replace(coming, aliases=tuple(names), **kept)


def _new_decisions(same: Iterable[EntitiesSame], alias: str) -> Iterator[EntitiesSame]:
    rows = SameAs.objects.using(alias).values_list("left", "right")
    decided = {frozenset(pair) for pair in rows}
    # What a person of this case decided, either way, is not decided again by a file.
    return (one for one in same if frozenset((one.left, one.right)) not in decided)


def _new_links(linked: Iterable[EntitiesLinked], alias: str) -> Iterator[EntitiesLinked]:
    held = set(EntityLink.objects.using(alias).values_list("left", "relation", "right"))
    return (one for one in linked if (one.left, one.relation, one.right) not in held)


_READERS: Final[dict[str, Callable[[BinaryIO, Case, Mapping], Arrived]]] = {
    "contract": _contract,
    "ftm": _statements,
    "uwazi": _uwazi,
}
