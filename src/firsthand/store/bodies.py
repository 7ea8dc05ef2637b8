"""Bodies between ``bodies.toml`` and a case's entities: one spelling each way."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from firsthand.record.contents.of_entities import EntityNamed
from firsthand.record.exchange.naming import entity_id
from firsthand.store.drawing.rows import body_of
from firsthand.store.models import Entity, SameAs
from firsthand.values.body import Bodies, Body, BodyKind
from firsthand.values.entity import EntityKind


def named_entities(bodies: Bodies) -> Iterator[EntityNamed]:
    """Spell declared bodies as entities."""
    for body in bodies:
        is_a = EntityKind.PERSON if body.kind is BodyKind.PERSON else EntityKind.BODY
        yield EntityNamed(
            entity=entity_id(is_a, body.name),
            is_a=is_a,
            name=body.name,
            aliases=body.aliases,
            body_kind=body.kind,
            owner=body.owner,
            parent=body.parent,
            state=body.state,
        )


def new_among(bodies: Bodies, alias: str) -> list[EntityNamed]:
    """List the entities that a case does not have in just this form."""
    held = dict(Entity.objects.using(alias).values_list("id", "body"))
    return [named for named in named_entities(bodies) if held.get(named.entity) != body_of(named)]


def bodies_of(alias: str) -> Bodies:
    """Give a case's bodies as tracing takes them; those a person declared one are one."""
    named = [
        msgspec.json.decode(body, type=EntityNamed)
        for body in Entity.objects.using(alias).exclude(body="").values_list("body", flat=True)
    ]
    one = united(alias)
    held: dict[str, list[EntityNamed]] = defaultdict(list)
    for entity in sorted(named, key=lambda entity: entity.entity):
        if entity.is_a in {EntityKind.BODY, EntityKind.PERSON}:
            held[one.get(entity.entity, entity.entity)].append(entity)
    return Bodies(_body(several) for _, several in sorted(held.items()))


def _body(several: list[EntityNamed]) -> Body:
    first = several[0]
    names = dict.fromkeys(name for each in several for name in (each.name, *each.aliases))
    del names[first.name]
    return Body(
        name=first.name,
        kind=first.body_kind
        or (BodyKind.PERSON if first.is_a is EntityKind.PERSON else BodyKind.OTHER),
        aliases=tuple(names),
        owner=next((each.owner for each in several if each.owner), None),
        parent=next((each.parent for each in several if each.parent), None),
        state=next((each.state for each in several if each.state), None),
    )


def united(alias: str) -> dict[str, str]:
    """Lead each entity that was declared the same as others to the first of them."""
    leads: dict[str, str] = {}

    def first(entity: str) -> str:
        while entity in leads:
            entity = leads[entity]
        return entity

    ties = SameAs.objects.using(alias).filter(are_one=True).order_by("entry_id")
    for left, right in ties.values_list("left", "right"):
        ends = sorted({first(left), first(right)})
        if len(ends) > 1:
            leads[ends[1]] = ends[0]
    return {entity: first(entity) for entity in leads}
