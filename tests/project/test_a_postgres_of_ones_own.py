import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from tests.needs import postgres_bin
from tools.postgres import DURABLE, fresh_database, running_postgres

START_AND_WAIT = """
from tools.postgres import running_postgres
with running_postgres() as server:
    print(server, flush=True)
    input()
"""


def asked(url: str, question: str) -> str:
    with psycopg.connect(url) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return str(row[0])


def pid_of(server: str) -> int:
    return int(asked(f"{server}/postgres", "SELECT pg_read_file('postmaster.pid')").split("\n")[0])


def folder_of(server: str) -> Path:
    return Path(asked(f"{server}/postgres", "SHOW data_directory"))


def test_what_one_test_writes_no_other_finds(postgres_server: str, postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        connection.execute("CREATE TABLE visitor (name text)")

    with fresh_database(postgres_server) as another:
        tables = asked(another, "SELECT count(*) FROM pg_tables WHERE tablename = 'visitor'")

    assert tables == "0"


def test_a_database_is_dropped_though_somebody_still_uses_it(postgres_server: str) -> None:
    with fresh_database(postgres_server) as url:
        left_open = psycopg.connect(url)

    with pytest.raises(psycopg.OperationalError), psycopg.connect(url):
        pass

    left_open.close()


def test_a_database_keeps_every_script(postgres_url: str) -> None:
    length = asked(postgres_url, "SELECT char_length(lower('ÄЖ警察'))")

    assert length == "4"


def test_a_server_is_gone_when_its_block_ends() -> None:
    postgres_bin()
    with running_postgres() as server:
        pid, folder = pid_of(server), folder_of(server)
        os.kill(pid, 0)

    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert not folder.parent.exists()


def test_a_server_keeps_its_promises_where_that_is_asked_for(postgres_server: str) -> None:
    with running_postgres(DURABLE) as durable:
        promises = [
            asked(f"{server}/postgres", "SHOW fsync") for server in (postgres_server, durable)
        ]

    assert promises == ["off", "on"]


def test_a_server_is_gone_when_its_starter_is_killed() -> None:
    postgres_bin()
    with subprocess.Popen(
        [sys.executable, "-c", START_AND_WAIT],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as starter:
        assert starter.stdout is not None
        server = starter.stdout.readline().strip()
        folder = folder_of(server)

        os.kill(starter.pid, signal.SIGKILL)

    give_up = time.monotonic() + 20
    while folder.parent.exists() and time.monotonic() < give_up:
        time.sleep(0.05)
    assert not folder.parent.exists()
    with pytest.raises(psycopg.OperationalError):
        asked(f"{server}/postgres", "SELECT 1")
