import json
from pathlib import Path

from firsthand.values.source import Role, SourceKind
from tests.sources.building import PAGE, folder_with, only_source, read, words_as

RECORD = {
    "title": "Council closes ferry line",
    "text": "The council said on Monday that it had closed the ferry line.",
    "publisher": "The Echo",
    "date": "2023-05-01T10:00:00Z",
    "url": "https://echo.example/ferry",
    "lang": "en",
    "kind": "wire story",
}


def test_each_line_is_a_source_with_the_facts_it_carries(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.jsonl": json.dumps(RECORD) + "\n"})

    source = only_source(read(tmp_path))

    assert source.file == "a.jsonl#1"
    assert source.publisher == "The Echo"
    assert str(source.published_on) == "2023-05-01"
    assert source.address == "https://echo.example/ferry"
    assert source.kind is SourceKind.ARTICLE
    assert words_as(Role.TITLE, source) == ["Council closes ferry line"]


def test_a_bad_line_is_refused_by_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = ["{broken", json.dumps(RECORD), "[1]", '{"title": "no words"}', "", json.dumps(RECORD)]
    folder_with(tmp_path, {"a.jsonl": "\n".join(lines)})

    reading = read(tmp_path)

    assert [source.file for source in reading.sources] == ["a.jsonl#2", "a.jsonl#6"]
    assert [refusal.message.split(":")[0] for refusal in reading.refusals] == [
        "line 1",
        "line 3",
        "line 4",
    ]


def test_what_is_listed_of_the_file_fills_what_a_line_does_not_say(tmp_path: Path) -> None:
    listing = [{"file": "a.jsonl", "publisher": "The Archive", "published_on": "2020-01-01"}]
    lines = [json.dumps(RECORD), json.dumps({"text": "The union said that it would sue."})]
    folder_with(tmp_path, {"a.jsonl": "\n".join(lines), "sources.json": json.dumps(listing)})

    one, other = read(tmp_path).sources

    assert one.publisher == "The Echo"
    assert other.publisher == "The Archive"
    assert str(other.published_on) == "2020-01-01"


def test_half_characters_in_a_line_do_not_fell_what_writes_them(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.jsonl": '{"text": "The council \\ud800 said no."}'})

    source = only_source(read(tmp_path))

    assert source.text.encode() == "The council \ufffd said no.".encode()


def test_a_line_with_a_page_is_read_as_a_page(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.jsonl": json.dumps({"html": PAGE, "publisher": "The Archive"})})

    source = only_source(read(tmp_path))

    assert source.title == "Council closes ferry line"
    assert source.publisher == "The Archive"
