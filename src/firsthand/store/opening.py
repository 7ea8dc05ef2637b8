"""Opening what is confidential: only with the case's key, and only after an entry says who read it."""

from dataclasses import replace

import msgspec

from firsthand.record.contents.of_case import ConfidentialOpened
from firsthand.record.contents.of_sources import SourceCaptured
from firsthand.record.entry import Author
from firsthand.record.recording import record
from firsthand.store.ledger import StoredLedger, open_content
from firsthand.store.models import Content, Source
from firsthand.values.errors import BadRequest
from firsthand.values.source import Handling
from firsthand.values.source import Source as CapturedSource


def open_confidential(
    ledger: StoredLedger, source: str, *, by: Author, reason: str
) -> CapturedSource:
    """Give a confidential source whole, once the ledger holds who asked for it and why.

    Raises NotAllowed for roles that may not, CaseSealed where the key is not open.
    """
    if not reason.strip():
        raise BadRequest("say why it is opened (--reason); the reason stands in the ledger.")
    held = Content.objects.using(ledger.alias).get(entry__id=_entry_of(source, ledger.alias))
    record(ledger, [ConfidentialOpened(source=source)], by=by, reason=reason)
    return _source_in(held, ledger.case_key)


def text_of(source: str, alias: str, case_key: bytes | None) -> str | None:
    """Give a source's text for the rules to check words against; nothing where it is not open."""
    row = Source.objects.using(alias).filter(id=source).first()
    if row is None:
        return None
    if row.body:
        return row.text
    if case_key is None:
        return None
    held = Content.objects.using(alias).get(entry_id=row.entry_id)
    return _source_in(held, case_key).text


def stored_source(row: Source) -> CapturedSource:
    """Give a source that is not confidential, as it was captured, with today's handling."""
    told = msgspec.json.decode(row.body, type=CapturedSource)
    return replace(told, text=row.text, handling=Handling(row.handling))


def _entry_of(source: str, alias: str) -> int:
    row = Source.objects.using(alias).filter(id=source).values("entry_id", "handling").first()
    if row is None:
        raise BadRequest(f"there is no source {source}. List them: firsthand case log CASE.")
    if row["handling"] != Handling.CONFIDENTIAL.value:
        raise BadRequest(f"{source} is not confidential: firsthand case status shows it.")
    return int(row["entry_id"])


def _source_in(held: Content, case_key: bytes | None) -> CapturedSource:
    content = open_content(SourceCaptured.kind, held, case_key)
    if not isinstance(content, SourceCaptured):
        raise TypeError("the entry of a source holds something else")
    return content.source
