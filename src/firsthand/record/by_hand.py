"""What a person may write as an entry of its own, and how its fields are told as words."""

import json
from collections.abc import Iterable
from dataclasses import fields
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from firsthand.record.contents import (
    of_claims,
    of_entities,
    of_findings,
    of_people,
    of_sources,
)
from firsthand.record.contents.base import Content
from firsthand.record.contents.kinds import KINDS, content_from
from firsthand.record.contents.of_case import RoleGiven, Undone
from firsthand.values.errors import BadEntry

BY_HAND: Final[tuple[type[Content], ...]] = (
    RoleGiven,
    Undone,
    of_sources.SourceWithdrawn,
    of_sources.HandlingSet,
    of_sources.TranscriptAdded,
    of_claims.ClaimAdded,
    of_claims.ClaimCorrected,
    of_claims.TranslationAdded,
    of_findings.Judged,
    of_findings.OriginsJoined,
    of_findings.OriginsParted,
    of_findings.FindingsMerged,
    of_findings.FindingSplit,
    of_findings.OfficialActRecorded,
    of_people.Asked,
    of_people.Replied,
    of_people.NotAsked,
    of_people.ConsentGiven,
    of_people.ConsentWithdrawn,
    of_people.Withheld,
    of_people.Shown,
    of_entities.EntityNamed,
    of_entities.EntitiesSame,
    of_entities.EntitiesApart,
    of_entities.EntitiesLinked,
    of_entities.ActRecorded,
)
_KINDS: Final = {content.kind: content for content in BY_HAND}


def entry_by_hand(kind: str, told: dict[str, Any]) -> Content:
    """Make a content that a person may write, from its fields.

    Raises BadEntry for a kind that only the program writes, and for fields that are not the kind's.
    """
    if kind in KINDS and kind not in _KINDS:
        raise BadEntry(f"entries of the kind {kind!r} are written by the program alone.")
    if kind in _KINDS:
        known = {field.name for field in fields(_KINDS[kind])}  # type: ignore[arg-type]  # all are dataclasses
        unknown = sorted(told.keys() - known)
        if unknown:
            raise BadEntry(
                f"{kind} has no field {', '.join(unknown)}. Its fields: {', '.join(sorted(known))}."
            )
    elif kind not in KINDS:
        raise BadEntry(f"there is no kind of entry called {kind!r}. Known: {', '.join(_KINDS)}.")
    return content_from(kind, told)


def fields_as_told(kind: str, words: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Read fields that were told as words: text stays text, a list is JSON or parted by commas.

    >>> fields_as_told("asked", [("whom", "The Consulate"), ("findings", "f1,f2")])
    {'whom': 'The Consulate', 'findings': ['f1', 'f2']}
    """
    hints = get_type_hints(KINDS[kind]) if kind in KINDS else {}
    return {name: _value(value, hints.get(name, str)) for name, value in words}


def _value(told: str, hint: Any) -> Any:  # noqa: ANN401 - any field's type, any field's value
    kinds = set(get_args(hint)) if get_origin(hint) in {Union, UnionType} else {hint}
    if any(isinstance(kind, type) and issubclass(kind, str) for kind in kinds):
        return told
    try:
        return json.loads(told)
    except ValueError:
        is_list = any(get_origin(kind) is tuple for kind in kinds)
        return [part.strip() for part in told.split(",") if part.strip()] if is_list else told
