"""``firsthand case transcribe``: let a program of the user's own read a picture or recording."""

import shlex
import subprocess
from pathlib import Path
from typing import Final, Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well
from firsthand.values.errors import BadRequest

_LONGEST_S: Final = 3600
_LONGEST_TEXT: Final = 4 * 1024 * 1024


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    source: str
    program: str
    lang: str
    anchor: str | None
    quiet: bool


@click.command(name="transcribe")
@names_a_case
@click.argument("source", metavar="SOURCE")
@click.option(
    "--with", "program", required=True, metavar="COMMAND", help="Reads the file, prints its words."
)
@click.option("--lang", default="und", show_default=True, help="The language of the words.")
@click.option("--anchor", metavar="PLACE", help='What of it: "page 3", "02:13-02:41".')
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Add what COMMAND reads out of SOURCE of CASE as a transcript, under the command's name.

    COMMAND gets the evidence on its standard input, as in --with "tesseract - -". Nothing does this
    unasked, and nothing confidential is handed to another program.
    """
    from firsthand.record.contents.of_sources import TranscriptAdded  # noqa: PLC0415 - lean help
    from firsthand.record.recording import record  # noqa: PLC0415
    from firsthand.store.captured import evidence_in_the_open  # noqa: PLC0415

    words = shlex.split(asked["program"])
    if not words:
        raise BadRequest("name the program that reads the file: --with COMMAND.")
    with opened(asked) as (case, me):
        digest = evidence_in_the_open(asked["source"], case.alias)
        with case.evidence.opened(digest) as stream:
            text = _read_by(words, stream.fileno())
        content = TranscriptAdded(
            source=asked["source"],
            text=text,
            transcriber=Path(words[0]).name,
            lang=asked["lang"],
            anchor=asked["anchor"],
        )
        (number,) = record(case.ledger, [content], by=me, reason="read by a program")
    if not asked["quiet"]:
        click.echo(f"Entry {number}: {len(text.split())} words.")
    return Exit.DONE


def _read_by(words: list[str], evidence: int) -> str:
    try:
        ran = subprocess.run(  # noqa: S603 - the user's own program, as named, without a shell
            words, stdin=evidence, capture_output=True, timeout=_LONGEST_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as failed:
        raise BadRequest(
            f"{Path(words[0]).name} could not be run to its end. Check that it is installed."
        ) from failed
    text = ran.stdout[:_LONGEST_TEXT].decode("utf-8", "replace").replace("\x00", "").strip()
    if ran.returncode or not text:
        raise BadRequest(
            f"{Path(words[0]).name} read no words (it ended with {ran.returncode}). Nothing was "
            "added."
        )
    return text
