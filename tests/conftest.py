"""A real PostgreSQL for whichever test asks for one."""

from collections.abc import Iterator

import pytest

from tests.needs import postgres_bin
from tools.postgres import fresh_database, running_postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start one throw-away server for the session (one a worker), at its first use."""
    postgres_bin()
    with running_postgres() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Make an empty database for one test."""
    with fresh_database(postgres_server) as url:
        yield url
