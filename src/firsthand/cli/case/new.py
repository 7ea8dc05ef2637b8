"""``firsthand case new``: begin a case."""

from pathlib import Path
from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, passphrase_in, who
from firsthand.cli.ending import Exit, ends_well


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    title: str
    quiet: bool


@click.command(name="new")
@names_a_case
@click.option("--title", default="", metavar="WORDS", help="What the case is called.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Begin a case in a new folder, with you as its owner.

    With --passphrase-file (or --keyring) it gets a key, under which all that is confidential is
    sealed; a case without one refuses confidential sources until firsthand case key makes it one.
    """
    from firsthand.store.cases import new_case  # noqa: PLC0415 - help costs nothing
    from firsthand.store.keys import make_key  # noqa: PLC0415

    passphrase = passphrase_in(asked["passphrase_file"])
    case = new_case(
        Path(asked["case"]), owner=who(asked), title=asked["title"], database=asked["database"]
    )
    try:
        if passphrase is not None or asked["keyring"]:
            make_key(case, passphrase=passphrase, keyring=asked["keyring"])
        if not asked["quiet"]:
            click.echo(f"{case.folder}: case {case.id}, owned by {who(asked)}.")
            click.echo(f"Next: firsthand case add {case.folder} FOLDER")
    finally:
        case.close()
    return Exit.DONE
