import csv
import hashlib
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from firsthand.sources._python_words import NoValue, value_in
from firsthand.sources.reading import Reading, WithoutText, read_sources
from firsthand.values.source import Handling, SourceKind
from tests.sources.building import STORY, folder_with, only_source
from tests.sources.media import png_of, wav_of

PNG = png_of()
TEMPORARY: Final = "/tmp/tmpq1"  # noqa: S108 - where the archiver kept the file; nothing is there
POST = "They closed the ferry.\nNobody asked us, said the union."
ADDRESS = "https://toot.example/@river/7"


def sha3(body: bytes) -> str:
    """Spell a digest as the archiver's hash enricher does by its setting SHA3-512."""
    return f"SHA3-512:{hashlib.sha3_512(body).hexdigest()}"


def medium(
    filename: str, *, digest: str | None, key: str | None = None, **more: str
) -> dict[str, Any]:
    """Write one file of a record."""
    return {
        "filename": f"{TEMPORARY}/{filename}",
        "_key": key,
        "urls": [],
        "properties": ({"hash": digest} if digest else {}) | more,
        "_mimetype": "image/png",
    }


def record(*media: dict[str, Any], content: str | None = POST) -> dict[str, Any]:
    """Write a record as the archiver keeps it in memory."""
    return {
        "status": "generic_extractor: success",
        "metadata": {
            "_processed_at": datetime(2025, 3, 1, 12, 0, 5, 7, tzinfo=UTC),
            "url": ADDRESS,
            "title": "River on Toot",
            "timestamp": datetime(2025, 2, 27, 8, 30, tzinfo=UTC),
            "content": content,
        },
        "media": list(media),
    }


def as_json(*records: dict[str, Any]) -> str:
    """Write records as its JSON enricher does."""
    found: Any = records[0] if len(records) == 1 else list(records)
    return json.dumps(found, indent=4, default=str, ensure_ascii=False)


