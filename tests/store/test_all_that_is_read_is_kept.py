"""Whatever reading brings comes into a case, with the very bytes it was read from."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

import firsthand.store.adding
from firsthand.record.contents.of_sources import SourceCaptured
from firsthand.sources.reading import Reading, WithoutText, read_sources
from firsthand.store.adding import add_sources
from firsthand.store.cases import Case
from firsthand.store.verifying import verify
from firsthand.values.source import Handling
from tests.sources.building import PAGE, STORY, folder_with, mail_of, pdf_of, wacz_of, warc_of
from tests.sources.media import EVERY_KIND, png_of
from tests.sources.test_auto_archiver import ADDRESS, POST, as_json, medium, record, sha3
from tests.store.a_case import OWNER

LINES = "".join(
    json.dumps({"text": f"The council said {number} ferries sail."}) + "\n" for number in range(3)
)
CHAT = "12/31/23, 9:03 PM - Ana: They came again.\n12/31/23, 9:04 PM - Ben: Who came?\n"
PNG = png_of()
ARCHIVED = warc_of([("https://echo.example/ferry", "text/html; charset=utf-8", PAGE.encode())])
MAIL = mail_of("Ferry", "Ana <ana@union.example>", STORY, {"notes.txt": STORY.encode()})


def kept(case: Case) -> dict[str, bytes]:
    """Give the bytes kept for each source, by its label."""
    found = {}
    for entry in case.ledger.entries(kinds=(SourceCaptured.kind,)):
        assert isinstance(entry.content, SourceCaptured)
        with case.evidence.opened(entry.content.evidence) as stream:
            found[entry.content.source.file] = stream.read()
    return found


def test_pictures_recordings_and_scans_come_in(case: Case, tmp_path: Path) -> None:
    files = {name: body for name, (body, _, _) in EVERY_KIND.items()} | {"scan.pdf": pdf_of([[]])}
    folder = folder_with(tmp_path / "media", files)

    added = add_sources(case, [folder], by=OWNER)

    assert added.refusals == ()
    assert {name: kept(case)[name] for name in files} == files
    assert verify(case).is_whole


def test_a_confidential_recording_comes_in_sealed(case: Case, tmp_path: Path) -> None:
    body = EVERY_KIND["a.mp4"][0]
    folder = folder_with(tmp_path / "media", {"a.mp4": body})

    added = add_sources(case, [folder], by=OWNER, handling=Handling.CONFIDENTIAL)

    assert added.refusals == ()
    assert kept(case)["a.mp4"].startswith(b"age-encryption.org/v1")
    assert verify(case).is_whole


@pytest.mark.parametrize(
    ("name", "body", "labels"),
    [
        ("posts.jsonl", LINES.encode(), ["posts.jsonl#1", "posts.jsonl#2", "posts.jsonl#3"]),
        ("issue #4.jsonl", LINES.encode(), [f"issue #4.jsonl#{n}" for n in (1, 2, 3)]),
        ("chat.txt", CHAT.encode(), ["chat.txt"]),
        ("mail.eml", MAIL, ["mail.eml", "mail.eml#attachment 1"]),
        ("page.warc.gz", ARCHIVED, ["page.warc.gz#1"]),
        ("page.wacz", wacz_of(ARCHIVED, ["https://echo.example/ferry"]), None),
    ],
)
def test_what_comes_out_of_a_container_is_kept_as_the_container(
    case: Case, tmp_path: Path, name: str, body: bytes, labels: list[str] | None
) -> None:
    before = set(kept(case))

    added = add_sources(case, [folder_with(tmp_path / "in", {name: body})], by=OWNER)

    came = {label: each for label, each in kept(case).items() if label not in before}
    assert added.refusals == ()
    assert len(came) == len(added.sources) > 0
    assert labels is None or sorted(came) == labels
    assert set(came.values()) == {body}


def test_a_file_of_another_name_is_never_kept_for_a_part(case: Case, tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "in", {"a": STORY, "a#b.jsonl": LINES})

    add_sources(case, [folder], by=OWNER)

    assert kept(case)["a#b.jsonl#1"] == LINES.encode()


@pytest.mark.parametrize("named", [".", "files/a.json"])
def test_a_folder_of_auto_archiver_comes_in_whole(case: Case, tmp_path: Path, named: str) -> None:
    told = as_json(record(medium("a.png", digest=sha3(PNG), key="a.png")))
    folder = folder_with(tmp_path / "in", {"files/a.json": told, "files/a.png": PNG})

    added = add_sources(case, [folder / named], by=OWNER)

    assert added.refusals == ()
    assert len(added.sources) == 2
    assert {told.encode(), PNG} <= set(kept(case).values())


def test_posts_in_a_table_of_auto_archiver_are_kept_as_the_table(
    case: Case, tmp_path: Path
) -> None:
    table = tmp_path / "in" / "archived.csv"
    table.parent.mkdir()
    with table.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(
            [
                ["status", "metadata", "media"],
                ["ok", repr({"url": ADDRESS, "content": POST}), "[]"],
            ]
        )
    read = read_sources([table], without_text=WithoutText.KEPT)

    added = add_sources(case, [table], by=OWNER)

    assert len(added.sources) == len(read.sources) > 0
    assert all(kept(case)[source.file] == table.read_bytes() for source in read.sources)


@pytest.mark.parametrize("handling", [None, Handling.CONFIDENTIAL])
@pytest.mark.parametrize("other", ["longer words than before\n", ""])
def test_a_file_that_changes_while_it_is_read_is_refused(
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    other: str,
    handling: Handling | None,
) -> None:
    folder = folder_with(tmp_path / "in", {"story.txt": STORY})

    def reading_slowly(*arguments: object, **more: object) -> Reading:
        read = read_sources(*arguments, **more)  # type: ignore[arg-type]  # passed on as it came
        (folder / "story.txt").write_text(other, "utf-8")
        return read

    monkeypatch.setattr(firsthand.store.adding, "read_sources", reading_slowly)
    before = kept(case)

    added = add_sources(case, [folder], by=OWNER, handling=handling)

    assert [refusal.file for refusal in added.refusals] == ["story.txt"]
    assert added.sources == ()
    assert kept(case) == before
    assert not case.evidence.path_of(hashlib.sha256(other.encode()).hexdigest()).exists()
