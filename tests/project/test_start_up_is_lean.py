import subprocess
import sys

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
)


def modules_after(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return set(ran.stdout.rsplit("\n", 2)[-2].split())


def test_help_imports_no_engine() -> None:
    code = "from firsthand.cli.main import commands\ncommands(['--help'], standalone_mode=False)"

    loaded = modules_after(code)

    assert loaded.isdisjoint(HEAVY)


def test_importing_the_library_imports_no_room() -> None:
    loaded = modules_after("import firsthand")

    assert not {name for name in loaded if name.startswith("firsthand.")}