def as_table(*records: dict[str, Any]) -> str:
    """Write records as its CSV database does: each cell is what Python prints."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=["status", "metadata", "media", "_context"])
    writer.writeheader()
    for each in records:
        writer.writerow({**each, "_context": {"config": object}})
    return out.getvalue()


def as_sheet(**cells: str) -> str:
    """Write one row of its spreadsheet, exported as CSV."""
    out = io.StringIO()
    row = {"Link": ADDRESS, "Archive status": "wayback: success", **cells}
    writer = csv.DictWriter(out, fieldnames=list(row))
    writer.writeheader()
    writer.writerow(row)
    return out.getvalue()


def kept(*paths: Path) -> Reading:
    """Read as a case does."""
    return read_sources(paths, without_text=WithoutText.KEPT)


@pytest.mark.parametrize(
    ("name", "write"), [("db.csv", as_table), ("metadata.json", as_json)], ids=["table", "json"]
)
def test_a_record_gives_the_post_and_its_picture(
    tmp_path: Path, name: str, write: Callable[..., str]
) -> None:
    text = write(record(medium("x.png", digest=sha3(PNG), key="toot/9f.png")))
    folder_with(tmp_path, {name: text, "toot/9f.png": PNG})

    reading = kept(tmp_path)

    assert reading.refusals == ()
    post, picture = reading.sources
    assert (post.file, post.kind, post.text) == (
        f"{name}#1",
        SourceKind.POST,
        POST.replace("\n", "\n\n"),
    )
    assert (picture.file, picture.kind, picture.text) == ("toot/9f.png", SourceKind.IMAGE, "")
    assert picture.custody == ("Auto Archiver digest sha3-512 verified",)
    for source in (post, picture):
        assert (source.address, source.title) == (ADDRESS, "River on Toot")
        assert source.published_on is not None
        assert source.published_on.isoformat() == "2025-02-27"
        assert source.captured_at == datetime(2025, 3, 1, 12, 0, 5, 7, tzinfo=UTC)
        assert source.handling is Handling.PUBLIC


def test_a_sheet_exported_as_csv_is_read_by_its_columns(tmp_path: Path) -> None:
    sheet = as_sheet(
        **{
            "Archive location": "https://store.example/a%20b/voice.wav?x=1",
            "Archive date": "2025-03-01T12:00:05+00:00",
            "Upload timestamp": "2025-02-27T08:30:00+00:00",
            "Upload title": "River on Toot",
            "Text content": POST,
            "Thumbnail": '=IMAGE("https://store.example/t.png")',
            "Hash": f"SHA-256:{hashlib.sha256(wav_of()).hexdigest()}",
        }
    )
    folder_with(tmp_path, {"sheet.csv": sheet, "a b/voice.wav": wav_of(), "t.png": PNG})

    reading = kept(tmp_path)

    assert reading.refusals == ()
    voice, post, thumbnail = reading.sources
    assert voice.custody == ("Auto Archiver digest sha256 verified",)
    assert (post.kind, post.address) == (SourceKind.POST, ADDRESS)
    assert thumbnail.custody == ("Auto Archiver lists no digest for this file: not verified",)


def test_a_record_named_alone_brings_the_files_below_its_folder(tmp_path: Path) -> None:
    table = as_table(record(medium("x.png", digest=sha3(PNG), key="out/x.png"), content=None))
    folder_with(tmp_path, {"db.csv": table, "out/x.png": PNG, "other.txt": STORY})

    assert only_source(kept(tmp_path / "db.csv")).file == "out/x.png"


def test_a_file_whose_digest_differs_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    text = as_json(record(medium("x.png", digest=sha3(b"other"), key="x.png")))
    folder_with(tmp_path, {"metadata.json": text, "x.png": PNG})

    reading = kept(tmp_path)

    assert [source.kind for source in reading.sources] == [SourceKind.POST]
    assert reading.refusals[0].file == "x.png"
    assert "not those that Auto Archiver took down" in reading.refusals[0].message


def test_a_file_that_is_listed_and_missing_is_named(tmp_path: Path) -> None:
    folder_with(tmp_path, {"m.json": as_json(record(medium("x.png", digest=sha3(PNG))))})

    reading = kept(tmp_path)

    assert len(reading.sources) == 1
    assert reading.refusals[0].file == "m.json#1"
    assert "it lists x.png, which is not below its folder" in reading.refusals[0].message


def test_a_file_stored_under_the_start_of_its_digest_is_found(tmp_path: Path) -> None:
    digest = sha3(PNG)
    text = as_json(record(medium("x.png", digest=digest), content=None))
    folder_with(tmp_path, {"m.json": text, f"{digest.split(':')[1][:24]}.png": PNG})

    assert only_source(kept(tmp_path)).address == ADDRESS


@pytest.mark.parametrize(
    "key",
    ["../secret.png", "/etc/passwd", "a/../../secret.png", "..\\secret.png", "a\0b", "link.png"],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, key: str) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    text = as_json(record(medium("gone", digest=None, key=key), content=None))
    folder = folder_with(tmp_path / "case", {"m.json": text, "good.txt": STORY})
    (folder / "link.png").symlink_to(tmp_path / "secret.png")

    reading = kept(folder)

    assert [source.file for source in reading.sources] == ["good.txt"]
    assert "m.json#1" in [refusal.file for refusal in reading.refusals]


def test_a_post_in_the_table_and_beside_its_pictures_is_one_source(tmp_path: Path) -> None:
    inner = as_json(record(medium("x.png", digest=sha3(PNG), key="x.png")))
    table = as_table(
        record(
            medium("x.png", digest=sha3(PNG), key="x.png"),
            medium("metadata.json", digest=None, key="metadata.json", id="metadata_json"),
        )
    )
    folder_with(tmp_path, {"db.csv": table, "metadata.json": inner, "x.png": PNG})

    reading = kept(tmp_path)

    assert reading.refusals == ()
    assert [source.file for source in reading.sources] == ["db.csv#1", "x.png"]


def test_the_archivers_own_summary_does_not_pass_for_the_page(tmp_path: Path) -> None:
    page = (
        b"<html><body><p>The council said on Monday that it had closed the line.</p></body></html>"
    )
    summary = medium("s.html", digest=sha3(page), key="s.html", id="_final_media")
    folder_with(tmp_path, {"m.json": as_json(record(summary, content=None)), "s.html": page})

    assert only_source(kept(tmp_path)).address is None


def test_what_the_case_lists_speaks_before_the_archiver(tmp_path: Path) -> None:
    text = as_json(record(medium("x.png", digest=sha3(PNG), key="x.png"), content=None))
    listing = '[{"file": "x.png", "title": "The poster", "handling": "confidential"}]'
    folder_with(tmp_path, {"m.json": text, "x.png": PNG, "sources.json": listing})

    source = only_source(kept(tmp_path))

    assert (source.title, source.address) == ("The poster", ADDRESS)
    assert source.handling is Handling.CONFIDENTIAL
    assert source.custody == ("Auto Archiver digest sha3-512 verified",)


def test_a_trace_reads_the_post_and_refuses_the_picture(tmp_path: Path) -> None:
    text = as_json(record(medium("x.png", digest=sha3(PNG), key="x.png")))
    folder_with(tmp_path, {"m.json": text, "x.png": PNG})

    reading = read_sources([tmp_path])

    assert [source.kind for source in reading.sources] == [SourceKind.POST]
    assert [refusal.file for refusal in reading.refusals] == ["x.png"]


@pytest.mark.parametrize(
    "text",
    [
        '{"status": "x", "metadata": 3, "media": []}',
        '{"status": "x", "metadata": {"url": "javascript:alert(1)"}, "media": []}',
        '{"status": "x", "metadata": {"url": 7}}',
        '{"status": "x", "metadata": {"url": "https://a.example", ',
        '["status", {"metadata": 1}]',
        '{"status": "x", "metadata":' + "[" * 100_000,
    ],
)
def test_a_broken_record_is_refused_by_name(tmp_path: Path, text: str) -> None:
    folder_with(tmp_path, {"m.json": text, "good.txt": STORY})

    reading = kept(tmp_path)

    assert [source.file for source in reading.sources] == ["good.txt"]
    assert {refusal.file for refusal in reading.refusals} <= {"m.json#1", "m.json#2"}
    assert "is broken or names no address" in reading.refusals[0].message


def test_a_broken_row_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    table = as_table(record(content="One."), record(content="Three."))
    head, one, three = table.strip().split("\r\n")
    two = "x,\"__import__('os').system('touch owned')\",[],{}"
    folder_with(tmp_path, {"db.csv": f"{head}\r\n{one}\r\n{two}\r\n{three}"})

    reading = kept(tmp_path)

    assert [source.text for source in reading.sources] == ["One.", "Three."]
    assert [refusal.file for refusal in reading.refusals] == ["db.csv#2"]


def test_a_table_of_anything_else_is_a_dataset(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.csv": "town,offices\nTarn Hollow,3\n"})

    assert only_source(kept(tmp_path)).kind is SourceKind.DATASET


@pytest.mark.parametrize(
    "value",
    [
        {"a": [1, -2.5, None, True, 'it\'s "so" \n'], "b": ("x", {"y"}), "c": {}, "d": [[]]},
        {"at": datetime(2025, 3, 1, 12, 0, 5, 7, tzinfo=UTC), "on": datetime(2025, 3, 1)},  # noqa: DTZ001 - as the archiver may print it
    ],
)
def test_what_python_prints_is_read_back(value: object) -> None:
    found = value_in(repr(value))

    assert json.dumps(found, default=str) == json.dumps(
        value, default=lambda odd: list(odd) if isinstance(odd, set) else str(odd)
    )


@pytest.mark.parametrize(
    "words",
    [
        "", "[", "{'a'}}", "open('x')", "datetime.datetime(0)", "<object at 0x1>", "f'{1}'", "1+1",
        "[" * 5_000 + "]" * 5_000, "{1: 2}", "'" + "\\" * 9_999, "__import__", "[1 2]", "x(",
        "{'a': }",
        "datetime.timedelta(days=10**9)", "'\\N{no such}'",
    ],
)  # fmt: skip
def test_words_that_are_no_value_are_told_apart_and_never_run(words: str) -> None:
    with pytest.raises(NoValue):
        value_in(words)
