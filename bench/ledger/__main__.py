"""Load a made case into a ledger, and measure: `python -m bench.ledger [--sources N] [--claims M]`.

Findings come from tracing the case in shards of sources, and are kept together: tracing 200,000
claims at once takes minutes and is measured by ``bench.case_size``, not here.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from bench.ledger.made import MadeCase
from bench.machine import machine_line
from firsthand.origins.tracing import Traced, trace_with_briefs
from firsthand.record.contents.base import Content
from firsthand.record.contents.of_case import CaseTraced
from firsthand.record.contents.of_claims import ClaimFound
from firsthand.record.contents.of_findings import (
    Judged,
    OfficialActRecorded,
    OriginsJoined,
    Verdict,
)
from firsthand.record.contents.of_sources import SourceCaptured, SourceRead, SourceWithdrawn
from firsthand.record.entry import Author, CaseRole
from firsthand.record.recording import record, record_in
from firsthand.store.cases import Case, new_case
from firsthand.store.findings import keep_findings
from firsthand.store.models import Finding, Source
from firsthand.store.searching import Filters, search
from firsthand.store.status import Standing, counts_of, standing_findings
from firsthand.store.verifying import chain_faults, verify
from firsthand.values.act import ActKind
from firsthand.values.brief import Brief
from firsthand.values.claim import Claim
from firsthand.values.finding import Finding as DrawnFinding
from firsthand.values.finding import Trace
from firsthand.values.source import Source as MadeSource
from tools.postgres import DURABLE, fresh_database, running_postgres

_ME = Author(name="Bench", role=CaseRole.OWNER)
_SHARD = 250
_TIMES = 21
_QUERIES = (
    ("a rare word", "bobabo", None),
    ("a common word", "had", None),
    ("two common words", "opened offices", None),
    ("a phrase", '"it had opened"', None),
    ("a beginning", "ba*", None),
    ("one word without another", "offices -opened", None),
    ("by stance", "offices", Filters(stance="denies")),
    ("by speaker", "offices", Filters(speaker="police")),
    ("only sources", "opened offices", Filters(what="source")),
    ("by day", "offices", Filters(said_until=date(2021, 1, 1))),
)


def main() -> None:
    """Measure on each database, and print."""
    asked = argparse.ArgumentParser(prog="python -m bench.ledger", description=__doc__)
    asked.add_argument("--sources", type=int, default=10_000)
    asked.add_argument("--claims", type=int, default=200_000)
    asked.add_argument("--only", choices=("sqlite", "postgresql"))
    given = asked.parse_args()
    for name in ("sqlite", "postgresql"):
        if given.only in {None, name}:
            with _database(name) as address, tempfile.TemporaryDirectory() as folder:
                print(f"{name}: {given.sources:,} sources, {given.claims:,} claims")
                _measure(Path(folder) / "case", address, given.sources, given.claims)
    print(machine_line())


@contextmanager
def _database(name: str) -> Iterator[str | None]:
    if name == "sqlite":
        yield None
        return
    with running_postgres(DURABLE) as server, fresh_database(server) as address:
        yield address


def _measure(folder: Path, address: str | None, sources: int, claims: int) -> None:
    case = new_case(folder, owner=_ME.name, database=address)
    made = list(MadeCase(claims // sources).sources(sources))
    began = time.perf_counter()
    _load(case, made)
    took = time.perf_counter() - began
    entries = case.ledger.head().number
    _told("load", f"{took:.1f} s", f"{entries / took:,.0f} entries/s")
    _trace(case, made)
    del made
    began = time.perf_counter()
    faults = list(chain_faults(case))
    took = time.perf_counter() - began
    _told("verify the chain", f"{took:.1f} s", f"{entries / took:,.0f} entries/s")
    if faults:
        raise SystemExit(f"the chain has faults: {faults[:3]}")
    _status(case)
    for what, words, filters in _QUERIES:
        _timed(f"search: {what}", partial(search, case, words, filters=filters))
    began = time.perf_counter()
    whole = verify(case)
    _told("verify all", f"{time.perf_counter() - began:.0f} s", f"whole: {whole.is_whole}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(file.stat().st_size for file in folder.glob("case.sqlite3*")) / 2**20
    _told("memory, at its peak", f"{peak:,.0f} MB", f"{size:,.0f} MB on disk" if size else "")
    case.close()


def _load(case: Case, made: list[tuple[MadeSource, list[Claim]]]) -> None:
    waiting = iter(made)
    while several := list(islice(waiting, 100)):
        captured: list[Content] = []
        found: list[Content] = []
        for source, claims in several:
            captured.append(_captured(case, source))
            found.append(SourceRead(source=source.id, engine="made", found=len(claims)))
            found += [ClaimFound(claim=claim) for claim in claims]
        record(case.ledger, captured, by=_ME)
        record(case.ledger, found, by=_ME)


def _captured(case: Case, source: MadeSource) -> Content:
    def write(stream: BinaryIO) -> None:
        stream.write(source.text.encode())

    evidence = case.evidence.keep(write)
    return SourceCaptured(source=source, evidence=evidence, collector=_ME.name, tool="bench")


def _trace(case: Case, made: list[tuple[MadeSource, list[Claim]]]) -> None:
    began = time.perf_counter()
    findings: list[DrawnFinding] = []
    briefs: list[Brief] = []
    for start in range(0, len(made), _SHARD):
        shard = made[start : start + _SHARD]
        traced = trace_with_briefs(
            [source for source, _ in shard], claims=[c for _, claims in shard for c in claims]
        )
        findings += traced.trace.findings
        briefs += traced.briefs
    took = time.perf_counter() - began
    joined = Traced(
        trace=Trace(sources=(), claims=(), echoes=(), findings=tuple(findings)),
        briefs=tuple(briefs),
    )
    began = time.perf_counter()
    with case.ledger.turn() as turn:
        done = CaseTraced(version="bench", head=0, sources=0, claims=0, findings=len(findings))
        (number,) = record_in(turn, [done], by=_ME)
        keep_findings(joined, number, case.alias)
    kept = time.perf_counter() - began
    _told(f"trace in shards of {_SHARD} sources", f"{took:.0f} s", f"{len(findings):,} findings")
    _told("keep the findings", f"{kept:.0f} s", f"{len(findings) / kept:,.0f} findings/s")


def _status(case: Case) -> None:
    rows = list(Finding.objects.using(case.alias).order_by("-repeated_by")[: 3 * _TIMES])
    standing = iter([standing.finding for row in rows for standing in _one(case, row.id)])
    sources = iter(Source.objects.using(case.alias).order_by("id").values_list("id", "publisher"))

    def judge() -> None:
        _record(case, Judged(subject=next(standing).supports[0], verdict=Verdict.REJECTED))

    def act() -> None:
        finding = next(standing).id
        _record(
            case,
            OfficialActRecorded(
                act=ActKind.INVESTIGATION_OPENED, by="Police", findings=(finding,), on="2024-01-01"
            ),
        )

    def withdraw() -> None:
        source, publisher = next(sources)
        _record(case, SourceWithdrawn(source=source, by=publisher))

    _timed("status: counts and 25 findings", lambda: (counts_of(case), _some(case)))
    _timed("a claim rejected, its findings drawn anew", judge)
    _timed("an official act, its findings drawn anew", act)
    _timed("a source withdrawn, its findings drawn anew", withdraw)
    _timed("status after it", lambda: (counts_of(case), _some(case)))
    _timed(
        "status by a day", lambda: list(standing_findings(case, said_by=date(2023, 1, 1), limit=25))
    )
    drawn = (standing.finding for row in rows for standing in _one(case, row.id))
    names = sorted({origin.name for finding in drawn for origin in finding.origins_for})
    _timed(
        "origins joined, their findings drawn anew",
        lambda: _record(case, OriginsJoined(left=names.pop(), right=names.pop())),
        5,
    )


def _one(case: Case, finding: str) -> list[Standing]:
    return list(standing_findings(case, only=finding))


def _some(case: Case) -> list[Standing]:
    return list(standing_findings(case, limit=25))


def _record(case: Case, content: Content) -> None:
    record(case.ledger, [content], by=_ME)


def _timed(what: str, run: Callable[[], object], times: int = _TIMES) -> None:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        taken.append(1_000 * (time.perf_counter() - began))
    _told(what, f"{statistics.median(taken):.1f} ms", f"at most {max(taken):.1f} ms")


def _told(what: str, figure: str, more: str = "") -> None:
    print(f"  {what:<45}{figure:>12}   {more}", flush=True)


if __name__ == "__main__":
    main()
