"""The command line's front door. Commands load when they are called: help must cost nothing."""

import sys
from importlib import import_module

import click

import firsthand

_COMMANDS = {
    "demo": "firsthand.cli.demo",
    "trace": "firsthand.cli.trace",
}

_NEXT = """\b
New here?
  firsthand demo              trace the bundled, invented case and write a report
  firsthand trace FOLDER      do the same for your own sources
"""


class LazyCommands(click.Group):
    """A group that knows its commands' names and imports one only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, in order."""
        del ctx
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command by name."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name]).command
        return command


@click.group(
    cls=LazyCommands,
    epilog=_NEXT,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(firsthand.__version__, prog_name="firsthand")
def commands() -> None:
    """Show who said a thing first, who only repeats it, who denies it, who would not say."""


def main() -> None:
    """Run the command line and leave with the exit code that the design promises."""
    sys.exit(commands())
