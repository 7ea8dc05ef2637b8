"""``bodies.toml``: who owns whom, who is part of whom, and whose organ a body is."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from firsthand.sources.limits import LISTING, spelled
from firsthand.sources.wording import shown
from firsthand.values.body import Bodies, Body, BodyKind
from firsthand.values.errors import BadBodies

FILE_NAME: Final = "bodies.toml"

_KIND_WORDS: Final[dict[str, BodyKind]] = {
    "newspaper": BodyKind.OUTLET,
    "newsroom": BodyKind.OUTLET,
    "agency": BodyKind.OUTLET,
    "news agency": BodyKind.OUTLET,
    "wire": BodyKind.OUTLET,
    "broadcaster": BodyKind.OUTLET,
    "publisher": BodyKind.OUTLET,
    "media": BodyKind.OUTLET,
    "embassy": BodyKind.CONSULATE,
    "mission": BodyKind.CONSULATE,
    "government": BodyKind.STATE,
    "country": BodyKind.STATE,
    "department": BodyKind.MINISTRY,
    "force": BodyKind.POLICE,
    "charity": BodyKind.NGO,
    "association": BodyKind.GROUP,
    "firm": BodyKind.COMPANY,
    "corporation": BodyKind.COMPANY,
}

_EXAMPLE: Final = '[[body]]\\nname = "River Watch"\\nkind = "ngo"'


def read_bodies(files: Iterable[Path]) -> Bodies:
    """Read every declared body from ``bodies.toml`` files, in the order of the files.

    Each body is one ``[[body]]`` table: ``name``, and as far as known ``kind``, ``aliases`` (a
    list), ``owner``, ``parent`` and ``state``. A broken file stops the reading with BadBodies:
    two papers of one owner would otherwise pass for two independent voices.
    """
    return Bodies(body for file in files for body in _declared_in(file))


def _declared_in(file: Path) -> Iterator[Body]:
    where = shown(file.name)
    try:
        if file.stat().st_size > LISTING:
            raise BadBodies(f"{where}: it is larger than {spelled(LISTING)}. Split the case.")
        declared = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as broken:
        raise BadBodies(
            f"{where}: it cannot be read as TOML ({shown(str(broken))}). Mend it, or move it away; "
            "without it owners and parents are not known."
        ) from broken
    for name, table in _tables(declared):
        yield _body(name, table, where)


def _tables(declared: dict[str, Any]) -> Iterator[tuple[str | None, dict[str, Any]]]:
    """Find the tables that declare bodies: ``[[body]]`` lists, or tables under the body's name."""
    for key, value in declared.items():
        if isinstance(value, list):
            yield from ((None, table) for table in value if isinstance(table, dict))
        elif isinstance(value, dict) and key in {"body", "bodies"}:
            yield from ((name, table) for name, table in value.items() if isinstance(table, dict))
        elif isinstance(value, dict):
            yield key, value


def _body(name_above: str | None, table: dict[str, Any], where: str) -> Body:
    name = _words(table, "name", where) or name_above
    if not name:
        raise BadBodies(f"{where}: a body has no name. Write it as {_EXAMPLE}")
    aliases = table.get("aliases", [])
    if isinstance(aliases, str):
        aliases = [aliases]
    if not (isinstance(aliases, list) and all(isinstance(alias, str) for alias in aliases)):
        raise BadBodies(f'{where}: aliases of {shown(name)} are not a list like ["RW"].')
    return Body(
        name=name,
        kind=_kind(_words(table, "kind", where)),
        aliases=tuple(aliases),
        owner=_words(table, "owner", where),
        parent=_words(table, "parent", where),
        state=_words(table, "state", where),
    )


def _words(table: dict[str, Any], key: str, where: str) -> str | None:
    value = table.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise BadBodies(f'{where}: {key} is not one name in quotes, like {key} = "River Watch".')
    return value.strip() or None


def _kind(word: str | None) -> BodyKind:
    if word is None:
        return BodyKind.OTHER
    plain = " ".join(word.replace("_", " ").split()).lower()
    try:
        return BodyKind(plain)
    except ValueError:
        return _KIND_WORDS.get(plain, BodyKind.OTHER)
