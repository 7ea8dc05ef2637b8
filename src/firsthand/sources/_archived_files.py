"""Files that a record of Auto Archiver names, found again beside the record.

Invariant: only plain files below the record's own folder are found, whatever names it gives.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from firsthand.sources._archiver_records import Medium
from firsthand.sources._digests import digest_in
from firsthand.sources.gathering import is_address

_ROOTS: Final = ("", "/")


def beside(folder: Path, medium: Medium) -> Path | None:
    """Find a medium below a folder under any of its names, the longest part of a path first."""
    root = folder.resolve()
    for name in [*medium.names, *_named_by_digest(medium)]:
        bare = unquote(urlsplit(name).path) if is_address(name) else name.replace("\\", "/")
        parts = [part for part in PurePosixPath(bare).parts if part not in _ROOTS]
        if ".." in parts or "\0" in bare:
            continue
        for start in range(len(parts)):
            path = root.joinpath(*parts[start:])
            if _is_plain_file_below(path, root):
                return path
    return None


def _named_by_digest(medium: Medium) -> Iterator[str]:
    """Give the name that the setting *static* stores a file under: the start of its digest."""
    digest = digest_in(medium.digest or "")
    for name in medium.names if digest else ():
        if digest:
            yield digest.value.hex()[:24] + PurePosixPath(name).suffix


def _is_plain_file_below(path: Path, root: Path) -> bool:
    try:
        return path.is_file() and path.resolve() == path and path.is_relative_to(root)
    except (OSError, ValueError, RuntimeError):
        return False
