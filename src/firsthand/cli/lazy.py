"""A group that knows its commands' names and imports one only when it is needed."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyCommands(click.Group):
    """A group of commands, each in a module of its own that holds it as ``command``."""

    def __init__(self, *, homes: Mapping[str, str], **told: Any) -> None:  # noqa: ANN401 - click's
        """Find each command, by its name, in the module that ``homes`` gives."""
        super().__init__(**told)
        self._homes = homes

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, in order."""
        del ctx
        return sorted(self._homes)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command by name."""
        del ctx
        if cmd_name not in self._homes:
            return None
        command: click.Command = import_module(self._homes[cmd_name]).command
        return command
