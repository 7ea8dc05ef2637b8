"""Which column of an Uwazi table means what: a small TOML file, or defaults."""

import tomllib
from dataclasses import dataclass, field
from typing import Final

import msgspec

from firsthand.record.contents.of_entities import LocationPrecision, Part
from firsthand.values.body import BodyKind
from firsthand.values.entity import EntityKind
from firsthand.values.errors import BadImport

ACT: Final = "act"
_KINDS: Final = frozenset({*(kind.value for kind in EntityKind), ACT})
_TEMPLATES: Final = {
    "person": "person", "people": "person", "persons": "person",
    "organization": "body", "organisation": "body", "organizations": "body",
    "organisations": "body", "body": "body", "institution": "body",
    "place": "place", "places": "place", "location": "place", "locations": "place",
    "law": "law", "laws": "law", "event": "event", "events": "event",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns that tell of an entity or act, each by its head without the language."""

    name: str = "title"
    template: str = "template"
    aliases: tuple[str, ...] = ()
    country: str = "country"
    location: str = "geolocation"
    body_kind: str = ""
    owner: str = ""
    parent: str = ""
    state: str = ""
    on: str = ""
    tactics: str = ""
    claims: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What a table's rows and columns mean.

    ``is_a`` is what every row is (person, body, place, law, event, act); else ``templates`` tell it
    by the template's name. ``language`` is the one whose columns give the name; names in others
    become aliases. ``countries`` and ``body_kinds`` lead from the table's words to codes. ``parts``
    lead from the parts of an act to columns. ``precision`` is how closely its places are known.
    """

    is_a: str = ""
    language: str = "en"
    precision: LocationPrecision = LocationPrecision.EXACT
    columns: Columns = field(default_factory=Columns)
    parts: dict[Part, str] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    countries: dict[str, str] = field(default_factory=dict)
    body_kinds: dict[str, BodyKind] = field(default_factory=dict)

    def kind_of(self, template: str) -> str | None:
        """Tell what a row of some template is; nothing where neither file nor defaults say so."""
        if self.is_a:
            return self.is_a
        return self.templates.get(template) or _TEMPLATES.get(template.strip().casefold())


def mapping_in(text: str) -> Mapping:
    """Read a mapping; raises BadImport, naming the key."""
    try:
        told = tomllib.loads(text)
        _require_known(told)
        mapping = msgspec.convert(told, Mapping)
    except tomllib.TOMLDecodeError as wrong:
        raise BadImport(f"the mapping is not TOML: {wrong}") from wrong
    except msgspec.ValidationError as wrong:
        raise BadImport(f"the mapping: {wrong}") from wrong
    for kind in (mapping.is_a, *mapping.templates.values()):
        if kind and kind not in _KINDS:
            raise BadImport(f"the mapping: there is no kind {kind!r}: {', '.join(sorted(_KINDS))}.")
    return mapping


def _require_known(told: dict[str, object]) -> None:
    known = set(Mapping.__dataclass_fields__)
    columns = told.get("columns", {})
    inner = set(columns) - set(Columns.__dataclass_fields__) if isinstance(columns, dict) else set()
    if unknown := sorted((told.keys() - known) | inner):
        raise BadImport(f"the mapping: there is no key {unknown[0]!r}.")
