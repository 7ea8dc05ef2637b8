import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from firsthand.store.copying import copy_case
from firsthand.store.receiving import receive_case
from firsthand.values.errors import BadImport, FirsthandError, NewerCase
from tests.store.a_case import OWNER
from tests.store.exchange.a_small_case import a_small_case

Members = dict[str, bytes]
Change = Callable[[Members], None]


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> Members:
    folder = tmp_path_factory.mktemp("copied")
    with a_small_case(folder / "case") as case:
        copy_case(case, folder / "copy.zip", by=OWNER)
    with zipfile.ZipFile(folder / "copy.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Members, file: Path, how: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, held in members.items():
            archive.writestr(name, held)
    return file


def manifest(**told: object) -> Change:
    def change(members: Members) -> None:
        members["case.json"] = json.dumps(json.loads(members["case.json"]) | told).encode()

    return change


def entry(number: int, /, **told: object) -> Change:
    def change(members: Members) -> None:
        lines = members["entries.jsonl"].splitlines()
        lines[number - 1] = json.dumps(json.loads(lines[number - 1]) | told).encode()
        members["entries.jsonl"] = b"\n".join(lines) + b"\n"

    return change


def without_entry(number: int) -> Change:
    def change(members: Members) -> None:
        lines = members["entries.jsonl"].splitlines()
        del lines[number - 1]
        members["entries.jsonl"] = b"\n".join(lines) + b"\n"

    return change


def swapped(members: Members) -> None:
    lines = members["entries.jsonl"].splitlines()
    lines[2], lines[3] = lines[3], lines[2]
    members["entries.jsonl"] = b"\n".join(lines) + b"\n"


def with_evidence(changed: bytes | None) -> Change:
    def change(members: Members) -> None:
        name = next(name for name in members if name.startswith("evidence/"))
        if changed is None:
            del members[name]
        else:
            members[name] = changed

    return change


def with_member(name: str) -> Change:
    def change(members: Members) -> None:
        members[name] = b"x"

    return change


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        (manifest(version=2), NewerCase, "newer version"),
        (manifest(form=99), NewerCase, "newer version"),
        (manifest(version="one"), BadImport, "which version"),
        (manifest(version=None), BadImport, "which version"),
        (manifest(format="a case of wine"), BadImport, "does not say that this is the copy"),
        (manifest(case="case-other"), BadImport, "entry 1"),
        (manifest(number=3), BadImport, "entry"),
        (manifest(digest="0" * 64), BadImport, "entry"),
        (manifest(held_back=[]), BadImport, "its content was removed"),
        (manifest(erased=[3]), BadImport, "no entry says so"),
        (manifest(keyslot='{"memory_kib": 1}'), BadImport, "its key cannot be taken in"),
        (entry(4, reason="another"), BadImport, "entry 4: it was changed"),
        (entry(4, at="2031-01-01T00:00:00.000000Z"), BadImport, "entry 4: it was changed"),
        (entry(4, sealed="AAAA"), BadImport, "entry 4"),
        (entry(4, salt="AAAA"), BadImport, "entry 4"),
        (entry(4, key="AAAA"), BadImport, "entry 4: its content does not open"),
        (entry(4, kind="party"), BadImport, "entry 4: its kind is not known"),
        (entry(4, number="four"), BadImport, "line 4"),
        (entry(4, salt=None, sealed=None, key=None), BadImport, "entry 4: its content was removed"),
        (without_entry(4), BadImport, "entry 4: it was removed"),
        (swapped, BadImport, "entry"),
        (with_evidence(b"other bytes"), BadImport, "was changed"),
        (with_evidence(None), BadImport, "is missing"),
        (with_member("../../etc/cron.d/x"), BadImport, "holds files that"),
        (with_member("evidence/../../x"), BadImport, "holds files that"),
        (with_member("/absolute"), BadImport, "holds files that"),
        (lambda members: members.pop("case.json"), BadImport, "not the copy of a case"),
        (lambda members: members.update({"case.json": b"{"}), BadImport, "case.json"),
        (lambda members: members.update({"case.json": b"[]"}), BadImport, "case.json"),
        (lambda members: members.update({"entries.jsonl": b""}), BadImport, "entry 1"),
        (lambda members: members.update({"entries.jsonl": b"\xff\n"}), BadImport, "line 1"),
    ],
)
def test_a_copy_that_is_not_whole_is_refused_with_one_clear_error(
    members: Members, tmp_path: Path, change: Change, error: type[FirsthandError], says: str
) -> None:
    changed = dict(members)
    change(changed)

    with pytest.raises(error, match=says) as raised:
        receive_case(tmp_path / "new", packed(changed, tmp_path / "copy.zip"))

    assert raised.type is error
    assert not (tmp_path / "new").exists()


def test_a_packed_copy_may_be_a_bomb_and_is_refused(members: Members, tmp_path: Path) -> None:
    changed = {**members, "evidence/" + "0" * 64: bytes(10_000_000)}

    with pytest.raises(BadImport, match="packed as no copy"):
        receive_case(tmp_path / "new", packed(changed, tmp_path / "copy.zip", zipfile.ZIP_DEFLATED))

    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("kept", [0, 10, 1_000, -1_000, -10])
def test_a_copy_cut_short_is_refused(members: Members, tmp_path: Path, kept: int) -> None:
    file = packed(members, tmp_path / "copy.zip")
    file.write_bytes(file.read_bytes()[:kept] if kept else b"")

    with pytest.raises(BadImport):
        receive_case(tmp_path / "new", file)

    assert not (tmp_path / "new").exists()


def test_a_flipped_bit_anywhere_in_the_entries_is_found(members: Members, tmp_path: Path) -> None:
    file = packed(members, tmp_path / "copy.zip")
    whole = bytearray(file.read_bytes())
    for place in range(whole.index(b'"number"'), whole.index(b"evidence/"), 997):
        changed = bytearray(whole)
        changed[place] ^= 4
        file.write_bytes(changed)

        with pytest.raises(BadImport):
            receive_case(tmp_path / "new", file)

        assert not (tmp_path / "new").exists()


def test_what_fails_late_leaves_folder_and_database_empty_for_a_whole_copy(
    members: Members, tmp_path: Path, database: str | None
) -> None:
    changed = dict(members)
    manifest(keyslot="{}")(changed)
    folder = tmp_path / "new"
    folder.mkdir()

    with pytest.raises(BadImport):
        receive_case(folder, packed(changed, tmp_path / "copy.zip"), database=database)

    assert list(folder.iterdir()) == []
    receive_case(folder, packed(members, tmp_path / "whole.zip"), database=database).close()


def test_entries_that_do_not_fit_one_another_are_refused(
    members: Members, tmp_path: Path, database: str | None
) -> None:
    changed = dict(members)
    number = next(
        told["number"]
        for told in map(json.loads, members["entries.jsonl"].splitlines())
        if told["kind"] == "claim found" and told["subjects"]
    )
    entry(number, subjects=["c-x", "s-nowhere"])(changed)

    with pytest.raises(BadImport, match="do not fit one another"):
        receive_case(tmp_path / "new", packed(changed, tmp_path / "copy.zip"), database=database)

    assert not (tmp_path / "new").exists()
