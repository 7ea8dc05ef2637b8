"""Score who says what on a folder in brat layout: `python -m bench.attribution FOLDER`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.attribution.brat import MarkedText, UnreadableFolder, marked_texts_in
from bench.attribution.peers import CITED, peers_at_hand
from bench.attribution.scores import Scores
from bench.machine import machine_line
from firsthand.claims.english.tagging.attribution import Attribution, attributions_in

Reader = Callable[[str], Sequence[Attribution]]

MEASURES = (
    "content words",
    "source words",
    "source exact",
    "cue words",
    "attribution",
    "triple exact",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, score, print and write; the exit code is the command's."""
    chosen = _command_line().parse_args(arguments)
    try:
        texts = marked_texts_in(chosen.folder)
    except UnreadableFolder as refusal:
        print(refusal, file=sys.stderr)
        return 3
    rows = {"firsthand": score(attributions_in, texts)}
    print(f"{len(texts)} texts; {machine_line()}")
    print(f"{'':24}" + "".join(f"{measure:>15}" for measure in MEASURES) + f"{'words/CPU-s':>13}")
    if chosen.peers:
        readers, missing = peers_at_hand()
        rows |= {name: score(reader, texts) for name, reader in readers.items()}
    for name, row in rows.items():
        print(_line(name, row))
    if chosen.peers:
        for name, reason in missing.items():
            print(_line(f"{name} (cited)", CITED[name]))
            print(f"  {name} was not rerun: {reason}", file=sys.stderr)
    if chosen.by_publisher:
        for publisher in sorted({text.publisher for text in texts}):
            theirs = [text for text in texts if text.publisher == publisher]
            rows[publisher] = score(attributions_in, theirs)
            print(_line(publisher, rows[publisher]))
    if chosen.json:
        chosen.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


def score(reader: Reader, texts: Sequence[MarkedText]) -> dict[str, float]:
    """Read every text and score what was found: F1 in percent, and words per CPU-second."""
    reader("The mayor said it rained.")  # loads the model outside the measured time
    scores = Scores()
    began = time.process_time()
    found = [reader(text.text) for text in texts]
    spent_s = time.process_time() - began
    for text, attributions in zip(texts, found, strict=True):
        scores.add(text.text, attributions, text.readings[0])
    return scores.as_f1() | {"words per CPU-second": scores.words / max(spent_s, 1e-9)}


def _line(name: str, row: dict[str, float]) -> str:
    figures = "".join(
        f"{row[measure]:15.1f}" if measure in row else f"{'–':>15}" for measure in MEASURES
    )
    return f"{name:24}{figures}{row['words per CPU-second']:13,.0f}"


def _command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.attribution", description=__doc__)
    parser.add_argument("folder", type=Path, help="texts and annotations in brat layout")
    parser.add_argument("--peers", action="store_true", help="score textacy and sayswho as well")
    parser.add_argument("--by-publisher", action="store_true", help="one more line a publisher")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
