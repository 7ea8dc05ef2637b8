"""Findings after people merged and split them: which briefs hold, under which ids."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import msgspec

from firsthand.origins.derivations import steps_of
from firsthand.origins.regrouping import merged, split
from firsthand.record.contents.base import Content
from firsthand.record.contents.of_case import Undone
from firsthand.record.contents.of_findings import FindingsMerged, FindingSplit
from firsthand.store.contents import read_entry
from firsthand.store.decided import Until, names_today
from firsthand.store.models import Echo, Entry, Finding, Subject
from firsthand.values.brief import Brief, Derivation
from firsthand.values.echo import Echo as SourceEcho

_DECODE = msgspec.json.Decoder(Brief).decode


@dataclass(slots=True, kw_only=True)
class Regrouped:
    """The findings that merging and splitting touched.

    ``briefs`` holds, by id, each that stands; ``merged_into`` those that went into another;
    ``split_by`` the number of the entry that made a new one.
    """

    briefs: dict[str, Brief] = field(default_factory=dict)
    merged_into: dict[str, str] = field(default_factory=dict)
    split_by: dict[str, int] = field(default_factory=dict)


def regrouped(alias: str, until: Until) -> Regrouped:
    """Merge and split findings as the entries up to a moment say, in their order."""
    found = Regrouped()
    for number, content in _decisions(alias, until):
        if isinstance(content, FindingsMerged):
            _merge(content, found, alias)
        elif isinstance(content, FindingSplit):
            _split(content, number, found, alias)
    return found


def _merge(content: FindingsMerged, found: Regrouped, alias: str) -> None:
    left = _today(content.left, content.left_anchors, found, alias)
    right = _today(content.right, content.right_anchors, found, alias)
    if left is None or right is None or left == right:
        return
    both = [_brief(left, found, alias), _brief(right, found, alias)]
    found.briefs[left] = replace(merged(both, _steps(alias)), id=left)
    found.briefs.pop(right, None)
    found.merged_into[right] = left
    for other, into in found.merged_into.items():
        if into == right:
            found.merged_into[other] = left


def _split(content: FindingSplit, number: int, found: Regrouped, alias: str) -> None:
    finding = _today(content.finding, content.anchors, found, alias)
    if finding is None:
        return
    new = f"f{hashlib.sha256(f'split {number}'.encode()).hexdigest()[:12]}"
    brief = _brief(finding, found, alias)
    leaving = {claim.id for claim in brief.claims} & set(content.claims)
    staying = {claim.id for claim in (*brief.supports, *brief.denies)} - leaving
    if not leaving or not staying:
        return
    found.briefs[finding], found.briefs[new] = split(brief, leaving, new)
    found.split_by[new] = number


def _today(finding: str, anchors: tuple[str, ...], found: Regrouped, alias: str) -> str | None:
    if finding in found.split_by or finding in found.briefs:
        return finding
    if finding in found.merged_into:
        return found.merged_into[finding]
    today = names_today([(finding, anchors)], alias).get(finding)
    return found.merged_into.get(today, today) if today is not None else None


def _brief(finding: str, found: Regrouped, alias: str) -> Brief:
    if finding in found.briefs:
        return found.briefs[finding]
    row = Finding.objects.using(alias).values("found_brief").get(id=finding)
    return _DECODE(row["found_brief"])


def _steps(alias: str) -> list[Derivation]:
    bodies = Echo.objects.using(alias).values_list("body", flat=True)
    return steps_of(msgspec.json.decode(body, type=SourceEcho) for body in bodies.iterator())


def _decisions(alias: str, until: Until) -> Iterable[tuple[int, Content]]:
    kinds = (FindingsMerged.kind, FindingSplit.kind)
    rows = Entry.objects.using(alias).filter(kind__in=kinds).select_related("content")
    undone = Subject.objects.using(alias).filter(entry__kind=Undone.kind)
    if until.at is not None:
        rows, undone = rows.filter(at__lte=until.at), undone.filter(entry__at__lte=until.at)
    gone = set(undone.values_list("subject", flat=True))
    for row in rows.order_by("id"):
        content = read_entry(row, None).content
        if content is not None and f"entry {row.id}" not in gone:
            yield row.id, content
