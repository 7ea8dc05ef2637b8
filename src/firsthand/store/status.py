"""What a case comes to: its findings as they hold, or as they stood by a day, both ways dated.

``said_by`` leaves out what was published after a day; ``recorded_by`` what this case recorded after
it. Both days count whole (UTC). Findings keep their ids: they are grouped as the latest trace did.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import msgspec
from django.db.models import Max, QuerySet

from firsthand.origins.redrawing import redrawn
from firsthand.record.contents.of_case import CaseTraced
from firsthand.record.contents.of_claims import ClaimAdded, ClaimCorrected
from firsthand.record.contents.of_entities import EntitiesSame, EntityNamed
from firsthand.record.contents.of_findings import Verdict
from firsthand.record.contents.of_sources import SourceCaptured
from firsthand.record.standing import change_for
from firsthand.store.cases import Case
from firsthand.store.databases import told_plainly
from firsthand.store.decided import Until, decided_for
from firsthand.store.findings import LineChange
from firsthand.store.models import Claim, Entry, Finding, Judgement, Reached, Reply, Source
from firsthand.store.regrouped import regrouped
from firsthand.store.weighing import withheld_weights
from firsthand.values.brief import Brief
from firsthand.values.errors import BadRequest
from firsthand.values.finding import Finding as DrawnFinding

_AT_ONCE: Final = 100
_DECODE: Final = msgspec.json.Decoder(Brief).decode
_DRAWN: Final = msgspec.json.Decoder(DrawnFinding).decode
_ONLY_A_TRACE_TELLS: Final = (
    SourceCaptured.kind,
    ClaimAdded.kind,
    ClaimCorrected.kind,
    EntityNamed.kind,
    EntitiesSame.kind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A finding as it holds, with what stands beside its lines.

    ``found`` is what the trace alone said, where people's entries changed it; ``verdict`` the
    latest judgement; ``asked`` and ``answered`` count who was asked and who answered. ``withheld``
    is the weight of testimony that is not shown: *none shown*, *3 or more*, or nothing.
    """

    finding: DrawnFinding
    found: tuple[str, str, str] | None
    verdict: Verdict
    asked: int
    answered: int
    withheld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a case holds, and how many entries wait for the next trace."""

    sources: int
    claims: int
    findings: int
    untraced: int


def standing_findings(
    case: Case,
    *,
    said_by: date | None = None,
    recorded_by: date | None = None,
    limit: int | None = None,
    only: str | None = None,
) -> Iterator[Standing]:
    """Give the findings in the trace's order, as they hold or as they stood by a day."""
    with told_plainly(case.ledger.name):
        rows = Finding.objects.using(case.alias).filter(merged_into="")
        if only is not None:
            _require_finding(only, case.alias)
            rows = rows.filter(id=only)
        rows = rows.order_by("rank")[:limit]
        if said_by is None and recorded_by is None:
            yield from _as_they_hold(list(rows), case.alias)
        else:
            yield from _as_they_stood(case.alias, said_by, recorded_by, limit, only)


def counts_of(case: Case) -> Counts:
    """Count what a case holds."""
    with told_plainly(case.ledger.name):
        traced = Entry.objects.using(case.alias).filter(kind=CaseTraced.kind)
        latest = traced.aggregate(latest=Max("id"))["latest"] or 0
        waiting = Entry.objects.using(case.alias).filter(
            id__gt=latest, kind__in=_ONLY_A_TRACE_TELLS
        )
        return Counts(
            sources=Source.objects.using(case.alias).count(),
            claims=Claim.objects.using(case.alias).count(),
            findings=Finding.objects.using(case.alias).filter(merged_into="").count(),
            untraced=waiting.count(),
        )


def _require_finding(name: str, alias: str) -> None:
    row = Finding.objects.using(alias).filter(id=name).values("merged_into").first()
    if row is None:
        raise BadRequest(f"there is no finding {name}. List them: firsthand case status CASE --all")
    if row["merged_into"]:
        raise BadRequest(f"finding {name} was merged into {row['merged_into']}: name that one.")


