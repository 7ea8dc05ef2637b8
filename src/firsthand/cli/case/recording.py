"""``firsthand case record``: write one entry by hand."""

import json
from typing import Any, Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well
from firsthand.values.errors import BadRequest


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    kind: str
    fields: tuple[str, ...]
    reason: str
    from_json: str | None
    quiet: bool


@click.command(name="record")
@names_a_case
@click.argument("kind", metavar="KIND")
@click.argument("fields", metavar="FIELD=VALUE...", nargs=-1)
@click.option("--reason", default="", metavar="WORDS", help="Why; it stands in the ledger.")
@click.option(
    "--json", "from_json", metavar="FILE", help="Take the fields from a JSON object (- is stdin)."
)
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Write an entry into CASE by hand: a judgement, a reply, an official act and more.

    KIND is judged, asked, replied, "official act", withheld and so on; the docs list them all.

    A list is written as JSON, or with commas.
    """
    from firsthand.cli.case.showing import changed_line  # noqa: PLC0415
    from firsthand.record.by_hand import entry_by_hand, fields_as_told  # noqa: PLC0415 - lean
    from firsthand.record.recording import record  # noqa: PLC0415
    from firsthand.store.status import reached_by  # noqa: PLC0415

    told = _from_json(asked["from_json"]) if asked["from_json"] else {}
    told |= fields_as_told(asked["kind"], map(_field, asked["fields"]))
    content = entry_by_hand(asked["kind"], told)
    with opened(asked) as (case, me):
        (number,) = record(case.ledger, [content], by=me, reason=asked["reason"])
        if not asked["quiet"]:
            click.echo(f"Entry {number}: {content.kind}.")
            for change in reached_by(case, number):
                click.echo(changed_line(change))
    return Exit.DONE


def _field(told: str) -> tuple[str, str]:
    name, equals, value = told.partition("=")
    if not equals:
        raise BadRequest(f"{name!r} is no FIELD=VALUE.")
    return name, value


def _from_json(file: str) -> dict[str, Any]:
    with click.open_file(file, encoding="utf-8") as stream:
        try:
            told = json.load(stream)
        except (ValueError, RecursionError) as broken:
            raise BadRequest(f"{file}: this is not JSON. Give one object.") from broken
    if not isinstance(told, dict):
        raise BadRequest(f"{file}: give one JSON object, with the fields of the entry.")
    return told
