"""What may leave a case, gathered from its tables."""

from collections.abc import Iterator
from typing import Any, Final, TypeVar

import msgspec
from django.db.models import Manager, QuerySet

from firsthand.record.contents.of_entities import ActRecorded, EntitiesLinked, EntityNamed
from firsthand.record.contents.of_people import Shown, Withheld
from firsthand.record.exchange.outgoing import Outgoing
from firsthand.record.exchange.withholding import without_withheld
from firsthand.store.bodies import united
from firsthand.store.captured import stored_source
from firsthand.store.cases import Case
from firsthand.store.models import (
    Act,
    Claim,
    Echo,
    Entity,
    EntityLink,
    Finding,
    Source,
    Withholding,
)
from firsthand.values.claim import Claim as SaidClaim
from firsthand.values.echo import Echo as SeenEcho
from firsthand.values.finding import Finding as DrawnFinding
from firsthand.values.source import Handling

_AT_ONCE: Final = 2_000
_Value = TypeVar("_Value")


def gathered(case: Case, handling: Handling) -> Outgoing:
    """Gather what may leave: public sources, or restricted ones too, and what rests on them.

    Nothing confidential is ever among it, and nothing withheld.
    """
    if handling is Handling.CONFIDENTIAL:
        raise ValueError("what is confidential leaves in a sealed copy of the case alone")
    alias = case.alias
    allowed = [Handling.PUBLIC.value]
    if handling is Handling.RESTRICTED:
        allowed.append(Handling.RESTRICTED.value)
    rows = Source.objects.using(alias).filter(handling__in=allowed).exclude(body="")
    claims = Claim.objects.using(alias).filter(source__handling__in=allowed).exclude(body="")
    whole = Outgoing(
        case=case.id,
        sources=tuple(stored_source(row) for row in rows.order_by("entry_id").iterator(_AT_ONCE)),
        claims=tuple(_decoded(claims.order_by("first_entry_id"), SaidClaim)),
        echoes=tuple(_decoded(Echo.objects.using(alias).order_by("id"), SeenEcho)),
        findings=tuple(_findings(alias)),
        entities=tuple(_decoded(_with_body(Entity.objects, alias), EntityNamed)),
        links=tuple(_links(alias)),
        acts=tuple(_decoded(_with_body(Act.objects, alias), ActRecorded)),
        one=united(alias),
    )
    return without_withheld(whole, list(_decisions(alias)), _texts(alias))


def _decoded(rows: QuerySet[Any], kind: type[_Value]) -> Iterator[_Value]:
    decode = msgspec.json.Decoder(kind).decode
    for body in rows.values_list("body", flat=True).iterator(_AT_ONCE):
        yield decode(body)


def _with_body(rows: Manager[Any], alias: str) -> QuerySet[Any]:
    return rows.using(alias).exclude(body="").order_by("entry_id")


def _findings(alias: str) -> Iterator[DrawnFinding]:
    decode = msgspec.json.Decoder(DrawnFinding).decode
    for row in Finding.objects.using(alias).order_by("rank", "id").iterator(_AT_ONCE):
        if not getattr(row, "merged_into", ""):
            yield decode(row.body)


def _links(alias: str) -> Iterator[EntitiesLinked]:
    for row in EntityLink.objects.using(alias).order_by("entry_id").iterator(_AT_ONCE):
        yield EntitiesLinked(
            left=row.left,
            relation=row.relation,
            right=row.right,
            claims=tuple(msgspec.json.decode(row.claims)),
        )


def _decisions(alias: str) -> Iterator[Withheld | Shown]:
    for row in Withholding.objects.using(alias).order_by("entry_id"):
        if row.is_shown:
            yield Shown(subject=row.subject, field=row.field)
        else:
            span = None if row.start is None or row.end is None else (row.start, row.end)
            yield Withheld(subject=row.subject, field=row.field, span=span)


def _texts(alias: str) -> dict[str, str]:
    cut = Withholding.objects.using(alias).filter(start__isnull=False).values("subject")
    return dict(Source.objects.using(alias).filter(id__in=cut).values_list("id", "text"))
