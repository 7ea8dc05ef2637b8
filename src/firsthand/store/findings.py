"""Findings in a case's tables: kept after a trace, and drawn again where an entry reaches them.

Invariant: a finding's row says what its brief and the entries come to; nothing else writes lines.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from django.db import connections
from django.db.models import Q

from firsthand.origins.redrawing import redrawn
from firsthand.origins.tracing import Traced
from firsthand.record.standing import Decided, change_for
from firsthand.store.databases import is_postgres
from firsthand.store.decided import Until, decided_for
from firsthand.store.drawing.rows import body_of, put
from firsthand.store.models import (
    Echo,
    Finding,
    FindingClaim,
    FindingSpeaker,
    ProposedMerge,
    Reached,
)
from firsthand.store.regrouped import Regrouped, regrouped
from firsthand.values.brief import Brief
from firsthand.values.change import NOTHING
from firsthand.values.finding import Finding as DrawnFinding

_AT_ONCE: Final = 400
_LINES: Final = ("support", "dispute", "course")
_DECODE: Final = msgspec.json.Decoder(Brief).decode
_LINE_FIELDS: Final = (
    "proposition",
    "support",
    "support_reason",
    "dispute",
    "dispute_reason",
    "course_reason",
    "repeated_by",
    "origins",
    "body",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChange:
    """One line of a finding, before and after."""

    finding: str
    line: str
    before: str
    after: str


def keep_findings(traced: Traced, number: int, alias: str) -> list[LineChange]:
    """Put a trace's findings in the place of the ones before; ``number`` is the trace's entry."""
    before = _lines_by_id(alias)
    for model in (FindingClaim, FindingSpeaker, Echo, ProposedMerge, Finding):
        model._default_manager.using(alias).all().delete()
    pairs = zip(traced.trace.findings, traced.briefs, strict=True)
    put((_row(drawn, brief, rank) for rank, (drawn, brief) in enumerate(pairs)), alias)
    put((row for brief in traced.briefs for row in _claim_rows(brief)), alias)
    put((row for brief in traced.briefs for row in _speaker_rows(brief)), alias)
    put(
        (
            Echo(derived=echo.derived, root=echo.root, kind=echo.kind.value, body=body_of(echo))
            for echo in traced.trace.echoes
        ),
        alias,
    )
    put(
        (
            ProposedMerge(left=merge.left, right=merge.right, reason=merge.reason)
            for merge in traced.trace.proposed_merges
        ),
        alias,
    )
    regroup(alias)
    redraw(_touched(traced.briefs, alias), alias)
    changed = _changes(before, _lines_by_id(alias))
    _weigh(alias)
    keep_reached(changed, number, alias)
    return changed


def _weigh(alias: str) -> None:
    """Let the database learn how much stands where, so that it looks things up the short way."""
    with connections[alias].cursor() as cursor:
        cursor.execute("ANALYZE" if is_postgres(alias) else "PRAGMA optimize")


def regroup(alias: str) -> frozenset[str]:
    """Merge and split findings as the entries say now; give the ids of all that this touched."""
    now = regrouped(alias, Until())
    touched = _put_apart(alias)
    rows = Finding.objects.using(alias)
    for merged, into in now.merged_into.items():
        rows.filter(id=merged).update(merged_into=into)
    for finding, brief in now.briefs.items():
        _put_together(finding, brief, now, alias)
    return frozenset({*touched, *now.briefs, *now.merged_into})


def redraw(findings: Collection[str], alias: str) -> list[LineChange]:
    """Draw some findings' lines again, and tell which changed."""
    changed: list[LineChange] = []
    ids = sorted(findings)
    for start in range(0, len(ids), _AT_ONCE):
        rows = list(
            Finding.objects.using(alias).filter(
                id__in=ids[start : start + _AT_ONCE], merged_into=""
            )
        )
        briefs = [_DECODE(row.standing_brief) for row in rows]
        decided = decided_for(briefs, alias, Until())
        before = {row.id: lines_of(row) for row in rows}
        for row, brief in zip(rows, briefs, strict=True):
            _put_lines(row, redrawn(brief, change_for(brief, decided)))
        Finding.objects.using(alias).bulk_update(rows, _LINE_FIELDS, batch_size=50)
        changed += _changes(before, {row.id: lines_of(row) for row in rows})
    return changed


def lines_of(row: Finding) -> tuple[str, str, str]:
    """Give a finding's three lines in few words."""
    return row.support, row.dispute, row.course_reason


