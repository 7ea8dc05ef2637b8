"""Triggers that refuse to change or delete an entry, whoever asks.

They stop mistakes and careless tools, not somebody who owns the database: that is what the chain is
for.
"""

from typing import Any, ClassVar

from django.db import migrations

_SQLITE = (
    """CREATE TRIGGER record_entry_never_changes BEFORE UPDATE ON record_entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never changed: record another'); END""",
    """CREATE TRIGGER record_entry_never_goes BEFORE DELETE ON record_entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END""",
    """CREATE TRIGGER record_content_never_changes BEFORE UPDATE OF entry_id, salt, sealed
    ON record_content
    BEGIN SELECT RAISE(ABORT, 'the content of an entry is never changed'); END""",
)

_POSTGRES = (
    """CREATE FUNCTION record_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'an entry is never changed or deleted: record another'; END $$""",
    """CREATE TRIGGER record_entry_never_changes BEFORE UPDATE OR DELETE ON record_entry
    FOR EACH ROW EXECUTE FUNCTION record_refuse()""",
    """CREATE TRIGGER record_entry_never_goes BEFORE TRUNCATE ON record_entry
    FOR EACH STATEMENT EXECUTE FUNCTION record_refuse()""",
    """CREATE TRIGGER record_content_never_changes BEFORE UPDATE OF entry_id, salt, sealed
    ON record_content FOR EACH ROW EXECUTE FUNCTION record_refuse()""",
)


def guard(_apps: Any, schema_editor: Any) -> None:  # noqa: ANN401 - Django's own types
    """Put the triggers in place."""
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for statement in _POSTGRES if is_postgres else _SQLITE:
        # Not through the schema editor: on PostgreSQL it would take % and ; apart.
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(statement)


class Migration(migrations.Migration):
    """The guards of the ledger."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("record", "0001_tables")]
    operations: ClassVar[list[Any]] = [
        migrations.RunPython(guard, migrations.RunPython.noop, elidable=False)
    ]
