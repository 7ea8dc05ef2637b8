"""``firsthand case export``: write what may leave into a file."""

from pathlib import Path
from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well

_FORMATS = (
    "case", "contract", "csv", "csv-acts", "csv-entities", "ftm", "ftm-csv", "geojson",
)  # fmt: skip


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    out: str
    form: str
    handling: str
    with_confidential: bool
    force: bool
    quiet: bool


@click.command(name="export")
@names_a_case
@click.argument("out", metavar="OUT")
@click.option("--format", "form", type=click.Choice(_FORMATS), required=True, help="What to write.")
@click.option(
    "--handling",
    type=click.Choice(["public", "restricted"]),
    default="public",
    show_default=True,
    help="restricted takes restricted sources along. Never confidential ones.",
)
@click.option(
    "--with-confidential",
    is_flag=True,
    help="Put what is confidential, sealed, into a copy of the case (owners, format case).",
)
@click.option("--force", is_flag=True, help="Overwrite OUT.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Write what may leave CASE into the file OUT. Each export is an entry.

    Nothing withheld is in it, and no place closer than its vicinity, unless an entry shows it. The
    format case is another thing: the whole ledger with its evidence, for a colleague or a backup.
    """
    # What writes each format loads here, so that help costs nothing.
    from firsthand.store.copying import copy_case  # noqa: PLC0415
    from firsthand.store.exporting import export_case  # noqa: PLC0415
    from firsthand.values.errors import BadRequest  # noqa: PLC0415
    from firsthand.values.source import Handling  # noqa: PLC0415

    if asked["with_confidential"] and asked["form"] != "case":
        raise BadRequest("--with-confidential goes with --format case alone.")
    out = Path(asked["out"])
    with opened(asked) as (case, me):
        if asked["form"] == "case":
            left = copy_case(
                case, out, by=me, confidential=asked["with_confidential"], force=asked["force"]
            )
        else:
            left = export_case(
                case,
                out,
                form=asked["form"],
                by=me,
                handling=Handling(asked["handling"]),
                force=asked["force"],
            )
        if not asked["quiet"]:
            click.echo(f"{out}: written, as entry {left.entry} says.")
            if left.findings_left_out and asked["form"] in {"contract", "csv"}:
                click.echo(f"{left.findings_left_out} findings rest on what stays, and stay, too.")
    return Exit.DONE
