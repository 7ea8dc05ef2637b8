"""A small invented folder of sources, written by the tests that need one."""

import json
import subprocess
import sys
from pathlib import Path

REPORT = (
    "Estuary Watch counts river posts\n\n"
    "Estuary Watch said Veldmark has opened 12 river posts in four countries since 2029.\n\n"
    "Its researchers visited nine of them, the group said.\n"
)
REPLY = (
    "Embassy denies river posts\n\n"
    "The Embassy of Veldmark denied that Veldmark has opened river posts.\n\n"
    "“There are no such posts,” the embassy said.\n"
)


def write_folder(folder: Path) -> Path:
    """Write two articles and their listing."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a-report.txt").write_text(REPORT, "utf-8")
    (folder / "b-reply.txt").write_text(REPLY, "utf-8")
    listing = [
        {"file": "a-report.txt", "publisher": "The Sluice", "published_on": "2031-04-02"},
        {"file": "b-reply.txt", "publisher": "Weir Daily", "published_on": "2031-04-09"},
    ]
    (folder / "sources.json").write_text(json.dumps(listing), "utf-8")
    return folder


def firsthand(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command as a user would, away from any terminal."""
    program = Path(sys.executable).parent / "firsthand"
    return subprocess.run(
        [str(program), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
