"""Names that may mean one person, body, place, law or event; a person decides.

Only names that meet under some key are compared (see ``_name_meetings``), never all with all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from firsthand.record._name_forms import Form, form_of
from firsthand.record._name_likeness import likeness
from firsthand.record._name_meetings import meetings
from firsthand.values.entity import EntityKind

AT_LEAST = 0.6

_NAMES_OF_ONE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity and the names it goes by."""

    entity: str
    kind: EntityKind
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Candidate:
    """Two entities that may be one, how likely their names make it (0 to 1), and why."""

    left: str
    right: str
    score: float
    reason: str


def candidates(named: Iterable[Named], at_least: float = AT_LEAST) -> tuple[Candidate, ...]:
    """Propose which entities may be one, going by their names alone; nothing is decided.

    The order of the entities and of their names does not matter. Entities that share one name to
    the letter are each proposed with the first of them, by id. Names longer than 400 characters
    are not compared, nor more than 100 names of one entity.

    >>> both = [Named(entity="e1", kind=EntityKind.PERSON, names=("林望川",)),
    ...         Named(entity="e2", kind=EntityKind.PERSON, names=("Wangchuan Lin",))]
    >>> candidates(both)[0].reason
    "one name in two scripts: pinyin 'lin wang chuan'"
    """
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for bearers in _bearers_by_kind(named).values():
        for one, other, score, reason in _likenesses(bearers, at_least):
            pair = (min(one, other), max(one, other))
            best[pair] = max(best.get(pair, (0.0, "")), (score, reason))
    return tuple(
        sorted(
            Candidate(left=left, right=right, score=score, reason=reason)
            for (left, right), (score, reason) in best.items()
        )
    )


def _bearers_by_kind(named: Iterable[Named]) -> dict[EntityKind, dict[Form, list[str]]]:
    names: defaultdict[tuple[EntityKind, str], set[str]] = defaultdict(set)
    for one in named:
        names[one.kind, one.entity].update(one.names)
    bearers: defaultdict[EntityKind, dict[Form, list[str]]] = defaultdict(dict)
    for kind, entity in sorted(names):
        forms = (form_of(name, kind) for name in sorted(names[kind, entity])[:_NAMES_OF_ONE])
        for form in {form for form in forms if form}:
            bearers[kind].setdefault(form, []).append(entity)
    return bearers


def _likenesses(
    bearers: Mapping[Form, list[str]], at_least: float
) -> Iterator[tuple[str, str, float, str]]:
    for form, entities in bearers.items():
        score, reason = likeness(form, form)
        if score >= at_least:
            yield from ((entities[0], other, score, reason) for other in entities[1:])
    for left, right in meetings(sorted(bearers, key=repr)):
        score, reason = likeness(left, right)
        one, other = bearers[left][0], bearers[right][0]
        if score >= at_least and one != other:
            yield one, other, score, reason
