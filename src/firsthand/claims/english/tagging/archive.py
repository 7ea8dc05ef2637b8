"""One file for a model: an archive of numpy arrays, a word list and a description."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_DESCRIPTION = "model.json"
_WORDS = "words.txt"
_ARRAY = ".npy"
# Archives remember when each member was written; a fixed date keeps equal models equal to the byte.
_NO_DATE = (1980, 1, 1, 0, 0, 0)

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What a model's file holds."""

    description: Mapping[str, Any]
    words: Sequence[str]
    arrays: Arrays


def read_archive(path: Path) -> Archive:
    """Read a model's file; arrays that hold anything but numbers are refused."""
    with zipfile.ZipFile(path) as file:
        return Archive(
            description=json.loads(file.read(_DESCRIPTION)),
            words=file.read(_WORDS).decode("utf-8").split("\n"),
            arrays={
                name.removesuffix(_ARRAY): np.lib.format.read_array(
                    io.BytesIO(file.read(name)), allow_pickle=False
                )
                for name in file.namelist()
                if name.endswith(_ARRAY)
            },
        )


def write_archive(path: Path, archive: Archive) -> None:
    """Write a model's file: equal contents give equal bytes, and no reader sees half of one."""
    description = json.dumps(dict(archive.description), sort_keys=True, ensure_ascii=False)
    members = {
        _DESCRIPTION: description.encode("utf-8"),
        _WORDS: "\n".join(archive.words).encode("utf-8"),
    }
    for name, array in sorted(archive.arrays.items()):
        written = io.BytesIO()
        np.lib.format.write_array(written, np.ascontiguousarray(array), allow_pickle=False)
        members[name + _ARRAY] = written.getvalue()
    unfinished = path.with_suffix(".unfinished")
    with zipfile.ZipFile(unfinished, "w") as file:
        for name, content in members.items():
            file.writestr(
                zipfile.ZipInfo(name, _NO_DATE), content, zipfile.ZIP_DEFLATED, compresslevel=9
            )
    unfinished.replace(path)
