"""An erasure reaches split findings, and one that was cut short is not forgotten by the next."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import connections

from firsthand.record.contents.of_case import Ground, Undone
from firsthand.record.contents.of_findings import FindingSplit, Judged, Verdict
from firsthand.record.recording import record
from firsthand.store.adding import add_sources
from firsthand.store.cases import Case, new_case
from firsthand.store.erasing import erase
from firsthand.store.evidence import Evidence
from firsthand.store.models import FindingClaim, Source
from firsthand.store.status import standing_findings
from firsthand.store.tracing_case import trace_case
from firsthand.store.verifying import verify
from tests.store.a_case import OWNER

WORDS = "said Veldmark has opened 12 river posts in four countries since 2029.\n"
SPEAKERS = {"The Sluice": "Estuary Watch", "Quay Courier": "The Ferry Union"}
LATEST = date(2100, 1, 1)


@pytest.fixture
def two_reports(tmp_path: Path, database: str | None) -> Iterator[Case]:
    case = new_case(tmp_path / "case", owner=OWNER.name, database=database)
    files = tmp_path / "files"
    files.mkdir()
    listing = []
    for number, (publisher, speaker) in enumerate(SPEAKERS.items(), 1):
        (files / f"{number}.txt").write_text(f"Posts\n\n{speaker} {WORDS}", "utf-8")
        day = f"2031-04-0{number}"
        listing.append({"file": f"{number}.txt", "publisher": publisher, "published_on": day})
    (files / "sources.json").write_text(json.dumps(listing), "utf-8")
    try:
        add_sources(case, [files], by=OWNER)
        trace_case(case, by=OWNER)
        yield case
    finally:
        case.close()


def test_what_left_a_finding_stays_when_all_that_stayed_is_erased(two_reports: Case) -> None:
    finding, first, second = _shared(two_reports)
    record(two_reports.ledger, [FindingSplit(finding=finding, claims=(second,))], by=OWNER)

    _erase(two_reports, first)

    held = [one.finding for one in standing_findings(two_reports)]
    stood = [one.finding for one in standing_findings(two_reports, recorded_by=LATEST)]
    assert any(second in each.supports for each in held)
    assert stood == held
    assert verify(two_reports).is_whole


def test_evidence_that_one_erasure_left_behind_goes_with_the_next(
    two_reports: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (_source(two_reports, publisher) for publisher in SPEAKERS)
    with monkeypatch.context() as patched:
        patched.setattr(Evidence, "remove", _cut_short)
        with pytest.raises(KeyboardInterrupt):
            _erase(two_reports, first)

    _erase(two_reports, second)

    assert not list(two_reports.evidence.digests())


def test_a_hidden_undoing_is_named(two_reports: Case) -> None:
    _, claim, _ = _shared(two_reports)
    judged = Judged(subject=claim, verdict=Verdict.REJECTED)
    (number,) = record(two_reports.ledger, [judged], by=OWNER)
    (undone,) = record(two_reports.ledger, [Undone(entry=number)], by=OWNER)

    with connections[two_reports.alias].cursor() as cursor:
        cursor.execute("DELETE FROM record_subject WHERE entry_id = %s", [undone])

    assert undone in {fault.number for fault in verify(two_reports).faults}


def _shared(case: Case) -> tuple[str, str, str]:
    """Give the finding that both reports support, and the claim of each."""
    first, second = (_source(case, publisher) for publisher in SPEAKERS)
    rows = FindingClaim.objects.using(case.alias).filter(side="for")
    for row in rows.filter(source=first):
        other = rows.filter(finding_id=row.finding_id, source=second).first()
        if other is not None:
            return row.finding_id, row.claim, other.claim
    raise AssertionError("the two reports should support one finding")


def _source(case: Case, publisher: str) -> str:
    return str(Source.objects.using(case.alias).get(publisher=publisher).id)


def _erase(case: Case, what: str) -> None:
    erase(case, what, ground=Ground.SAFETY, by=OWNER, reason="for safety")


def _cut_short(_evidence: Evidence, _digest: str) -> None:
    raise KeyboardInterrupt
