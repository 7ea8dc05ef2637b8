"""Sources as they were captured, given back from a case's tables and sealed contents."""

from dataclasses import replace

import msgspec

from firsthand.record.contents.of_sources import SourceCaptured
from firsthand.store.contents import open_content
from firsthand.store.models import Content, Source
from firsthand.values.errors import BadRequest
from firsthand.values.source import Handling
from firsthand.values.source import Source as CapturedSource


def stored_source(row: Source) -> CapturedSource:
    """Give a source that is not confidential, as it was captured, with today's handling."""
    told = msgspec.json.decode(row.body, type=CapturedSource)
    return replace(told, text=row.text, handling=Handling(row.handling))


def sealed_source(row: Source, case_key: bytes | None) -> CapturedSource:
    """Give a confidential source for a machine to work on; no person is shown it from here."""
    held = Content.objects.using(row._state.db).get(entry_id=row.entry_id)
    return replace(source_in(held, case_key), handling=Handling(row.handling))


def text_of(source: str, alias: str, case_key: bytes | None) -> str | None:
    """Give a source's text for the rules to check words against; nothing where it is not open."""
    row = Source.objects.using(alias).filter(id=source).first()
    if row is None:
        return None
    if row.body:
        return row.text
    if case_key is None:
        return None
    return sealed_source(row, case_key).text


def source_for_rules(source: str, alias: str, case_key: bytes | None) -> CapturedSource:
    """Give a source for the rules to work on; raises BadRequest where there is none.

    A confidential one comes where the key is open, and is shown to nobody from here.
    """
    row = Source.objects.using(alias).filter(id=source).first()
    if row is None:
        raise BadRequest(f"there is no source {source}.")
    return stored_source(row) if row.body else sealed_source(row, case_key)


def evidence_in_the_open(source: str, alias: str) -> str:
    """Give the digest of a source's evidence; raises BadRequest for what is confidential."""
    row = Source.objects.using(alias).filter(id=source).first()
    if row is None or not row.body:
        raise BadRequest(f"there is no source {source} that may be handed to another program.")
    return row.evidence


def source_in(held: Content, case_key: bytes | None) -> CapturedSource:
    """Give the source that an entry's content holds."""
    content = open_content(SourceCaptured.kind, held, case_key)
    if not isinstance(content, SourceCaptured):
        raise TypeError("the entry of a source holds something else")
    return content.source
