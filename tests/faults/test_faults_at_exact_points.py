"""A process killed at one exact point of a write; a turn held too long; a server that goes."""

import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from firsthand.record.contents.of_case import Erased
from firsthand.record.contents.of_entities import EntityNamed
from firsthand.record.recording import record
from firsthand.store.adding import add_sources
from firsthand.store.cases import Case, new_case, open_case
from firsthand.store.models import Setting, Source
from firsthand.store.sweeping import PENDING
from firsthand.store.verifying import verify
from firsthand.values.entity import EntityKind
from firsthand.values.errors import NoSuchCase
from tests.cli.a_folder import firsthand

_WORDS = "Estuary Watch said Veldmark has opened 12 river posts.\n"

# The child dies where it would call the function named: its module, then its name.
_DYING = """
import importlib, os, signal, sys
from pathlib import Path
import firsthand.store.cases as cases
module = importlib.import_module(sys.argv[2])
setattr(module, sys.argv[3], lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
from firsthand.record.contents.of_case import Ground
from firsthand.store.adding import add_sources
from firsthand.store.erasing import erase
case = cases.open_case(Path(sys.argv[1]))
me = case.member("Ada")
if sys.argv[4] == "add":
    add_sources(case, [sys.argv[5]], by=me)
else:
    erase(case, sys.argv[5], ground=Ground.SAFETY, by=me, reason="asked to")
"""

_HASTY = """
import sys
from pathlib import Path
import firsthand.store.databases as databases
databases.WAIT_S = 1
import firsthand.store.ledger as ledger
ledger.WAIT_S = 1
from firsthand.record.contents.of_entities import EntityNamed
from firsthand.record.recording import record
from firsthand.store.cases import open_case
from firsthand.values.entity import EntityKind
from firsthand.values.errors import CaseBusy
case = open_case(Path(sys.argv[1]))
named = EntityNamed(entity="e1", is_a=EntityKind.BODY, name="Weir Office")
try:
    record(case.ledger, [named], by=case.member("Ada"))
except CaseBusy as busy:
    sys.exit(str(busy))
"""


def _die_at(case: Path, module: str, name: str, *what: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _DYING, str(case), f"firsthand.store.{module}", name, *what],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL, ran.stderr


def _made(folder: Path, database: str | None) -> Case:
    return new_case(folder, owner="Ada", database=database)


def _page(tmp_path: Path) -> Path:
    page = tmp_path / "page.txt"
    page.write_text(_WORDS, "utf-8")
    return page


def test_killed_between_evidence_and_entry_the_next_run_takes_it_up(
    tmp_path: Path, database: str | None
) -> None:
    folder, page = tmp_path / "case", _page(tmp_path)
    _made(folder, database).close()

    _die_at(folder, "adding", "record", "add", str(page))

    case = open_case(folder, database=database)
    cut_short = verify(case)
    assert cut_short.is_whole
    assert (cut_short.entries, len(cut_short.leftovers)) == (2, 1)
    added = add_sources(case, [page], by=case.member("Ada"))
    after = verify(case)
    case.close()
    assert len(added.sources) == 1
    assert after.is_whole
    assert not after.leftovers


def test_killed_after_the_entry_of_an_erasure_the_next_opening_finishes_it(
    tmp_path: Path, database: str | None
) -> None:
    folder, page = tmp_path / "case", _page(tmp_path)
    case = _made(folder, database)
    (source,) = add_sources(case, [page], by=case.member("Ada")).sources
    (file,) = (folder / "evidence").glob("??/*")
    case.close()

    _die_at(folder, "erasing", "finish_erasing", "erase", source)
    assert file.exists()

    case = open_case(folder, database=database)
    entries = list(case.ledger.entries(kinds=(Erased.kind,)))
    waiting = Setting.objects.using(case.alias).filter(name=PENDING).exists()
    whole = verify(case)
    case.close()
    assert len(entries) == 1
    assert not file.exists()
    assert not waiting
    assert whole.is_whole


def test_killed_within_an_erasure_nothing_of_it_happened(
    tmp_path: Path, database: str | None
) -> None:
    folder, page = tmp_path / "case", _page(tmp_path)
    case = _made(folder, database)
    (source,) = add_sources(case, [page], by=case.member("Ada")).sources
    head = case.ledger.head()
    case.close()

    _die_at(folder, "erasing", "_erase_from_tables", "erase", source)

    case = open_case(folder, database=database)
    still = Source.objects.using(case.alias).filter(id=source).exists()
    after, whole = case.ledger.head(), verify(case)
    case.close()
    assert still
    assert after == head
    assert whole.is_whole


def test_a_turn_held_too_long_is_one_clear_line(tmp_path: Path, database: str | None) -> None:
    folder = tmp_path / "case"
    case = _made(folder, database)
    with case.ledger.turn():
        ran = subprocess.run(
            [sys.executable, "-c", _HASTY, str(folder)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    head = case.ledger.head()
    case.close()

    assert ran.returncode == 1
    assert "another writer held the case" in ran.stderr
    assert "Try again" in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
    assert head.number == 2


def test_a_database_that_goes_mid_way_is_one_clear_error(tmp_path: Path, postgres_url: str) -> None:
    folder = tmp_path / "case"
    case = _made(folder, postgres_url)
    owner = case.member("Ada")
    named = EntityNamed(entity="e1", is_a=EntityKind.BODY, name="Weir Office")
    parts = urlsplit(postgres_url)
    name = parts.path.lstrip("/")
    other = parts._replace(path="/postgres").geturl()
    with psycopg.connect(other, autocommit=True) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        told = ""
        try:
            record(case.ledger, [named], by=owner)
        except NoSuchCase as gone:
            told = str(gone)
        case.close()
        assert "cannot be reached" in told

        assert record(case.ledger, [named], by=owner) == (3,)
        case.close()
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        ran = firsthand("case", "status", folder, "--as", "Ada")
        server.execute(f'CREATE DATABASE "{name}"')
        empty = firsthand("case", "status", folder, "--as", "Ada")

    assert ran.returncode == empty.returncode == 3
    assert "cannot be reached" in ran.stderr
    assert "holds no case" in empty.stderr
    assert len(ran.stderr.strip().splitlines()) == 1


def test_a_database_in_use_is_not_made_a_case(tmp_path: Path, postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute("CREATE TABLE theirs (kept int)")

    ran = firsthand("case", "new", tmp_path / "case", "--database", postgres_url, "--as", "Ada")

    assert ran.returncode == 3
    assert "not empty" in ran.stderr
    assert not (tmp_path / "case").exists()
