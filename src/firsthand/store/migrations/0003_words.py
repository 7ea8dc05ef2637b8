"""The index for searching: FTS5 in SQLite, a column of lexemes in PostgreSQL."""

from typing import Any, ClassVar

from django.db import migrations

_SQLITE = ("CREATE VIRTUAL TABLE record_words USING fts5(words, tokenize='unicode61')",)
_POSTGRES = (
    "CREATE TABLE record_words (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX record_words_found ON record_words USING gin (words)",
)


def make_index(_apps: Any, schema_editor: Any) -> None:  # noqa: ANN401 - Django's own types
    """Make the index."""
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for statement in _POSTGRES if is_postgres else _SQLITE:
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(statement)


class Migration(migrations.Migration):
    """The index of words."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0002_guards")]
    operations: ClassVar[list[Any]] = [
        migrations.RunPython(make_index, migrations.RunPython.noop, elidable=False)
    ]
