"""Drawing entities, their names and links, decisions about them, and acts."""

from collections.abc import Sequence
from typing import Any, Final

from firsthand.record.contents.of_entities import (
    ActRecorded,
    EntitiesApart,
    EntitiesLinked,
    EntitiesSame,
    EntityNamed,
)
from firsthand.record.ledger import Written
from firsthand.store.drawing.rows import body_of, holding, put
from firsthand.store.models import Act, ActPart, Entity, EntityLink, EntityName, SameAs


def _named(written: Sequence[Written], alias: str) -> None:
    for each, content in holding(written, EntityNamed):
        told: dict[str, Any] = {
            "entry_id": each.entry.number,
            "is_a": content.is_a.value,
            "name": "",
            "body": "",
        }
        place = content.location
        if not each.is_confidential:
            told |= {
                "name": content.name,
                "country": (content.country or "")[:2].upper(),
                "latitude": place.latitude if place else None,
                "longitude": place.longitude if place else None,
                "precision": place.precision.value if place else "",
                "body": body_of(content),
            }
        entity, _ = Entity.objects.using(alias).update_or_create(id=content.entity, defaults=told)
        EntityName.objects.using(alias).filter(entity=entity).delete()
        if not each.is_confidential:
            names = dict.fromkeys((content.name, *content.aliases))
            put((EntityName(entity=entity, name=name) for name in names), alias)


def _decided(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each in written:
        content = each.entry.content
        assert isinstance(content, EntitiesSame | EntitiesApart)  # noqa: S101 - by kind
        rows.append(
            SameAs(
                entry_id=each.entry.number,
                left=content.left,
                right=content.right,
                are_one=isinstance(content, EntitiesSame),
            )
        )
    put(rows, alias)


def _linked(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each, content in holding(written, EntitiesLinked):
        rows.append(
            EntityLink(
                entry_id=each.entry.number,
                left=content.left,
                relation=content.relation[:80],
                right=content.right,
                claims=body_of(content.claims),
            )
        )
    put(rows, alias)


def _acted(written: Sequence[Written], alias: str) -> None:
    for each, content in holding(written, ActRecorded):
        told = {"entry_id": each.entry.number, "body": ""}
        if not each.is_confidential:
            told |= {
                "on": content.on or "",
                "country": (content.country or "")[:2].upper(),
                "tactics": " ".join(content.tactics),
                "body": body_of(content),
            }
        act, _ = Act.objects.using(alias).update_or_create(id=content.deed, defaults=told)
        ActPart.objects.using(alias).filter(act=act).delete()
        if not each.is_confidential:
            put(
                (
                    ActPart(
                        act=act,
                        part=part.part.value,
                        value=part.value,
                        entity=part.entity or "",
                        claims=body_of(part.claims),
                    )
                    for part in content.told
                ),
                alias,
            )


DRAWN: Final = {
    EntityNamed.kind: _named,
    EntitiesSame.kind: _decided,
    EntitiesApart.kind: _decided,
    EntitiesLinked.kind: _linked,
    ActRecorded.kind: _acted,
}
