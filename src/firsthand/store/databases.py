"""The way from a case to its database: SQLite in the case's folder, or PostgreSQL by address."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from django.db import DatabaseError, InterfaceError, OperationalError, connections

from firsthand.values.errors import BadRequest, BrokenCase, CannotStore, CaseBusy, NoSuchCase

WAIT_S: Final = 20
_SCHEMES: Final = frozenset({"postgres", "postgresql"})
_SPELLED: Final = (
    "the database must be named as postgres://USER@HOST:PORT/NAME. Each case has a database of its "
    "own."
)
# synchronous=FULL: what was confirmed survives a power cut. secure_delete: freed pages are
# overwritten, so that what was erased is not left lying in the file.
_SQLITE_SETTINGS: Final = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; "
    "PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;"
)


def connect_sqlite(file: Path) -> str:
    """Make a case's SQLite file known to Django, and give the alias to use it by."""
    return _known(
        {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(file),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": WAIT_S,
                "init_command": _SQLITE_SETTINGS,
            },
        }
    )


def connect_postgres(address: str) -> str:
    """Make a PostgreSQL database (``postgres://user@host:port/name``) known to Django."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as broken:
        raise BadRequest(_SPELLED) from broken
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in _SCHEMES or not name:
        raise BadRequest(_SPELLED)
    return _known(
        {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": name,
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(port or ""),
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    )


def without_password(address: str) -> str:
    """Give an address as it may be written down; PostgreSQL looks for a password in ~/.pgpass."""
    parts = urlsplit(address)
    if parts.password is None:
        return address
    user, _, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{user.partition(':')[0]}@{host}").geturl()


def is_postgres(alias: str) -> bool:
    """Tell whether an alias leads to PostgreSQL."""
    return connections[alias].vendor == "postgresql"


def require_sound(alias: str, what: str) -> None:
    """Raise BrokenCase where SQLite finds its file damaged, in pages that nothing reads too."""
    if is_postgres(alias):
        return
    with told_plainly(what), connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(1)")
        if cursor.fetchone() != ("ok",):
            raise _broken(what)


def disconnect(alias: str) -> None:
    """Close a case's connection."""
    connections[alias].close()


def empty_again(alias: str) -> None:
    """Remove from PostgreSQL all that making a case put into an empty database."""
    with connections[alias].cursor() as cursor:
        for table in connections[alias].introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE {connections[alias].ops.quote_name(table)} CASCADE")
        cursor.execute("DROP FUNCTION IF EXISTS record_refuse")


@contextmanager
def told_plainly(what: str) -> Iterator[None]:
    """Turn what a database raises into one clear error; ``what`` names the case."""
    try:
        yield
    except OperationalError as failed:
        raise _plain(failed, what) from failed
    except InterfaceError as failed:
        # What a connection says that was closed under its user.
        raise _unreachable(failed, what) from failed
    except DatabaseError as failed:
        if _says(failed, "invalid connection option"):
            raise BadRequest(
                f"{what}: its database's address has an option that PostgreSQL does not know."
            ) from failed
        if _says(failed, "malformed", "not a database", "corrupt"):
            raise _broken(what) from failed
        raise


def _plain(failed: OperationalError, what: str) -> Exception:
    if _says(failed, "locked", "lock timeout", "canceling statement due to lock"):
        return CaseBusy(
            f"{what}: another writer held the case for more than {WAIT_S} seconds. Try again."
        )
    if _says(failed, "full", "no space", "disk i/o", "could not extend"):
        return CannotStore(
            f"{what}: the disk would not keep what was written (is it full?). Nothing of this step "
            "was kept; all that was confirmed before still is. Free some space, and run it again."
        )
    if _says(failed, "malformed", "not a database", "corrupt"):
        return _broken(what)
    if _says(failed, "readonly", "read-only", "permission denied"):
        return CannotStore(f"{what}: it may not be written to. Check who owns its files.")
    if _says(failed, "connection", "connect", "unable to open", "does not exist", "terminated"):
        return _unreachable(failed, what)
    return CannotStore(f"{what}: the database failed. Nothing of this step was kept; try again.")


def _unreachable(failed: Exception, what: str) -> NoSuchCase:
    if _says(failed, "authentication failed", "no password supplied"):
        return NoSuchCase(
            f"{what}: its database did not let you in. Check the user it is named with, and the "
            "password in ~/.pgpass."
        )
    return NoSuchCase(
        f"{what}: its database cannot be reached. Check that it is there and running."
    )


def _broken(what: str) -> BrokenCase:
    return BrokenCase(
        f"{what}: the database file is damaged. Restore it from a backup, then run: firsthand case "
        "verify."
    )


def _says(failed: Exception, *signs: str) -> bool:
    message = str(failed).casefold()
    return any(sign in message for sign in signs)


def _known(database: dict[str, Any]) -> str:
    spelled = "\x1f".join(str(database.get(key, "")) for key in ("ENGINE", "NAME", "HOST", "PORT"))
    options = repr(sorted(database["OPTIONS"].items()))
    alias = f"case-{hashlib.sha256(f'{spelled}{options}'.encode()).hexdigest()[:16]}"
    if alias not in connections.settings:
        # Django fills in what a database's description leaves out, and wants a default besides.
        filled = connections.configure_settings({"default": {}, alias: database})
        connections.settings[alias] = filled[alias]
    return alias
