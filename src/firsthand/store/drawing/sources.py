"""Drawing sources and claims. Of what is confidential, only ids and custody are drawn."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from firsthand.record.contents.of_claims import (
    ClaimAdded,
    ClaimCorrected,
    ClaimFound,
    TranslationAdded,
)
from firsthand.record.contents.of_findings import OfficialActRecorded
from firsthand.record.contents.of_sources import (
    HandlingSet,
    SourceCaptured,
    SourceRead,
    SourceWithdrawn,
    TranscriptAdded,
)
from firsthand.record.ledger import Written
from firsthand.store.drawing.rows import body_of, day_of, holding, put
from firsthand.store.models import (
    Claim,
    OfficialAct,
    Source,
    SourceWithdrawal,
    Transcript,
    Translation,
)


def _captured(written: Sequence[Written], alias: str) -> None:
    put((source_row(each) for each in written), alias)


def source_row(each: Written) -> Source:
    """Make the row of a captured source."""
    content = each.entry.content
    assert isinstance(content, SourceCaptured)  # noqa: S101 - the table of kinds says so
    source = content.source
    row = Source(
        id=source.id,
        entry_id=each.entry.number,
        handling=source.handling.value,
        evidence=content.evidence,
    )
    if not each.is_confidential:
        row.kind = source.kind.value
        row.title = source.title or ""
        row.publisher = source.publisher or ""
        row.published_on = source.published_on
        row.lang = (source.lang or "")[:20]
        row.file = source.file
        row.address = source.address or ""
        row.sha256 = source.sha256
        row.media_type = source.media_type[:100]
        row.text = source.text
        row.body = body_of(replace(source, text=""))
    return row


def _handled(written: Sequence[Written], alias: str) -> None:
    for _, content in holding(written, HandlingSet):
        Source.objects.using(alias).filter(id=content.source).update(
            handling=content.handling.value
        )


def _read(written: Sequence[Written], alias: str) -> None:
    read = [content.source for _, content in holding(written, SourceRead)]
    Source.objects.using(alias).filter(id__in=read).update(is_read=True)


def _withdrawn(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each, content in holding(written, SourceWithdrawn):
        rows.append(
            SourceWithdrawal(
                entry_id=each.entry.number,
                source_id=content.source,
                by=content.by,
                on=day_of(content.on),
            )
        )
    # A source that was erased since leaves no row to point at.
    there = set(
        Source.objects.using(alias)
        .filter(id__in=[row.source_id for row in rows])
        .values_list("id", flat=True)
    )
    put((row for row in rows if row.source_id in there), alias)


def _claimed(written: Sequence[Written], alias: str) -> None:
    put((claim_row(each) for each in written), alias)


def claim_row(each: Written) -> Claim:
    """Make the row of a claim that came in."""
    content = each.entry.content
    assert isinstance(content, ClaimFound | ClaimAdded | ClaimCorrected)  # noqa: S101 - by kind
    row = Claim(
        id=content.claim.id,
        entry_id=each.entry.number,
        first_entry_id=each.entry.number,
        source_id=content.claim.source,
        by_hand=not isinstance(content, ClaimFound),
    )
    if not each.is_confidential:
        claim = content.claim
        row.speaker = claim.speaker
        row.stance = claim.stance.value
        row.said_on = claim.said_on
        row.text = claim.text
        row.body = body_of(claim)
        if isinstance(content, ClaimAdded):
            row.anchor = content.anchor or ""
    return row


def _corrected(written: Sequence[Written], alias: str) -> None:
    for each in written:
        redraw_claim(each, alias)


def redraw_claim(each: Written, alias: str) -> None:
    """Let a claim's row say what an entry says."""
    row = claim_row(each)
    Claim.objects.using(alias).filter(id=row.id).update(
        entry_id=row.entry_id,
        speaker=row.speaker,
        stance=row.stance,
        said_on=row.said_on,
        text=row.text,
        body=row.body,
        by_hand=row.by_hand,
    )


def _transcribed(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each, content in holding(written, TranscriptAdded):
        row = Transcript(entry_id=each.entry.number, source_id=content.source)
        if not each.is_confidential:
            row.anchor, row.text = content.anchor or "", content.text
            row.transcriber, row.lang = content.transcriber, content.lang[:20]
        rows.append(row)
    put(rows, alias)


def _translated(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each, content in holding(written, TranslationAdded):
        row = Translation(entry_id=each.entry.number, claim_id=content.claim)
        if not each.is_confidential:
            row.text, row.translator, row.lang = content.text, content.translator, content.lang[:20]
        rows.append(row)
    put(rows, alias)


def _acted(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each, content in holding(written, OfficialActRecorded):
        rows.append(
            OfficialAct(
                entry_id=each.entry.number,
                act=content.act.value,
                by=content.by,
                on=day_of(content.on),
                follows=content.follows or "",
                body=body_of(content),
            )
        )
    put(rows, alias)


DRAWN: Final = {
    SourceCaptured.kind: _captured,
    SourceRead.kind: _read,
    SourceWithdrawn.kind: _withdrawn,
    HandlingSet.kind: _handled,
    TranscriptAdded.kind: _transcribed,
    ClaimFound.kind: _claimed,
    ClaimAdded.kind: _claimed,
    ClaimCorrected.kind: _corrected,
    TranslationAdded.kind: _translated,
    OfficialActRecorded.kind: _acted,
}
