import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from firsthand.record.contents.of_case import Exported
from firsthand.record.contents.of_people import Shown, Withheld
from firsthand.record.contents.of_sources import HandlingSet
from firsthand.record.entry import Author, CaseRole
from firsthand.record.recording import record
from firsthand.store.cases import Case
from firsthand.store.exporting import FORMS, export_case
from firsthand.values.contract import schema
from firsthand.values.errors import BadRequest, NotAllowed
from firsthand.values.source import Handling
from tests.store.a_case import OWNER
from tests.store.exchange.a_small_case import (
    OPEN_CANARY,
    RESTRICTED_CANARY,
    SECRET_CANARY,
    source_of,
)

READER = Author(name="Bo", role=CaseRole.READER)
EVERY_FORM = pytest.mark.parametrize("form", sorted(FORMS))
OF_CLAIMS = pytest.mark.parametrize("form", ["contract", "csv", "ftm", "ftm-csv"])


def exported(case: Case, form: str, handling: Handling = Handling.PUBLIC) -> str:
    out = case.folder.parent / f"out.{form}"
    export_case(case, out, form=form, by=OWNER, handling=handling, force=True)
    return out.read_text("utf-8")


@EVERY_FORM
def test_nothing_restricted_or_confidential_leaves_by_default(case: Case, form: str) -> None:
    told = exported(case, form)

    assert RESTRICTED_CANARY not in told
    assert SECRET_CANARY not in told


@OF_CLAIMS
def test_what_is_restricted_leaves_where_it_was_asked_for(case: Case, form: str) -> None:
    told = exported(case, form, Handling.RESTRICTED)

    assert OPEN_CANARY in told
    assert RESTRICTED_CANARY in told
    assert SECRET_CANARY not in told


@OF_CLAIMS
def test_what_was_made_restricted_later_does_not_leave(case: Case, form: str) -> None:
    source = source_of(case, Handling.PUBLIC)
    record(case.ledger, [HandlingSet(source=source, handling=Handling.RESTRICTED)], by=OWNER)

    assert OPEN_CANARY not in exported(case, form)


@EVERY_FORM
def test_a_withheld_name_is_in_no_export(case: Case, form: str) -> None:
    record(case.ledger, [Withheld(subject="e-watch", field="name")], by=OWNER, reason="asked to")

    assert "Estuary Watch" not in exported(case, form)


@EVERY_FORM
def test_premises_leave_by_their_vicinity_unless_an_entry_shows_them(case: Case, form: str) -> None:
    before = exported(case, form)
    record(case.ledger, [Shown(subject="e-office", field="location")], by=OWNER, reason="a court")
    after = exported(case, form)

    assert "51.23456" not in before
    assert ("51.23456" in after) == (form in {"csv-entities", "ftm", "ftm-csv", "geojson"})


def test_the_contract_that_leaves_fulfils_its_schema(case: Case) -> None:
    jsonschema.validate(json.loads(exported(case, "contract")), schema())


def test_each_export_is_an_entry_that_names_the_head_it_was_made_from(case: Case) -> None:
    head = case.ledger.head().number
    exported(case, "geojson")

    (entry,) = case.ledger.entries(kinds=[Exported.kind])

    assert entry.content == Exported(format="geojson", head=head)
    assert entry.number == head + 1


def test_a_reader_may_export_and_a_stranger_to_the_role_may_not(case: Case) -> None:
    export_case(case, case.folder.parent / "mine", form="csv", by=READER)

    assert case.ledger.head().number
    with pytest.raises(NotAllowed):
        record(case.ledger, [Withheld(subject="e-watch", field="name")], by=READER)


def test_a_file_that_is_there_is_not_overwritten(case: Case, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    out.write_text("mine", "utf-8")
    head = case.ledger.head()

    with pytest.raises(BadRequest, match="--force"):
        export_case(case, out, form="csv", by=OWNER)

    assert out.read_text("utf-8") == "mine"
    assert case.ledger.head() == head


def test_where_the_entry_cannot_be_written_no_file_is_left(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BadRequest("no")

    monkeypatch.setattr("firsthand.store.exporting.record_in", refuse)
    folder = tmp_path / "outbox"

    with pytest.raises(BadRequest):
        export_case(case, folder / "file", form="csv", by=OWNER)

    assert list(folder.iterdir()) == []


def test_what_leaves_is_for_its_owner_alone(case: Case, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    export_case(case, out, form="csv", by=replace(OWNER))

    assert out.stat().st_mode & 0o077 == 0
