"""Find texts three ways: by SQLite, by PostgreSQL, and by reading. All must agree."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Protocol

from firsthand.record.search_words import Query, Term, for_fts5, for_tsquery, indexed


class Connection(Protocol):
    """What is used of a connection to PostgreSQL."""

    def execute(self, query: str, params: Sequence[object] = ()) -> Any:  # noqa: ANN401 - psycopg's cursor
        """Run one statement."""


def found_by_sqlite(texts: Sequence[str], query: Query) -> set[int]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE shelf USING fts5(words, tokenize='unicode61')")
        rows = [(n, indexed(text)) for n, text in enumerate(texts)]
        connection.executemany("INSERT INTO shelf (rowid, words) VALUES (?, ?)", rows)
        match = (for_fts5(query),)
        found = connection.execute("SELECT rowid FROM shelf WHERE shelf MATCH ?", match)
        return {row[0] for row in found}
    finally:
        connection.close()


def found_by_postgres(connection: Connection, texts: Sequence[str], query: Query) -> set[int]:
    asked = for_tsquery(query)
    statement = "SELECT to_tsvector('simple', %s) @@ to_tsquery('simple', %s)"
    return {
        n
        for n, text in enumerate(texts)
        if connection.execute(statement, (indexed(text), asked)).fetchone()[0]
    }


def words_of_postgres(connection: Connection, text: str) -> list[str]:
    """Give the words that PostgreSQL makes of an indexed text, in their order."""
    statement = (
        "SELECT lexeme FROM unnest(to_tsvector('simple', %s)) AS w, unnest(w.positions) AS at "
        "ORDER BY at"
    )
    return [row[0] for row in connection.execute(statement, (indexed(text),)).fetchall()]


def found_by_reading(texts: Sequence[str], query: Query) -> set[int]:
    return {
        n
        for n, text in enumerate(texts)
        if all(_stands_in(term, text) for term in query.wanted)
        and not any(_stands_in(term, text) for term in query.unwanted)
    }


def _stands_in(term: Term, text: str) -> bool:
    words = tuple(indexed(text).split())
    return any(term.ends_with(words[: n + 1]) for n in range(len(words)))
