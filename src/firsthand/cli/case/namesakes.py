"""``firsthand case namesakes``: entities that may be one."""

import json
from shlex import join
from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    as_json: bool
    quiet: bool


@click.command(name="namesakes")
@names_a_case
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a pair, a line each.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Propose entities of CASE that may be one, across spellings and scripts.

    Nothing is joined. Below each pair stands the command that joins them; with "entities apart" in
    it they are kept apart, and not proposed again. Both can be undone.
    """
    from firsthand.drawings.safe import for_terminal  # noqa: PLC0415 - help costs nothing
    from firsthand.store.models import Entity  # noqa: PLC0415
    from firsthand.store.namesakes import namesakes  # noqa: PLC0415

    with opened(asked) as (case, _me):
        found = namesakes(case)
        names = dict(Entity.objects.using(case.alias).values_list("id", "name"))
    for pair in found:
        told = {
            "left": pair.left,
            "right": pair.right,
            "left_name": names[pair.left],
            "right_name": names[pair.right],
            "score": round(pair.score, 3),
            "reason": pair.reason,
        }
        if asked["as_json"]:
            click.echo(json.dumps(told, ensure_ascii=False))
        elif not asked["quiet"]:
            both = f"{pair.left} {names[pair.left]} · {pair.right} {names[pair.right]}"
            click.echo(for_terminal(f"{pair.score:.2f} · {both} · {pair.reason}"))
            decide = ["firsthand", "case", "record", asked["case"], "entities same"]
            click.echo(
                for_terminal(f"  {join([*decide, f'left={pair.left}', f'right={pair.right}'])}")
            )
    if not found and not asked["quiet"] and not asked["as_json"]:
        click.echo("No two entities look like one.")
    return Exit.DONE
