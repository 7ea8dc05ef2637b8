import os
import tracemalloc
from pathlib import Path

import pytest

from firsthand.sources.limits import MIB
from tests.sources.building import STORY, folder_with, gzip_bomb, read, wacz_of, zip_of


def refusal_of(folder: Path) -> str:
    """Give the one refusal of a folder that holds one good file."""
    reading = read(folder)
    assert [source.file for source in reading.sources] == ["good.txt"]
    (refusal,) = reading.refusals
    return f"{refusal.file}: {refusal.message}"


def test_a_link_out_of_the_folder_is_refused_by_name(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "case", {"good.txt": STORY})
    (tmp_path / "secret.txt").write_text("Nobody may read this.", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")

    assert refusal_of(folder).startswith("link.txt: it is a link that leads out of the folder")


def test_a_link_to_a_folder_outside_is_refused_by_name(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "case", {"good.txt": STORY})
    folder_with(tmp_path / "other", {"secret.txt": STORY})
    (folder / "more").symlink_to(tmp_path / "other")

    assert refusal_of(folder).startswith("more: it is a link that leads out of the folder")


def test_a_link_to_itself_is_refused_by_name(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"good.txt": STORY})
    (folder / "loop").symlink_to(folder / "loop")

    assert refusal_of(folder).startswith("loop: it is a link that leads nowhere")


def test_a_link_inside_the_folder_is_passed_over_because_its_file_is_read(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"good.txt": STORY})
    (folder / "again.txt").symlink_to(folder / "good.txt")

    reading = read(folder)

    assert [source.file for source in reading.sources] == ["good.txt"]
    assert reading.refusals == ()


def test_a_pipe_does_not_hold_the_reader(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"good.txt": STORY})
    os.mkfifo(folder / "pipe.txt")

    assert refusal_of(folder).startswith("pipe.txt: it is a pipe or device")


@pytest.mark.parametrize("name", ["huge.txt", "huge.html", "huge.pdf", "huge.eml", "huge.docx"])
def test_a_file_of_200_megabytes_is_refused_without_being_taken_into_memory(
    tmp_path: Path, name: str
) -> None:
    starts = {"huge.pdf": b"%PDF-1.4", "huge.docx": b"PK\x03\x04"}
    folder = folder_with(tmp_path, {"good.txt": STORY})
    with (folder / name).open("wb") as huge:
        huge.write(starts.get(name, b"words "))
        huge.truncate(300 * MIB)

    tracemalloc.start()
    told = refusal_of(folder)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert "larger than" in told
    assert peak < 30 * MIB


def test_a_long_file_of_lines_is_read_line_by_line(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"good.txt": STORY})
    with (folder / "many.jsonl").open("wb") as many:
        many.write(b'{"text": "The council said no."}\n')
        many.write(b"x" * (200 * MIB) + b"\n")
        many.write(b'{"text": "The union said yes."}\n')

    tracemalloc.start()
    reading = read(folder)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [source.file for source in reading.sources] == [
        "good.txt",
        "many.jsonl#1",
        "many.jsonl#3",
    ]
    assert "line 2: it is longer than 16 MB" in reading.refusals[0].message
    assert peak < 80 * MIB


def test_a_zip_bomb_in_a_docx_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = zip_of({"word/document.xml": bytes(300 * MIB)})
    folder = folder_with(tmp_path, {"good.txt": STORY, "bomb.docx": bomb})

    assert "it may be a zip bomb" in refusal_of(folder)


def test_a_bomb_packed_into_a_wacz_is_refused_while_it_unpacks(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path, {"good.txt": STORY, "bomb.wacz": wacz_of(gzip_bomb(64), ["https://a.example/"])}
    )

    assert "far more than it weighs" in refusal_of(folder)


@pytest.mark.parametrize(
    ("name", "start", "advice"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0", "it is a picture. Write down what it says"),
        ("talk.mp3", b"ID3\x03", "it is sound or film. Write down what is said"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "Save it as DOCX or PDF"),
        ("all.zip", b"PK\x03\x04", "Unpack it into a folder"),
        ("no.pdf", b"words", "its name says .pdf, its bytes do not"),
        ("cut.pdf", b"%PDF-1.4 cut", "this PDF is broken or cut short"),
        ("cut.docx", b"PK\x03\x04cut", "it is a broken zip file"),
        ("cut.wacz", b"PK\x03\x04cut", "it is a broken zip file"),
        ("cut.warc.gz", b"\x1f\x8bcut", "no WARC file, or broken from its start"),
        ("cut.warc", b"words", "no WARC file, or broken from its start"),
        ("other.json", b"{}", "a JSON file is read only as sources.json"),
        ("empty.txt", b" \n ", "it holds no words"),
        ("empty.html", b"<html><body></body></html>", "this page holds no story"),
        ("empty.html", b"", "it holds no page"),
        ("empty.eml", b"", "this mail holds no words"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(
    tmp_path: Path, name: str, start: bytes, advice: str
) -> None:
    folder = folder_with(tmp_path, {"good.txt": STORY, name: start})

    told = refusal_of(folder)

    assert told.startswith(f"{name}: ")
    assert advice in told


def test_a_name_that_attacks_the_terminal_is_shown_unarmed(tmp_path: Path) -> None:
    name = "a\x1b]0;owned\x07\u202egpj.txt"
    folder = folder_with(tmp_path, {"good.txt": STORY, name: b"\x00\x00\x00"})

    told = refusal_of(folder)

    assert told.startswith(r"a\x1b]0;owned\x07\u202egpj.txt: ")


def test_a_name_that_is_no_utf8_is_read_and_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(STORY, encoding="utf-8")

    (source,) = read(tmp_path).sources

    assert source.file.encode() == rb"caf\xe9.txt"
