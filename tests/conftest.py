"""What all tests share: laws without a stopwatch, a real PostgreSQL for whoever asks for one."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.needs import postgres_bin
from tools.postgres import fresh_database, running_postgres

# Playwright's browser, shared by a worker's tests, leaves an event loop running in the thread that
# Django then takes for asynchronous. No test here is.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# Machines are noisy and shared: how long an example takes says nothing about the law.
settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")


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
