"""Reading the claims of sources that came in and were not read yet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

import msgspec

from firsthand.claims.extractor import Extractor, checked
from firsthand.claims.languages import extractor_for
from firsthand.record.contents.base import Content
from firsthand.record.contents.of_claims import ClaimFound
from firsthand.record.contents.of_sources import SourceRead
from firsthand.record.entry import Author
from firsthand.record.recording import record
from firsthand.store.captured import sealed_source, stored_source
from firsthand.store.cases import Case
from firsthand.store.models import Claim, Source
from firsthand.values.claim import Claim as SaidClaim
from firsthand.values.source import Handling
from firsthand.values.source import Source as CapturedSource
from firsthand.values.spans import Span

_AT_ONCE: Final = 50
Progress = Callable[[str, int, int], None]


def read_claims(
    case: Case,
    *,
    by: Author,
    extractor: Extractor | None = None,
    tell: Progress = lambda *_: None,
) -> int:
    """Read every source that was not read yet, and give how many claims were found.

    Confidential sources are read where the case's key is open, and wait where it is not.
    """
    waiting = Source.objects.using(case.alias).filter(is_read=False).order_by("entry_id")
    if case.ledger.case_key is None:
        waiting = waiting.exclude(handling=Handling.CONFIDENTIAL.value)
    ids = list(waiting.values_list("id", flat=True))
    found = 0
    for start in range(0, len(ids), _AT_ONCE):
        tell("reading", start, len(ids))
        contents: list[Content] = []
        for source in _sources(case, ids[start : start + _AT_ONCE]):
            claims, engine = _claims_in(source, extractor)
            contents.append(SourceRead(source=source.id, engine=engine, found=len(claims)))
            contents += [ClaimFound(claim=claim) for claim in claims]
            found += len(claims)
        # A source and its claims are one step: a crash reads the source again, never twice.
        record(case.ledger, contents, by=by)
    tell("reading", len(ids), len(ids))
    return found


def standing_claims(case: Case) -> list[SaidClaim]:
    """Give the claims as they hold now, but for those of confidential sources."""
    bodies = Claim.objects.using(case.alias).exclude(body="").values_list("body", flat=True)
    decode = msgspec.json.Decoder(SaidClaim).decode
    return [decode(body) for body in bodies.iterator(chunk_size=2_000)]


def standing_sources(case: Case) -> list[CapturedSource]:
    """Give the sources as they were captured, but for confidential ones."""
    rows = Source.objects.using(case.alias).exclude(body="")
    return [stored_source(row) for row in rows.iterator(chunk_size=500)]


def with_words_written_down(
    sources: Sequence[CapturedSource], claims: Sequence[SaidClaim]
) -> tuple[list[CapturedSource], list[SaidClaim]]:
    """Give sources without text the words that people wrote down from them, for tracing alone.

    A claim in a recording or a picture has an anchor and no place in a text; what compares claims
    needs one.
    """
    written: dict[str, list[SaidClaim]] = {}
    for claim in claims:
        if not claim.content:
            written.setdefault(claim.source, []).append(claim)
    placed: dict[str, SaidClaim] = {}
    texts: dict[str, str] = {}
    for source, several in written.items():
        text = ""
        for claim in several:
            start = len(text)
            text += f"{claim.text}\n\n"
            span = Span(start, start + len(claim.text))
            placed[claim.id] = replace(claim, content=(span,), sentence=span)
        texts[source] = text
    return (
        [replace(source, text=texts.get(source.id, source.text)) for source in sources],
        [placed.get(claim.id, claim) for claim in claims],
    )


def _sources(case: Case, ids: Sequence[str]) -> Iterator[CapturedSource]:
    for row in Source.objects.using(case.alias).filter(id__in=ids).order_by("entry_id"):
        yield stored_source(row) if row.body else sealed_source(row, case.ledger.case_key)


def _claims_in(source: CapturedSource, extractor: Extractor | None) -> tuple[list[SaidClaim], str]:
    engine = extractor or extractor_for(source.lang)
    claims, _dropped = checked(engine.claims_in(source), source)
    once = {claim.id: claim for claim in claims}
    return list(once.values()), engine.name
