import sqlite3
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.record.search_words import Query, for_fts5, for_tsquery, indexed, parsed
from firsthand.values.errors import BadRequest
from tests.record.search_agreement import found_by_reading, found_by_sqlite

LETTERS = st.text(alphabet="abe019 é.-_*'\"福州门かガ김жЁءا١ﷺ\u0301\u200c", max_size=30)
TEXTS = st.lists(st.one_of(LETTERS, st.text(max_size=30)), max_size=6)

HOSTILE = [
    'a" OR words:x',
    "NEAR(a b, 2)",
    "a AND NOT b OR c",
    "{words}: a",
    "^a + b",
    "a' | 'b",
    "a & !b <-> (c",
    "a\\' :* <2> b",
    "a\0b",
    "a*b** c",
    "'; DROP TABLE shelf; --a",
    "a\ud800b",
    "((((((((a",
    '"a ""b" ""',
]


def asked(words: str) -> Query | None:
    try:
        return parsed(words)
    except BadRequest:
        return None


@given(texts=TEXTS, words=LETTERS)
def test_sqlite_finds_what_a_reader_finds(texts: list[str], words: str) -> None:
    query = asked(words)

    if query is not None:
        assert found_by_sqlite(texts, query) == found_by_reading(texts, query)


@given(text=st.text(min_size=1, max_size=40), around=st.text(max_size=20))
def test_every_text_is_found_by_its_own_words(text: str, around: str) -> None:
    query = asked(f'"{text.replace(chr(34), " ")}"')

    if query is not None and not query.unwanted and len(query.wanted) == 1:
        assert found_by_reading([f"{around} {text.replace(chr(34), ' ')} {around}"], query) == {0}


def test_sqlite_reads_every_character_as_the_index_means_it() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE shelf USING fts5(words, tokenize='unicode61')")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab(shelf, 'instance')")
    characters = [
        c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c)[0] in "LMNP"
    ]
    meant = indexed(" ".join(f"a{c}b" for c in characters if not "가" < c <= "힣")).split()

    connection.execute("INSERT INTO shelf VALUES (?)", (" ".join(meant),))
    read = [row[0] for row in connection.execute('SELECT term FROM words ORDER BY "offset"')]

    connection.close()
    assert read == meant


@pytest.mark.parametrize("words", HOSTILE)
def test_operators_are_words_like_any_other(words: str) -> None:
    texts = ["a", "b", "a b", "a b c", "x", "words x", "near a b 2"]

    query = parsed(words)

    assert found_by_sqlite(texts, query) == found_by_reading(texts, query)


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_typed_leaves_its_quotation_marks(words: str) -> None:
    query = parsed(words)

    outside_fts5 = "".join(for_fts5(query).split('"')[::2])
    outside_tsquery = "".join(for_tsquery(query).split("'")[::2])

    assert set(outside_fts5) <= set("() *ANDOT")
    assert set(outside_tsquery) <= set("() *:&!<->")
