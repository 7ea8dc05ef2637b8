"""The command line's front door. Commands load when they are called: help must cost nothing."""

import sys

import click

import firsthand
from firsthand.cli.lazy import LazyCommands

_COMMANDS = {
    "case": "firsthand.cli.case.group",
    "demo": "firsthand.cli.demo",
    "trace": "firsthand.cli.trace",
}

_NEXT = """\b
New here?
  firsthand demo              trace the bundled, invented case and write a report
  firsthand trace FOLDER      do the same for your own sources
  firsthand case new CASE     begin a case that remembers: entries, judgements, replies
"""


@click.group(
    cls=LazyCommands,
    homes=_COMMANDS,
    epilog=_NEXT,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(firsthand.__version__, prog_name="firsthand")
def commands() -> None:
    """Show who said a thing first, who only repeats it, who denies it, who would not say."""


def main() -> None:
    """Run the command line and leave with the exit code that the design promises."""
    sys.exit(commands())
