"""Writers as processes of their own, to be killed, starved and set against one another."""

import subprocess
import sys
from pathlib import Path

_WRITER = """
import sys
from pathlib import Path
from firsthand.record.contents.of_entities import EntityNamed
from firsthand.record.recording import record
from firsthand.store.cases import open_case
from firsthand.store.adding import add_sources
from firsthand.values.entity import EntityKind

case = open_case(Path(sys.argv[1]))
me = case.member("Ada")
for number in range(int(sys.argv[3])):
    name = f"{sys.argv[2]}-{number}"
    page = Path(sys.argv[1]).parent / f"{name}.txt"
    page.write_text(f"Estuary Watch said it counted {number + 2} posts near {name}.\\n")
    add_sources(case, [page], by=me)
    named = EntityNamed(entity=name, is_a=EntityKind.BODY, name=name)
    (entry,) = record(case.ledger, [named], by=me)
    print(entry, flush=True)
case.close()
"""


def writer(case: Path, name: str, times: int) -> subprocess.Popen[str]:
    """Start a process that takes in a source and names an entity, so many times.

    It prints the number of each entry once that is confirmed.
    """
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(case), name, str(times)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def firsthand(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a case command as a user would, as Ada."""
    program = Path(sys.executable).parent / "firsthand"
    return subprocess.run(
        [str(program), "case", *map(str, arguments), "--as", "Ada"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
