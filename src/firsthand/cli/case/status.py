"""``firsthand case status``: what the case comes to, now or by a day."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well

if TYPE_CHECKING:
    from firsthand.store.status import Standing

_AT_ONCE = 25
_DAY = click.DateTime(formats=["%Y-%m-%d"])


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    said_by: datetime | None
    recorded_by: datetime | None
    finding: str | None
    show_all: bool
    as_json: bool
    quiet: bool


@click.command(name="status")
@names_a_case
@click.option(
    "--said-by", type=_DAY, metavar="DATE", help="Leave out what was published after this day."
)
@click.option(
    "--recorded-by",
    type=_DAY,
    metavar="DATE",
    help="Leave out what this case recorded after this day (UTC).",
)
@click.option("--finding", metavar="ID", help="Only this finding.")
@click.option("--all", "show_all", is_flag=True, help="Print every finding.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a finding, a line each.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Show the findings of CASE with their three lines, as they hold or as they stood by a day.

    Beside the lines stand the judgement, who was asked, what the trace alone said where people's
    entries changed it, and the weight of withheld testimony.
    """
    from rich.console import Console  # noqa: PLC0415 - help costs nothing

    from firsthand.cli.case.showing import counts_line, show_standing  # noqa: PLC0415
    from firsthand.store.status import counts_of, standing_findings  # noqa: PLC0415

    is_short = not (asked["show_all"] or asked["as_json"])
    with opened(asked) as (case, _me):
        found = standing_findings(
            case,
            said_by=asked["said_by"].date() if asked["said_by"] else None,
            recorded_by=asked["recorded_by"].date() if asked["recorded_by"] else None,
            limit=_AT_ONCE if is_short else None,
            only=asked["finding"],
        )
        if asked["as_json"]:
            for each in found:
                click.echo(json.dumps(_told(each), ensure_ascii=False))
        elif not asked["quiet"]:
            counts = counts_of(case)
            click.echo(counts_line(counts))
            shown = show_standing(found, Console())
            if is_short and asked["finding"] is None and counts.findings > shown >= _AT_ONCE:
                click.echo(f"… and {counts.findings - shown} more; --all shows them.")
    return Exit.DONE


def _told(each: "Standing") -> dict[str, object]:
    from firsthand.values.contract import finding_record  # noqa: PLC0415 - loaded with the store

    return {
        **finding_record(each.finding),
        "judgement": each.verdict.value,
        "asked": each.asked,
        "answered": each.answered,
        "found": list(each.found) if each.found else None,
        "withheld": each.withheld,
    }
