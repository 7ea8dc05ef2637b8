"""Evidence on disk: each file once, under the SHA-256 of its bytes, written whole and never again.

Invariant: a file that has its name is complete; what a crash leaves half written has another name,
and is swept away when the case is next opened.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from firsthand.values.errors import BrokenCase, CannotStore

_CHUNK: Final = 1024 * 1024
_DRAFT: Final = ".draft-"
_LEFT_OVER_S: Final = 3600


class Evidence:
    """A case's ``evidence`` folder."""

    def __init__(self, folder: Path) -> None:
        """Keep files in this folder."""
        self.folder = folder

    def make(self) -> None:
        """Make the folder, for its owner alone."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def keep(self, write: Callable[[BinaryIO], None]) -> str:
        """Keep what ``write`` writes into a stream, and give its SHA-256 in hexadecimal.

        Raises CannotStore where the disk refuses; nothing half written is left under a digest.
        """
        draft: Path | None = None
        try:
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=_DRAFT)
            draft = Path(name)
            with os.fdopen(handle, "w+b") as stream:
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
                digest = _digest_of(stream)
            self._settle(draft, digest)
        except OSError as failed:
            raise CannotStore(
                f"the evidence folder would not keep a file ({failed.strerror}). Nothing of this "
                "step was kept. Free some space, or check who owns the folder, and run it again."
            ) from failed
        finally:
            if draft is not None:
                draft.unlink(missing_ok=True)
        return digest

    def path_of(self, digest: str) -> Path:
        """Give the path of a file by its digest, whether it is there or not."""
        return self.folder / digest[:2] / digest

    def opened(self, digest: str) -> BinaryIO:
        """Open a file for reading; raises BrokenCase where it is missing."""
        try:
            return self.path_of(digest).open("rb")
        except OSError as failed:
            raise BrokenCase(
                f"evidence {digest[:12]} is missing. Restore it from a backup, then run: firsthand "
                "case verify."
            ) from failed

    def is_whole(self, digest: str) -> bool | None:
        """Tell whether a file's bytes still have their digest; nothing where it is missing."""
        try:
            with self.path_of(digest).open("rb") as stream:
                return _digest_of(stream) == digest
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None

    def remove(self, digest: str) -> None:
        """Remove a file for good."""
        path = self.path_of(digest)
        if path.exists():
            path.chmod(0o600)
            # Overwritten first: on a plain disk the freed blocks would still hold the words.
            with path.open("r+b") as stream:
                for _ in range(0, path.stat().st_size, _CHUNK):
                    stream.write(bytes(_CHUNK))
                stream.flush()
                os.fsync(stream.fileno())
            path.unlink()
            _sync_folder(path.parent)

    def digests(self) -> Iterator[str]:
        """List the digests of all files kept."""
        for path in sorted(self.folder.glob("??/*")):
            yield path.name

    def sweep(self) -> None:
        """Remove what a crash left half written an hour ago or more; younger may be in work."""
        for draft in self.folder.glob(f"{_DRAFT}*"):
            if time.time() - draft.stat().st_mtime > _LEFT_OVER_S:
                draft.unlink(missing_ok=True)

    def _settle(self, draft: Path, digest: str) -> None:
        place = self.path_of(digest)
        place.parent.mkdir(mode=0o700, exist_ok=True)
        if not place.exists():
            draft.chmod(0o400)
            draft.replace(place)
            _sync_folder(place.parent)
            _sync_folder(self.folder)


def _digest_of(stream: BinaryIO) -> str:
    stream.seek(0)
    digest = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
