"""``firsthand case log``: the entries, in their order."""

import json
import shutil
import sys
import textwrap
from contextlib import closing
from typing import TYPE_CHECKING, Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well

if TYPE_CHECKING:
    from firsthand.record.entry import Entry as WrittenEntry

_INDENT = " " * 9


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    kinds: tuple[str, ...]
    subject: str | None
    after: int
    as_json: bool
    quiet: bool


@click.command(name="log")
@names_a_case
@click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only entries of this kind.")
@click.option("--about", "subject", metavar="ID", help="Only entries about this id.")
@click.option("--after", default=0, metavar="NUMBER", help="Only entries after this one.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a line.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Show the entries of CASE: number, time, author, kind and reason."""
    with (
        opened(asked) as (case, _me),
        # Closed before the case is, where whoever reads along stops early (head, less).
        closing(
            case.ledger.entries(
                after=asked["after"], kinds=asked["kinds"], subject=asked["subject"]
            )
        ) as found,
    ):
        for entry in found:
            about = entry.content.subjects if entry.content else ()
            if asked["as_json"]:
                told = {
                    "number": entry.number,
                    "at": entry.at,
                    "author": entry.author,
                    "kind": entry.kind,
                    "about": list(about),
                    "reason": entry.reason,
                    "digest": entry.digest,
                }
                click.echo(json.dumps(told, ensure_ascii=False))
            elif not asked["quiet"]:
                click.echo(_line_of(entry))
    return Exit.DONE


def _line_of(entry: "WrittenEntry") -> str:
    """Write an entry as one line; on a narrow terminal, what does not fit goes below, indented."""
    from firsthand.drawings.safe import for_terminal  # noqa: PLC0415 - help costs nothing

    # Made safe part by part: on the whole line the gaps between columns would collapse.
    author, kind = for_terminal(entry.author), for_terminal(entry.kind)
    line = f"{entry.number:>7}  {entry.at[:19]}Z  {author:<12}  {kind:<18}"
    about = " ".join(entry.content.subjects) if entry.content else ""
    why = f"({entry.reason})" if entry.reason else ""
    more = for_terminal("  ".join(filter(None, (about, why))))
    width = shutil.get_terminal_size().columns
    if not sys.stdout.isatty() or len(line) + 2 + len(more) <= width:
        return f"{line}  {more}".rstrip()
    below = textwrap.wrap(more, width, initial_indent=_INDENT, subsequent_indent=_INDENT)
    return "\n".join((line.rstrip(), *below))
