"""Our statements against the ``followthemoney`` library itself: loaded, validated, and round."""

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pytest
from followthemoney import model
from followthemoney.dataset import Dataset
from followthemoney.statement import Statement as TheirStatement
from followthemoney.statement.entity import StatementEntity
from followthemoney.statement.serialize import read_statements as read_theirs
from followthemoney.statement.serialize import write_statements as write_theirs
from followthemoney.types import registry

from firsthand.record.exchange.arrived import Arrived
from firsthand.record.exchange.from_statements import arrived_in
from firsthand.record.exchange.outgoing import Outgoing
from firsthand.record.exchange.schemata import EDGES, LANGUAGES, PROPERTIES
from firsthand.record.exchange.statements import as_csv, as_json_lines, read_statements
from firsthand.record.exchange.to_statements import statements_of
from tests.record.exchange.saying import BUREAU, VISIT, all_that_leaves

FORMATS = pytest.mark.parametrize("form", ["json", "csv"])


def spelled(out: Outgoing, form: str) -> bytes:
    pieces = (as_csv if form == "csv" else as_json_lines)(statements_of(out))
    return "".join(pieces).encode()


def their_statements(out: Outgoing, form: str) -> list[TheirStatement]:
    return list(read_theirs(io.BytesIO(spelled(out, form)), form))


def their_entities(statements: Iterable[TheirStatement]) -> list[StatementEntity]:
    by_entity: dict[str, list[TheirStatement]] = defaultdict(list)
    for statement in statements:
        by_entity[statement.canonical_id].append(statement)
    dataset = Dataset.make({"name": "firsthand_case_0123", "title": "A case"})
    return [StatementEntity.from_statements(dataset, several) for several in by_entity.values()]


def back_from(spelling: bytes, claims: Sequence[str] = ("c-1",)) -> Arrived:
    return arrived_in(
        read_statements(io.BytesIO(spelling)),
        knows_entity=lambda _: False,
        knows_claim=claims.__contains__,
    )


class Kept(io.BytesIO):
    """A stream that can be read after the library's writer has closed it."""

    def close(self) -> None:
        """Stay open."""


def written_by_them(statements: Iterable[TheirStatement], form: str) -> bytes:
    kept = Kept()
    write_theirs(kept, form, statements)
    return kept.getvalue()


def test_our_table_of_the_model_is_the_models_own() -> None:
    ours = {
        (schema, prop): kind for schema, props in PROPERTIES.items() for prop, kind in props.items()
    }

    theirs = {
        (schema, prop): found.type.name
        for schema, prop in ours
        if (found := model.get(schema).get(prop)) is not None  # type: ignore[union-attr]  # asserted
    }

    assert ours == theirs


def test_edges_tie_what_the_models_edges_tie() -> None:
    theirs = {name: model.get(name) for name in EDGES}

    assert {name: (edge.left, edge.right) for name, edge in EDGES.items()} == {
        name: (found.edge_source, found.edge_target) for name, found in theirs.items() if found
    }


def test_every_language_is_one_that_the_model_knows() -> None:
    assert set(LANGUAGES.values()) <= set(registry.language.LANGUAGES)


@FORMATS
def test_the_library_makes_the_same_ids(form: str) -> None:
    statements = their_statements(all_that_leaves(), form)

    assert {each.id for each in statements} == {each.generate_key() for each in statements}


@FORMATS
def test_every_value_is_valid_in_the_library(form: str) -> None:
    statements = their_statements(all_that_leaves(), form)

    wrong = [
        (each.schema, each.prop, each.value)
        for each in statements
        if each.prop != "id" and not registry.get(each.prop_type).validate(each.value)
    ]

    assert wrong == []


def test_every_entity_has_what_its_schema_requires() -> None:
    for entity in their_entities(their_statements(all_that_leaves(), "json")):
        entity.schema.validate({"properties": entity.properties})

        assert all(entity.get(prop) for prop in entity.schema.required)


