"""What a case's entries say that bears on its findings' lines, loaded from its tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
from django.db.models import Max, QuerySet

from firsthand.record.anchoring import found_again
from firsthand.record.contents.of_findings import OfficialActRecorded, Verdict
from firsthand.record.standing import Decided, RecordedAct, Withdrawal
from firsthand.store.models import (
    Claim,
    Finding,
    FindingClaim,
    Judgement,
    OfficialAct,
    OriginTie,
    SourceWithdrawal,
)
from firsthand.values.brief import Brief

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Until:
    """How much of the ledger counts: entries up to a moment (``at``), or all."""

    at: str | None = None

    def of(self, rows: QuerySet) -> QuerySet:  # type: ignore[type-arg]  # of any model with an entry
        """Keep the rows whose entry had been written by then."""
        return rows if self.at is None else rows.filter(entry__at__lte=self.at)


def decided_for(briefs: Sequence[Brief], alias: str, until: Until) -> Decided:
    """Load what people recorded that may bear on some findings."""
    claims = {claim.id for brief in briefs for claim in brief.claims}
    claims |= {telling.claim for brief in briefs for act in brief.acts for telling in act.tellings}
    sources = {claim.source for brief in briefs for claim in brief.claims}
    ties = list(until.of(OriginTie.objects.using(alias)).values_list("left", "right", "are_one"))
    return Decided(
        left_out=_rejected(claims, alias, until) | _not_yet_recorded(claims, alias, until),
        withdrawals=tuple(_withdrawals(sources, alias, until)),
        acts=tuple(recorded_acts(alias, until)),
        joined=frozenset((left, right) for left, right, are_one in ties if are_one),
        parted=frozenset((left, right) for left, right, are_one in ties if not are_one),
    )


def recorded_acts(alias: str, until: Until) -> list[RecordedAct]:
    """Give the official acts that people recorded, each with the findings it is about today."""
    rows = list(until.of(OfficialAct.objects.using(alias)).order_by("entry_id"))
    told = [(row.entry_id, msgspec.json.decode(row.body, type=OfficialActRecorded)) for row in rows]
    called = names_today(
        ((finding, act.anchors) for _, act in told for finding in act.findings), alias
    )
    return [
        RecordedAct(
            number=number,
            told=act,
            findings=frozenset(
                found for finding in act.findings if (found := called.get(finding)) is not None
            ),
        )
        for number, act in told
    ]


def names_today(findings: Iterable[tuple[str, Sequence[str]]], alias: str) -> dict[str, str | None]:
    """Find findings again under today's ids: by id, by what they were merged into, by anchors."""
    asked = list(findings)
    if not asked:
        return {}
    ids = sorted({finding for finding, _ in asked})
    anchors = sorted({claim for _, held in asked for claim in held})
    known: dict[str, str] = {}
    for some in _in_parts(ids):
        known.update(
            Finding.objects.using(alias).filter(id__in=some).values_list("id", "merged_into")
        )
    holds: dict[str, str] = {}
    for some in _in_parts(anchors):
        rows = FindingClaim.objects.using(alias).filter(
            claim__in=some, side__in=("for", "against"), finding__merged_into=""
        )
        holds.update(rows.order_by("-finding__rank").values_list("claim", "finding_id"))
    found: dict[str, str | None] = {}
    for finding, held in asked:
        today = found_again(finding, held, known, holds)
        found[finding] = (known.get(today) or today) if today is not None else None
    return found


def _rejected(claims: Iterable[str], alias: str, until: Until) -> frozenset[str]:
    found: set[str] = set()
    for some in _in_parts(sorted(claims)):
        rows = until.of(Judgement.objects.using(alias).filter(subject__in=some))
        latest = rows.values("subject").annotate(latest=Max("entry_id"))
        numbers = [row["latest"] for row in latest]
        rejected = Judgement.objects.using(alias).filter(
            entry_id__in=numbers, verdict=Verdict.REJECTED.value
        )
        found.update(rejected.values_list("subject", flat=True))
    return frozenset(found)


def _not_yet_recorded(claims: Iterable[str], alias: str, until: Until) -> frozenset[str]:
    if until.at is None:
        return frozenset()
    found: set[str] = set()
    for some in _in_parts(sorted(claims)):
        rows = Claim.objects.using(alias).filter(id__in=some, first_entry__at__gt=until.at)
        found.update(rows.values_list("id", flat=True))
    return frozenset(found)


def _withdrawals(sources: Iterable[str], alias: str, until: Until) -> Iterable[Withdrawal]:
    for some in _in_parts(sorted(sources)):
        rows = until.of(SourceWithdrawal.objects.using(alias).filter(source_id__in=some))
        for source, by in rows.order_by("entry_id").values_list("source_id", "by"):
            yield Withdrawal(source=source, by=by)


def _in_parts(names: Sequence[str]) -> Iterable[Sequence[str]]:
    # SQLite takes a limited number of values in one statement.
    for start in range(0, len(names), _AT_ONCE):
        yield names[start : start + _AT_ONCE]
