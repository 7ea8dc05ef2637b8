"""Opening what is confidential: only with the case's key, only after an entry says who reads."""

from firsthand.record.contents.of_case import ConfidentialOpened
from firsthand.record.entry import Author
from firsthand.record.recording import record
from firsthand.store.captured import source_in
from firsthand.store.ledger import StoredLedger
from firsthand.store.models import Content, Source
from firsthand.values.errors import BadRequest, CaseSealed
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
    if ledger.case_key is None:
        raise CaseSealed("the case's key is not open. Give the passphrase (--passphrase-file).")
    record(ledger, [ConfidentialOpened(source=source)], by=by, reason=reason)
    return source_in(held, ledger.case_key)


def _entry_of(source: str, alias: str) -> int:
    row = Source.objects.using(alias).filter(id=source).values("entry_id", "handling").first()
    if row is None:
        raise BadRequest(f"there is no source {source}. List them: firsthand case log CASE.")
    if row["handling"] != Handling.CONFIDENTIAL.value:
        raise BadRequest(f"{source} is not confidential: firsthand case status shows it.")
    return int(row["entry_id"])
