"""``python -m bench.casefiles FOLDER [--json FILE]``: score a folder's claims against its gold."""

import argparse
import json
import sys
import time
from pathlib import Path

from bench.casefiles.checks import broken_checks
from bench.casefiles.forbidden import inferences_drawn
from bench.casefiles.gold import Gold, read_gold
from bench.casefiles.scoring import Score, score_source
from firsthand.claims.languages import claims_in
from firsthand.origins.tracing import trace
from firsthand.sources.reading import read_sources
from firsthand.values.claim import Claim
from firsthand.values.source import Source


def main(arguments: list[str] | None = None) -> int:
    """Score one folder or several, print the figures, and write them as JSON where asked."""
    parser = argparse.ArgumentParser(prog="bench.casefiles", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument(
        "--faults", action="store_true", help="print what went wrong, claim by claim"
    )
    parser.add_argument("--publisher", help="whose page it is, where the folder does not say")
    given = parser.parse_args(arguments)
    total = Score()
    broken: list[str] = []
    drawn: list[str] = []
    forbidden = 0
    words, seconds = 0, 0.0
    for folder in given.folders:
        gold = read_gold(folder)
        sources = _sources(folder, gold)
        read: list[Claim] = []
        for source in sources:
            started = time.process_time()
            claims = claims_in(source)
            seconds += time.process_time() - started
            words += len(source.text.split())
            wanted = [c for c in gold.claims if c.source == source.file]
            score = score_source(gold, wanted, claims, source)
            score.faults = [f"{source.file}: {fault}" for fault in score.faults]
            total.add(score)
            broken += broken_checks(source, claims)
            read += claims
        drawn += inferences_drawn(gold, trace(sources, claims=read))
        forbidden += len(gold.forbidden)
    figures = _figures(total, broken, words, seconds)
    figures["forbidden inferences"] = f"{len(drawn)} drawn; the gold names {forbidden}"
    for name, value in figures.items():
        sys.stdout.write(f"{name:28} {value}\n")
    if given.faults:
        for line in [*total.faults, *total.sprung, *broken, *drawn]:
            sys.stdout.write(f"  {line}\n")
    if given.json:
        given.json.write_text(json.dumps({**figures, "faults": total.faults}, indent=1), "utf-8")
    return 0


def _sources(folder: Path, gold: Gold) -> list[Source]:
    wanted = {claim.source for claim in gold.claims} | {trap.source for trap in gold.traps}
    found = read_sources([folder])
    return [source for source in found.sources if source.file in wanted]


def _figures(score: Score, broken: list[str], words: int, seconds: float) -> dict[str, object]:
    return {
        "core claims": score.core,
        "content found": score.content,
        "innermost speaker right": score.speaker,
        "whole chain right": score.chain,
        "stance right": score.stance,
        "carried speakers right": f"{score.carried_right} of {score.carried}",
        "must not extract": f"{len(score.sprung)} of {score.traps} sprung",
        "general checks broken": len(broken),
        "claims extracted": score.extracted,
        "of them matching gold": score.matched,
        "words per CPU second": round(words / seconds) if seconds else 0,
    }


if __name__ == "__main__":
    sys.exit(main())
