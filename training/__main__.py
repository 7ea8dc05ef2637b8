"""Train the tagger: `python -m training --corpus FOLDER` writes the shipped model."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from bench.attribution.brat import MarkedText, marked_texts_in
from bench.attribution.scores import Scores
from firsthand.claims.english.tagging.archive import Archive, read_archive, write_archive
from firsthand.claims.english.tagging.attribution import Attribution, attributions_by
from firsthand.claims.english.tagging.labels import LABELS, labels_from, stretches_of
from firsthand.claims.english.tagging.linking import Scene
from firsthand.claims.english.tagging.modelfile import SHIPPED, model_from, word_table_from
from firsthand.claims.english.tagging.places import Paragraph, paragraphs_of
from firsthand.claims.english.tagging.tagger import Tagged
from training.examples import TABLE, cue_counts_in, examples_from, marked_stretches, summed
from training.learner import Recipe, arrays_of, taught
from training.links import learned_weights

_CUE_COLUMN = 7
# Chosen on a tenth of the training texts: sources and contents gain more in recall than they lose
# in precision; cues gain by it of themselves.
_NUDGES = {"B-SL": 0.25, "B-SR": 0.15, "B-CL": 0.2, "B-CR": 0.2}


def trained_on(texts: Sequence[MarkedText], recipe: Recipe) -> Archive:
    """Train a model on marked texts; the first reading of each counts."""
    table = read_archive(TABLE)
    words = word_table_from(table)
    place_of = {word: place for place, word in enumerate(table.words)}
    counts = [cue_counts_in(text) for text in texts]
    every = summed(counts)
    examples = [
        example
        for text, own in zip(texts, counts, strict=True)
        for example in examples_from(text, words, place_of, every, own)
    ]
    vectors = table.arrays["vectors"] * table.arrays["vectors.scale"]
    learner = taught(examples, vectors.astype(np.float32), table.description["sizes"], recipe)
    rows = table.arrays["rows"].copy()
    for word, place in place_of.items():
        rows[place, _CUE_COLUMN] = every.grade(word)
    return Archive(
        description={
            "labels": list(LABELS),
            "layers": recipe.layers,
            "tags": table.description["tags"],
            "endings": table.description["endings"],
            "links": dataclasses.asdict(learned_weights(_marked_scenes(texts))),
        },
        words=table.words,
        arrays={"rows": rows, **arrays_of(learner, _NUDGES)},
    )


def _marked_scenes(
    texts: Sequence[MarkedText],
) -> Iterator[tuple[Scene, Paragraph, Sequence[Attribution]]]:
    for text in texts:
        for paragraph in paragraphs_of(text.text):
            length = len(paragraph.tokens)
            labels = labels_from(marked_stretches(paragraph, text.readings[0]), length)
            stretches = stretches_of(labels, [1.0] * length)
            yield (
                Tagged(paragraph=paragraph, stretches=stretches).scene,
                paragraph,
                text.readings[0],
            )


def scored(archive: Archive, texts: Sequence[MarkedText]) -> dict[str, float]:
    """Score a model on marked texts."""
    model = model_from(archive)
    scores = Scores()
    for text in texts:
        scores.add(text.text, attributions_by(model, text.text), text.readings[0])
    return scores.as_f1()


def main() -> int:
    """Read the command line, train, and write the model or print what leaving out tells."""
    chosen = _command_line().parse_args()
    recipe = Recipe() if chosen.epochs is None else Recipe(epochs=chosen.epochs)
    texts = marked_texts_in(chosen.corpus)
    if not chosen.leave_out:
        write_archive(chosen.out, trained_on(texts, recipe))
        print(f"{chosen.out}: {chosen.out.stat().st_size:,} bytes")
        return 0
    publishers = sorted({text.publisher for text in texts})
    for publisher in publishers if chosen.leave_out == "each" else [chosen.leave_out]:
        theirs = [text for text in texts if text.publisher == publisher]
        others = [text for text in texts if text.publisher != publisher]
        if not theirs:
            print(
                f"{publisher}: no such publisher. One of {', '.join(publishers)}.", file=sys.stderr
            )
            return 2
        row = scored(trained_on(others, recipe), theirs)
        figures = ", ".join(f"{measure} {figure:.1f}" for measure, figure in row.items())
        print(f"without {publisher}, on {publisher}: {figures}", flush=True)
    return 0


def _command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="marked texts in brat layout")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the model goes")
    parser.add_argument("--epochs", type=int, help="fewer than the recipe's, for a quick look")
    parser.add_argument(
        "--leave-out",
        metavar="PUBLISHER",
        help="train without this publisher and score on it; `each` does so for all in turn",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
