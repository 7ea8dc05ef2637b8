from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from firsthand.record.contents.base import Content
from firsthand.record.contents.of_case import RoleGiven, Undone
from firsthand.record.contents.of_findings import (
    FindingsMerged,
    FindingSplit,
    Judged,
    OfficialActRecorded,
    OriginsJoined,
    Verdict,
)
from firsthand.record.contents.of_people import Asked, Outcome, Replied
from firsthand.record.contents.of_sources import SourceWithdrawn
from firsthand.record.recording import record
from firsthand.store.adding import add_sources
from firsthand.store.cases import Case, new_case
from firsthand.store.models import Source
from firsthand.store.status import Standing, reached_by, standing_findings
from firsthand.store.tracing_case import trace_case
from firsthand.store.verifying import verify
from firsthand.values.act import ActKind
from firsthand.values.errors import BadEntry
from firsthand.values.finding import Finding
from tests.store.a_case import OWNER

REPORT = (
    "Estuary Watch counts river posts\n\n"
    "Estuary Watch said Veldmark has opened 12 river posts in four countries since 2029.\n\n"
    "Its researchers visited nine of them, the group said.\n"
)
COPY = "Estuary Watch said Veldmark has opened 12 river posts in four countries since 2029.\n"
OTHER = "The Tern Society said its boats were searched at Low Harbour in March.\n"