def _row(drawn: DrawnFinding, brief: Brief, rank: int) -> Finding:
    row = Finding(
        id=drawn.id,
        rank=rank,
        found_support=drawn.support.value,
        found_dispute=drawn.dispute.value,
        found_course=drawn.course_reason,
        found_brief=body_of(brief),
    )
    _put_lines(row, drawn)
    return row


def _put_lines(row: Finding, drawn: DrawnFinding) -> None:
    row.proposition = drawn.proposition
    row.support, row.support_reason = drawn.support.value, drawn.support_reason
    row.dispute, row.dispute_reason = drawn.dispute.value, drawn.dispute_reason
    row.course_reason = drawn.course_reason
    row.repeated_by, row.origins = drawn.repeated_by, len(drawn.origins_for)
    row.body = body_of(drawn)


def _claim_rows(brief: Brief) -> Iterable[FindingClaim]:
    sides = (
        ("for", brief.supports),
        ("against", brief.denies),
        ("takes back", brief.withdrawals),
        ("beside", brief.beside),
    )
    for side, claims in sides:
        for claim in claims:
            yield FindingClaim(finding_id=brief.id, claim=claim.id, source=claim.source, side=side)
    told = {telling.claim for act in brief.acts for telling in act.tellings}
    for name in sorted(told):
        yield FindingClaim(finding_id=brief.id, claim=name, source="", side="course")


def _speaker_rows(brief: Brief) -> Iterable[FindingSpeaker]:
    for name in sorted({speaker.name[:500] for speaker in brief.speakers}):
        yield FindingSpeaker(finding_id=brief.id, name=name)


def _put_apart(alias: str) -> set[str]:
    """Bring findings back to what the trace grouped; give the ids of those that differed."""
    rows = Finding.objects.using(alias)
    made = set(rows.exclude(split_by=None).values_list("id", flat=True))
    rows.filter(id__in=made).delete()
    apart = rows.filter(Q(is_regrouped=True) | ~Q(merged_into=""))
    touched = set(apart.values_list("id", flat=True))
    for row in list(apart):
        brief = _DECODE(row.found_brief)
        row.brief, row.merged_into, row.is_regrouped = "", "", False
        row.save(using=alias)
        _put_members(brief, alias)
    return touched | made


def _put_together(finding: str, brief: Brief, now: Regrouped, alias: str) -> None:
    rows = Finding.objects.using(alias)
    row = rows.filter(id=finding).first()
    drawn = redrawn(brief, NOTHING)
    if row is None:
        row = _row(drawn, brief, 0)
        row.found_brief, row.split_by = "", now.split_by[finding]
        row.rank = rows.count()
    row.brief, row.is_regrouped = body_of(brief), finding not in now.split_by
    _put_lines(row, drawn)
    row.save(using=alias)
    _put_members(brief, alias)


def _put_members(brief: Brief, alias: str) -> None:
    FindingClaim.objects.using(alias).filter(finding_id=brief.id).delete()
    FindingSpeaker.objects.using(alias).filter(finding_id=brief.id).delete()
    put(_claim_rows(brief), alias)
    put(_speaker_rows(brief), alias)


def _touched(briefs: Sequence[Brief], alias: str) -> set[str]:
    """Find, after a trace, the findings whose lines people's entries change."""
    decided = decided_for(briefs, alias, Until())
    if decided == Decided():
        return set()
    return {brief.id for brief in briefs if change_for(brief, decided) != NOTHING}


def _lines_by_id(alias: str) -> dict[str, tuple[str, str, str]]:
    rows = Finding.objects.using(alias).filter(merged_into="")
    held = rows.values_list("id", "support", "dispute", "course_reason")
    return {name: (support, dispute, course) for name, support, dispute, course in held}


def _changes(
    before: dict[str, tuple[str, str, str]], after: dict[str, tuple[str, str, str]]
) -> list[LineChange]:
    return [
        LineChange(finding=name, line=line, before=was, after=now)
        for name in sorted(before.keys() & after.keys())
        for line, was, now in zip(_LINES, before[name], after[name], strict=True)
        if was != now
    ]


def keep_reached(changed: Iterable[LineChange], number: int, alias: str) -> None:
    """Keep which lines an entry changed."""
    put(
        (
            Reached(
                entry_id=number,
                finding=change.finding,
                line=change.line,
                before=change.before,
                after=change.after,
            )
            for change in changed
        ),
        alias,
    )
