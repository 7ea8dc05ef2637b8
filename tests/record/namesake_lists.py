"""The two lists of pairs of names, read as they stand."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from firsthand.record.namesakes import Named, candidates
from firsthand.values.entity import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two names, and whether a person who knows would say they are one."""

    kind: EntityKind
    left: str
    right: str
    is_one: bool


def pairs_in(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(_pairs(csv.DictReader(lines)))


def _pairs(rows: "csv.DictReader[str]") -> Iterator[Pair]:
    for row in rows:
        kind, is_one = EntityKind(row["kind"]), row["same"] == "yes"
        yield Pair(kind=kind, left=row["left"], right=row["right"], is_one=is_one)


def is_proposed(pair: Pair) -> bool:
    left = Named(entity="a", kind=pair.kind, names=(pair.left,))
    right = Named(entity="b", kind=pair.kind, names=(pair.right,))
    return bool(candidates([left, right]))
