"""Timestamps of a case's ledger: what an authority signed, held against the chain."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator

from firsthand.record.chain import Fault
from firsthand.record.contents.of_case import Stamped
from firsthand.record.entry import Author
from firsthand.record.recording import record
from firsthand.store.cases import Case
from firsthand.store.models import Entry
from firsthand.values.errors import BadTimestamp
from firsthand.values.timestamp import Timestamp

Stamp = Callable[[bytes], Timestamp]
Check = Callable[[bytes, bytes], object]


def stamp_head(case: Case, stamp: Stamp, *, by: Author) -> int:
    """Have the digest of the last entry stamped, and record the stamp; gives its entry's number."""
    head = case.ledger.head()
    stamped = stamp(bytes.fromhex(head.digest))
    content = Stamped(
        number=head.number,
        digest=head.digest,
        authority=stamped.authority,
        stamped_at=stamped.time.isoformat(),
        token=b64encode(stamped.token).decode(),
    )
    return record(case.ledger, [content], by=by)[0]


def stamp_faults(case: Case, check: Check | None = None) -> Iterator[Fault]:
    """Name each stamp that is not of the entry it names, or does not hold.

    ``check`` takes a token and a digest, and raises BadTimestamp; without it only the digests are
    compared.
    """
    for entry in case.ledger.entries(kinds=(Stamped.kind,)):
        content = entry.content
        if not isinstance(content, Stamped):
            continue
        row = Entry.objects.using(case.alias).filter(id=content.number).values("digest").first()
        if row is None or row["digest"] != content.digest:
            yield Fault(
                number=content.number, what=f"it is not what was stamped (entry {entry.number})"
            )
        elif check is not None:
            try:
                check(b64decode(content.token), bytes.fromhex(content.digest))
            except BadTimestamp as bad:
                yield Fault(number=entry.number, what=f"its stamp does not hold: {bad}")
