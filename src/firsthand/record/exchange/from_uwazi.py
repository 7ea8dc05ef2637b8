"""A table that Uwazi exports, or would import, as a case's entities and acts.

Uwazi's spellings: ``title`` names a row; ``name__en`` is a column in one language; several values
stand between ``|``; a geolocation is ``latitude|longitude``, a link ``label|address``; a value of a
nested thesaurus is ``parent::child``; a date is YYYY-MM-DD, YYYY/MM/DD, ``YYYY MM DD`` or a year.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, Final

from firsthand.record.contents.of_entities import ActRecorded, EntityNamed, Location, Part, Told
from firsthand.record.exchange.arrived import Arrived
from firsthand.record.exchange.limits import csv_rows
from firsthand.record.exchange.naming import deed_id, entity_id
from firsthand.record.exchange.uwazi_mapping import ACT
from firsthand.record.exchange.uwazi_mapping import Mapping as Meaning
from firsthand.record.tactics import TACTICS
from firsthand.values.body import BodyKind
from firsthand.values.entity import EntityKind
from firsthand.values.errors import BadImport

_DAY: Final = re.compile(r"(\d{4})(?:[-/ ](\d{1,2})(?:[-/ ](\d{1,2}))?)?")
_HEAD: Final = re.compile(r"(?P<name>.+?)(?:__(?P<language>[a-z]{2}(?:-[A-Za-z]{2,4})?))?")
_CODE: Final = re.compile(r"[A-Za-z]{2}")


def arrived_in(
    stream: BinaryIO, meaning: Meaning, *, knows_claim: Callable[[str], bool]
) -> Arrived:
    """Read a table's rows as entries; raises BadImport, naming row and column."""
    named: list[EntityNamed] = []
    acts: list[ActRecorded] = []
    seen: Counter[tuple[str, str]] = Counter()
    left_out: Counter[str] = Counter()
    columns: _Columns | None = None
    for number, cells in csv_rows(stream):
        columns = columns or _Columns(cells, meaning)
        row = _Row(number, columns.read(cells), meaning, left_out)
        kind = row.kind
        seen[kind, row.name] += 1
        place = seen[kind, row.name]
        if kind == ACT:
            acts.append(row.act(place, knows_claim))
        else:
            named.append(row.entity(EntityKind(kind), place))
    return Arrived(
        named=tuple(named),
        acts=tuple(acts),
        left_out=tuple(f"{count} × {what}: left out." for what, count in sorted(left_out.items())),
    )


def _key(head: str) -> str:
    """Uwazi takes heads without regard to case, and blanks for underscores."""
    return re.sub(r"[\s_]+", "_", head.strip().casefold())


class _Columns:
    """The heads of a table: which columns are one field in several languages."""

    def __init__(self, cells: Mapping[str, str], meaning: Meaning) -> None:
        self._heads: dict[str, tuple[str, str]] = {}
        for head in filter(None, cells):
            found = _HEAD.fullmatch(head.strip())
            name, language = (found["name"], found["language"] or "") if found else (head, "")
            self._heads[head] = (_key(name), language)
        self._language = meaning.language
        self._require(meaning)

    def read(self, cells: Mapping[str, str]) -> dict[str, list[str]]:
        """Give each field's values, one a language, the wanted language first."""
        several: dict[str, list[tuple[bool, str]]] = {}
        for head, (name, language) in self._heads.items():
            is_other = bool(language) and language != self._language
            several.setdefault(name, []).append((is_other, cells[head].strip()))
        return {
            name: [value for _, value in sorted(values, key=lambda each: each[0]) if value]
            for name, values in several.items()
        }

    def _require(self, meaning: Meaning) -> None:
        """Ask for the columns that a mapping names; what only the defaults name may be absent."""
        known = {name for name, _ in self._heads.values()}
        columns, default = meaning.columns, Meaning().columns
        asked = {columns.name, *columns.aliases, *meaning.parts.values()}
        for field in columns.__dataclass_fields__:
            told = getattr(columns, field)
            if field not in {"name", "aliases"} and told != getattr(default, field):
                asked.add(told)
        if missing := sorted(head for head in asked if head and _key(head) not in known):
            raise BadImport(f"it has no column {missing[0]!r}.")


