"""A copy of a case taken in: checked whole first, then kept as a case of its own.

Invariant: the chain, every content's commitment and every evidence file's digest hold before
anything is kept; where anything fails after, nothing stays behind.
"""

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from django.db import DatabaseError, transaction

from firsthand.record.entry import Entry as WrittenEntry
from firsthand.record.exchange.case_copy import (
    ENTRIES,
    EVIDENCE,
    LONGEST_LINE,
    MANIFEST,
    EntryLine,
    Manifest,
    content_in,
    evidence_names,
    read_line,
    read_manifest,
    require_whole,
)
from firsthand.record.ledger import Written
from firsthand.sealing.errors import SealingError
from firsthand.store import drawing
from firsthand.store.cases import FORM, Case, bare_case, require_empty_folder
from firsthand.store.copying import HELD_BACK
from firsthand.store.databases import empty_again, told_plainly
from firsthand.store.drawing.closed import draw_closed
from firsthand.store.keys import put_key_under_passphrase
from firsthand.store.models import Content, Entry, Head, Subject
from firsthand.values.errors import BadImport, CannotStore

_AT_ONCE: Final = 500
_CHUNK: Final = 1024 * 1024
_LONGEST_MANIFEST: Final = 64 * 1024 * 1024
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError)
_UNFIT: Final = (DatabaseError, TypeError, ValueError, AssertionError, LookupError)


def receive_case(folder: Path, file: Path, *, database: str | None = None) -> Case:
    """Make a case from a copy: the same entries, the same head. Findings are traced anew.

    Raises BadImport or NewerCase for a copy that is not whole, BadRequest where the folder or the
    database is not empty; then nothing is left behind.
    """
    require_empty_folder(folder)
    with _opened(file) as archive:
        manifest = read_manifest(_bytes_of(archive, MANIFEST, _LONGEST_MANIFEST), form=FORM)
        # Closed by hand: an open member would hold the whole file open after an error.
        with closing(_lines(archive)) as lines:
            seen = require_whole(lines, manifest)
        held = set(evidence_names(archive.namelist()))
        if missing := sorted(seen.evidence - held):
            raise BadImport(f"evidence {missing[0][:12]} is missing. Ask for the copy anew.")
        for digest in sorted(held):
            _require_digest(archive, digest)
        was_there = folder.exists()
        case = bare_case(folder, case=manifest.case, database=database)
        try:
            _fill(case, archive, manifest, sorted(held & seen.evidence))
        except BaseException:
            if database:
                empty_again(case.alias)
            case.close()
            _take_away(folder, was_there=was_there)
            raise
    return case


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """Open a copy; all that a stranger's zip file may be wrong in becomes one error."""
    try:
        with zipfile.ZipFile(file) as archive:
            _require_plain(archive, file.stat().st_size)
            yield archive
    except _BROKEN as broken:
        raise BadImport(
            f"{file.name}: it is cut short or was changed. Ask for it anew."
        ) from broken
    except BadImport as wrong:
        raise BadImport(f"{file.name}: {wrong}") from wrong


def _require_plain(archive: zipfile.ZipFile, size: int) -> None:
    """Let in only what a copy is: named files, each once, stored as they are, no larger than it."""
    members = archive.infolist()
    names = [member.filename for member in members]
    if not {MANIFEST, ENTRIES} <= set(names) or len(set(names)) < len(names):
        raise BadImport("it is not the copy of a case.")
    is_plain = all(
        member.compress_type == zipfile.ZIP_STORED
        and member.file_size == member.compress_size
        and not member.flag_bits & 0x1
        for member in members
    )
    # Members that overlap add up to more than the file: the same bytes, read over and over.
    if not is_plain or sum(member.file_size for member in members) > size:
        raise BadImport("it is packed as no copy of a case is. Ask for the copy anew.")
    for _ in evidence_names(names):
        pass


