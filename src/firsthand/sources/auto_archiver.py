"""Auto Archiver's records among the files: a listing of what it took down, with digests, and posts.

Invariant: a record is told by its shape and never a source; what it says of a file is believed
only as far as the file's digest bears it out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from firsthand.sources._archived_files import beside
from firsthand.sources._archiver_records import (
    Medium,
    Record,
    is_json_record,
    is_table,
    json_records,
    table_records,
)
from firsthand.sources._digests import digest_in
from firsthand.sources.captured import Block, Document, Refusal, digest_of, set_in_order
from firsthand.sources.encodings import decoded
from firsthand.sources.gathering import FoundFile, opened
from firsthand.sources.layout import single_lines_of
from firsthand.sources.limits import ARCHIVER_RECORDS, JSON_FILE, spelled
from firsthand.sources.listing import Listed
from firsthand.sources.media_types import PLAIN
from firsthand.sources.wording import file_label, plural, shown
from firsthand.values.errors import UnreadableSource, UnsafeSource
from firsthand.values.source import Role, SourceKind

_PUT_THERE: Final = "Put the file there, and read the record again."
_MOST_NAMED: Final = 50
"""Beyond this, missing files are counted: a sheet may list thousands that lie elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """The files to read with those that records name, what records say of them, and the posts."""

    files: tuple[FoundFile, ...]
    by_file: Mapping[str, Listed] = field(default_factory=dict)
    posts: tuple[Document, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def archived_among(files: tuple[FoundFile, ...]) -> Archived:
    """Find Auto Archiver's records among files and read what they say of the files beside them.

    A record is told by its columns or its shape, not by its name. It is a listing, not a source;
    files that it names and that lie below its folder are read even where only it was named.
    """
    records = [file for file in files if _is_record(file)]
    if not records:
        return Archived(files=files)
    taken = _Taken(files=[file for file in files if file not in records])
    for file in records:
        try:
            taken.take_all(file)
        except (UnreadableSource, OSError) as refused:
            taken.refuse(file.file, str(refused))
    return Archived(
        files=tuple(sorted(taken.by_path.values(), key=lambda file: file.file)),
        by_file=taken.by_file,
        posts=tuple(taken.posts),
        refusals=tuple(taken.refusals),
    )


def _is_record(file: FoundFile) -> bool:
    ending = file.path.suffix.lower()
    if ending not in {".json", ".csv"}:
        return False
    try:
        with opened(file.path) as stream:
            start = stream.read(4096)
    except (UnreadableSource, OSError):
        # Whoever reads the file next says what is wrong with it.
        return False
    return is_json_record(start) if ending == ".json" else is_table(start)


class _Taken:
    """What has been taken from records so far."""

    def __init__(self, *, files: Iterable[FoundFile]) -> None:
        self.by_path = {file.path: file for file in files}
        self.by_file: dict[str, Listed] = {}
        self.posts: list[Document] = []
        self.refusals: list[Refusal] = []
        self._said: set[tuple[str, str]] = set()
        self._missing = 0

    def refuse(self, file: str, message: str) -> None:
        self.refusals.append(Refusal(file=shown(file), message=message))

    def take_all(self, file: FoundFile) -> None:
        is_json = file.path.suffix.lower() == ".json"
        self._missing = 0
        for number, record in enumerate(_records_in(file, is_json=is_json), 1):
            where = f"{file.file}#{number}"
            if number > ARCHIVER_RECORDS:
                self.refuse(file.file, f"it has more than {ARCHIVER_RECORDS:,} records. Split it.")
                return
            if record is None:
                self.refuse(
                    where,
                    "this record of Auto Archiver is broken or names no address. Export it again, "
                    "or mend it.",
                )
                continue
            self._take_post(where, record)
            for medium in record.media:
                self._take_medium(file, where, record, medium)
        if self._missing > _MOST_NAMED:
            more = plural(self._missing - _MOST_NAMED, "more file")
            self.refuse(file.file, f"it lists {more} not below its folder. {_PUT_THERE}")

    def _take_post(self, where: str, record: Record) -> None:
        # One post stands in the table and, again, in the file beside its pictures.
        said = (record.address, record.content or "")
        if record.content and said not in self._said:
            self._said.add(said)
            self.posts.append(_post(where, record))

    def _take_medium(self, file: FoundFile, where: str, record: Record, medium: Medium) -> None:
        path = beside(file.path.parent, medium)
        if path is None:
            self._missing += 1
            name = PurePosixPath(medium.names[0]).name if medium.names else "a file without a name"
            if self._missing <= _MOST_NAMED:
                told = f"it lists {shown(name)}, which is not below its folder. {_PUT_THERE}"
                self.refuse(where, told)
            return
        if _is_record(FoundFile(path=path, file=path.name)):
            return
        label = file_label(
            (PurePosixPath(file.file).parent / path.relative_to(file.path.parent)).as_posix()
        )
        found = self.by_path.setdefault(path, FoundFile(path=path, file=label))
        # A file that two records name must be what each of them took down: the first digest stands.
        known = self.by_file.get(found.file)
        if known is None or (known.digest is None and medium.digest):
            self.by_file[found.file] = _listed(found.file, record, medium)


def _records_in(file: FoundFile, *, is_json: bool) -> Iterator[Record | None]:
    with opened(file.path) as stream:
        body = stream.read(JSON_FILE + 1)
    if len(body) > JSON_FILE:
        raise UnsafeSource(f"it is larger than {spelled(JSON_FILE)}. Split it, and read the parts.")
    text = decoded(body).text
    yield from json_records(text) if is_json else table_records(text)


def _post(where: str, record: Record) -> Document:
    content = record.content or ""
    blocks = [
        Block(
            text=line.words,
            role=Role.BODY,
            place=f"content, characters {line.span.start}-{line.span.end}",
        )
        for line in single_lines_of(content)
    ]
    text, passages = set_in_order(blocks)
    return Document(
        file=where,
        sha256=digest_of(content.encode()),
        media_type=PLAIN,
        text=text,
        passages=passages,
        title=record.title,
        published_on=record.published_on,
        captured_at=record.captured_at,
        address=record.address,
        kind=SourceKind.POST,
        custody=("words as Auto Archiver took them down: no digest stands for them",),
    )


def _listed(label: str, record: Record, medium: Medium) -> Listed:
    digest = digest_in(medium.digest or "")
    if digest:
        custody = f"Auto Archiver digest {digest.named} verified"
    else:
        custody = "Auto Archiver lists no digest for this file: not verified"
    listed = Listed(file=label, digest=medium.digest if digest else None, custody=(custody,))
    if medium.is_summary:
        return listed
    return replace(
        listed,
        title=record.title,
        address=record.address,
        published_on=record.published_on,
        captured_at=record.captured_at,
    )
