"""``firsthand case trace``: read what came in, and follow all claims back."""

from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    json_file: str | None
    html_file: str | None
    csv_file: str | None
    quiet: bool


@click.command(name="trace")
@names_a_case
@click.option(
    "--json", "json_file", metavar="FILE", help="Write the machine contract (- is stdout)."
)
@click.option("--html", "html_file", metavar="FILE", help="Write a self-contained report.")
@click.option(
    "--csv", "csv_file", metavar="FILE", help="Write a row for each claim, with its finding."
)
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Read the claims of sources that came into CASE, and trace all to who said them first.

    What people judged, joined, merged and recorded since holds on for the new findings. The files
    show what the trace found; firsthand case status shows what holds.
    """
    from firsthand.cli import progress, run  # noqa: PLC0415 - help costs nothing
    from firsthand.cli.case.showing import changed_line, counts_line  # noqa: PLC0415
    from firsthand.store.status import counts_of  # noqa: PLC0415
    from firsthand.store.tracing_case import trace_case  # noqa: PLC0415

    outputs = run.Outputs(
        json_file=asked["json_file"], html_file=asked["html_file"], csv_file=asked["csv_file"]
    )
    with opened(asked) as (case, me):
        with progress.no_bar() if asked["quiet"] else progress.bar_on_stderr() as bar:
            done = trace_case(case, by=me, tell=bar.step)
        counts = counts_of(case)
    outputs.write(done.trace)
    if not asked["quiet"] and "-" not in (
        asked["json_file"],
        asked["html_file"],
        asked["csv_file"],
    ):
        click.echo(counts_line(counts))
        for change in done.changed:
            click.echo(changed_line(change))
        click.echo(f"Next: firsthand case status {asked['case']}")
    return Exit.DONE
