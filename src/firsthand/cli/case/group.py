"""``firsthand case``: a case that remembers."""

import click

from firsthand.cli.lazy import LazyCommands

_COMMANDS = {
    name: f"firsthand.cli.case.{module}"
    for name, module in {
        "add": "add",
        "capture": "capture",
        "claim": "claim",
        "erase": "erase",
        "export": "export",
        "import": "import_",
        "key": "key",
        "log": "log",
        "namesakes": "namesakes",
        "new": "new",
        "open": "opening",
        "record": "recording",
        "search": "search",
        "stamp": "stamp",
        "status": "status",
        "trace": "trace",
        "transcribe": "transcribe",
        "verify": "verify",
    }.items()
}


@click.group(name="case", cls=LazyCommands, homes=_COMMANDS)
def command() -> None:
    """Keep a case: sources, claims, judgements and replies, as entries that nobody edits.

    CASE is a folder. Its tables lie in it (SQLite), or in PostgreSQL where it was made so.
    """
