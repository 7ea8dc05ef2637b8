"""Tracing a case: its claims read, followed back, and the findings kept."""

from collections.abc import Callable
from dataclasses import dataclass

import firsthand
from firsthand.claims.extractor import Extractor
from firsthand.origins.tracing import trace_with_briefs
from firsthand.record.contents.of_case import CaseTraced
from firsthand.record.entry import Author
from firsthand.record.recording import record_in
from firsthand.store.bodies import bodies_of
from firsthand.store.cases import Case
from firsthand.store.findings import LineChange, keep_findings
from firsthand.store.reading_claims import (
    read_claims,
    standing_claims,
    standing_sources,
    with_words_written_down,
)
from firsthand.values.finding import Trace

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTrace:
    """A trace of a case, the number of its entry, and the lines that came out otherwise."""

    trace: Trace
    entry: int
    changed: tuple[LineChange, ...]


def trace_case(
    case: Case,
    *,
    by: Author,
    extractor: Extractor | None = None,
    tell: Progress = lambda *_: None,
) -> CaseTrace:
    """Read what was not read yet, follow all claims back, and keep what they come to.

    Confidential sources take no part: what rests on them must not stand in an open table.
    """
    read_claims(case, by=by, extractor=extractor, tell=tell)
    # Outside the turn, which others would wait for: tracing a large case takes minutes.
    head = case.ledger.head()
    sources, claims = with_words_written_down(standing_sources(case), standing_claims(case))
    traced = trace_with_briefs(
        sources,
        claims=claims,
        bodies=bodies_of(case.alias),
        on_progress=tell,
    )
    counts = traced.trace.counts
    done = CaseTraced(
        version=firsthand.__version__,
        head=head.number,
        sources=counts["sources"],
        claims=counts["claims"],
        findings=counts["findings"],
    )
    with case.ledger.turn() as turn:
        (number,) = record_in(turn, [done], by=by)
        changed = keep_findings(traced, number, case.alias)
    return CaseTrace(trace=traced.trace, entry=number, changed=tuple(changed))
