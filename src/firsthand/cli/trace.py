"""``firsthand trace``: from files and folders to origins and findings."""

from datetime import datetime
from typing import TypedDict, Unpack

import click

from firsthand.cli.ending import Exit, ends_well


class Asked(TypedDict):
    """What the user asked for, as click hands it over."""

    paths: tuple[str, ...]
    json_file: str | None
    html_file: str | None
    csv_file: str | None
    text_dir: str | None
    as_of: datetime | None
    as_is: bool
    allow_private: bool
    show_all: bool
    quiet: bool


@click.command(name="trace")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--json", "json_file", metavar="FILE", help="Write the machine contract (- is stdout)."
)
@click.option("--html", "html_file", metavar="FILE", help="Write a self-contained report.")
@click.option(
    "--csv", "csv_file", metavar="FILE", help="Write a row for each claim, with its finding."
)
@click.option("--text-dir", metavar="DIR", help="Write each source's text, one file a source.")
@click.option(
    "--as-of",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="DATE",
    help="Leave out what was published after this day (YYYY-MM-DD).",
)
@click.option("--as-is", is_flag=True, help="Take plain text files whole, furniture and all.")
@click.option("--allow-private", is_flag=True, help="Let named addresses lie in private networks.")
@click.option("--all", "show_all", is_flag=True, help="Print every finding, those said once too.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Trace claims in PATH... to who said them first.

    PATH is a file, a folder, a .jsonl, a .wacz or .warc(.gz), or an http(s) address. Among the
    files, sources.json or sources.csv may name publishers and dates, and bodies.toml who owns or
    answers for whom. Nothing is fetched but the addresses you name.
    """
    # The engines load here, so that help costs nothing.
    from firsthand.cli import progress, run  # noqa: PLC0415
    from firsthand.cli.fetching import fetcher_for  # noqa: PLC0415
    from firsthand.cli.showing import Extent  # noqa: PLC0415
    from firsthand.sources.reading import TextMode  # noqa: PLC0415

    outputs = run.Outputs(
        json_file=asked["json_file"],
        html_file=asked["html_file"],
        csv_file=asked["csv_file"],
        text_dir=asked["text_dir"],
    )
    with progress.no_bar() if asked["quiet"] else progress.bar_on_stderr() as bar:
        reading = run.read(
            asked["paths"],
            bar,
            text_mode=TextMode.AS_IS if asked["as_is"] else TextMode.CLEANED,
            fetcher=fetcher_for(asked["paths"], allow_private=asked["allow_private"]),
        )
        as_of = asked["as_of"].date() if asked["as_of"] else None
        trace = run.traced(reading, bar, as_of=as_of)
    outputs.write(trace)
    if not asked["quiet"] and "-" not in (
        asked["json_file"],
        asked["html_file"],
        asked["csv_file"],
    ):
        run.print_findings(trace, Extent.EVERY if asked["show_all"] else Extent.FIRST)
    return Exit.DONE_IN_PART if reading.refusals else Exit.DONE
