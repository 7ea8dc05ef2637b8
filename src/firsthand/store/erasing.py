"""Erasing: content, keys, tables, evidence and freed pages go; the chain still verifies.

Invariant: once the entry that says so is written, the erasure is carried through: what a crash
leaves undone is finished when the case is next opened.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from firsthand.origins.redrawing import redrawn
from firsthand.origins.regrouping import without
from firsthand.record.contents.of_case import Erased, Exported, Ground
from firsthand.record.entry import Author
from firsthand.record.erasing import falls_with, require_erasable
from firsthand.record.permissions import require_leave
from firsthand.record.recording import record_in
from firsthand.store.cases import Case
from firsthand.store.contents import read_entry
from firsthand.store.databases import is_postgres, told_plainly
from firsthand.store.drawing.rows import body_of
from firsthand.store.drawing.undoing import take_back
from firsthand.store.drawing.words import unindex
from firsthand.store.findings import redraw, regroup
from firsthand.store.models import (
    Claim,
    Content,
    Echo,
    Entry,
    Finding,
    FindingClaim,
    FindingSpeaker,
    ProposedMerge,
    Reached,
    Setting,
    Source,
    Subject,
)
from firsthand.store.sweeping import PENDING, finish_erasing, still_to_remove
from firsthand.values.brief import Brief
from firsthand.values.errors import BadRequest

_AT_ONCE: Final = 400
_DECODE: Final = msgspec.json.Decoder(Brief).decode


def erase(
    case: Case, what: str, *, ground: Ground, by: Author, reason: str
) -> tuple[Erased, frozenset[str]]:
    """Erase a source, claim or entity (by id), or one entry (by number), for good.

    Gives what was written, and the findings that it reached. Raises BadRequest where there is no
    such thing or no reason, NotAllowed for all but owners.
    """
    if not reason.strip():
        raise BadRequest("say why it is erased (--reason). Name nobody there: reasons stay.")
    alias = case.alias
    with case.ledger.turn() as turn:
        gone = _with_its_claims(what, alias)
        numbers = _numbers(what, gone, case)
        content = Erased(
            ground=ground,
            entries=tuple(numbers),
            beyond_reach=tuple(_beyond_reach(numbers[0], alias)),
        )
        require_leave(by, content)
        record_in(turn, [content], by=by, reason=reason)
        evidence = _evidence_of(gone, alias)
        reached = _erase_from_findings(gone, alias)
        _erase_from_tables(numbers, gone, alias)
        # Beside what an erasure before this one was kept from removing.
        waiting = sorted({*evidence, *still_to_remove(alias)})
        Setting.objects.using(alias).update_or_create(
            name=PENDING, defaults={"value": json.dumps(waiting)}
        )
    with told_plainly(case.ledger.name):
        finish_erasing(alias, case.evidence)
    return content, reached


def _with_its_claims(what: str, alias: str) -> frozenset[str]:
    if what.isdecimal():
        about = Subject.objects.using(alias).filter(entry_id=int(what))
        entry = Entry.objects.using(alias).filter(id=int(what)).values("kind").first()
        is_source = entry is not None and entry["kind"] == "source captured"
        what = str(about.values_list("subject", flat=True).first()) if is_source else ""
    claims = Claim.objects.using(alias).filter(source_id=what).values_list("id", flat=True)
    return frozenset({what, *claims} - {""})


def _numbers(what: str, gone: frozenset[str], case: Case) -> list[int]:
    alias = case.alias
    found = {int(what)} if what.isdecimal() else set()
    for some in _in_parts(sorted(gone)):
        rows = Subject.objects.using(alias).filter(subject__in=some)
        about = Entry.objects.using(alias).filter(id__in=rows.values("entry_id"))
        for row in about.select_related("content"):
            held = getattr(row, "content", None)
            if held is None:
                continue
            entry = read_entry(row, case.ledger.case_key)
            # A confidential entry that is not open is about what is erased, and nothing else.
            if entry.content is None or falls_with(entry.content, gone):
                found.add(row.id)
    kinds = Entry.objects.using(alias).filter(id__in=found).values_list("id", "kind")
    require_erasable(kinds)
    there = Content.objects.using(alias).filter(entry_id__in=found)
    numbers = sorted(there.values_list("entry_id", flat=True))
    if not numbers:
        raise BadRequest(f"there is nothing called {what} that could be erased.")
    return numbers


def _evidence_of(gone: frozenset[str], alias: str) -> list[str]:
    found: set[str] = set()
    for some in _in_parts(sorted(gone)):
        rows = Source.objects.using(alias).filter(id__in=some)
        found.update(rows.values_list("evidence", flat=True))
    return sorted(found)


def _erase_from_findings(gone: frozenset[str], alias: str) -> frozenset[str]:
    reached: set[str] = set()
    for some in _in_parts(sorted(gone)):
        rows = FindingClaim.objects.using(alias).filter(claim__in=some)
        reached.update(rows.values_list("finding_id", flat=True))
        Echo.objects.using(alias).filter(derived__in=some).delete()
        Echo.objects.using(alias).filter(root__in=some).delete()
    # Erased from what the trace grouped; merging and splitting are then drawn from that anew, so
    # that neither part of a split finding loses what is left of the other.
    for row in Finding.objects.using(alias).filter(id__in=reached, split_by=None):
        found = without(_DECODE(row.found_brief), gone)
        if not found.claims:
            _remove(row.id, alias)
            continue
        drawn = redrawn(found)
        row.found_brief = body_of(found)
        row.found_support, row.found_dispute = drawn.support.value, drawn.dispute.value
        row.found_course = drawn.course_reason
        brief = without(_DECODE(row.standing_brief), gone)
        row.brief = body_of(brief) if row.brief else ""
        row.save(using=alias)
        FindingSpeaker.objects.using(alias).filter(finding=row).exclude(
            name__in=[speaker.name[:500] for speaker in brief.speakers]
        ).delete()
    for some in _in_parts(sorted(gone)):
        FindingClaim.objects.using(alias).filter(claim__in=some).delete()
    for some in _in_parts(sorted(reached)):
        Reached.objects.using(alias).filter(finding__in=some, line="course").delete()
    redraw(reached | regroup(alias), alias)
    return frozenset(reached)


def _remove(finding: str, alias: str) -> None:
    Finding.objects.using(alias).filter(id=finding).delete()
    Reached.objects.using(alias).filter(finding=finding).delete()
    for side in ({"left": finding}, {"right": finding}):
        ProposedMerge.objects.using(alias).filter(**side).delete()


def _erase_from_tables(numbers: Sequence[int], gone: frozenset[str], alias: str) -> None:
    for some in _in_parts(sorted(gone)):
        Source.objects.using(alias).filter(id__in=some).delete()
        Claim.objects.using(alias).filter(id__in=some).delete()
    unindex(gone, alias)
    for number in numbers:
        take_back(number, alias)
    for part in _in_parts(numbers):
        Content.objects.using(alias).filter(entry_id__in=part).delete()
        Subject.objects.using(alias).filter(entry_id__in=part).delete()


def _beyond_reach(first: int, alias: str) -> Iterable[str]:
    rows = Entry.objects.using(alias).select_related("content").filter(kind=Exported.kind)
    for row in rows.filter(id__gt=first):
        content = read_entry(row, None).content
        if isinstance(content, Exported):
            yield f"export {row.id} of {row.at[:10]} ({content.format})"
    yield "backups and copies of the case's folder made before now"
    if is_postgres(alias):
        yield "PostgreSQL's write-ahead log until it is recycled, and backups of the server"


def _in_parts(listed: Sequence[str] | Sequence[int]) -> Iterable[list[str | int]]:
    for start in range(0, len(listed), _AT_ONCE):
        yield list(listed[start : start + _AT_ONCE])
