from pathlib import Path

from firsthand.sources.reading import TextMode
from firsthand.values.source import Role
from tests.sources.building import STORY, folder_with, only_source, read, words_as

COPIED = (
    f"Skip to main content\r\n\r\n{STORY}\r\nShare\r\n\r\nTop Stories\r\n\r\nGoose wins race\r\n"
)


def test_a_text_taken_as_it_is_keeps_every_character_and_newline(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": COPIED})

    source = only_source(read(tmp_path, text_mode=TextMode.AS_IS))

    assert source.text == COPIED
    assert words_as(Role.FURNITURE, source)[:2] == ["Skip to main content", "Share"]
    assert words_as(Role.TITLE, source) == ["Council closes ferry line"]


def test_a_byte_order_mark_counts_as_a_character_where_a_text_is_taken_as_it_is(
    tmp_path: Path,
) -> None:
    folder_with(tmp_path, {"a.txt": b"\xef\xbb\xbf" + STORY.encode()})

    whole = only_source(read(tmp_path, text_mode=TextMode.AS_IS))
    cleaned = only_source(read(tmp_path))

    assert whole.text[0] == "\ufeff"
    assert whole.title == cleaned.title == "Council closes ferry line"
    assert "\ufeff" not in cleaned.text


def test_a_cleaned_text_leaves_out_furniture_and_other_stories(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": COPIED})

    source = only_source(read(tmp_path))

    assert "Skip to main" not in source.text
    assert "Goose" not in source.text
    assert source.text.endswith("It will go to court.")


def test_each_passage_of_a_text_leads_back_to_its_bytes(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": COPIED})
    body = (tmp_path / "a.txt").read_bytes()

    source = only_source(read(tmp_path))

    for passage in source.passages:
        start, end = passage.place.removeprefix("bytes ").split("-")
        assert body[int(start) : int(end)].decode() == passage.span.within(source.text)


def test_credit_lines_and_datelines_name_who_else_made_the_story(tmp_path: Path) -> None:
    story = (
        "Council closes ferry line\n\n"
        "TARN HOLLOW (Northern Wire) - The council closed the ferry line on Monday, it said.\n\n"
        "The union said that it would go to court over the closing of the line.\n\n"
        "With files from Ana Reyes and The Lake Press\n"
    )
    folder_with(tmp_path, {"a.txt": story})

    source = only_source(read(tmp_path))

    assert source.credits == ("Northern Wire", "Ana Reyes", "The Lake Press")


def test_a_table_is_read_line_by_line_without_furniture(tmp_path: Path) -> None:
    folder_with(tmp_path, {"posts.csv": "country,posts\nhome,2\nnews,3\n"})

    source = only_source(read(tmp_path))

    assert words_as(Role.BODY, source) == ["country,posts", "home,2", "news,3"]
    assert source.kind.value == "dataset"


def test_a_listed_thread_keeps_lines_that_look_like_furniture(tmp_path: Path) -> None:
    listing = '[{"file": "a.txt", "kind": "chat"}]'
    folder_with(tmp_path, {"a.txt": "Anna: where?\nShare\nHome\n", "sources.json": listing})

    source = only_source(read(tmp_path))

    assert words_as(Role.BODY, source) == ["Anna: where?", "Share", "Home"]