class Clock:
    """Moves on by a day with each look."""

    def __init__(self) -> None:
        """Begin in May."""
        self.day = datetime(2031, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.day += timedelta(days=1)
        return self.day


@pytest.fixture
def told(tmp_path: Path, database: str | None) -> Iterator[Case]:
    """Make a case in which one report is repeated by a paper, and something else is said once."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, "utf-8")
    (folder / "b.txt").write_text(COPY, "utf-8")
    (folder / "c.txt").write_text(OTHER, "utf-8")
    listing = (
        "file,publisher,published_on\na.txt,The Sluice,2031-04-02\n"
        "b.txt,Weir Daily,2031-04-09\nc.txt,Weir Daily,2031-04-20\n"
    )
    (folder / "sources.csv").write_text(listing, "utf-8")
    case = new_case(tmp_path / "case", owner=OWNER.name, database=database, clock=Clock())
    add_sources(case, [folder], by=OWNER)
    trace_case(case, by=OWNER)
    yield case
    case.close()


def write(case: Case, content: Content) -> int:
    return record(case.ledger, [content], by=OWNER)[0]


def posts(case: Case, **asked: date) -> Finding:
    return next(each for each in _all(case, **asked) if "12 river posts" in each.proposition)


def _all(case: Case, **asked: date) -> list[Finding]:
    return [each.finding for each in standing_findings(case, **asked)]  # type: ignore[arg-type]  # days


def lines(case: Case) -> dict[str, tuple[str, str, str]]:
    return {f.id: (f.support.value, f.dispute.value, f.course_reason) for f in _all(case)}


def test_a_rejected_claim_counts_no_more_and_what_was_traced_stays_shown(told: Case) -> None:
    finding = posts(told)

    for claim in finding.supports:
        write(told, Judged(subject=claim, verdict=Verdict.REJECTED))
    (standing,) = standing_findings(told, only=finding.id)

    assert standing.finding.support.value == "none"
    assert standing.found is not None
    assert standing.found[0] == "single-origin"


def test_a_closed_probe_reaches_the_findings_that_hold_it_and_only_those(told: Case) -> None:
    before = lines(told)
    opened = OfficialActRecorded(
        act=ActKind.INVESTIGATION_OPENED,
        by="Harbour Police",
        on="2031-05-01",
        findings=(posts(told).id,),
    )
    number = write(told, opened)
    closed = OfficialActRecorded(
        act=ActKind.INVESTIGATION_CLOSED, by="Harbour Police", on="2033-05-01", follows=str(number)
    )

    last = write(told, closed)

    changed = {name for name, line in lines(told).items() if line != before[name]}
    assert changed == {posts(told).id}
    assert {change.finding for change in reached_by(told, last)} == {posts(told).id}
    assert "investigation closed 2033-05-01" in posts(told).course_reason


def test_what_its_speaker_took_back_is_withdrawn_and_undone_again(told: Case) -> None:
    sources = Source.objects.using(told.alias)
    report = sources.get(file="a.txt").id
    before = lines(told)

    number = write(told, SourceWithdrawn(source=report, by="Estuary Watch"))
    assert posts(told).support.value == "withdrawn"
    write(told, Undone(entry=number))

    assert lines(told) == before


def test_findings_are_merged_split_and_brought_back(told: Case) -> None:
    before = lines(told)
    left, right = list(before)[:2]

    merged = write(told, FindingsMerged(left=left, right=right))
    assert right not in lines(told)
    write(told, Undone(entry=merged))
    assert lines(told) == before
    supports = posts(told).supports
    split = write(told, FindingSplit(finding=posts(told).id, claims=supports[-1:]))
    assert len(lines(told)) == len(before) + 1
    write(told, Undone(entry=split))

    assert lines(told) == before
    assert verify(told).is_whole


def test_what_had_been_said_by_a_day_and_recorded_by_a_day_are_two_things(told: Case) -> None:
    finding = posts(told)
    before = list(told.ledger.entries())[-1].at[:10]
    write(told, Judged(subject=finding.supports[0], verdict=Verdict.REJECTED))

    early = posts(told, said_by=date(2031, 4, 5))
    recorded = posts(told, recorded_by=date.fromisoformat(before))
    now = posts(told, recorded_by=date(2040, 1, 1))

    assert set(early.supports) < set(finding.supports)
    assert recorded.supports == finding.supports
    assert now.supports == posts(told).supports
    assert _all(told, said_by=date(2030, 1, 1)) == []
    assert _all(told, recorded_by=date(2030, 1, 1)) == []


def test_decisions_hold_on_after_a_new_trace_that_names_a_finding_anew(
    told: Case, tmp_path: Path
) -> None:
    finding = posts(told)
    write(
        told,
        OfficialActRecorded(
            act=ActKind.CHARGE, by="A Court", on="2032-01-01", findings=(finding.id,)
        ),
    )
    folder = tmp_path / "earlier"
    folder.mkdir()
    (folder / "first.txt").write_text(REPORT, "utf-8")
    (folder / "sources.csv").write_text(
        "file,publisher,published_on\nfirst.txt,The Early Gazette,2031-03-30\n", "utf-8"
    )

    add_sources(told, [folder], by=OWNER)
    trace_case(told, by=OWNER)

    assert posts(told).id != finding.id
    assert "charged 2032-01-01" in posts(told).course_reason
    assert verify(told).is_whole


def test_who_was_asked_and_who_answered_stands_beside(told: Case) -> None:
    finding = posts(told)
    asked = write(
        told,
        Asked(whom="Veldmark", findings=(finding.id,), channel="letter", deadline="2031-06-01"),
    )

    def beside() -> Standing:
        return next(standing_findings(told, only=finding.id))

    assert (beside().asked, beside().answered) == (1, 0)
    reply = write(told, Replied(asked=asked, outcome=Outcome.DECLINED, on="2031-05-20"))
    assert (beside().asked, beside().answered) == (1, 1)
    write(told, Undone(entry=reply))
    assert (beside().asked, beside().answered) == (1, 0)


def test_many_decisions_and_undos_leave_what_a_new_trace_would_draw(told: Case) -> None:
    names = list(lines(told))
    origins = sorted({o.name for f in _all(told) for o in f.origins_for})
    made = [
        write(told, content)
        for content in (
            Judged(subject=posts(told).supports[0], verdict=Verdict.CANNOT_TELL),
            OriginsJoined(left=origins[0], right=origins[-1]),
            FindingsMerged(left=names[0], right=names[1]),
            SourceWithdrawn(source=Source.objects.using(told.alias).get(file="b.txt").id, by="X"),
            OfficialActRecorded(act=ActKind.SANCTION, by="Veldmark", findings=(names[0],)),
        )
    ]
    for number in made[::2]:
        write(told, Undone(entry=number))
    before = lines(told)

    trace_case(told, by=OWNER)

    assert lines(told) == before
    assert verify(told).is_whole


def test_what_makes_no_sense_is_refused_and_nothing_is_written(told: Case) -> None:
    head = told.ledger.head()

    for content in (
        Judged(subject="c-nowhere", verdict=Verdict.ACCEPTED),
        FindingsMerged(left=posts(told).id, right="f-nowhere"),
        Replied(asked=1, outcome=Outcome.SILENT),
        Undone(entry=1),
        Undone(entry=9_999),
        RoleGiven(member=OWNER.name, role=None),
        RoleGiven(member="Bo", role="king"),
    ):
        with pytest.raises(BadEntry):
            write(told, content)

    assert told.ledger.head() == head
