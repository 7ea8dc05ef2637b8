"""A PostgreSQL of one's own: started on a free loopback port, and gone when the block ends.

    with running_postgres() as server, fresh_database(server) as url: ...

Tests and benches share it. Nothing of the system's own PostgreSQL is read, changed or left running.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

MISSING = "PostgreSQL is not installed: apt-get install postgresql"

# What a server needs that may lose power. A throw-away server does not: nobody reads it again.
DURABLE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}

_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "listen_addresses": "127.0.0.1",
    # No socket file: a folder of temporary files may have a longer name than a socket can carry.
    "unix_socket_directories": "",
    "shared_buffers": "32MB",
    "max_wal_size": "64MB",
    "max_connections": "40",
    "log_statement": "none",
    "timezone": "UTC",
}

# A starter that is killed runs no `finally`. This waits for a line from the starter; where the pipe
# closes without one, it ends the server and removes the folder in the starter's place.
_WATCH = """
read -r told && exit
kill -INT "$(head -n 1 "$1/cluster/postmaster.pid")"
for tenth in $(seq 100); do
    [ -e "$1/cluster/postmaster.pid" ] || break
    sleep 0.1
done
rm -rf "$1"
"""


def binaries() -> Path | None:
    """Find the folder of the newest PostgreSQL server here: Debian's, else the one on PATH."""
    debian = sorted(
        (initdb.parent for initdb in Path("/usr/lib/postgresql").glob("*/bin/initdb")),
        key=lambda folder: float(folder.parent.name),
    )
    if debian:
        return debian[-1]
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def running_postgres(settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """Start a server with an empty cluster, and yield its URL, which names no database.

    ``settings`` are lines of postgresql.conf that replace the quick and forgetful ones of a
    throw-away server: ``DURABLE`` for one that keeps its promises, on disk, as a bench needs.
    Raises FileNotFoundError where PostgreSQL is not installed, RuntimeError with the server's last
    words where it does not start.
    """
    where = binaries()
    if where is None:
        raise FileNotFoundError(MISSING)
    lines = {**_SETTINGS, **(settings or {})}
    kept_in = None if lines["fsync"] == "on" else _memory()
    folder = Path(tempfile.mkdtemp(prefix="firsthand-postgres-", dir=kept_in))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    with _watched(folder):
        try:
            _lay_out_cluster(where, folder)
            server, port = _start(where, folder, lines)
            try:
                yield f"postgres://postgres@127.0.0.1:{port}"
            finally:
                _stop(server)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(server: str) -> Iterator[str]:
    """Make an empty UTF-8 database on a server, yield its URL, and drop it even while used."""
    import psycopg  # noqa: PLC0415 - tests that need no database run without psycopg
    from psycopg import sql  # noqa: PLC0415 - the same

    name = f"case_{uuid.uuid4().hex}"
    create = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(create.format(sql.Identifier(name)))
    try:
        yield f"{server}/{name}"
    finally:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(drop.format(sql.Identifier(name)))


def _memory() -> Path | None:
    """Find the folder that Linux keeps in memory: a database is made there in a tenth of the time.

    In a container it may hold a few megabytes only; then the disk has to do.
    """
    memory = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a folder of its own in it
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 2 * 1024**3
    return memory if roomy and os.access(memory, os.W_OK | os.X_OK) else None


def _lay_out_cluster(where: Path, folder: Path) -> None:
    # Not every system has the C locale that knows letters beyond ASCII; all have the plain one.
    for locale in ("C.UTF-8", "C"):
        laid = subprocess.run(
            _as_server_user(
                f"{where / 'initdb'}",
                f"--pgdata={folder / 'cluster'}",
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                f"--locale={locale}",
                "--no-sync",
            ),
            cwd=folder,
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if laid.returncode == 0:
            return
    raise RuntimeError(f"initdb laid out no cluster in {folder}: {laid.stderr.strip()}")


def _start(
    where: Path, folder: Path, settings: Mapping[str, str]
) -> tuple[subprocess.Popen[bytes], int]:
    """Start the server on a free port; another program may take that port first, so try again."""
    log = folder / "log"
    for _ in range(3):
        port = _free_port()
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with log.open("wb") as words:
            server = subprocess.Popen(
                _as_server_user(
                    f"{where / 'postgres'}",
                    "-D",
                    f"{folder / 'cluster'}",
                    "-p",
                    f"{port}",
                    *options,
                ),
                cwd=folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                # Ctrl-C is for the starter, who then drops the databases and stops the server.
                start_new_session=True,
            )
        if _becomes_ready(server, folder):
            return server, port
    raise RuntimeError(f"PostgreSQL does not start: {log.read_text('utf-8', 'replace').strip()}")


def _becomes_ready(server: subprocess.Popen[bytes], folder: Path, timeout_s: float = 30) -> bool:
    """Wait until the eighth line of the server's pid file says so, as pg_ctl does."""
    pid_file = folder / "cluster" / "postmaster.pid"
    give_up = time.monotonic() + timeout_s
    try:
        while server.poll() is None and time.monotonic() < give_up:
            lines = pid_file.read_text("utf-8").split("\n") if pid_file.exists() else []
            if [line.strip() for line in lines[7:8]] == ["ready"]:
                return True
            time.sleep(0.005)
    except BaseException:
        _stop(server)
        raise
    _stop(server)
    return False


@contextmanager
def _watched(folder: Path) -> Iterator[None]:
    """Have the server end and its folder go even where the starter is killed."""
    watch = subprocess.Popen(
        _as_server_user("sh", "-c", _WATCH, "sh", f"{folder}"),
        cwd="/",
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield
    finally:
        watch.communicate(b"the starter removed all itself\n")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the server's sessions and the server; kill it where it does not hear."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _as_server_user(*command: str) -> Sequence[str]:
    """Run as `postgres` where we are root, which PostgreSQL refuses; else as who we are."""
    if os.geteuid() != 0:
        return command
    return ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command)


def _environment() -> dict[str, str]:
    """Leave out the caller's PGDATA, PGPORT and the like."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
