import zipfile
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from firsthand.record.chain import faults_in
from firsthand.record.contents.of_case import Erased, Exported, Ground, Undone
from firsthand.record.contents.of_claims import ClaimCorrected
from firsthand.record.entry import Author, CaseRole
from firsthand.record.recording import record
from firsthand.store.cases import Case, open_case
from firsthand.store.copying import copy_case, held_back
from firsthand.store.keys import open_key
from firsthand.store.models import Claim, Content, Source, Subject
from firsthand.store.opening import open_confidential
from firsthand.store.receiving import receive_case
from firsthand.store.tracing_case import trace_case
from firsthand.values.claim import Claim as SaidClaim
from firsthand.values.errors import BadRequest, NotAllowed
from firsthand.values.source import Handling
from tests.store.a_case import OWNER, a_bundled_case
from tests.store.exchange.a_small_case import (
    OPEN_CANARY,
    PASSPHRASE,
    RESTRICTED_CANARY,
    SECRET_CANARY,
    claim_of,
    source_of,
)

Lines = dict[str, tuple[str, str, str, str, str]]


def lines_of(case: Case) -> Lines:
    return {
        finding.id: (
            finding.support.value,
            finding.support_reason,
            finding.dispute.value,
            finding.dispute_reason,
            finding.course_reason,
        )
        for finding in trace_case(case, by=OWNER).trace.findings
    }


def test_findings_read_the_same_three_lines_in_the_copy(
    tmp_path: Path, database: str | None, another_database: str | None
) -> None:
    with a_bundled_case(tmp_path / "one", database) as case:
        copy_case(case, tmp_path / "copy.zip", by=OWNER)
        before = lines_of(case)

    copy = receive_case(tmp_path / "two", tmp_path / "copy.zip", database=another_database)
    after = lines_of(copy)
    copy.close()

    assert len(before) > 100
    assert after == before


def test_a_copy_has_the_same_head_and_chain(case: Case, another_database: str | None) -> None:
    head = case.ledger.head()
    file = case.folder.parent / "copy.zip"
    copy_case(case, file, by=OWNER)
    entries = [(each.number, each.digest) for each in case.ledger.entries()][: head.number]

    copy = receive_case(case.folder.parent / "copy", file, database=another_database)

    assert copy.id == case.id
    assert copy.ledger.head() == head
    assert [(each.number, each.digest) for each in copy.ledger.entries()] == entries
    assert list(faults_in(copy.ledger.links(), head, held_back(copy))) == []
    copy.close()
    again = open_case(case.folder.parent / "copy", database=another_database)
    assert again.member("Ada").role is CaseRole.OWNER
    again.close()


def test_a_copy_has_every_source_but_holds_back_what_is_confidential(
    case: Case, another_database: str | None
) -> None:
    file = case.folder.parent / "copy.zip"
    secret = source_of(case, Handling.CONFIDENTIAL)

    copy_case(case, file, by=OWNER)

    copy = receive_case(case.folder.parent / "copy", file, database=another_database)
    texts = [
        path.read_bytes().decode("utf-8", "replace")
        for path in copy.evidence.folder.rglob("*")
        if path.is_file()
    ]
    assert OPEN_CANARY in "".join(texts)
    assert RESTRICTED_CANARY in "".join(texts)
    assert len(texts) == 2
    assert source_of(copy, Handling.CONFIDENTIAL) == secret
    assert held_back(copy)
    copy.close()


def test_the_words_of_what_is_held_back_are_nowhere_in_the_file(case: Case) -> None:
    file = case.folder.parent / "copy.zip"

    copy_case(case, file, by=OWNER)

    assert SECRET_CANARY.encode() not in file.read_bytes()
    assert open_key(case, passphrase=PASSPHRASE, keyring=False) is not None


