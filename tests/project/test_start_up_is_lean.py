import subprocess
import sys

import pytest

HEAVY = (
    "numpy",
    "httpx",
    "trafilatura",
    "lxml",
    "pypdfium2",
    "docx",
    "warcio",
    "jinja2",
    "pycrfsuite",
    "django",
    "cryptography",
    "pyrage",
    "psycopg",
)


def modules_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(ran.stdout.rsplit("\n", 2)[-2].split())


@pytest.mark.parametrize("asked", [["--help"], ["case", "--help"], ["case", "status", "--help"]])
def test_help_imports_no_engine(asked: list[str]) -> None:
    call = f"commands({asked!r}, standalone_mode=False)"
    code = f"from firsthand.cli.main import commands\n{call}"

    loaded = modules_after(code)

    assert loaded.isdisjoint(HEAVY)


def test_importing_the_library_imports_no_room() -> None:
    loaded = modules_after("import firsthand")

    assert not {name for name in loaded if name.startswith("firsthand.")}
