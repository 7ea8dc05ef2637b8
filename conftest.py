"""The documentation's code is run: Python blocks as Python, shell blocks as a user would.

Shell blocks run in a folder of their own, in which ``my-folder`` is a copy of the bundled case.
``make`` lines are not run from inside ``make test``; their verbs must exist in the Makefile.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).parent
MAKE_VERBS = frozenset(
    re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
)


def run_as_a_user_would(example: Example) -> str | None:
    """Run one shell block; say what failed."""
    folder = Path(example.namespace["_docs_folder"].name)
    lines = [line.split("#")[0].strip() for line in example.parsed.splitlines()]
    for line in filter(None, lines):
        if line.startswith("make "):
            verb = line.split()[1]
            if verb not in MAKE_VERBS:
                return f"the Makefile has no verb {verb!r}"
            continue
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        ran = subprocess.run(  # noqa: S602 - the project's own documentation is the input
            line,
            shell=True,
            cwd=folder,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode:
            return f"{line!r} ended with {ran.returncode}: {ran.stderr}"
    return None


def open_folder(namespace: dict[str, Any]) -> None:
    """Give a document's blocks a folder with a case in it."""
    from firsthand.sources.demo import demo_case  # noqa: PLC0415 - only where blocks run

    # The folder object, not its path, is kept: a block may use any name of its own, and what is
    # removed in the end must be what was made here.
    made = tempfile.TemporaryDirectory(prefix="firsthand-docs-")
    with demo_case() as case:
        shutil.copytree(case, Path(made.name) / "my-folder")
    namespace["_docs_folder"] = made


def close_folder(namespace: dict[str, Any]) -> None:
    """Remove the document's folder."""
    namespace["_docs_folder"].cleanup()


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(),
        CodeBlockParser(language="sh", evaluator=run_as_a_user_would),
    ],
    patterns=["*.md"],
    excludes=[".venv/*", "training/*", "**/demo_case/*", "**/second_case/*"],
    setup=open_folder,
    teardown=close_folder,
).pytest()
