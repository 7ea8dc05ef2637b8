import hashlib
import json
from pathlib import Path

import pytest

from firsthand.record.contents.of_case import Imported
from firsthand.record.entry import Author, CaseRole
from firsthand.store.cases import Case
from firsthand.store.exporting import export_case
from firsthand.store.importing import import_file
from firsthand.store.models import Claim, Entity, EntityLink
from firsthand.values.errors import BadImport, BadRequest, NotAllowed
from firsthand.values.source import Handling
from tests.store.a_case import OWNER
from tests.store.exchange.a_small_case import claim_of

TABLE = "title,template,geolocation\nTidewater Bureau,Organization,\nQuay,Place,51|-2\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "uwazi.csv"
    file.write_text(TABLE, "utf-8")
    return file


def test_an_import_is_an_entry_that_names_the_file_by_its_digest(case: Case, table: Path) -> None:
    import_file(case, table, form="uwazi", by=OWNER)

    (entry,) = case.ledger.entries(kinds=[Imported.kind])

    assert entry.content == Imported(
        format="uwazi", sha256=hashlib.sha256(TABLE.encode()).hexdigest(), records=2
    )


def test_rows_become_entities(case: Case, table: Path) -> None:
    import_file(case, table, form="uwazi", by=OWNER)

    names = set(Entity.objects.using(case.alias).values_list("name", flat=True))
    assert {"Tidewater Bureau", "Quay"} <= names


def test_a_second_import_of_one_file_adds_nothing(case: Case, table: Path) -> None:
    import_file(case, table, form="uwazi", by=OWNER)

    again = import_file(case, table, form="uwazi", by=OWNER)

    assert (again.records, again.known) == (0, 2)


def test_a_bad_row_keeps_the_good_ones_out(case: Case, table: Path) -> None:
    table.write_text(TABLE + "Pier,Place,nowhere\n", "utf-8")
    head = case.ledger.head()

    with pytest.raises(BadImport, match=r"uwazi\.csv: row 4, column 'geolocation'"):
        import_file(case, table, form="uwazi", by=OWNER)

    assert case.ledger.head() == head
    assert not Entity.objects.using(case.alias).filter(name="Tidewater Bureau").exists()


def test_a_case_takes_its_own_statements_for_known(case: Case, tmp_path: Path) -> None:
    export_case(case, tmp_path / "ftm", form="ftm", by=OWNER)

    came = import_file(case, tmp_path / "ftm", form="ftm", by=OWNER)

    kinds = {entry.kind for entry in case.ledger.entries(after=case.ledger.head().number - 3)}
    assert "entities linked" not in kinds
    # The place alone is new: it left by its vicinity.
    assert came.records == 1


def test_what_comes_in_adds_to_an_entity_and_takes_nothing_away(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_text(
        "canonical_id,entity_id,prop,schema,value\n"
        "e-watch,e-watch,name,Organization,Estuary Watch\n"
        "e-watch,e-watch,alias,Organization,河口观察\n",
        "utf-8",
    )

    import_file(case, file, form="ftm", by=OWNER)

    body = Entity.objects.using(case.alias).get(id="e-watch").body
    assert sorted(json.loads(body)["aliases"]) == sorted(["EW", "河口观察"])


def test_statements_of_merged_entities_declare_them_one(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_text(
        "canonical_id,entity_id,prop,schema,value\n"
        "Q1,a-1x,name,Person,Ora Vell\n"
        "Q1,b-1x,name,Person,O. Vell\n"
        "Q1,l-1x,id,UnknownLink,x\n"
        "l-1x,l-2x,subject,UnknownLink,Q1\n"
        "l-1x,l-2x,object,UnknownLink,e-watch\n",
        "utf-8",
    )

    import_file(case, file, form="ftm", by=OWNER)

    (link,) = EntityLink.objects.using(case.alias).filter(relation="linked to")
    assert (link.left, link.right) == ("a-1x", "e-watch")
    assert "entities same" in {entry.kind for entry in case.ledger.entries()}


def test_another_tools_claim_is_added_where_its_spans_fit(case: Case, tmp_path: Path) -> None:
    out = tmp_path / "contract.json"
    export_case(case, out, form="contract", by=OWNER)
    told = json.loads(out.read_text("utf-8"))
    known = claim_of(case, Handling.PUBLIC)
    (first,) = [claim for claim in told["claims"] if claim["id"] == known]
    told["claims"] = [
        {**first, "id": "theirs-1", "engine": "theirs"},
        {**first, "id": "theirs-2", "text": "other words"},
        {**first, "id": "theirs-3", "source": "s-nowhere"},
        first,
    ]
    out.write_text(json.dumps(told), "utf-8")

    came = import_file(case, out, form="contract", by=OWNER)

    assert (came.records, came.known) == (1, 1)
    assert [each.partition(":")[0] for each in came.left_out] == [
        "claim theirs-2",
        "claim theirs-3",
    ]
    assert Claim.objects.using(case.alias).get(id="theirs-1").by_hand


def test_a_reader_may_not_import(case: Case, table: Path) -> None:
    with pytest.raises(NotAllowed):
        import_file(case, table, form="uwazi", by=Author(name="Bo", role=CaseRole.READER))


def test_an_unknown_format_is_a_bad_request(case: Case, table: Path) -> None:
    with pytest.raises(BadRequest):
        import_file(case, table, form="tea leaves", by=OWNER)
