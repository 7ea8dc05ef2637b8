"""What is typed or given wrongly is one clear line, and leaves the ledger as it was."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.a_folder import firsthand

_NAMED = ("entity named", "entity=e1", "is_a=body")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a case that no test here may change."""
    folder = tmp_path_factory.mktemp("bad-input") / "case"
    assert firsthand("case", "new", folder, "--as", "Ada").returncode == 0
    return folder


def _entries(case: Path) -> int:
    tables = sqlite3.connect(case / "case.sqlite3")
    try:
        return int(tables.execute("SELECT count(*) FROM record_entry").fetchone()[0])
    finally:
        tables.close()


BAD: dict[str, tuple[tuple[str, ...], str]] = {
    "no such kind": (("record", "rumoured", "name=x"), "no kind of entry"),
    "the program's own kind": (("record", "source captured", "name=x"), "the program alone"),
    "no field and value": (("record", "judged", "nonsense"), "FIELD=VALUE"),
    "no such field": (("record", "judged", "mood=x"), "has no field"),
    "a field left out": (("record", "judged"), "Mend that field"),
    "bytes that are no text": (("record", *_NAMED, os.fsdecode(b"name=X\xff")), "UTF-8"),
    "a reason that is no text": (
        ("record", *_NAMED, "name=X", "--reason", os.fsdecode(b"\xff")),
        "UTF-8",
    ),
    "a port that is none": (("status", "--database", "postgres://h:port/x"), "postgres://USER"),
    "a host that is none": (("status", "--database", "postgres://u@h[/x"), "postgres://USER"),
    "an unknown option": (
        ("status", "--database", "postgres://127.0.0.1:1/x?mood=1"),
        "option",
    ),
    "nobody listens": (("status", "--database", "postgres://127.0.0.1:1/x"), "cannot be reached"),
    "nothing to erase": (
        ("erase", "s-none", "--ground", "legal", "--reason", "asked for"),
        "nothing called",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_wrong_is_one_line_and_nothing_is_written(case: Path, what: str) -> None:
    (command, *given), said = BAD[what]

    ran = firsthand("case", command, case, *given, "--as", "Ada")

    assert ran.returncode == 3, ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1, ran.stderr
    assert said in ran.stderr
    assert "unforeseen" not in ran.stderr
    assert _entries(case) == 2


@pytest.mark.parametrize(
    "told", [b"{x", b"\xff\xfe\x00", b"[" * 200_000, b"[]"], ids=["cut", "bytes", "deep", "list"]
)
def test_json_that_is_none_is_named(case: Path, tmp_path: Path, told: bytes) -> None:
    file = tmp_path / "fields.json"
    file.write_bytes(told)

    ran = firsthand("case", "record", case, "asked", "--json", file, "--as", "Ada")

    assert ran.returncode == 3
    assert "JSON" in ran.stderr
    assert _entries(case) == 2


def test_a_stranger_may_not_write(case: Path) -> None:
    ran = firsthand("case", "record", case, *_NAMED, "name=X", "--as", "Zed")

    assert ran.returncode == 3
    assert "no member" in ran.stderr
    assert _entries(case) == 2


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    assert firsthand("case", "new", folder, "--as", "Ada").returncode == 0
    reason = "red \x1b[31m, wiped \x1b[2J, turned \u202e, hidden \x9b8m"
    ran = firsthand(
        "case", "record", folder, *_NAMED, "name=A\x1b[31m", "--reason", reason, "--as", "Ada"
    )
    assert ran.returncode == 0, ran.stderr

    log = firsthand("case", "log", folder, "--as", "Ada")

    assert log.returncode == 0
    assert not set("\x1b\u202e\x9b") & set(log.stdout)


def test_a_zeroed_page_is_never_called_whole(tmp_path: Path) -> None:
    folder, page = tmp_path / "case", tmp_path / "page.txt"
    page.write_text("Estuary Watch said Veldmark has opened 12 river posts.\n", "utf-8")
    assert firsthand("case", "new", folder, "--as", "Ada").returncode == 0
    assert firsthand("case", "add", folder, page, "--as", "Ada").returncode == 0
    file = folder / "case.sqlite3"
    whole = file.read_bytes()
    size = int.from_bytes(whole[16:18], "big")

    for number in (1, 9, 40):
        start = number * size
        file.write_bytes(whole[:start] + bytes(size) + whole[start + size :])
        ran = firsthand("case", "verify", folder, "--as", "Ada")
        assert ran.returncode in {1, 3}, f"page {number}: {ran.stdout}"
        assert "unforeseen" not in ran.stderr, f"page {number}: {ran.stderr}"
