import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.record._word_folding import folded_words, words_with_places
from firsthand.record.search_words import LONGEST_PHRASE, indexed, indexed_parts, parsed
from firsthand.values.errors import BadRequest
from tests.record.search_agreement import found_by_sqlite


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("在福门市的服务站", "福门"),
        ("The STATIONS of Ostvík", "ostvik"),
        ("Ostvi\u0301k", "Ostvík"),
        ("straße", "STRASSE"),
        ("Вёсла на Краснолуге", "весла"),
        ("كَرِيم البردان", "كريم"),
        ("مح\u0640\u0640مود", "محمود"),
        ("かがみ", "がみ"),
        ("\uff76\uff9e", "カ"),
        ("ｆｕｌｌ width", "full"),
        ("write to desk@river-watch.example", "river-watch.example"),
        ("the Watch’s report", "watch's"),
        ("file_name.txt", "name"),
        ("1,000 or ١٢٣", "123"),
        ("hash 1e9ab7", "1e9*"),
        ("𠮷田", "𠮷田"),
        ("ก็เป็น", "ก็เป็น"),
        ("police stations", "polic* station*"),
        ("police stations", '"police stat"*'),
        ("police stations", "“police stations”"),
    ],
)
def test_a_text_is_found_by(text: str, words: str) -> None:
    assert found_by_sqlite([text], parsed(words)) == {0}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("福 and far from it 门", "福门"),
        ("门福", "福门"),
        ("かみ", "がみ"),
        ("police stations", "police -station*"),
        ("police stations", '"stations police"'),
        ("police stations", "polic"),
        ("police", "police stations"),
    ],
)
def test_a_text_is_not_found_by(text: str, words: str) -> None:
    assert found_by_sqlite([text], parsed(words)) == set()


@pytest.mark.parametrize("words", ["", "  ", "-police", '""', "***", "-", "“”", "!?", "\0"])
def test_a_search_without_a_word_says_what_to_type(words: str) -> None:
    with pytest.raises(BadRequest, match="Type a word"):
        parsed(words)


@pytest.mark.parametrize(
    "words", ["a" * 1001, "a b " * 20 + " ".join(map(str, range(40))), "福" * 41]
)
def test_a_search_too_long_is_refused(words: str) -> None:
    with pytest.raises(BadRequest, match="fewer"):
        parsed(words)


def test_the_same_word_twice_counts_once_towards_the_limit() -> None:
    assert len(parsed("police " * 100).wanted) == 1


@given(st.text())
def test_words_are_the_same_with_and_without_their_places(text: str) -> None:
    placed = list(words_with_places(text))

    assert [word.folded for word in placed] == folded_words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in placed)


@given(st.text())
def test_indexing_leaves_single_spaces_only(text: str) -> None:
    assert " ".join(indexed(text).split()) == indexed(text)


def test_no_word_is_longer_than_an_engine_keeps() -> None:
    words = indexed("a" * 10_000 + "\u0e33" * 10_000).split()

    assert max(len(word.encode()) for word in words) < 2_000


def test_no_part_holds_a_word_more_often_than_postgresql_remembers() -> None:
    parts = list(indexed_parts("福" * 1_000 + " end"))

    assert max(part.split().count("福") for part in parts) <= 250
    assert parts[-1].endswith(" end")


def test_no_phrase_falls_between_two_parts() -> None:
    words = [f"w{n}" for n in range(30_000)]
    parts = list(indexed_parts(" ".join(words)))

    phrases = [" ".join(words[n : n + LONGEST_PHRASE]) for n in range(11_900, 12_100)]

    assert all(any(phrase in part for part in parts) for phrase in phrases)


def test_most_texts_are_one_part() -> None:
    assert list(indexed_parts("A short text.")) == ["a short text"]
    assert list(indexed_parts("")) == [""]
