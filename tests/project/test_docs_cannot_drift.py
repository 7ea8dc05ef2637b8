import inspect
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from firsthand.cli.main import commands
from firsthand.record.by_hand import BY_HAND, entry_by_hand, fields_as_told
from firsthand.record.entry import CaseRole
from firsthand.values import errors
from firsthand.values.contract import schema
from tools import write_entries
from tools.write_help import PAGE, page_with_help

DOCS = Path(__file__).parents[2] / "docs"


def headings(page: Path) -> set[str]:
    lines = page.read_text("utf-8").splitlines()
    return {line.lstrip("# ").strip() for line in lines if line.startswith("#")}


def test_every_command_has_its_heading() -> None:
    names = set(_command_names(commands, "firsthand"))

    described = headings(PAGE)

    assert names - described == set()


def test_every_command_has_its_help_under_its_heading() -> None:
    names = set(_command_names(commands, "firsthand"))

    marked = set(re.findall(r"<!-- help of: (.+) -->", PAGE.read_text("utf-8")))

    assert names - marked == set()


def _command_names(command: click.Command, name: str) -> Iterator[str]:
    yield name
    if isinstance(command, click.Group):
        context = click.Context(command)
        for part in command.list_commands(context):
            inner = command.get_command(context, part)
            if inner is not None:
                yield from _command_names(inner, f"{name} {part}")


def test_the_help_in_the_docs_is_the_help_of_the_program() -> None:
    page = PAGE.read_text("utf-8")

    written_anew = page_with_help(page)

    assert page == written_anew, "run: python tools/write_help.py"


def test_the_page_on_entries_says_what_the_program_does() -> None:
    page = write_entries.PAGE.read_text("utf-8")

    written_anew = write_entries.page()

    assert page == written_anew, "run: python -m tools.write_entries"


def test_every_kind_that_a_person_writes_and_every_role_has_its_heading() -> None:
    kinds = {content.kind for content in BY_HAND}

    described = headings(write_entries.PAGE)

    assert (kinds | {role.value for role in CaseRole}) - described == set()


def test_every_example_of_an_entry_is_one() -> None:
    examples = [
        (content, shlex.split(example.split(" --reason ")[0]))
        for content, example in write_entries.examples()
    ]

    read = [
        (content, entry_by_hand(content.kind, fields_as_told(content.kind, _parted(words))))
        for content, words in examples
        if "--json" not in words
    ]

    assert all(type(told) is content for content, told in read)


def _parted(words: list[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        name, _, value = word.partition("=")
        yield name, value


def test_every_error_has_its_heading() -> None:
    classes = inspect.getmembers(errors, inspect.isclass)

    described = headings(DOCS / "reference" / "errors.md")

    assert {name for name, _ in classes} <= described


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [*DOCS.rglob("*.md"), DOCS.parent / "README.md"]

    dead = [
        f"{page.name}: {target}"
        for page in pages
        for target in _local_links(page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]

    assert dead == []


def _local_links(text: str) -> list[str]:
    pieces = [piece.split(")", 1)[0] for piece in text.split("](")[1:]]
    return [piece.split("#")[0] for piece in pieces if piece and not piece.startswith("http")]


def test_every_field_of_the_machine_contract_is_described() -> None:
    page = (DOCS / "reference" / "contract.md").read_text("utf-8")

    fields = set(_property_names(schema()))

    assert {field for field in fields if f"`{field}`" not in page} == set()


def _property_names(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        yield from part.get("properties", {})
        for inner in part.values():
            yield from _property_names(inner)
