"""Write each command's help into docs/reference/commands.md, where the page has its marker.

    python tools/write_help.py

A test fails when the page and the program differ.
"""

import re
from pathlib import Path

import click

from firsthand.cli.main import commands

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "commands.md"
_BLOCK = re.compile(r"(<!-- help of: (?P<name>[a-z -]+) -->\n```text\n)(?:.*?)(\n```)", re.DOTALL)


def help_of(name: str) -> str:
    """Render one command's help as it stands on an 88-column terminal."""
    found: click.Command = commands
    # With the program's own settings: they give the options for help their names.
    settings = commands.context_settings
    context = click.Context(commands, info_name="firsthand", terminal_width=88, **settings)
    for part in name.split()[1:]:
        command = found.get_command(context, part) if isinstance(found, click.Group) else None
        if command is None:
            raise SystemExit(f"docs name a command that does not exist: {name}")
        found = command
        context = click.Context(found, info_name=part, parent=context, terminal_width=88)
    return found.get_help(context)


def page_with_help(page: str) -> str:
    """Fill every marked block of a page with its command's help."""
    return _BLOCK.sub(lambda block: f"{block[1]}{help_of(block['name'])}{block[3]}", page)


if __name__ == "__main__":
    PAGE.write_text(page_with_help(PAGE.read_text("utf-8")), "utf-8")
