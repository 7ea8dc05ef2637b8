"""What an entry reaches: the findings built on what it speaks of, drawn again in the same turn.

Invariant: when a turn ends, no finding's lines are older than the entries that bear on them. What
only a new trace can tell (new claims, corrected ones, bodies declared one) waits for it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from firsthand.record.contents.base import Content
from firsthand.record.contents.of_case import Undone
from firsthand.record.contents.of_findings import (
    FindingsMerged,
    FindingSplit,
    Judged,
    OfficialActRecorded,
    OriginsJoined,
    OriginsParted,
)
from firsthand.record.contents.of_sources import SourceWithdrawn
from firsthand.record.ledger import Written
from firsthand.store.contents import read_entry
from firsthand.store.decided import Until, names_today, recorded_acts
from firsthand.store.findings import keep_reached, redraw, regroup
from firsthand.store.models import Entry, FindingClaim, FindingSpeaker

_AT_ONCE: Final = 500


def reach(written: Sequence[Written], alias: str) -> None:
    """Draw again the findings that some new entries reach, and keep which lines changed."""
    for each in written:
        content = each.entry.content
        if content is None or type(content) not in _REACHED:
            continue
        reached = _REACHED[type(content)](content, alias)
        keep_reached(redraw(reached, alias), each.entry.number, alias)


def _of_claims(claims: Iterable[str], alias: str) -> set[str]:
    found: set[str] = set()
    listed = sorted(set(claims))
    for start in range(0, len(listed), _AT_ONCE):
        rows = FindingClaim.objects.using(alias).filter(claim__in=listed[start : start + _AT_ONCE])
        found.update(rows.values_list("finding_id", flat=True))
    return found


def _judged(content: Any, alias: str) -> set[str]:  # noqa: ANN401 - the table gives the type
    return _of_claims([content.subject], alias)


def _source_withdrawn(content: Any, alias: str) -> set[str]:  # noqa: ANN401 - the same
    rows = FindingClaim.objects.using(alias).filter(source=content.source)
    return set(rows.values_list("finding_id", flat=True))


def _tied(content: Any, alias: str) -> set[str]:  # noqa: ANN401 - the same
    speakers = FindingSpeaker.objects.using(alias)
    left = speakers.filter(name=content.left[:500]).values("finding_id")
    right = speakers.filter(name=content.right[:500], finding_id__in=left)
    return set(right.values_list("finding_id", flat=True))


def _acted(content: Any, alias: str) -> set[str]:  # noqa: ANN401 - the same
    named = names_today([(finding, content.anchors) for finding in content.findings], alias)
    found = {finding for finding in named.values() if finding is not None}
    if content.follows is None:
        return found
    if not content.follows.isdecimal():
        return found | _of_claims([content.follows], alias)
    # Back along the acts that this one follows, to the findings they are about.
    followed = {act.number: act for act in recorded_acts(alias, Until())}
    before = followed.get(int(content.follows))
    while before is not None:
        found |= before.findings
        follows = before.told.follows
        if follows is not None and not follows.isdecimal():
            found |= _of_claims([follows], alias)
        before = followed.get(int(follows)) if follows and follows.isdecimal() else None
    return found


def _regrouped(_content: Any, alias: str) -> set[str]:  # noqa: ANN401 - the same
    return set(regroup(alias))


def _undone(content: Any, alias: str) -> set[str]:  # noqa: ANN401 - the same
    row = Entry.objects.using(alias).select_related("content").filter(id=content.entry).first()
    undone = read_entry(row, None).content if row else None
    if undone is None or type(undone) not in _REACHED:
        return set()
    return _REACHED[type(undone)](undone, alias)


_REACHED: Final[dict[type[Content], Callable[[Any, str], set[str]]]] = {
    Judged: _judged,
    SourceWithdrawn: _source_withdrawn,
    OriginsJoined: _tied,
    OriginsParted: _tied,
    OfficialActRecorded: _acted,
    FindingsMerged: _regrouped,
    FindingSplit: _regrouped,
    Undone: _undone,
}
