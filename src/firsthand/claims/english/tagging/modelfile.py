"""The tagger's model: its network, the chain of its labels, its word table and its link weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from threadpoolctl import ThreadpoolController

from firsthand.claims.english.tagging.archive import Archive, read_archive
from firsthand.claims.english.tagging.decoding import Chain
from firsthand.claims.english.tagging.linking import LinkWeights
from firsthand.claims.english.tagging.network import Network
from firsthand.claims.english.tagging.wordtable import WordTable

SHIPPED = Path(__file__).with_name("attribution.model")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A loaded model, ready to label."""

    labels: tuple[str, ...]
    network: Network
    chain: Chain
    words: WordTable
    links: LinkWeights
    threads: ThreadpoolController


@cache
def shipped_model() -> Model:
    """Load the model that comes with the package; the second call costs nothing."""
    return model_from(read_archive(SHIPPED))


def read_model(path: Path) -> Model:
    """Load a model from its file."""
    return model_from(read_archive(path))


def model_from(archive: Archive) -> Model:
    """Make a model of what its file holds."""
    arrays = archive.arrays
    description = archive.description
    return Model(
        labels=tuple(description["labels"]),
        network=Network(arrays, description["layers"]),
        chain=Chain(
            follows=arrays["follows"].astype(np.float32),
            begins=arrays["begins"].astype(np.float32),
            ends=arrays["ends"].astype(np.float32),
        ),
        words=word_table_from(archive),
        links=LinkWeights(**description["links"]),
        threads=ThreadpoolController(),
    )


def word_table_from(archive: Archive) -> WordTable:
    """Make the word table of what a model's file, trained or not, holds."""
    description = archive.description
    return WordTable(
        words={word: place for place, word in enumerate(archive.words)},
        rows=archive.arrays["rows"],
        tags={tag: number for number, tag in enumerate(description["tags"], 1)},
        endings={ending: number for number, ending in enumerate(description["endings"], 1)},
    )
