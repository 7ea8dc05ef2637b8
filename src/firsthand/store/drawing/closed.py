"""Drawing entries whose content is not here, or not open: that there is something, by its id."""

from collections.abc import Callable, Sequence
from typing import Final

from firsthand.record.contents.of_claims import (
    ClaimAdded,
    ClaimCorrected,
    ClaimFound,
    TranslationAdded,
)
from firsthand.record.contents.of_entities import ActRecorded, EntityNamed
from firsthand.record.contents.of_sources import SourceCaptured, TranscriptAdded
from firsthand.store.models import Act, Claim, Entity, Source, Transcript, Translation
from firsthand.values.source import Handling

Subjects = Sequence[str]


def draw_closed(kind: str, number: int, subjects: Subjects, evidence: str, alias: str) -> None:
    """Draw what an entry is about; ``subjects`` are the ids that it would name."""
    if kind == SourceCaptured.kind and subjects:
        Source.objects.using(alias).create(
            id=subjects[0],
            entry_id=number,
            handling=Handling.CONFIDENTIAL.value,
            evidence=evidence,
        )
    elif kind in _DRAWN and subjects:
        _DRAWN[kind](number, subjects, alias)


def _claimed(number: int, subjects: Subjects, alias: str) -> None:
    Claim.objects.using(alias).create(
        id=subjects[0],
        entry_id=number,
        first_entry_id=number,
        source_id=subjects[1] if len(subjects) > 1 else "",
    )


def _claimed_by_hand(number: int, subjects: Subjects, alias: str) -> None:
    _claimed(number, subjects, alias)
    Claim.objects.using(alias).filter(id=subjects[0]).update(by_hand=True)


def _corrected(number: int, subjects: Subjects, alias: str) -> None:
    # What stood before the correction must not stand for it.
    Claim.objects.using(alias).filter(id=subjects[0]).update(
        entry_id=number, by_hand=True, speaker="", stance="", said_on=None, text="", body=""
    )


def _named(number: int, subjects: Subjects, alias: str) -> None:
    Entity.objects.using(alias).update_or_create(
        id=subjects[0], defaults={"entry_id": number, "name": "", "body": ""}
    )


def _acted(number: int, subjects: Subjects, alias: str) -> None:
    Act.objects.using(alias).update_or_create(
        id=subjects[0], defaults={"entry_id": number, "body": ""}
    )


def _transcribed(number: int, subjects: Subjects, alias: str) -> None:
    Transcript.objects.using(alias).create(entry_id=number, source_id=subjects[0])


def _translated(number: int, subjects: Subjects, alias: str) -> None:
    Translation.objects.using(alias).create(entry_id=number, claim_id=subjects[0])


_DRAWN: Final[dict[str, Callable[[int, Subjects, str], None]]] = {
    ClaimFound.kind: _claimed,
    ClaimAdded.kind: _claimed_by_hand,
    ClaimCorrected.kind: _corrected,
    EntityNamed.kind: _named,
    ActRecorded.kind: _acted,
    TranscriptAdded.kind: _transcribed,
    TranslationAdded.kind: _translated,
}
