"""Score a case: ``python -m bench.findings [CASE_FOLDER] [--json FILE] [--why]``."""

import argparse
import json
import time
from pathlib import Path

from bench.findings.gold import Gold, gold_of
from bench.findings.scoring import Score, score
from bench.machine import machine_line
from firsthand.origins.tracing import trace
from firsthand.values.finding import Trace

_DEMO = Path(__file__).parents[2] / "src" / "firsthand" / "sources" / "demo_case"


def main() -> None:
    """Read the arguments, score end to end and with the gold's claims, and print both."""
    parser = argparse.ArgumentParser(prog="python -m bench.findings", description=__doc__)
    parser.add_argument("case", nargs="?", type=Path, default=_DEMO, help="folder with gold.json")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--why", action="store_true", help="name what went wrong")
    parser.add_argument("--given", action="store_true", help="score the gold's claims only")
    asked = parser.parse_args()
    gold = gold_of(asked.case)
    told: dict[str, dict[str, float]] = {}
    runs = {"gold claims given": trace_given, "end to end": trace_read}
    if asked.given:
        del runs["end to end"]
    print(machine_line())
    for name, run in runs.items():
        started = time.perf_counter()
        result = score(run(gold), gold)
        result.figures["seconds"] = time.perf_counter() - started
        told[name] = result.figures
        show(name, result, with_reasons=asked.why)
    if asked.json:
        asked.json.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", "utf-8")


def trace_given(gold: Gold) -> Trace:
    """Trace the case with the gold's own claims."""
    return trace(gold.reading.sources, bodies=gold.reading.bodies, claims=gold.claims)


def trace_read(gold: Gold) -> Trace:
    """Trace the case from its bytes alone."""
    return trace(gold.reading.sources, bodies=gold.reading.bodies)


def show(name: str, result: Score, *, with_reasons: bool) -> None:
    """Print what was measured."""
    print(f"{name}:")
    for what, value in result.figures.items():
        print(f"  {what:36} {value:.3f}")
    if with_reasons:
        for what, lines in result.wrong.items():
            print(f"  {what} ({len(lines)}):")
            for line in lines:
                print(f"    {line}")


if __name__ == "__main__":
    main()
