"""Files that leave: whole or not at all, and never without an entry that says so."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from firsthand.values.errors import BadRequest


def require_free(path: Path, *, force: bool) -> None:
    """Raise BadRequest where a file would be overwritten, or cannot be written at all."""
    if path.is_dir():
        raise BadRequest(f"{path}: this is a folder. Name a file.")
    if path.exists() and not force:
        raise BadRequest(f"{path}: there is such a file already. Name another, or say --force.")


@contextmanager
def leaving(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose file gets its name when the block ends well, and vanishes where it fails.

    What leaves a case is for whoever asked for it: others may not read the file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".firsthand-")
    draft = Path(name)
    try:
        with os.fdopen(number, "w+b") as stream:
            yield stream
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def settle(stream: BinaryIO) -> None:
    """Have the disk hold all that was written, before an entry says that it left."""
    stream.flush()
    os.fsync(stream.fileno())