@FORMATS
def test_every_reference_leads_to_an_entity_of_the_right_sort(form: str) -> None:
    entities = {
        entity.id: entity for entity in their_entities(their_statements(all_that_leaves(), form))
    }

    references = [
        (prop, entities[value])
        for entity in entities.values()
        for prop, value in entity.itervalues()
        if prop.type is registry.entity
    ]

    assert references
    assert all(prop.range is None or other.schema.is_a(prop.range) for prop, other in references)


@FORMATS
def test_the_library_states_of_our_entities_what_we_stated(form: str) -> None:
    ours = their_statements(all_that_leaves(), form)

    theirs = [each for entity in their_entities(ours) for each in entity.statements]

    assert {each.id for each in theirs} == {each.id for each in ours}


@FORMATS
def test_what_went_out_comes_back_through_the_library(form: str) -> None:
    out = all_that_leaves()
    entities = their_entities(their_statements(out, form))
    theirs = [each for entity in entities for each in entity.statements]

    back = back_from(written_by_them(theirs, form))

    held = {each.entity: each for each in out.entities}
    assert {each.entity for each in back.named} == set(held)
    for entity in back.named:
        assert sorted(entity.aliases) == sorted(held[entity.entity].aliases)
        assert entity.name == held[entity.entity].name
        for field in ("is_a", "body_kind", "owner", "parent", "state", "country", "location"):
            assert getattr(entity, field) == getattr(held[entity.entity], field), field
    assert {(each.left, each.relation, each.right, each.claims) for each in back.linked} == {
        (each.left, each.relation, each.right, each.claims) for each in out.links
    }
    (act,) = back.acts
    assert set(act.told) == set(VISIT.told)
    assert (act.on, act.tactics, act.findings) == (VISIT.on, VISIT.tactics, VISIT.findings)


def test_entities_declared_one_share_a_canonical_id_and_come_back_so() -> None:
    out = Outgoing(
        case="case-1", entities=all_that_leaves().entities, one={"e-ministry": "e-bureau"}
    )

    back = back_from(spelled(out, "json"))

    assert [(each.left, each.right) for each in back.same] == [("e-bureau", "e-ministry")]


def test_an_act_whose_claims_are_not_here_is_counted_and_left_out() -> None:
    back = back_from(spelled(all_that_leaves(), "json"), claims=())

    assert back.acts == ()
    assert "1 × act whose claims are not in this case: left out." in back.left_out


def test_what_has_no_plain_meaning_here_is_counted_by_name() -> None:
    vessel = TheirStatement("v-1", "name", "Vessel", "The Ebb", "theirs")

    back = back_from(written_by_them([vessel], "csv"))

    assert back.named == ()
    assert back.left_out == ("1 × Vessel: left out.",)


def test_another_tools_entities_keep_their_names_and_their_ties() -> None:
    dataset = Dataset.make({"name": "theirs", "title": "Theirs"})
    boss = StatementEntity(
        dataset, {"id": "NK-1", "schema": "Person", "properties": {"name": ["Tam Orl"]}}
    )
    firm = StatementEntity(
        dataset,
        {"id": "NK-2", "schema": "Company", "properties": {"name": ["Ebb Ltd"], "country": ["gb"]}},
    )
    tie = StatementEntity(
        dataset,
        {
            "id": "NK-3",
            "schema": "Directorship",
            "properties": {"director": ["NK-1"], "organization": ["NK-2"], "role": ["chair"]},
        },
    )
    theirs = [each for entity in (boss, firm, tie) for each in entity.statements]

    back = back_from(written_by_them(theirs, "json"))

    assert {(each.name, each.country) for each in back.named} == {
        ("Tam Orl", None),
        ("Ebb Ltd", "GB"),
    }
    assert [(each.left, each.relation, each.right) for each in back.linked] == [
        ("NK-1", "chair", "NK-2")
    ]


def test_a_name_in_another_script_is_an_alias_still() -> None:
    back = back_from(spelled(all_that_leaves(), "csv"))

    (bureau,) = [each for each in back.named if each.entity == BUREAU.entity]
    assert "潮水局" in bureau.aliases
