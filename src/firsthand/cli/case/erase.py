"""``firsthand case erase``: remove content for good."""

from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    what: str
    ground: str
    reason: str
    quiet: bool


@click.command(name="erase")
@names_a_case
@click.argument("what", metavar="ID|NUMBER")
@click.option(
    "--ground",
    type=click.Choice(["consent withdrawn", "legal", "safety"]),
    required=True,
    help="On what ground it must go.",
)
@click.option("--reason", required=True, metavar="WORDS", help="Why; it stays. Name nobody there.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Erase a source, claim or entity (by ID), or one entry (by NUMBER), from CASE for good.

    Sealed content, key, tables, search index, evidence and freed pages go; the place in the chain
    stays and verifies. What this cannot reach (exports, backups) is listed. Owners only.
    """
    from firsthand.record.contents.of_case import Ground  # noqa: PLC0415 - help costs nothing
    from firsthand.store.erasing import erase  # noqa: PLC0415

    with opened(asked) as (case, me):
        erased, reached = erase(
            case, asked["what"], ground=Ground(asked["ground"]), by=me, reason=asked["reason"]
        )
    if not asked["quiet"]:
        click.echo(f"{len(erased.entries)} entries lost their content.")
        if reached:
            click.echo(f"Findings reached: {', '.join(sorted(reached))}")
        click.echo("Beyond reach, and for you to see to:")
        for beyond in erased.beyond_reach:
            click.echo(f"  {beyond}")
    return Exit.DONE
