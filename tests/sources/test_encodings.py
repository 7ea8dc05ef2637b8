from pathlib import Path

import pytest

from firsthand.sources.encodings import decoded
from firsthand.values.errors import UnreadableSource
from tests.sources.building import folder_with, read

CHINESE = "市政府周一表示，已关闭渡轮航线。工会说：“没有人问过我们。”他们将向法院提起诉讼。"
TRADITIONAL = "市政府週一表示，已關閉渡輪航線。工會說：「沒有人問過我們。」他們將向法院提起訴訟。"
FRENCH = "L’équipe a déclaré : « Personne ne nous a demandé. » Le café était fermé à Noël."


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (CHINESE, "utf-8"),
        (CHINESE, "utf-8-sig"),
        (CHINESE, "utf-16"),
        (CHINESE, "gb18030"),
        (TRADITIONAL, "big5"),
        (FRENCH, "cp1252"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        ("Plain words only.", "ascii"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_written_in(words: str, encoding: str) -> None:
    body = words.encode(encoding)

    found = decoded(body)

    assert found.text == words


def test_a_declared_encoding_is_heard_before_a_guess() -> None:
    body = "Zażółć gęślą jaźń".encode("iso-8859-2")

    found = decoded(body, declared="ISO-8859-2")

    assert found.text == "Zażółć gęślą jaźń"


def test_a_wrongly_declared_encoding_does_not_lose_a_utf8_text() -> None:
    found = decoded(FRENCH.encode(), declared="gb2312")

    assert found.text == FRENCH


@pytest.mark.parametrize(
    "junk",
    [b"\x00\x01\x02\x03" * 64, b"\x7fELF\x02\x01\x01" + bytes(64), bytes(range(256)) * 8],
)
def test_bytes_that_are_no_text_are_refused_with_what_to_do(junk: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"binary bytes, not text\. .*save it as"):
        decoded(junk)


def test_a_broken_utf16_text_is_refused_with_the_place_where_it_breaks() -> None:
    with pytest.raises(UnreadableSource, match="breaks that encoding at byte"):
        decoded(b"\xff\xfe" + "words".encode("utf-16-le") + b"\x00\xd8")


def test_one_binary_file_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": "The council said no.", "b.txt": b"\x00\x01" * 50})

    reading = read(tmp_path)

    assert [source.file for source in reading.sources] == ["a.txt"]
    assert [refusal.file for refusal in reading.refusals] == ["b.txt"]
