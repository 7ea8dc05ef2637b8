"""Taking sources into a case: evidence first, then the entry that says so.

Invariant: an entry never names evidence that is not on disk. A crash in between leaves evidence
that no entry names; the next run takes it up again.
"""

import hashlib
import hmac
import io
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final, cast

import firsthand
from firsthand.record.contents.of_sources import SourceCaptured
from firsthand.record.entry import Author
from firsthand.record.recording import record
from firsthand.sealing.files import new_file_key, seal_file
from firsthand.sources.auto_archiver import archived_among
from firsthand.sources.captured import Fetched, Fetcher, Refusal, TextMode, WithoutText
from firsthand.sources.gathering import gather, opened
from firsthand.sources.reading import Reading, read_sources
from firsthand.store.bodies import new_among
from firsthand.store.cases import Case
from firsthand.store.models import Source
from firsthand.values.errors import CaseSealed, UnreadableSource
from firsthand.values.source import Handling
from firsthand.values.source import Source as CapturedSource

_AT_ONCE: Final = 200
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of taking sources in: their ids, how many were there already, what was refused."""

    sources: tuple[str, ...]
    known: int
    bodies: int
    refusals: tuple[Refusal, ...]


class KeepingFetcher:
    """Fetches through another fetcher and keeps what it brought, as evidence."""

    def __init__(self, fetcher: Fetcher) -> None:
        """Fetch through this one."""
        self._fetcher = fetcher
        self.brought: dict[str, bytes] = {}

    def fetch(self, address: str) -> Fetched:
        """Bring what stands at an address."""
        fetched = self._fetcher.fetch(address)
        self.brought[address] = fetched.body
        return fetched


def add_sources(  # noqa: PLR0913 - what a person may say of sources that come in
    case: Case,
    paths: Sequence[str | Path],
    *,
    by: Author,
    handling: Handling | None = None,
    text_mode: TextMode = TextMode.CLEANED,
    fetcher: Fetcher | None = None,
    tool: str = f"firsthand {firsthand.__version__}",
    tell: Progress = lambda *_: None,
) -> Added:
    """Read what the paths come to, and take in what the case does not have.

    ``tool`` is what brought them here. ``handling`` overrides what the files say of themselves.
    Raises MissingSource where nothing can be read, NotAllowed, CaseSealed where something is
    confidential and the key is not open.
    """
    keeping = KeepingFetcher(fetcher) if fetcher else None
    reading = read_sources(
        paths,
        text_mode=text_mode,
        without_text=WithoutText.KEPT,
        fetcher=keeping,
        on_progress=lambda done, of: tell("reading", done, of),
    )
    coming = [_with_handling(source, handling, case) for source in reading.sources]
    lying_open = [source for source in coming if _lies_open(source, case)]
    kept_open = {source.id for source in lying_open}
    new = [
        source for source in coming if source.id not in kept_open and not _is_known(source, case)
    ]
    bytes_of = _Bytes(paths, keeping)
    refusals = [*reading.refusals]
    refusals += [
        Refusal(
            file=source.file,
            message="it is in the case already, open to read. Erase that one (firsthand case "
            "erase), then add it again.",
        )
        for source in lying_open
    ]
    kept: list[str] = []
    for start in range(0, len(new), _AT_ONCE):
        tell("keeping", start, len(new))
        contents = []
        for source in new[start : start + _AT_ONCE]:
            try:
                contents.append(_captured(source, bytes_of, case, by, tool))
            except (OSError, KeyError, UnreadableSource):
                refusals.append(
                    Refusal(
                        file=source.file,
                        message="it changed or vanished while it was read. Add it again.",
                    )
                )
        record(case.ledger, contents, by=by)
        kept += [content.source.id for content in contents]
    tell("keeping", len(new), len(new))
    return Added(
        sources=tuple(kept),
        known=len(coming) - len(new) - len(lying_open),
        bodies=_add_bodies(reading, case, by),
        refusals=tuple(refusals),
    )


class _Bytes:
    """The way from a source's label back to the bytes it was read from."""

    def __init__(self, paths: Iterable[str | Path], keeping: KeepingFetcher | None) -> None:
        gathered = gather(paths).files
        # Files that only a record of Auto Archiver names are read too; the record holds posts.
        found = (*archived_among(gathered).files, *gathered)
        self._paths = {each.file: each.path for each in found}
        self._brought = keeping.brought if keeping else {}

    def of(self, source: CapturedSource) -> tuple[BinaryIO, bool]:
        """Open what a source was read from, and tell whether the source is the whole of it."""
        for label in _containers(source.file):
            is_whole = label == source.file
            if label in self._brought:
                return io.BytesIO(self._brought[label]), is_whole
            if label in self._paths:
                return opened(self._paths[label]), is_whole
        raise KeyError(source.id)


def _containers(label: str) -> Iterator[str]:
    """Give a label and those of what it may lie in, the nearest first: names may hold # too."""
    yield label
    while "#" in label:
        label = label.rpartition("#")[0]
        yield label


class _Watched(io.RawIOBase):
    """Passes on what a stream holds, and knows its SHA-256 at the end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._seen = stream, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self._seen.update(chunk)
        return chunk

    @property
    def sha256(self) -> str:
        return self._seen.hexdigest()


def _captured(
    source: CapturedSource, bytes_of: _Bytes, case: Case, by: Author, tool: str
) -> SourceCaptured:
    is_sealed = source.handling is Handling.CONFIDENTIAL
    key = new_file_key() if is_sealed else None
    stream, is_whole = bytes_of.of(source)
    with stream:

        def write(target: BinaryIO) -> None:
            watched = _Watched(stream)
            if key is None:
                shutil.copyfileobj(watched, target, 1024 * 1024)
            else:
                seal_file(key, cast("BinaryIO", watched), target)
            # Evidence of other bytes than the text came from would prove nothing.
            if is_whole and watched.sha256 != source.sha256:
                raise UnreadableSource("its bytes changed while it was read")

        evidence = case.evidence.keep(write)
    return SourceCaptured(
        source=source,
        evidence=evidence,
        evidence_key=key,
        collector=by.name,
        tool=tool,
    )


def _with_handling(source: CapturedSource, handling: Handling | None, case: Case) -> CapturedSource:
    source = replace(source, handling=handling or source.handling)
    if source.handling is not Handling.CONFIDENTIAL:
        return source
    if case.ledger.case_key is None:
        raise CaseSealed(
            "a confidential source came in, and the case's key is not open. Give the passphrase "
            "(--passphrase-file), or make a key first: firsthand case key CASE."
        )
    # Under a key of its own case: an id made from the file's digest alone would tell whoever has
    # the same file that it was reported here.
    label = f"{source.sha256}\0{source.file}".encode()
    digest = hmac.new(case.ledger.case_key, label, hashlib.sha256).hexdigest()
    return replace(source, id=f"s-{digest[:16]}")


def _lies_open(source: CapturedSource, case: Case) -> bool:
    """Tell whether what comes in as confidential is in the case for all to read."""
    if source.handling is not Handling.CONFIDENTIAL:
        return False
    rows = Source.objects.using(case.alias).filter(sha256=source.sha256, file=source.file)
    return rows.exists()


def _is_known(source: CapturedSource, case: Case) -> bool:
    return Source.objects.using(case.alias).filter(id=source.id).exists()


def _add_bodies(reading: Reading, case: Case, by: Author) -> int:
    new = new_among(reading.bodies, case.alias)
    if new:
        record(case.ledger, new, by=by)
    return len(new)
