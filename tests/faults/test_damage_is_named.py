import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.a_writer import firsthand
from tests.needs import REQUIRE_ALL


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Make a case with one source, its tables written back into the one file."""
    folder = tmp_path / "case"
    page = tmp_path / "report.txt"
    page.write_text("Estuary Watch said Veldmark has opened 12 river posts.\n", "utf-8")
    for step in (("new", folder), ("add", folder, page), ("trace", folder)):
        ran = firsthand(*step)
        assert ran.returncode == 0, ran.stderr
    return folder


def _cut(case: Path) -> None:
    file = case / "case.sqlite3"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])


def _scribble(case: Path) -> None:
    file = case / "case.sqlite3"
    file.write_bytes(b"not a database at all, but long enough to be looked at" * 200)


def _empty(case: Path) -> None:
    (case / "case.sqlite3").write_bytes(b"")


def _remove(case: Path) -> None:
    (case / "case.sqlite3").unlink()


def _without_evidence(case: Path) -> None:
    shutil.rmtree(case / "evidence")


def _newer(case: Path) -> None:
    with sqlite3.connect(case / "case.sqlite3") as tables:
        tables.execute("UPDATE record_setting SET value = '99' WHERE name = 'form'")
    tables.close()


DAMAGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "cut short": (_cut, "damaged"),
    "scribbled over": (_scribble, "damaged"),
    "emptied": (_empty, "holds no case"),
    "removed": (_remove, "no case here"),
    "without evidence": (_without_evidence, "evidence folder is missing"),
    "from a newer version": (_newer, "newer version"),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_a_damaged_case_is_one_clear_error(case: Path, what: str) -> None:
    damage, said = DAMAGE[what]
    damage(case)

    ran = firsthand("status", case)

    assert ran.returncode == 3
    assert len(ran.stderr.strip().splitlines()) == 1, ran.stderr
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_log_of_writes_cut_short_leaves_the_case_as_it_was_confirmed(case: Path) -> None:
    # A reader holds the log of writes open, so that it is there to be cut.
    holding = sqlite3.connect(case / "case.sqlite3")
    holding.execute("SELECT count(*) FROM record_entry").fetchone()
    ran = firsthand("record", case, "entity named", "entity=e1", "is_a=body", "name=Weir Office")
    assert ran.returncode == 0, ran.stderr
    copy = case.parent / "copy"
    shutil.copytree(case, copy)
    holding.close()
    log = copy / "case.sqlite3-wal"
    log.write_bytes(log.read_bytes()[:-7])
    (copy / "case.sqlite3-shm").unlink()

    verified = firsthand("verify", copy)

    assert verified.returncode == 0, verified.stderr
    assert firsthand("status", copy).returncode == 0


def test_changed_evidence_is_named_and_the_case_still_reads(case: Path) -> None:
    (file,) = (case / "evidence").glob("??/*")
    file.chmod(0o600)
    file.write_bytes(b"X" + file.read_bytes()[1:])

    ran = firsthand("verify", case)

    assert ran.returncode == 1
    assert file.name in ran.stderr
    assert firsthand("status", case).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of a few megabytes; only root may."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        lack = "a small disk is mounted by root only: run the tests as root"
        if REQUIRE_ALL:
            pytest.fail(lack)
        pytest.skip(lack)
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)],  # noqa: S607 - as root finds it
        check=True,
    )
    yield disk
    subprocess.run(["umount", str(disk)], check=True)  # noqa: S607 - the same


def test_a_full_disk_is_one_clear_error_and_nothing_confirmed_is_lost(
    small_disk: Path, tmp_path: Path
) -> None:
    case = small_disk / "case"
    assert firsthand("new", case).returncode == 0
    taken_in, ran = 0, None
    for number in range(60):
        page = tmp_path / f"p{number}.txt"
        page.write_text(f"Page {number}. " + f"Words of page {number} go on. " * 3_000, "utf-8")
        ran = firsthand("add", case, page)
        if ran.returncode:
            break
        taken_in += 1

    assert ran is not None
    assert ran.returncode == 3
    assert len(ran.stderr.strip().splitlines()) == 1, ran.stderr
    assert "Free some space" in ran.stderr
    subprocess.run(
        ["mount", "-o", "remount,size=24m", str(small_disk)],  # noqa: S607 - as root finds it
        check=True,
    )
    assert firsthand("verify", case).returncode == 0
    log = firsthand("log", case, "--kind", "source captured", "--json").stdout
    assert len(log.splitlines()) == taken_in
    assert firsthand("add", case, tmp_path / f"p{taken_in}.txt").returncode == 0