def reached_by(case: Case, number: int) -> list[LineChange]:
    """Give the lines that an entry changed."""
    rows = Reached.objects.using(case.alias).filter(entry_id=number).order_by("id")
    return [
        LineChange(finding=row.finding, line=row.line, before=row.before, after=row.after)
        for row in rows
    ]


def _as_they_hold(rows: list[Finding], alias: str) -> Iterator[Standing]:
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        verdicts = _verdicts([row.id for row in some], alias, Until())
        replies = _replies([row.id for row in some], alias, Until())
        weights = withheld_weights([row.id for row in some], alias, Until())
        for row in some:
            found = (row.found_support, row.found_dispute, row.found_course)
            now = (row.support, row.dispute, row.course_reason)
            asked, answered = replies.get(row.id, (0, 0))
            yield Standing(
                finding=_DRAWN(row.body),
                found=found if found != now and row.split_by is None else None,
                verdict=verdicts.get(row.id, Verdict.NOT_LOOKED_AT),
                asked=asked,
                answered=answered,
                withheld=weights.get(row.id, ""),
            )


def _as_they_stood(
    alias: str,
    said_by: date | None,
    recorded_by: date | None,
    limit: int | None,
    only: str | None,
) -> Iterator[Standing]:
    until = Until(at=f"{recorded_by.isoformat()}T23:59:59.999999Z" if recorded_by else None)
    groups = regrouped(alias, until)
    rows = Finding.objects.using(alias).filter(split_by=None).exclude(id__in=groups.merged_into)
    wanted = rows.filter(id=only) if only is not None else rows
    given = 0
    for row_ids in _by_rank(wanted):
        held = dict(rows.filter(id__in=row_ids).values_list("id", "found_brief"))
        briefs = [groups.briefs.get(name) or _DECODE(held[name]) for name in row_ids]
        decided = decided_for(briefs, alias, until)
        verdicts, replies = _verdicts(row_ids, alias, until), _replies(row_ids, alias, until)
        weights = withheld_weights(row_ids, alias, until)
        for brief in briefs:
            drawn = redrawn(brief, change_for(brief, decided, said_by))
            if not (drawn.supports or drawn.denies or drawn.beside):
                # Nobody had said it by then, or the case had not heard of it.
                continue
            if limit is not None and given >= limit:
                return
            given += 1
            asked, answered = replies.get(brief.id, (0, 0))
            yield Standing(
                finding=drawn,
                found=None,
                verdict=verdicts.get(brief.id, Verdict.NOT_LOOKED_AT),
                asked=asked,
                answered=answered,
                withheld=weights.get(brief.id, ""),
            )


def _verdicts(findings: list[str], alias: str, until: Until) -> dict[str, Verdict]:
    rows = until.of(Judgement.objects.using(alias).filter(subject__in=findings))
    held = rows.order_by("entry_id").values_list("subject", "verdict")
    return {subject: Verdict(verdict) for subject, verdict in held}


def _replies(findings: list[str], alias: str, until: Until) -> dict[str, tuple[int, int]]:
    counted: dict[str, tuple[int, int]] = {}
    rows = Reply.objects.using(alias).filter(finding__in=findings)
    if until.at is not None:
        rows = rows.filter(asked__at__lte=until.at)
    for finding, at in rows.values_list("finding", "answered__at"):
        asked, answered = counted.get(finding, (0, 0))
        is_answered = at is not None and (until.at is None or at <= until.at)
        counted[finding] = (asked + 1, answered + is_answered)
    return counted


def _by_rank(rows: QuerySet[Finding]) -> Iterator[list[str]]:
    """Go through findings by their rank, some at a time: most who ask want the first."""
    after = -1
    while some := list(
        rows.filter(rank__gt=after).order_by("rank").values_list("id", "rank")[:_AT_ONCE]
    ):
        yield [name for name, _ in some]
        after = some[-1][1]
