"""A case as a folder: made, opened, closed. The room's front door.

A case's folder holds ``evidence/`` and either ``case.sqlite3`` or, where its tables are in
PostgreSQL, ``case.toml`` with the database's address, without its password.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Final

from django.core.management import call_command
from django.db import connections

from firsthand.record.contents.of_case import CaseOpened, RoleGiven
from firsthand.record.entry import Author, CaseRole
from firsthand.record.recording import record
from firsthand.store.databases import (
    connect_postgres,
    connect_sqlite,
    disconnect,
    told_plainly,
    without_password,
)
from firsthand.store.evidence import Evidence
from firsthand.store.ledger import StoredLedger
from firsthand.store.models import Member, Setting
from firsthand.store.sweeping import PENDING, finish_erasing
from firsthand.values.errors import BadRequest, BrokenCase, NewerCase, NoSuchCase, NotAllowed

FORM: Final = 1
"""The form of the tables; a case of a higher one was written by a newer version."""

_SQLITE: Final = "case.sqlite3"
_ELSEWHERE: Final = "case.toml"


@dataclass(slots=True, kw_only=True)
class Case:
    """An open case."""

    folder: Path
    id: str
    ledger: StoredLedger
    evidence: Evidence
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def alias(self) -> str:
        """Give the alias under which Django knows the case's database."""
        return self.ledger.alias

    def member(self, name: str) -> Author:
        """Give a member with their role; raises NotAllowed for who is none."""
        with told_plainly(self.ledger.name):
            row = Member.objects.using(self.alias).filter(name=name).first()
        if row is None:
            raise NotAllowed(
                "you are no member of this case. Name yourself with --as, or ask an owner of the "
                "case to give you a role."
            )
        return Author(name=row.name, role=CaseRole(row.role))

    def setting(self, name: str) -> str | None:
        """Give one of the case's settings."""
        with told_plainly(self.ledger.name):
            row = Setting.objects.using(self.alias).filter(name=name).first()
        return row.value if row else None

    def set(self, name: str, value: str) -> None:
        """Keep one of the case's settings."""
        with told_plainly(self.ledger.name):
            Setting.objects.using(self.alias).update_or_create(name=name, defaults={"value": value})

    def close(self) -> None:
        """Close the database's connection."""
        disconnect(self.alias)


def new_case(
    folder: Path,
    *,
    owner: str,
    title: str = "",
    database: str | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Case:
    """Make a case in a new or empty folder, and its first entries.

    Raises BadRequest where the folder, or the database, holds something already.
    """
    if not owner.strip():
        raise BadRequest("a case needs an owner. Name one with --as.")
    case = bare_case(folder, case=f"case-{token_hex(8)}", database=database, clock=clock)
    try:
        by = Author(name=owner, role=CaseRole.OWNER)
        first = [
            CaseOpened(case=case.id, title=title),
            RoleGiven(member=owner, role=CaseRole.OWNER.value),
        ]
        record(case.ledger, first, by=by)
    except BaseException:
        case.close()
        raise
    return case


def bare_case(
    folder: Path,
    *,
    case: str,
    database: str | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Case:
    """Make a case's folder and tables, without an entry yet.

    Raises BadRequest where the folder, or the database, holds something already.
    """
    require_empty_folder(folder)
    alias = connect_postgres(database) if database else connect_sqlite(folder / _SQLITE)
    name = str(folder)
    try:
        if database:
            _require_empty(alias, name)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        evidence = Evidence(folder / "evidence")
        evidence.make()
        with told_plainly(name):
            _migrate(alias)
        if database:
            told = without_password(database).replace("\\", "\\\\").replace('"', '\\"')
            (folder / _ELSEWHERE).write_text(f'database = "{told}"\n', "utf-8")
        made = Case(
            folder=folder,
            id=case,
            ledger=StoredLedger(alias, name=name, clock=clock),
            evidence=evidence,
        )
        made.set("case", case)
        made.set("form", str(FORM))
    except BaseException:
        disconnect(alias)
        raise
    return made


def require_empty_folder(folder: Path) -> None:
    """Raise BadRequest where a folder holds something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadRequest(f"{folder}: this is not an empty folder. Name a new one for the case.")


def open_case(
    folder: Path,
    *,
    database: str | None = None,
    case_key: bytes | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Case:
    """Open a case. Raises NoSuchCase, BrokenCase or NewerCase."""
    alias = _alias_of(folder, database)
    name = str(folder)
    try:
        with told_plainly(name):
            settings = _settings(alias, name)
        _require_known_form(settings, name)
        evidence = _evidence_in(folder)
        if PENDING in settings:
            # The last erasure was cut short; what it promised is kept before anything else.
            with told_plainly(name):
                finish_erasing(alias, evidence)
    except BaseException:
        disconnect(alias)
        raise
    return Case(
        folder=folder,
        id=settings["case"],
        ledger=StoredLedger(alias, name=name, case_key=case_key, clock=clock),
        evidence=evidence,
        settings=settings,
    )


def _evidence_in(folder: Path) -> Evidence:
    evidence = Evidence(folder / "evidence")
    if not evidence.folder.is_dir():
        raise BrokenCase(
            f"{folder}: its evidence folder is missing. Restore it from a backup, then run: "
            "firsthand case verify."
        )
    evidence.sweep()
    return evidence


def _alias_of(folder: Path, database: str | None) -> str:
    if database:
        return connect_postgres(database)
    if (folder / _SQLITE).is_file():
        return connect_sqlite(folder / _SQLITE)
    if (folder / _ELSEWHERE).is_file():
        try:
            told = tomllib.loads((folder / _ELSEWHERE).read_text("utf-8"))
            return connect_postgres(str(told["database"]))
        except (tomllib.TOMLDecodeError, KeyError, UnicodeDecodeError) as broken:
            raise BrokenCase(
                f"{folder}: its {_ELSEWHERE} does not name a database. Name it with --database."
            ) from broken
    raise NoSuchCase(f"{folder}: there is no case here. Make one: firsthand case new {folder}")


def _settings(alias: str, name: str) -> dict[str, str]:
    tables = connections[alias].introspection.table_names()
    if Setting._meta.db_table not in tables:
        raise NoSuchCase(f"{name}: its database holds no case. Check the path or address.")
    return {row.name: row.value for row in Setting.objects.using(alias).all()}


def _require_known_form(settings: dict[str, str], name: str) -> None:
    if "case" not in settings or not settings.get("form", "").isdecimal():
        raise BrokenCase(
            f"{name}: the case was not made to its end, or its settings were removed. Restore it "
            "from a backup, or make it anew."
        )
    if int(settings["form"]) > FORM:
        raise NewerCase(
            f"{name}: this case was written by a newer version of Firsthand (form "
            f"{settings['form']}; this version knows {FORM}). Upgrade, then open it again."
        )


def _require_empty(alias: str, name: str) -> None:
    with told_plainly(name):
        tables = connections[alias].introspection.table_names()
    if tables:
        raise BadRequest(
            "that database is not empty. Each case has a database of its own: make one "
            "(createdb NAME), and name it."
        )


def _migrate(alias: str) -> None:
    call_command("migrate", database=alias, verbosity=0, interactive=False)