def test_an_owner_may_take_what_is_confidential_along_and_the_passphrase_opens_it(
    case: Case, another_database: str | None
) -> None:
    file = case.folder.parent / "copy.zip"
    secret = source_of(case, Handling.CONFIDENTIAL)
    copy_case(case, file, by=OWNER, confidential=True)

    copy = receive_case(case.folder.parent / "copy", file, database=another_database)
    copy.ledger.case_key = open_key(copy, passphrase=PASSPHRASE, keyring=False)
    opened = open_confidential(copy.ledger, secret, by=OWNER, reason="the copy is read")

    assert SECRET_CANARY.encode() not in file.read_bytes()
    assert SECRET_CANARY in opened.text
    assert not held_back(copy)
    copy.close()


def test_the_ledger_says_that_confidential_content_left(case: Case) -> None:
    copy_case(case, case.folder.parent / "copy.zip", by=OWNER, confidential=True)

    (entry,) = case.ledger.entries(kinds=[Exported.kind])

    assert isinstance(entry.content, Exported)
    assert entry.content.holds_confidential


def test_an_editor_may_not_take_what_is_confidential_along(case: Case) -> None:
    editor = Author(name="Edda", role=CaseRole.EDITOR)

    with pytest.raises(NotAllowed):
        copy_case(case, case.folder.parent / "copy.zip", by=editor, confidential=True)

    assert not (case.folder.parent / "copy.zip").exists()


def test_a_copy_of_a_copy_comes_back_too(case: Case, tmp_path: Path) -> None:
    copy_case(case, tmp_path / "one.zip", by=OWNER)
    first = receive_case(tmp_path / "first", tmp_path / "one.zip")
    copy_case(first, tmp_path / "two.zip", by=OWNER)

    second = receive_case(tmp_path / "second", tmp_path / "two.zip")

    assert held_back(second) == held_back(first)
    assert lines_of(second) == lines_of(first) == lines_of(case)
    first.close()
    second.close()


def test_a_copy_goes_into_no_folder_that_holds_something(case: Case, tmp_path: Path) -> None:
    copy_case(case, tmp_path / "copy.zip", by=OWNER)

    with pytest.raises(BadRequest, match="not an empty folder"):
        receive_case(case.folder, tmp_path / "copy.zip")


def test_members_of_a_copy_are_stored_as_they_are(case: Case, tmp_path: Path) -> None:
    copy_case(case, tmp_path / "copy.zip", by=OWNER)

    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert {each.compress_type for each in archive.infolist()} == {zipfile.ZIP_STORED}


def test_what_was_corrected_undone_and_erased_is_so_in_the_copy(
    case: Case, another_database: str | None
) -> None:
    restricted = source_of(case, Handling.RESTRICTED)
    claim = claim_of(case, Handling.PUBLIC)
    held = Claim.objects.using(case.alias).get(id=claim)
    said = msgspec.json.decode(held.body, type=SaidClaim)
    corrected = ClaimCorrected(claim=replace(said, chain=(*said.chain[:-1], "The Watch")))
    numbers = record(case.ledger, [corrected, corrected], by=OWNER, reason="misread")
    record(case.ledger, [Undone(entry=numbers[1])], by=OWNER)
    gone = list(
        Subject.objects.using(case.alias)
        .filter(subject=restricted, entry__kind__in=["source captured", "claim found"])
        .values_list("entry_id", flat=True)
    )
    Content.objects.using(case.alias).filter(entry_id__in=gone).delete()
    record(case.ledger, [Erased(ground=Ground.SAFETY, entries=tuple(gone))], by=OWNER)
    file = case.folder.parent / "copy.zip"
    copy_case(case, file, by=OWNER)

    copy = receive_case(case.folder.parent / "copy", file, database=another_database)

    assert Claim.objects.using(copy.alias).get(id=claim).speaker == "The Watch"
    assert Source.objects.using(copy.alias).get(id=restricted).text == ""
    absent = held_back(copy) | frozenset(gone)
    assert list(faults_in(copy.ledger.links(), copy.ledger.head(), absent)) == []
    copy.close()
