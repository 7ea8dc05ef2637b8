"""Cases for the tests of the ledger: the bundled one, taken in, read and traced."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import firsthand
from firsthand.record.entry import Author, CaseRole
from firsthand.sources.demo import demo_case
from firsthand.store.adding import add_sources
from firsthand.store.bodies import bodies_of
from firsthand.store.cases import Case, new_case
from firsthand.store.drawing.rows import body_of
from firsthand.store.models import Echo, Finding, FindingClaim
from firsthand.store.reading_claims import read_claims, standing_claims, standing_sources
from firsthand.values.finding import Trace

OWNER = Author(name="Ada", role=CaseRole.OWNER)


@contextmanager
def a_bundled_case(folder: Path, database: str | None = None) -> Iterator[Case]:
    """Make a case from the bundled one, with its claims read and its findings traced."""
    case = new_case(folder, owner=OWNER.name, title="A test", database=database)
    try:
        with demo_case() as sources:
            add_sources(case, [sources], by=OWNER)
        read_claims(case, by=OWNER)
        trace_into(case)
        yield case
    finally:
        case.close()


def traced(case: Case) -> Trace:
    """Trace what a case holds."""
    return firsthand.trace(
        standing_sources(case), claims=standing_claims(case), bodies=bodies_of(case.alias)
    )


def trace_into(case: Case) -> None:
    """Put the findings of a trace into a case's tables."""
    alias, trace = case.alias, traced(case)
    for rank, finding in enumerate(trace.findings):
        row = Finding.objects.using(alias).create(
            id=finding.id,
            rank=rank,
            proposition=finding.proposition,
            support=finding.support.value,
            dispute=finding.dispute.value,
            found_support=finding.support.value,
            found_dispute=finding.dispute.value,
            brief="",
            body=body_of(finding),
        )
        for side, claims in (("for", finding.supports), ("against", finding.denies)):
            FindingClaim.objects.using(alias).bulk_create(
                FindingClaim(finding=row, claim=name, source="", side=side) for name in claims
            )
    Echo.objects.using(alias).bulk_create(
        Echo(derived=echo.derived, root=echo.root, kind=echo.kind.value, body=body_of(echo))
        for echo in trace.echoes
    )
