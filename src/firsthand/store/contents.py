"""Opening the sealed contents of entries."""

from firsthand.record.contents.base import Content as EntryContent
from firsthand.record.contents.kinds import read_content
from firsthand.record.entry import Entry as WrittenEntry
from firsthand.record.ledger import Written
from firsthand.sealing.errors import SealingError
from firsthand.sealing.sealed import unseal, unwrap
from firsthand.store.models import Content, Entry
from firsthand.values.errors import BrokenCase, CaseSealed


def read_entry(row: Entry, case_key: bytes | None) -> WrittenEntry:
    """Give an entry with its content, unless that was erased or is confidential and closed."""
    held = getattr(row, "content", None)
    content = None
    if held is not None and not (held.is_confidential and case_key is None):
        content = open_content(row.kind, held, case_key)
    return WrittenEntry(
        number=row.id,
        at=row.at,
        author=row.author,
        reason=row.reason,
        kind=row.kind,
        before=row.before,
        commitment=row.commitment,
        digest=row.digest,
        content=content,
    )


def open_content(kind: str, held: Content, case_key: bytes | None) -> EntryContent:
    """Open an entry's sealed content.

    Raises CaseSealed where the case's key is needed and absent, BrokenCase where what is stored was
    changed.
    """
    key = bytes(held.key)
    try:
        if held.is_confidential:
            if case_key is None:
                raise CaseSealed(
                    "this is confidential, and the case's key is not open. Give the passphrase "
                    "(--passphrase-file)."
                )
            key = unwrap(case_key, key)
        return read_content(kind, unseal(key, bytes(held.sealed)))
    except SealingError as failed:
        raise BrokenCase(
            f"entry {held.entry_id} does not open. Run: firsthand case verify, and restore the "
            "case from a backup."
        ) from failed


def written_entry(row: Entry, case_key: bytes | None) -> Written:
    """Give an entry as it was when it was written, so that it can be drawn again."""
    held = row.content
    return Written(
        entry=read_entry(row, case_key),
        salt=bytes(held.salt),
        sealed=bytes(held.sealed),
        key=bytes(held.key),
        is_confidential=held.is_confidential,
    )
