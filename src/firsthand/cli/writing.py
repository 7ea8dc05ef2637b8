"""Files that commands write: whole or not at all, never half."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from firsthand.values.source import Source


def write_whole(path: Path, text: str, *, encoding: str = "utf-8") -> None:
    """Write a text file so that a reader sees the old one or the new one, never a part.

    Newlines are written as they stand: spans count in them.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".firsthand-")
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="") as file:
            file.write(text)
        # A temporary file is made for its owner alone; a report is an ordinary file.
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def write_texts(folder: Path, sources: Iterable[Source]) -> None:
    """Write each source's extracted text as ``<source id>.txt``; spans count in these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources:
        write_whole(folder / f"{source.id}.txt", source.text)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
