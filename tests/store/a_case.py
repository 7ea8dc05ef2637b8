"""Cases for the tests of the ledger: the bundled one, taken in, read and traced."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from firsthand.record.entry import Author, CaseRole
from firsthand.sources.demo import demo_case
from firsthand.store.adding import add_sources
from firsthand.store.cases import Case, new_case
from firsthand.store.tracing_case import trace_case

OWNER = Author(name="Ada", role=CaseRole.OWNER)


@contextmanager
def a_bundled_case(folder: Path, database: str | None = None) -> Iterator[Case]:
    """Make a case from the bundled one, with its claims read and its findings traced."""
    case = new_case(folder, owner=OWNER.name, title="A test", database=database)
    try:
        with demo_case() as sources:
            add_sources(case, [sources], by=OWNER)
        trace_case(case, by=OWNER)
        yield case
    finally:
        case.close()
