"""Run every bench and write what each printed into docs/benchmarks.md.

    python -m bench [--shared FOLDER] [--only NAME]

FOLDER holds ``polnear/dev`` and ``seed`` in the layout that the training page describes; without it
the benches that need them keep the figures that stand in the page.
"""

import argparse
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.machine import machine_line

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
SHARED = ROOT.parent / "shared" / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """One bench: the name of its block in the page, and its arguments after ``python -m``."""

    name: str
    arguments: tuple[str, ...]
    needs: Path | None = None


def benches(shared: Path) -> tuple[Bench, ...]:
    """List the benches, in the order of the page."""
    dev, seed = shared / "polnear" / "dev", shared / "seed"
    return (
        Bench(
            name="attribution",
            arguments=("bench.attribution", str(dev), "--peers", "--by-publisher"),
            needs=dev,
        ),
        Bench(name="casefile", arguments=("bench.casefiles", str(seed)), needs=seed),
        Bench(
            name="casefile-bundled",
            arguments=("bench.casefiles", "src/firsthand/sources/demo_case"),
        ),
        Bench(
            name="findings-bundled", arguments=("bench.findings", "src/firsthand/sources/demo_case")
        ),
        Bench(name="findings-held-out", arguments=("bench.findings", "bench/findings/second_case")),
        Bench(name="case-size", arguments=("bench.case_size",)),
        Bench(name="ledger", arguments=("bench.ledger",)),
        Bench(name="startup", arguments=("bench.startup", str(seed / "article.txt")), needs=seed),
    )


def printed_by(bench: Bench) -> str:
    """Run one bench and keep what it printed."""
    ran = subprocess.run(
        [sys.executable, "-m", *bench.arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode:
        raise SystemExit(f"{bench.name} ended with {ran.returncode}:\n{ran.stderr}")
    return ran.stdout.strip("\n")


def with_block(page: str, name: str, printed: str) -> str:
    """Replace one bench's block in the page; refuse a page that has no place for it."""
    block = re.compile(rf"(<!-- bench: {name} -->\n```text\n).*?(\n```)", re.DOTALL)
    if not block.search(page):
        raise SystemExit(f"docs/benchmarks.md has no block for the bench {name!r}")
    return block.sub(lambda found: f"{found[1]}{printed}{found[2]}", page)


def main() -> None:
    """Run what was asked for, and write each figure with the machine and the day."""
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("--shared", type=Path, default=SHARED, help="the folder with the corpora")
    asked.add_argument("--only", help="run one bench, by the name of its block")
    given = asked.parse_args()
    page = PAGE.read_text("utf-8")
    for bench in benches(given.shared):
        if given.only not in {None, bench.name}:
            continue
        if bench.needs and not bench.needs.exists():
            print(f"{bench.name}: left as it stands, {bench.needs} is not here")
            continue
        print(f"{bench.name} …", flush=True)
        command = " ".join(bench.arguments).replace(str(given.shared), "../shared/data")
        header = f"$ python -m {command}\n# {machine_line()}"
        page = with_block(page, bench.name, f"{header}\n{printed_by(bench)}")
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