class _Row:
    """One row, read by what its columns mean."""

    def __init__(
        self, number: int, cells: dict[str, list[str]], meaning: Meaning, left_out: Counter[str]
    ) -> None:
        self._number, self._cells, self._meaning = number, cells, meaning
        self._left_out = left_out

    @property
    def name(self) -> str:
        names = self._all(self._meaning.columns.name)
        if not names:
            raise self._wrong(self._meaning.columns.name, "is empty: a row needs a name")
        return names[0]

    @property
    def kind(self) -> str:
        template = self._one(self._meaning.columns.template)
        kind = self._meaning.kind_of(template)
        if kind is None:
            raise BadImport(
                f"row {self._number}: nothing says what it is. Say so in a mapping: is_a, or "
                "templates (see the docs)."
            )
        return kind

    def entity(self, kind: EntityKind, place: int) -> EntityNamed:
        columns = self._meaning.columns
        name, *others = self._all(columns.name)
        aliases = [*others, *(alias for head in columns.aliases for alias in self._values(head))]
        is_party = kind in {EntityKind.BODY, EntityKind.PERSON}
        return EntityNamed(
            entity=entity_id(kind, name, place),
            is_a=kind,
            name=name,
            aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != name),
            body_kind=self._body_kind() if is_party else None,
            owner=self._one(columns.owner) or None,
            parent=self._one(columns.parent) or None,
            state=self._one(columns.state) or None,
            country=self._country(),
            location=self._location(),
        )

    def act(self, place: int, knows_claim: Callable[[str], bool]) -> ActRecorded:
        columns = self._meaning.columns
        claims = tuple(self._values(columns.claims))
        if not claims:
            raise BadImport(
                f"row {self._number}: an act cites the claims that tell of it. Name the column "
                "that holds their ids: claims."
            )
        if unknown := [claim for claim in claims if not knows_claim(claim)]:
            raise self._wrong(
                columns.claims, f"names {unknown[0]!r}, which is no claim of the case"
            )
        heads = self._meaning.parts or {Part.ACT: columns.name}
        told = tuple(
            Told(part=part, value=value, claims=claims)
            for part, head in heads.items()
            for value in self._labels(head)
        )
        tactics = tuple(self._values(columns.tactics))
        if unknown := [tactic for tactic in tactics if tactic not in TACTICS]:
            raise self._wrong(columns.tactics, f"names {unknown[0]!r}, which is no tactic")
        if not told:
            raise BadImport(f"row {self._number}: none of the act's parts says anything.")
        return ActRecorded(
            deed=deed_id(self.name, place),
            told=told,
            tactics=tactics,
            on=self._day(columns.on),
            country=self._country(),
        )

    def _all(self, head: str) -> list[str]:
        return self._cells.get(_key(head), []) if head else []

    def _one(self, head: str) -> str:
        return next(iter(self._all(head)), "")

    def _values(self, head: str) -> Iterator[str]:
        for cell in self._all(head):
            for value in cell.split("|"):
                if told := value.rsplit("::", 1)[-1].strip():
                    yield told

    def _labels(self, head: str) -> Iterator[str]:
        """Give a cell's values; of a link, what it is called."""
        values = list(self._values(head))
        is_link = len(values) == 2 and values[1].startswith(("http://", "https://"))
        yield from values[:1] if is_link else values

    def _country(self) -> str | None:
        told = next(self._values(self._meaning.columns.country), "")
        code = self._meaning.countries.get(told, told)
        if not code:
            return None
        if not _CODE.fullmatch(code):
            self._left_out["country without a code of two letters"] += 1
            return None
        return code.upper()

    def _body_kind(self) -> BodyKind | None:
        head = self._meaning.columns.body_kind
        told = next(self._values(head), "")
        if not told:
            return None
        if told in self._meaning.body_kinds:
            return self._meaning.body_kinds[told]
        if told.casefold() in set(BodyKind):
            return BodyKind(told.casefold())
        raise self._wrong(head, f"is {told!r}. Say in the mapping which kind of body that is")

    def _location(self) -> Location | None:
        head = self._meaning.columns.location
        told = self._one(head)
        if not told:
            return None
        north, _, east = told.partition("|")
        try:
            latitude, longitude = float(north), float(east)
        except ValueError as wrong:
            raise self._wrong(head, "is not latitude|longitude") from wrong
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise self._wrong(head, "is on no map")
        return Location(latitude=latitude, longitude=longitude, precision=self._meaning.precision)

    def _day(self, head: str) -> str | None:
        told = self._one(head)
        if not told:
            return None
        found = _DAY.fullmatch(told)
        if found is None:
            raise self._wrong(head, "is no day as YYYY-MM-DD or YYYY/MM/DD")
        year, month, day = found.groups()
        return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])

    def _wrong(self, head: str, what: str) -> BadImport:
        return BadImport(f"row {self._number}, column {head!r}: it {what}.")
