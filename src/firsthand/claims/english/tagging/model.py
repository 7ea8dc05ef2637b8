"""Load the shipped model: one archive with the tagger's weights, the word table and the link weights."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pycrfsuite

from firsthand.claims.english.tagging.words import WordTable

SHIPPED = Path(__file__).with_name("attribution.model")

_WEIGHTS = "labels.crfsuite"
_WORDS = "words.tsv"
_CUES = "cues.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A loaded model, ready to label."""

    tagger: pycrfsuite.Tagger
    words: WordTable


@cache
def shipped_model() -> Model:
    """Load the model that comes with the package; the second call costs nothing."""
    return model_from(SHIPPED)


def model_from(path: Path) -> Model:
    """Load a model from its archive."""
    with zipfile.ZipFile(path) as archive:
        tagger = pycrfsuite.Tagger()
        tagger.open_inmemory(archive.read(_WEIGHTS))
        words = archive.read(_WORDS).decode("utf-8").splitlines()
        cues = archive.read(_CUES).decode("utf-8").splitlines()
    return Model(tagger=tagger, words=WordTable.from_lines(words, cues))
