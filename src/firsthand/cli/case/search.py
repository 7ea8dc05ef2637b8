"""``firsthand case search``: find words in a case."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well

if TYPE_CHECKING:
    from firsthand.store.searching import Hit

_DAY = click.DateTime(formats=["%Y-%m-%d"])


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    words: tuple[str, ...]
    what: str | None
    speaker: str | None
    stance: str | None
    since: datetime | None
    until: datetime | None
    place: str | None
    kind: str | None
    support: str | None
    dispute: str | None
    limit: int
    as_json: bool
    quiet: bool


@click.command(name="search")
@names_a_case
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option("--what", type=click.Choice(["claim", "source", "entity"]), help="Only these.")
@click.option("--speaker", metavar="NAME", help="Only claims whose speaker's name holds this.")
@click.option("--stance", metavar="STANCE", help="Only claims with this stance.")
@click.option("--since", type=_DAY, metavar="DATE", help="Only what came out on this day or later.")
@click.option("--until", type=_DAY, metavar="DATE", help="Only what came out by this day.")
@click.option("--place", metavar="NAME", help="Only where this place is named, too.")
@click.option("--kind", metavar="KIND", help="Only in sources of this kind.")
@click.option("--support", metavar="LINE", help="Only claims in findings with this support.")
@click.option("--dispute", metavar="LINE", help="Only claims in findings with this dispute.")
@click.option("--limit", default=25, show_default=True, help="How many at the most.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a hit, a line each.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Find all of WORDS in the sources, claims and entities of CASE.

    "Words in quotation marks" stand together, -word leaves texts out, word* is a beginning. Chinese
    needs no spaces. What is confidential is in no index.
    """
    from firsthand.store.searching import Filters, search  # noqa: PLC0415 - help costs nothing

    filters = Filters(
        what=asked["what"],
        speaker=asked["speaker"],
        stance=asked["stance"],
        said_from=asked["since"].date() if asked["since"] else None,
        said_until=asked["until"].date() if asked["until"] else None,
        place=asked["place"],
        kind=asked["kind"],
        support=asked["support"],
        dispute=asked["dispute"],
    )
    with opened(asked) as (case, _me):
        hits = search(case, " ".join(asked["words"]), filters=filters, limit=asked["limit"])
    for hit in hits:
        if asked["as_json"]:
            click.echo(json.dumps(_told(hit), ensure_ascii=False))
        elif not asked["quiet"]:
            click.echo(_line(hit))
    if not hits and not asked["quiet"] and not asked["as_json"]:
        click.echo("Nothing holds all of these words.")
    return Exit.DONE


def _told(hit: "Hit") -> dict[str, object]:
    return {
        "what": hit.what,
        "id": hit.id,
        "source": hit.source,
        "name": hit.name,
        "words": hit.quotation.text,
        "marks": [list(mark) for mark in hit.quotation.marks],
    }


def _line(hit: "Hit") -> str:
    from firsthand.drawings.safe import for_terminal  # noqa: PLC0415 - help costs nothing

    words, at = [], 0
    for start, end in hit.quotation.marks:
        words.append(for_terminal(hit.quotation.text[at:start]))
        words.append(click.style(for_terminal(hit.quotation.text[start:end]), bold=True))
        at = end
    words.append(for_terminal(hit.quotation.text[at:]))
    return f"{hit.what} {hit.id} · {for_terminal(hit.name)} · {''.join(words)}"
