"""``firsthand demo``: the bundled case, traced and written as a report."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from firsthand.cli.ending import Exit, ends_well


class Asked(TypedDict):
    """What the user asked for, as click hands it over."""

    out: str
    quiet: bool


@click.command(name="demo")
@click.option(
    "--out",
    metavar="DIR",
    default="firsthand-demo",
    show_default=True,
    help="The folder that gets report.html and trace.json.",
)
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Trace the bundled case and write its report.

    The case is invented whole: its states, towns, outlets, bodies and people do not exist.
    """
    # The engines load here, so that help costs nothing.
    from firsthand.cli import progress, run  # noqa: PLC0415
    from firsthand.cli.showing import Extent  # noqa: PLC0415
    from firsthand.sources.demo import demo_case  # noqa: PLC0415

    out = Path(asked["out"])
    outputs = run.Outputs(
        json_file=str(out / "trace.json"),
        html_file=str(out / "report.html"),
        title="The bundled case (invented)",
    )
    with progress.no_bar() if asked["quiet"] else progress.bar_on_stderr() as bar:
        with demo_case() as folder:
            reading = run.read((str(folder),), bar)
        trace = run.traced(reading, bar)
    outputs.write(trace)
    if not asked["quiet"]:
        run.print_findings(trace, Extent.TAKEN_UP)
        click.echo(f"\nThe report: {out / 'report.html'}")
    return Exit.DONE_IN_PART if reading.refusals else Exit.DONE
