"""``firsthand case verify``: whether all is as it was written."""

import json
from functools import partial
from pathlib import Path
from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well, say


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    head: str | None
    roots: str | None
    as_json: bool
    quiet: bool


@click.command(name="verify")
@names_a_case
@click.option("--head", metavar="DIGEST", help="A digest you noted earlier; it must be in there.")
@click.option("--roots", metavar="FILE", help="Check stamps against these root certificates (PEM).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Verify CASE: the chain of entries, the tables drawn from them, findings' lines, evidence.

    Whatever was changed, removed or moved is named with its entry's number, and the command ends
    with 1. Who rewrites the whole ledger is only found out by a digest kept elsewhere: note the one
    this prints, or have it stamped (firsthand case stamp).
    """
    from firsthand.cli import progress  # noqa: PLC0415 - help costs nothing
    from firsthand.outside.timestamp_check import verified_time  # noqa: PLC0415
    from firsthand.store.verifying import verify  # noqa: PLC0415

    with (
        opened(asked) as (case, _me),
        progress.no_bar() if asked["quiet"] else progress.bar_on_stderr() as bar,
    ):
        found = verify(
            case,
            expected_head=asked["head"],
            check_stamp=partial(verified_time, roots=Path(asked["roots"]))
            if asked["roots"]
            else None,
            tell=bar.step,
        )
    told = [f"entry {fault.number}: {fault.what}" for fault in found.faults if fault.number]
    told += [f"{fault.what}" for fault in found.faults if not fault.number]
    for line in (*told, *found.evidence):
        say(line)
    if asked["as_json"]:
        click.echo(
            json.dumps(
                {
                    "whole": found.is_whole,
                    "entries": found.entries,
                    "files": found.files,
                    "head": found.head,
                    "faults": [
                        {"entry": fault.number, "what": fault.what} for fault in found.faults
                    ],
                    "evidence": list(found.evidence),
                    "leftovers": list(found.leftovers),
                }
            )
        )
    elif not asked["quiet"]:
        what = "all as written" if found.is_whole else "NOT as written"
        click.echo(f"{found.entries} entries, {found.files} files: {what}.")
        # On a line of its own: it is there to be copied.
        click.echo(f"Head: {found.head}")
        if found.leftovers:
            click.echo(f"{len(found.leftovers)} files of evidence belong to no entry.")
    return Exit.DONE if found.is_whole else Exit.DONE_IN_PART
