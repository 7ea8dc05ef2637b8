"""The model's file: one archive of numpy arrays, a word list and a description."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from firsthand.claims.english.tagging.decoding import Chain
from firsthand.claims.english.tagging.network import Network
from firsthand.claims.english.tagging.wordtable import WordTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

SHIPPED = Path(__file__).with_name("attribution.model")

_DESCRIPTION = "model.json"
_WORDS = "words.txt"
_ARRAY = ".npy"
# Archives remember when each member was written; a fixed date keeps equal models equal to the byte.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A loaded model: its network, the chain of its labels, and its word table."""

    labels: tuple[str, ...]
    network: Network
    chain: Chain
    words: WordTable


@cache
def shipped_model() -> Model:
    """Load the model that comes with the package; the second call costs nothing."""
    return read_model(SHIPPED)


def read_model(path: Path) -> Model:
    """Load a model from its archive."""
    with zipfile.ZipFile(path) as archive:
        description = json.loads(archive.read(_DESCRIPTION))
        words = archive.read(_WORDS).decode("utf-8").split("\n")
        arrays = {
            name.removesuffix(_ARRAY): np.lib.format.read_array(
                io.BytesIO(archive.read(name)), allow_pickle=False
            )
            for name in archive.namelist()
            if name.endswith(_ARRAY)
        }
    return Model(
        labels=tuple(description["labels"]),
        network=Network(arrays, description["layers"]),
        chain=Chain(
            follows=arrays["follows"].astype(np.float32),
            begins=arrays["begins"].astype(np.float32),
            ends=arrays["ends"].astype(np.float32),
        ),
        words=WordTable(
            words={word: place for place, word in enumerate(words)},
            rows=arrays["rows"],
            tags={tag: number for number, tag in enumerate(description["tags"], 1)},
            endings={ending: number for number, ending in enumerate(description["endings"], 1)},
        ),
    )


def write_model(
    path: Path,
    *,
    description: Mapping[str, object],
    words: Sequence[str],
    arrays: Mapping[str, NDArray[np.generic]],
) -> None:
    """Write a model's archive; equal contents give equal bytes, and a reader never sees half a file."""
    members = {
        _DESCRIPTION: json.dumps(description, sort_keys=True, ensure_ascii=False).encode("utf-8"),
        _WORDS: "\n".join(words).encode("utf-8"),
    }
    for name, array in sorted(arrays.items()):
        written = io.BytesIO()
        np.lib.format.write_array(written, np.ascontiguousarray(array), allow_pickle=False)
        members[name + _ARRAY] = written.getvalue()
    unfinished = path.with_suffix(".unfinished")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, _NO_DATE)
            archive.writestr(member, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    unfinished.replace(path)
