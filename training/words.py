"""Make the word table: what dictionaries and word clusters say of common English words.

Run once; its product is shipped beside the model, so that training needs none of these sources.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

_KEPT_WORDS = 60_000
_CLUSTERS = 256
_EMBEDDED_WORDS = 40_000
_WORD = re.compile(r"[a-z][a-z'.-]*\Z")


def part_of_speech(lexicon: Path) -> dict[str, str]:
    """Read the Brill lexicon: the commonest tag of each form."""
    tags: dict[str, str] = {}
    for line in lexicon.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if tag and not line.startswith(";;;"):
            tags[word] = tag.split()[0]
    return tags


def first_senses(wordnet: Path, kind: str) -> dict[str, str]:
    """Read WordNet: the lexicographer's file of each lemma's commonest sense, and of the second."""
    of_offset: dict[str, str] = {}
    for line in (wordnet / f"data.{kind}").read_text(encoding="latin-1").splitlines():
        if line[0] != " ":
            offset, file_number = line.split(" ", 2)[:2]
            of_offset[offset] = file_number
    senses: dict[str, str] = {}
    for line in (wordnet / f"index.{kind}").read_text(encoding="latin-1").splitlines():
        if line[0] != " ":
            fields = line.split()
            count = int(fields[2])
            offsets = fields[-count:]
            senses[fields[0]] = of_offset[offsets[0]]
    return senses


def embedding_clusters(vectors: dict[str, list[float]], words: list[str], count: int) -> dict[str, int]:
    """Cluster the words' vectors by direction."""
    import numpy as np
    from sklearn.cluster import KMeans

    table = np.array([vectors[word][:100] for word in words], dtype=np.float32)
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    found = KMeans(n_clusters=count, n_init=1, max_iter=60, random_state=1).fit(table)
    return dict(zip(words, (int(label) for label in found.labels_), strict=True))


def lemma_of(word: str, known: dict[str, str], exceptions: dict[str, list[str]], rules: list[tuple[str, str]]) -> str | None:
    """Find the dictionary form of an inflected word."""
    if word in exceptions:
        return exceptions[word][0]
    if word in known:
        return word
    for ending, instead in rules:
        if word.endswith(ending) and word[: len(word) - len(ending)] + instead in known:
            return word[: len(word) - len(ending)] + instead
    return None


def main() -> None:
    import argparse

    parser = argparse.ArgumentParser()
    parser.add_argument("--lookups", type=Path)
    parser.add_argument("--brill", type=Path)
    parser.add_argument("--wordnet", type=Path)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()

    def load(name: str) -> Any:
        with gzip.open(chosen.lookups / f"{name}.json.gz", "rt", encoding="utf-8") as file:
            return json.load(file)

    cluster = load("en_lexeme_cluster")
    prob = load("en_lexeme_prob")
    exc = load("en_lemma_exc")
    rules = load("en_lemma_rules")
    tags = part_of_speech(chosen.brill)
    best: dict[str, tuple[float, str]] = {}
    mass: dict[str, float] = {}
    import math

    for form, logp in prob.items():
        low = form.lower().replace("’", "'")
        if not _WORD.match(low) or len(low) > 24:
            continue
        mass[low] = mass.get(low, 0.0) + math.exp(logp)
        if low not in best or logp > best[low][0]:
            best[low] = (logp, form)
    vectors = json.loads(chosen.vectors.read_text(encoding="utf-8"))["vectors"]
    for low in tags:
        pass
    ranked = sorted(mass, key=lambda w: (-mass[w], w))
    kept = ranked[:_KEPT_WORDS]
    embedded = [w for w in ranked if w in vectors][:_EMBEDDED_WORDS]
    ec = embedding_clusters(vectors, embedded, _CLUSTERS)
    nouns = first_senses(chosen.wordnet, "noun")
    verbs = first_senses(chosen.wordnet, "verb")
    with chosen.out.open("w", encoding="utf-8") as out:
        for word in sorted(set(kept) | set(embedded)):
            form = best[word][1]
            tag = tags.get(word) or tags.get(form) or tags.get(word.capitalize()) or ""
            capital = "1" if form[0].isupper() else ""
            v = lemma_of(word, verbs, exc.get("verb", {}), [tuple(r) for r in rules["verb"]])
            n = lemma_of(word, nouns, exc.get("noun", {}), [tuple(r) for r in rules["noun"]])
            c = cluster.get(word, cluster.get(form, 0))
            out.write(
                "\t".join(
                    [
                        word,
                        tag,
                        capital,
                        format(c, "x") if c else "",
                        format(ec[word], "x") if word in ec else "",
                        verbs.get(v or "", ""),
                        nouns.get(n or "", ""),
                        (v if v and v != word and tag.startswith("V") else ""),
                    ]
                )
                + "\n"
            )


if __name__ == "__main__":
    main()
