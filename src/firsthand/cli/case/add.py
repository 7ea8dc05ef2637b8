"""``firsthand case add``: take sources in."""

from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well, say


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    paths: tuple[str, ...]
    handling: str | None
    as_is: bool
    allow_private: bool
    quiet: bool


@click.command(name="add")
@names_a_case
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--handling",
    type=click.Choice(["public", "restricted", "confidential"]),
    help="Who may see these sources, whatever they say of themselves.",
)
@click.option("--as-is", is_flag=True, help="Take plain text files whole, furniture and all.")
@click.option("--allow-private", is_flag=True, help="Let named addresses lie in private networks.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Take sources into CASE: their bytes as evidence, their text, and where they came from.

    PATH is what firsthand trace takes. What the case has already is not taken twice.
    """
    from firsthand.cli import progress  # noqa: PLC0415 - help costs nothing
    from firsthand.cli.fetching import fetcher_for  # noqa: PLC0415
    from firsthand.sources.captured import TextMode  # noqa: PLC0415
    from firsthand.store.adding import add_sources  # noqa: PLC0415
    from firsthand.values.source import Handling  # noqa: PLC0415

    with (
        opened(asked) as (case, me),
        progress.no_bar() if asked["quiet"] else progress.bar_on_stderr() as bar,
    ):
        added = add_sources(
            case,
            asked["paths"],
            by=me,
            handling=Handling(asked["handling"]) if asked["handling"] else None,
            text_mode=TextMode.AS_IS if asked["as_is"] else TextMode.CLEANED,
            fetcher=fetcher_for(asked["paths"], allow_private=asked["allow_private"]),
            tell=bar.step,
        )
    for refusal in added.refusals:
        say(f"{refusal.file}: {refusal.message}")
    if not asked["quiet"]:
        known = f", {added.known} there already" if added.known else ""
        bodies = f", {added.bodies} bodies" if added.bodies else ""
        click.echo(f"{len(added.sources)} sources taken in{known}{bodies}.")
    return Exit.DONE_IN_PART if added.refusals else Exit.DONE
