"""Drawing members, judgements, replies, consents and what is withheld."""

from collections.abc import Sequence
from typing import Final

from firsthand.record.contents.of_case import RoleGiven
from firsthand.record.contents.of_findings import Judged
from firsthand.record.contents.of_people import (
    Asked,
    ConsentGiven,
    ConsentWithdrawn,
    NotAsked,
    Replied,
    Shown,
    Withheld,
)
from firsthand.record.ledger import Written
from firsthand.store.drawing.rows import body_of, day_of, holding, put
from firsthand.store.models import Consent, Judgement, Member, Reply, Withholding

NOT_ASKED: Final = "not asked"


def _given_roles(written: Sequence[Written], alias: str) -> None:
    for each, content in holding(written, RoleGiven):
        if content.role is None:
            Member.objects.using(alias).filter(name=content.member).delete()
        else:
            Member.objects.using(alias).update_or_create(
                name=content.member,
                defaults={"role": content.role, "entry_id": each.entry.number},
            )


def _judged(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each, content in holding(written, Judged):
        rows.append(
            Judgement(
                entry_id=each.entry.number,
                subject=content.subject,
                verdict=content.verdict.value,
                anchors=body_of(content.anchors),
            )
        )
    put(rows, alias)


def _asked(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each, content in holding(written, Asked):
        for finding in content.findings:
            row = Reply(asked_id=each.entry.number, finding=finding)
            if not each.is_confidential:
                row.whom, row.channel = content.whom, content.channel
                row.deadline = day_of(content.deadline)
            rows.append(row)
    put(rows, alias)


def _not_asked(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each, content in holding(written, NotAsked):
        rows += [
            Reply(asked_id=each.entry.number, finding=finding, whom=content.whom, outcome=NOT_ASKED)
            for finding in content.findings
        ]
    put(rows, alias)


def _replied(written: Sequence[Written], alias: str) -> None:
    for each, content in holding(written, Replied):
        words = "" if each.is_confidential else content.words
        Reply.objects.using(alias).filter(asked_id=content.asked).update(
            answered_id=each.entry.number,
            outcome=content.outcome.value,
            on=day_of(content.on),
            words=words,
            source=content.source or "",
        )


def _consented(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each, content in holding(written, ConsentGiven):
        rows.append(
            Consent(
                entry_id=each.entry.number,
                source=content.source,
                use=content.use.value,
                until=day_of(content.until),
            )
        )
    put(rows, alias)


def _consent_withdrawn(written: Sequence[Written], alias: str) -> None:
    for each, content in holding(written, ConsentWithdrawn):
        standing = Consent.objects.using(alias).filter(source=content.source, withdrawn=None)
        if content.use is not None:
            standing = standing.filter(use=content.use.value)
        standing.update(withdrawn_id=each.entry.number)


def _withheld(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each in written:
        content = each.entry.content
        assert isinstance(content, Withheld | Shown)  # noqa: S101 - the table of kinds says so
        span = content.span if isinstance(content, Withheld) else None
        rows.append(
            Withholding(
                entry_id=each.entry.number,
                subject=content.subject,
                field=content.field,
                start=span[0] if span else None,
                end=span[1] if span else None,
                is_shown=isinstance(content, Shown),
            )
        )
    put(rows, alias)


DRAWN: Final = {
    RoleGiven.kind: _given_roles,
    Judged.kind: _judged,
    Asked.kind: _asked,
    NotAsked.kind: _not_asked,
    Replied.kind: _replied,
    ConsentGiven.kind: _consented,
    ConsentWithdrawn.kind: _consent_withdrawn,
    Withheld.kind: _withheld,
    Shown.kind: _withheld,
}
