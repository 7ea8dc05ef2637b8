"""A small case on each database, and a second, empty database beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.store.cases import Case
from tests.store.exchange.a_small_case import a_small_case
from tools.postgres import fresh_database


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str | None:
    """Give the address of an empty database; none is SQLite in the case's folder."""
    if request.param == "sqlite":
        return None
    address: str = request.getfixturevalue("postgres_url")
    return address


@pytest.fixture
def another_database(database: str | None, request: pytest.FixtureRequest) -> Iterator[str | None]:
    """Give a second empty database of the same sort."""
    if database is None:
        yield None
        return
    with fresh_database(request.getfixturevalue("postgres_server")) as address:
        yield address


@pytest.fixture
def case(tmp_path: Path, database: str | None) -> Iterator[Case]:
    """Make a small case with something public, something restricted and something confidential."""
    with a_small_case(tmp_path / "case", database) as made:
        yield made
