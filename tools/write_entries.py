"""Write docs/reference/entries.md from the code: kinds of entries, their fields, and the roles.

    python -m tools.write_entries

A test fails when the page and the program differ.
"""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from inspect import cleandoc
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from firsthand.record.by_hand import BY_HAND
from firsthand.record.contents.base import Content
from firsthand.record.contents.kinds import KINDS
from firsthand.record.contents.of_entities import Location, Told
from firsthand.record.entry import CaseRole
from firsthand.record.permissions import least_role
from tools.entry_words import EXAMPLES, FIELDS, OF_ONE_KIND

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "entries.md"

_HEAD = """\
# Entries

A case is a ledger: a list of entries that nobody edits. `firsthand case record CASE KIND
FIELD=VALUE...` writes one by hand; each gets a number, the moment, its author and, with
`--reason`, why. A list is parted by commas, or written as JSON; what is nested is written as JSON.
Days are `YYYY-MM-DD`. What was wrong is taken back with *undone*, and both stay.

Author, moment, kind and reason are never sealed:
[name nobody in a reason](../explanation/ledger.md).
"""

_ROLES = {
    CaseRole.READER: "looks, exports, and writes down that a consent was taken back",
    CaseRole.ANALYST: "adds sources, traces, judges, asks, records",
    CaseRole.EDITOR: "decides who may see what, and opens what is confidential, with the key",
    CaseRole.OWNER: "gives roles, erases, and changes the key",
}


def page() -> str:
    """Write the whole page."""
    return "\n".join([_HEAD, *_by_hand(), *_by_program(), *_nested(), *_roles()])


def _by_hand() -> Iterator[str]:
    yield "## Kinds that a person writes\n"
    for content in BY_HAND:
        undoing = "can be undone" if content.is_undoable else "cannot be undone"
        yield f"### {content.kind}\n"
        yield f"{_told(content)}\n"
        yield f"Least role: {least_role(content).value}. It {undoing}.\n"
        yield from _table(content, content.kind)
        example = f"{_quoted(content.kind)} {EXAMPLES[content.kind]}"
        yield f"```text\nfirsthand case record CASE {example}\n```\n"


def _by_program() -> Iterator[str]:
    yield "## Kinds that only the program writes\n"
    yield "| kind | what it says | least role |\n|---|---|---|"
    for kind, content in KINDS.items():
        if content not in BY_HAND:
            first = _told(content).split("\n\n")[0].replace("\n", " ")
            yield f"| {kind} | {first} | {least_role(content).value} |"
    yield ""


def _nested() -> Iterator[str]:
    yield "## What is nested\n"
    for name, nested in {"location": Location, "a part in told": Told}.items():
        yield f"### {name}\n\n{_told(nested)}\n"
        yield from _table(nested, None)


def _roles() -> Iterator[str]:
    yield "## Roles\n"
    yield (
        "Each may do all that the one before may. The program keeps to them;\n"
        "whoever owns the files can [do without the program](../explanation/ledger.md).\n"
    )
    for role in CaseRole:
        kinds = [kind for kind, content in KINDS.items() if least_role(content) is role]
        yield f"### {role.value}\n\n{_ROLES[role][0].upper()}{_ROLES[role][1:]}.\n"
        yield f"Writes, from here on: {', '.join(kinds)}.\n"


def _table(owner: type, kind: str | None) -> Iterator[str]:
    hints = get_type_hints(owner)
    yield "| field | what it is | values |\n|---|---|---|"
    for field in fields(owner):
        words = _words(field.name, kind)
        may = "" if _is_needed(field) else " (may be left out)"
        yield f"| `{field.name}` | {words}{may} | {_values(hints[field.name])} |"
    yield ""


_NESTED_WORDS = {
    "latitude": "degrees north",
    "longitude": "degrees east",
    "precision": "how closely it is known",
    "part": "which part of the act",
    "value": "what it is said to be",
    "claims": "the claims that say so; never none",
    "entity": "the id of the entity that it is",
}


def _words(field: str, kind: str | None) -> str:
    if kind is None:
        return _NESTED_WORDS[field]
    return OF_ONE_KIND.get((kind, field)) or FIELDS[field]


def _is_needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _values(hint: Any) -> str:  # noqa: ANN401 - any field's type
    kinds = [part for part in get_args(hint) or (hint,) if part is not type(None)]
    if get_origin(hint) is tuple:
        return "two whole numbers" if kinds == [int, int] else "a list"
    if get_origin(kinds[0]) is tuple:
        return _values(kinds[0])
    if isinstance(kinds[0], type) and issubclass(kinds[0], StrEnum):
        return ", ".join(f"`{value.value}`" for value in kinds[0])
    if is_dataclass(kinds[0]):
        return "JSON"
    return {int: "a whole number", float: "a number"}.get(kinds[0], "text")


def _told(owner: type) -> str:
    return cleandoc(owner.__doc__ or "").replace("``", "`")


def _quoted(kind: str) -> str:
    return f"'{kind}'" if " " in kind else kind


def examples() -> Iterator[tuple[type[Content], str]]:
    """Give each kind's example, so that a test can read it."""
    for content in BY_HAND:
        yield content, EXAMPLES[content.kind]


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
