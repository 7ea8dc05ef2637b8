"""A case as FollowTheMoney statements.

What the model has no word for is said in the nearest one, with a keyword beside: a law is a
``Document``, an act an ``Event``, a claim a ``Note`` on its document. Nothing is rated.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Final

from firsthand.record.contents.of_entities import ActRecorded, EntitiesLinked, EntityNamed
from firsthand.record.exchange.outgoing import Outgoing
from firsthand.record.exchange.schemata import (
    BODIES,
    EDGES,
    LANGUAGES,
    ORGANIZATIONS,
    PARTIES,
)
from firsthand.record.exchange.statements import Statement, stating
from firsthand.values.body import BodyKind, name_key
from firsthand.values.claim import Claim
from firsthand.values.entity import EntityKind
from firsthand.values.source import Source, SourceKind

Said = Iterator[tuple[str, str | None]]

_ID: Final = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]{0,180}[0-9a-zA-Z])?")
_ADDRESS: Final = re.compile(r"https?://[^\s]+")
_COUNTRY: Final = re.compile(r"[A-Za-z]{2}")
_OTHERS: Final = {
    EntityKind.PERSON: "Person",
    EntityKind.PLACE: "Address",
    EntityKind.LAW: "Document",
    EntityKind.EVENT: "Event",
}


def statements_of(out: Outgoing) -> Iterator[Statement]:
    """State all that leaves: sources, claims, entities, their links, and acts."""
    case = _Case(out)
    for source in out.sources:
        schema = "Article" if source.kind is SourceKind.ARTICLE else "Document"
        yield from case.state(source.id, schema, _of_source(source))
    for claim in out.claims:
        yield from case.state(claim.id, "Note", _of_claim(claim))
    for entity in out.entities:
        yield from case.entity(entity)
    for link in out.links:
        yield from case.link(link)
    for act in out.acts:
        yield from case.state(act.deed, "Event", case.of_act(act))


class _Case:
    """What is stated of one thing may need to know the others."""

    def __init__(self, out: Outgoing) -> None:
        # A name of a data set holds small letters, figures and underscores alone.
        self._dataset = re.sub(r"[^a-z0-9]+", "_", f"firsthand {out.case}".casefold()).strip("_")
        self._one = out.one
        self._schema = {entity.entity: _schema(entity) for entity in out.entities}
        self._name = {entity.entity: entity.name for entity in out.entities}
        self._source = {claim.id: claim.source for claim in out.claims}
        self._called = {
            name_key(name): entity.entity
            for entity in reversed(out.entities)
            for name in (*entity.aliases, entity.name)
            if entity.is_a is EntityKind.BODY
        }

    def state(
        self, name: str, schema: str, said: Iterable[tuple[str, str | None]]
    ) -> Iterator[Statement]:
        canonical = model_id(self._one.get(name, name))
        return stating(self._dataset, model_id(name), canonical, schema, said)

    def entity(self, entity: EntityNamed) -> Iterator[Statement]:
        schema = self._schema[entity.entity]
        yield from self.state(entity.entity, schema, [*_of_entity(entity), *self._ties(entity)])
        place = entity.location
        if place is not None and entity.is_a is not EntityKind.PLACE:
            # Only an Address has coordinates: whoever else has a place has one of its own.
            said = [("name", entity.name), *_of_place(entity)]
            yield from self.state(f"{entity.entity}-place", "Address", said)
        for role, name in _declared(entity):
            other = self._called.get(name_key(name))
            if other is not None and other != entity.entity:
                yield from self._declared_tie(entity.entity, role, other)

    def link(self, link: EntitiesLinked) -> Iterator[Statement]:
        schema = self._edge_for(link)
        edge = EDGES[schema]
        said = [
            (edge.left, model_id(link.left)),
            (edge.right, model_id(link.right)),
            ("role", link.relation),
            *(("recordId", claim) for claim in link.claims),
            *(("proof", source) for source in self._proofs(link.claims)),
        ]
        yield from self.state(_tie_id(link.left, link.relation, link.right), schema, said)

    def of_act(self, act: ActRecorded) -> Said:
        named = next((told.value for told in act.told if told.part == "act"), None)
        yield "name", _plain(named or ", ".join(act.tactics) or "act")
        yield "date", act.on
        yield "country", _country(act.country)
        yield "keywords", "act"
        for tactic in act.tactics:
            yield "keywords", f"tactic: {tactic}"
        for finding in act.findings:
            yield "keywords", f"finding: {finding}"
        for told in act.told:
            entity = f" <{model_id(told.entity)}>" if told.entity else ""
            yield "notes", f"{told.part.value}: {told.value} [{', '.join(told.claims)}]{entity}"
            if told.entity and self._schema.get(told.entity) in PARTIES:
                yield "involved", model_id(told.entity)
            if told.entity and self._schema.get(told.entity) == "Address":
                yield "addressEntity", model_id(told.entity)
            for source in self._proofs(told.claims):
                yield "proof", source

    def _ties(self, entity: EntityNamed) -> Said:
        """Say by name what an entity is tied to, where no entity has just that name."""
        for role, name in _declared(entity):
            other = self._called.get(name_key(name))
            if other is None or other == entity.entity or name != self._name[other]:
                yield "notes", f"{role}: {name}"
        if entity.location is not None and entity.is_a is not EntityKind.PLACE:
            yield "addressEntity", model_id(f"{entity.entity}-place")

    def _declared_tie(self, entity: str, role: str, other: str) -> Iterator[Statement]:
        if role == "parent":
            schema, left, right = "UnknownLink", entity, other
        else:
            is_asset = role == "owner" and self._schema[entity] == "Company"
            schema, left, right = "Ownership" if is_asset else "Control", other, entity
        edge = EDGES[schema]
        said = [
            (edge.left, model_id(left)),
            (edge.right, model_id(right)),
            ("role", f"declared {role}"),
        ]
        yield from self.state(_tie_id(left, f"declared {role}", right), schema, said)

    def _edge_for(self, link: EntitiesLinked) -> str:
        """Choose the schema that means the relation; its ends must be what the schema ties."""
        left, right = self._schema.get(link.left), self._schema.get(link.right)
        relation = link.relation.casefold()
        if left in PARTIES and relation == "owns" and right == "Company":
            return "Ownership"
        if left in PARTIES and relation in {"controls", "runs"} and right in PARTIES:
            return "Control"
        if left in PARTIES and relation == "member of" and right in ORGANIZATIONS:
            return "Membership"
        return "UnknownLink"

    def _proofs(self, claims: Iterable[str]) -> Iterator[str]:
        for claim in claims:
            if claim in self._source:
                yield model_id(self._source[claim])


def model_id(name: str) -> str:
    """Give an id that the model takes: most are, and the others become their digest.

    >>> model_id("e-0123")
    'e-0123'
    """
    if _ID.fullmatch(name):
        return name
    return f"x-{hashlib.sha256(name.encode()).hexdigest()[:24]}"


def _schema(entity: EntityNamed) -> str:
    return _OTHERS.get(entity.is_a) or BODIES[entity.body_kind]


def _declared(entity: EntityNamed) -> Iterator[tuple[str, str]]:
    for role in ("owner", "parent", "state"):
        name = getattr(entity, role)
        if name:
            yield role, name


def _of_entity(entity: EntityNamed) -> Said:
    yield "name", _plain(entity.name)
    for alias in entity.aliases:
        yield "alias", _plain(alias)
    yield "country", _country(entity.country)
    match entity.is_a:
        case EntityKind.PLACE:
            yield from _of_place(entity)
        case EntityKind.LAW:
            yield "title", _plain(entity.name)
            yield "fileName", _plain(entity.name)
            yield "keywords", "law"
        case EntityKind.EVENT:
            yield "keywords", "event"
        case EntityKind.PERSON | EntityKind.BODY:
            yield "classification", _kind(entity.body_kind)


def _of_place(entity: EntityNamed) -> Said:
    place = entity.location
    if place is not None:
        yield "latitude", str(place.latitude)
        yield "longitude", str(place.longitude)
        yield "remarks", f"precision: {place.precision.value}"


def _of_source(source: Source) -> Said:
    yield "name", _plain(source.title or source.file)
    yield "title", _plain(source.title or "")
    yield "fileName", _plain(source.file)
    yield "author", _plain(source.author or "")
    yield "publisher", _plain(source.publisher or "")
    yield "publishedAt", source.published_on.isoformat() if source.published_on else None
    yield "retrievedAt", source.captured_at.isoformat()[:19] if source.captured_at else None
    yield "sourceUrl", source.address if _ADDRESS.fullmatch(source.address or "") else None
    yield "mimeType", source.media_type.partition(";")[0].strip()
    yield "language", LANGUAGES.get((source.lang or "")[:2])
    yield "keywords", source.kind.value
    # The model's own checksum is SHA-1.
    yield "notes", f"SHA-256: {source.sha256}" if source.sha256 else None


def _of_claim(claim: Claim) -> Said:
    yield "description", claim.text
    yield "summary", " → ".join(claim.chain)
    yield "entity", model_id(claim.source)
    yield "proof", model_id(claim.source)
    yield "keywords", claim.stance.value
    for name in claim.chain:
        yield "namesMentioned", _plain(name)


def _tie_id(left: str, relation: str, right: str) -> str:
    told = f"{left}\0{relation}\0{right}"
    return f"l-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def _kind(kind: BodyKind | None) -> str | None:
    return kind.value if kind else None


def _country(code: str | None) -> str | None:
    return code.casefold() if code and _COUNTRY.fullmatch(code) else None


def _plain(text: str) -> str:
    return " ".join(text.split())
