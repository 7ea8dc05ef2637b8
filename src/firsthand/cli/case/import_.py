"""``firsthand case import``: take in what another tool, or another copy of a case, wrote."""

from pathlib import Path
from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well, say
from firsthand.values.errors import BadRequest

_FORMATS = ("case", "contract", "ftm", "uwazi")


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    file: str
    form: str
    mapping: str | None
    quiet: bool


@click.command(name="import")
@names_a_case
@click.argument("file", metavar="FILE")
@click.option("--format", "form", type=click.Choice(_FORMATS), required=True, help="What FILE is.")
@click.option(
    "--mapping", metavar="FILE", help="Which columns mean what (TOML; format uwazi alone)."
)
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Take FILE into CASE: all of it or nothing, as entries.

    The format case makes CASE anew, in an empty folder, from what firsthand case export wrote: the
    same entries with the same head. Trace it then: firsthand case trace CASE.
    """
    if asked["mapping"] and asked["form"] != "uwazi":
        raise BadRequest("--mapping goes with --format uwazi alone.")
    if asked["form"] == "case":
        return _received(asked)
    from firsthand.store.importing import import_file  # noqa: PLC0415 - help costs nothing

    with opened(asked) as (case, me):
        came = import_file(
            case,
            Path(asked["file"]),
            form=asked["form"],
            by=me,
            mapping=Path(asked["mapping"]) if asked["mapping"] else None,
        )
    for what in came.left_out:
        say(what)
    if not asked["quiet"]:
        known = f", {came.known} there already" if came.known else ""
        click.echo(f"{came.records} records came in{known}.")
    return Exit.DONE_IN_PART if came.left_out else Exit.DONE


def _received(asked: Asked) -> Exit:
    from firsthand.store.receiving import receive_case  # noqa: PLC0415 - help costs nothing

    case = receive_case(Path(asked["case"]), Path(asked["file"]), database=asked["database"])
    try:
        if not asked["quiet"]:
            head = case.ledger.head()
            click.echo(f"{case.folder}: case {case.id}, {head.number} entries.")
            click.echo(f"Next: firsthand case trace {case.folder}")
    finally:
        case.close()
    return Exit.DONE
