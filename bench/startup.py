"""How long the command line takes as a whole process, and how much memory it needs.

    python -m bench.startup [ARTICLE] [--json FILE]

Each command runs once uncounted, then seven times; the median is what to quote.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.machine import machine_line
from firsthand.sources.demo import demo_case

RUNS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One command's cost: wall and processor seconds (medians), peak memory in MB."""

    command: str
    wall_s: float
    cpu_s: float
    peak_mb: float


def timed(name: str, arguments: list[str]) -> Timing:
    """Run a command as a process of its own, over and over."""
    walls, processors, peaks = [], [], []
    for run in range(RUNS + 1):
        wall, cpu, peak = run_once(arguments)
        if run:
            walls.append(wall)
            processors.append(cpu)
            peaks.append(peak)
    return Timing(
        command=name,
        wall_s=round(statistics.median(walls), 3),
        cpu_s=round(statistics.median(processors), 3),
        peak_mb=round(max(peaks), 1),
    )


def run_once(arguments: list[str]) -> tuple[float, float, float]:
    """Run a command as a process: wall and processor seconds, peak memory in MB."""
    started = time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=silent)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - started
    code = os.waitstatus_to_exitcode(status)
    if code not in {0, 1}:
        raise SystemExit(f"{' '.join(arguments)} ended with {code}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Time the help, one article, and the bundled case."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("article", nargs="?", type=Path, help="an article as a text file")
    asked.add_argument("--json", type=Path)
    given = asked.parse_args()
    program = str(Path(sys.executable).parent / "firsthand")
    with demo_case() as case, tempfile.TemporaryDirectory() as out:
        to = ["--quiet", "--json", f"{out}/t.json", "--html", f"{out}/t.html"]
        timings = [timed("firsthand --help", [program, "--help"])]
        if given.article:
            article = [program, "trace", str(given.article), *to[:3]]
            timings.append(timed("firsthand trace ARTICLE --json", article))
        timings.append(
            timed("firsthand trace CASE --json --html", [program, "trace", str(case), *to])
        )
    for timing in timings:
        print(f"{timing.command:<36} {timing.wall_s:>7.3f} s wall  {timing.peak_mb:>6.1f} MB")
    print(machine_line())
    if given.json:
        record = {"machine": machine_line(), "timings": [asdict(timing) for timing in timings]}
        given.json.write_text(json.dumps(record, indent=1), "utf-8")


if __name__ == "__main__":
    main()
