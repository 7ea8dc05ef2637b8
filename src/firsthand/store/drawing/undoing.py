"""Drawing that an entry was taken back: what it drew goes, and what held before it holds again."""

from collections.abc import Callable, Sequence
from typing import Final

from django.db import models
from django.db.models import QuerySet

from firsthand.record.contents.of_case import Undone
from firsthand.record.contents.of_claims import ClaimAdded, ClaimCorrected, ClaimFound
from firsthand.record.contents.of_entities import ActRecorded, EntityNamed
from firsthand.record.contents.of_people import Replied
from firsthand.record.ledger import Written
from firsthand.store.contents import written_entry
from firsthand.store.drawing import entities, people, sources, words
from firsthand.store.drawing.rows import holding
from firsthand.store.models import (
    Act,
    Claim,
    Entity,
    EntityLink,
    Entry,
    Judgement,
    OfficialAct,
    OriginTie,
    Reply,
    SameAs,
    SourceWithdrawal,
    Subject,
    Transcript,
    Translation,
    Withholding,
)

_ONE_ROW_AN_ENTRY: Final = (
    EntityLink,
    Judgement,
    OfficialAct,
    OriginTie,
    SameAs,
    SourceWithdrawal,
    Transcript,
    Translation,
    Withholding,
)
Redraw = Callable[[Written, str], None]
_OF_CLAIMS: Final = (ClaimFound.kind, ClaimAdded.kind, ClaimCorrected.kind)


def _undone(written: Sequence[Written], alias: str) -> None:
    for _, content in holding(written, Undone):
        take_back(content.entry, alias)


def take_back(number: int, alias: str) -> None:
    """Remove from the tables what one entry drew, and let what stood before it stand again."""
    spoken_of = {
        *Claim.objects.using(alias).filter(entry_id=number).values_list("id", flat=True),
        *Entity.objects.using(alias).filter(entry_id=number).values_list("id", flat=True),
        *Transcript.objects.using(alias).filter(entry_id=number).values_list("source", flat=True),
        *Translation.objects.using(alias).filter(entry_id=number).values_list("claim", flat=True),
    }
    for model in _ONE_ROW_AN_ENTRY:
        model._default_manager.using(alias).filter(entry_id=number).delete()
    Reply.objects.using(alias).filter(asked_id=number).delete()
    for asked in set(
        Reply.objects.using(alias).filter(answered_id=number).values_list("asked_id", flat=True)
    ):
        _unanswer(asked, number, alias)
    for drawn, kinds, redraw in _REDRAWN:
        for row in list(drawn._default_manager.using(alias).filter(entry_id=number)):
            _let_stand_again(row, _before(number, row.pk, kinds, alias), redraw, alias)
    words.reindex(spoken_of, alias)


def _let_stand_again(row: models.Model, before: Written | None, redraw: Redraw, alias: str) -> None:
    if before is None:
        row.delete()
    elif before.entry.content is None:
        # Confidential, and not open: nothing of it stands in the row but which entry holds.
        rows = type(row)._default_manager.using(alias).filter(pk=row.pk)
        rows.update(entry_id=before.entry.number)
    else:
        redraw(before, alias)


def _redraw_entity(before: Written, alias: str) -> None:
    entities.DRAWN[EntityNamed.kind]([before], alias)


def _redraw_act(before: Written, alias: str) -> None:
    entities.DRAWN[ActRecorded.kind]([before], alias)


def _unanswer(asked: int, number: int, alias: str) -> None:
    Reply.objects.using(alias).filter(asked_id=asked).update(
        answered_id=None, outcome="", on=None, words="", source=""
    )
    earlier = _standing(number, alias).filter(kind=Replied.kind).order_by("-id")
    for row in earlier.iterator():
        before = written_entry(row, None)
        if isinstance(before.entry.content, Replied) and before.entry.content.asked == asked:
            people.DRAWN[Replied.kind]([before], alias)
            return


def _before(number: int, subject: str, kinds: Sequence[str], alias: str) -> Written | None:
    about = Subject.objects.using(alias).filter(subject=subject).values("entry_id")
    rows = _standing(number, alias).filter(id__in=about, kind__in=kinds)
    row = rows.order_by("-id").first()
    return written_entry(row, None) if row else None


def _standing(number: int, alias: str) -> QuerySet[Entry]:
    """List the entries before one, but for those that were undone or erased."""
    undone = Subject.objects.using(alias).filter(
        entry__kind=Undone.kind, subject__startswith="entry "
    )
    numbers = [int(subject.split()[1]) for subject in undone.values_list("subject", flat=True)]
    rows = Entry.objects.using(alias).select_related("content").filter(id__lt=number)
    return rows.exclude(id__in=numbers).filter(content__isnull=False)


_REDRAWN: Final[tuple[tuple[type[models.Model], tuple[str, ...], Redraw], ...]] = (
    (Claim, _OF_CLAIMS, sources.redraw_claim),
    (Entity, (EntityNamed.kind,), _redraw_entity),
    (Act, (ActRecorded.kind,), _redraw_act),
)
DRAWN: Final = {Undone.kind: _undone}
