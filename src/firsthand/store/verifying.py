"""Verifying a case: the chain, what the tables say, the lines of its findings, and the evidence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import msgspec

from firsthand.origins.redrawing import redrawn
from firsthand.record.chain import Fault, faults_in
from firsthand.record.contents.of_case import Erased
from firsthand.record.standing import change_for
from firsthand.store.cases import Case
from firsthand.store.copying import held_back
from firsthand.store.databases import require_sound, told_plainly
from firsthand.store.decided import Until, decided_for
from firsthand.store.drawing.rows import body_of
from firsthand.store.models import Entry, Finding, Source
from firsthand.store.redrawing_tables import differing_rows
from firsthand.store.stamps import Check, stamp_faults
from firsthand.values.brief import Brief
from firsthand.values.errors import BrokenCase

_AT_ONCE: Final = 400
_DECODE: Final = msgspec.json.Decoder(Brief).decode
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What verifying a case found: how much was looked at, and all that is not as it was written.

    ``faults`` are of entries; ``evidence`` names files that are missing or changed; ``leftovers``
    are files that no entry names: harmless, from a run that was cut short.
    """

    entries: int
    files: int
    head: str
    faults: tuple[Fault, ...]
    evidence: tuple[str, ...]
    leftovers: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether all is as it was written."""
        return not self.faults and not self.evidence


def verify(
    case: Case,
    *,
    expected_head: str | None = None,
    check_stamp: Check | None = None,
    tell: Progress = lambda *_: None,
) -> Verified:
    """Look at everything a case holds.

    ``expected_head`` is a digest noted elsewhere (an export, a timestamp): it must be some entry's,
    else the ledger was rewritten or cut short since. ``check_stamp`` takes a timestamp's token and
    the digest it is of, and raises BadTimestamp where it does not hold.
    """
    require_sound(case.alias, case.ledger.name)
    head = case.ledger.head()
    faults = list(chain_faults(case))
    faults += stamp_faults(case, check_stamp) if not faults else ()
    if expected_head is not None and not _has_digest(case, expected_head):
        faults.append(Fault(number=0, what="no entry has the digest that you expected"))
    if not faults:
        # Tables are drawn from entries: with a broken chain there is nothing to hold them against.
        faults += _table_faults(case, tell)
        faults += _line_faults(case)
    files = list(_evidence_faults(case, tell))
    named = set(_evidence_named(case))
    return Verified(
        entries=head.number,
        files=len(named),
        head=head.digest,
        faults=tuple(sorted(set(faults), key=lambda fault: (fault.number, fault.what))),
        evidence=tuple(files),
        leftovers=tuple(digest for digest in case.evidence.digests() if digest not in named),
    )


def chain_faults(case: Case) -> Iterator[Fault]:
    """Walk a case's chain, and name each entry that was changed, removed or moved."""
    absent: set[int] = set(held_back(case))
    try:
        for entry in case.ledger.entries(kinds=(Erased.kind,)):
            if isinstance(entry.content, Erased):
                absent.update(entry.content.entries)
    except BrokenCase:
        # What does not open is named by the walk below.
        pass
    with told_plainly(case.ledger.name):
        yield from faults_in(case.ledger.links(), case.ledger.head(), frozenset(absent))


def _has_digest(case: Case, digest: str) -> bool:
    return Entry.objects.using(case.alias).filter(digest=digest.strip().lower()).exists()


def _table_faults(case: Case, tell: Progress) -> Iterator[Fault]:
    try:
        for number, table in differing_rows(case.alias, tell):
            yield Fault(number=number, what=f"the table {table} does not say what it says")
    except BrokenCase as broken:
        yield Fault(number=0, what=str(broken))


def _line_faults(case: Case) -> Iterator[Fault]:
    """Draw every finding's lines again, and name the trace where they are not what stands."""
    rows = Finding.objects.using(case.alias).filter(merged_into="").order_by("id")
    ids = list(rows.values_list("id", flat=True))
    for start in range(0, len(ids), _AT_ONCE):
        some = list(rows.filter(id__in=ids[start : start + _AT_ONCE]))
        briefs = [_DECODE(row.standing_brief) for row in some]
        decided = decided_for(briefs, case.alias, Until())
        for row, brief in zip(some, briefs, strict=True):
            drawn = redrawn(brief, change_for(brief, decided))
            lines = (drawn.support.value, drawn.dispute.value, drawn.course_reason)
            stands = (row.support, row.dispute, row.course_reason)
            if body_of(drawn) != row.body or lines != stands:
                yield Fault(number=0, what=f"finding {row.id} does not say what its claims come to")


def _evidence_named(case: Case) -> list[str]:
    # What a copy of a case held back names no file: it is not here, and need not be.
    rows = Source.objects.using(case.alias).exclude(evidence="").order_by("evidence")
    return list(rows.values_list("evidence", flat=True).distinct())


def _evidence_faults(case: Case, tell: Progress) -> Iterator[str]:
    digests = _evidence_named(case)
    for done, digest in enumerate(digests):
        tell("evidence", done, len(digests))
        is_whole = case.evidence.is_whole(digest)
        if is_whole is None:
            yield f"evidence {digest}: the file is missing"
        elif not is_whole:
            yield f"evidence {digest}: the file was changed"
