"""From a source back to the bytes it was read from: a file, a container, an address's answer."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from firsthand.sources.auto_archiver import archived_among
from firsthand.sources.captured import Fetched, Fetcher
from firsthand.sources.gathering import gather, opened
from firsthand.values.source import Source as CapturedSource


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


class BytesRead:
    """The way from a source's label back to the bytes it was read from."""

    def __init__(self, paths: Iterable[str | Path], keeping: KeepingFetcher | None) -> None:
        """Look among what these paths come to, and what a fetcher brought."""
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


class Watched(io.RawIOBase):
    """Passes on what a stream holds, and knows its SHA-256 at the end."""

    def __init__(self, stream: BinaryIO) -> None:
        """Watch this stream."""
        self._stream, self._seen = stream, hashlib.sha256()

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Pass on some bytes."""
        chunk = self._stream.read(size)
        self._seen.update(chunk)
        return chunk

    @property
    def sha256(self) -> str:
        """Give the digest of all that has passed."""
        return self._seen.hexdigest()