def _bytes_of(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    if archive.getinfo(name).file_size > most:
        raise BadImport(f"{name} is too long.")
    return archive.read(name)


def _lines(archive: zipfile.ZipFile) -> Generator[EntryLine, None, None]:
    with archive.open(ENTRIES) as stream:
        number = 0
        while spelling := stream.readline(LONGEST_LINE):
            number += 1
            yield read_line(spelling, number)


def _require_digest(archive: zipfile.ZipFile, digest: str) -> None:
    with archive.open(f"{EVIDENCE}{digest}") as stream:
        found = hashlib.sha256()
        while chunk := stream.read(_CHUNK):
            found.update(chunk)
    if found.hexdigest() != digest:
        raise BadImport(f"evidence {digest[:12]} was changed. Ask for the copy anew.")


def _fill(
    case: Case, archive: zipfile.ZipFile, manifest: Manifest, evidence: Sequence[str]
) -> None:
    for digest in evidence:
        if case.evidence.keep(_copied(archive, digest)) != digest:
            raise BadImport(f"evidence {digest[:12]} was changed. Ask for the copy anew.")
    try:
        with (
            closing(_lines(archive)) as lines,
            told_plainly(case.ledger.name),
            transaction.atomic(using=case.alias),
        ):
            _keep_entries(lines, case.alias)
            Head.objects.using(case.alias).create(
                id=1, number=manifest.number, digest=manifest.digest
            )
            if manifest.held_back:
                case.set(HELD_BACK, " ".join(map(str, manifest.held_back)))
            if manifest.keyslot is not None:
                put_key_under_passphrase(case, manifest.keyslot)
    except CannotStore:
        raise
    except SealingError as failed:
        raise BadImport(f"its key cannot be taken in: {failed}.") from failed
    except _UNFIT as unfit:
        raise BadImport("its entries do not fit one another. Ask for the copy anew.") from unfit


def _copied(archive: zipfile.ZipFile, digest: str) -> Callable[[BinaryIO], None]:
    def write(target: BinaryIO) -> None:
        with archive.open(f"{EVIDENCE}{digest}") as stream:
            shutil.copyfileobj(stream, target, _CHUNK)

    return write


def _keep_entries(lines: Iterator[EntryLine], alias: str) -> None:
    while several := list(islice(lines, _AT_ONCE)):
        written = [_written(line) for line in several]
        _insert(several, written, alias)
        waiting: list[Written] = []
        for line, each in zip(several, written, strict=True):
            if each.entry.content is not None:
                waiting.append(each)
                continue
            drawing.draw(waiting, alias)
            waiting.clear()
            draw_closed(line.kind, line.number, line.subjects, line.evidence or "", alias)
        drawing.draw(waiting, alias)


def _written(line: EntryLine) -> Written:
    return Written(
        entry=WrittenEntry(
            number=line.number,
            at=line.at,
            author=line.author,
            reason=line.reason,
            kind=line.kind,
            before=line.before,
            commitment=line.commitment,
            digest=line.digest,
            content=content_in(line),
        ),
        salt=line.salt or b"",
        sealed=line.sealed or b"",
        key=line.key or b"",
        is_confidential=line.is_confidential,
    )


def _insert(lines: Sequence[EntryLine], written: Sequence[Written], alias: str) -> None:
    Entry.objects.using(alias).bulk_create(
        [
            Entry(
                id=line.number,
                at=line.at,
                author=line.author,
                reason=line.reason,
                kind=line.kind,
                before=line.before,
                commitment=line.commitment,
                digest=line.digest,
            )
            for line in lines
        ],
        batch_size=_AT_ONCE,
    )
    Content.objects.using(alias).bulk_create(
        [
            Content(
                entry_id=each.entry.number,
                salt=each.salt,
                sealed=each.sealed,
                key=each.key,
                is_confidential=each.is_confidential,
            )
            for each in written
            if each.sealed and each.key
        ],
        batch_size=_AT_ONCE,
    )
    Subject.objects.using(alias).bulk_create(
        [
            Subject(entry_id=line.number, subject=subject[:200])
            for line, each in zip(lines, written, strict=True)
            for subject in (each.entry.content.subjects if each.entry.content else line.subjects)
        ],
        batch_size=_AT_ONCE,
    )


def _take_away(folder: Path, *, was_there: bool) -> None:
    for path in list(folder.iterdir()) if folder.exists() else []:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    if not was_there:
        folder.rmdir()
