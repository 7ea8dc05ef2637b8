"""``firsthand case open``: read a confidential source; the reading is an entry."""

from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    source: str
    reason: str
    quiet: bool


@click.command(name="open")
@names_a_case
@click.argument("source", metavar="SOURCE")
@click.option("--reason", required=True, metavar="WORDS", help="Why you read it; an entry says so.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Print the text of a confidential SOURCE of CASE, by its id.

    Editors and owners may, with the case's key. Who read what, when and why stands in the ledger.
    """
    from firsthand.drawings.safe import for_terminal  # noqa: PLC0415 - help costs nothing
    from firsthand.store.opening import open_confidential  # noqa: PLC0415

    with opened(asked) as (case, me):
        source = open_confidential(case.ledger, asked["source"], by=me, reason=asked["reason"])
        if not asked["quiet"]:
            for line in source.text.splitlines():
                click.echo(for_terminal(line))
    return Exit.DONE
