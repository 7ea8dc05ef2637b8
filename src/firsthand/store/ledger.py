"""A case's ledger in its database; fulfils ``record.ledger``.

Invariant: entries, their contents, the head and all that is drawn from them are written in one
transaction. A crash leaves all of a turn or nothing of it.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

from django.db import connections, transaction

from firsthand.record.chain import Link
from firsthand.record.entry import Entry as WrittenEntry
from firsthand.record.entry import Head as LastEntry
from firsthand.record.ledger import CaseView, Written
from firsthand.store import drawing
from firsthand.store.contents import read_entry
from firsthand.store.databases import WAIT_S, is_postgres, told_plainly
from firsthand.store.models import Content, Entry, Head, Subject
from firsthand.store.reaching import reach
from firsthand.store.view import StoredCase

_AT_ONCE: Final = 500
Clock = Callable[[], datetime]


class StoredTurn:
    """One writer's turn: a transaction that holds the case's write lock."""

    def __init__(self, alias: str, case_key: bytes | None, clock: Clock) -> None:
        """Begin inside a transaction that somebody else opened."""
        self._alias, self._key, self._clock = alias, case_key, clock
        self._case = StoredCase(alias, case_key)

    @property
    def head(self) -> LastEntry:
        """Give the last entry."""
        return head_of(self._alias)

    @property
    def case(self) -> CaseView:
        """Give the case as it stands."""
        return self._case

    @property
    def case_key(self) -> bytes | None:
        """Give the case's key, where it was opened."""
        return self._key

    def now(self) -> str:
        """Give the moment, in UTC, as entries spell it."""
        return spelled_moment(self._clock())

    def keep(self, written: Sequence[Written]) -> None:
        """Keep entries, and draw in the case's tables what they say."""
        if not written:
            return
        _insert(written, self._alias)
        last = written[-1].entry
        Head.objects.using(self._alias).update_or_create(
            id=1, defaults={"number": last.number, "digest": last.digest}
        )
        self._case.forget()
        drawing.draw(written, self._alias)
        self._case.forget()
        reach(written, self._alias)


class StoredLedger:
    """The ledger of one open case."""

    def __init__(
        self,
        alias: str,
        *,
        name: str,
        case_key: bytes | None = None,
        clock: Clock = lambda: datetime.now(UTC),
    ) -> None:
        """Write through an alias; ``name`` is what errors call the case."""
        self.alias, self.name, self.case_key, self.clock = alias, name, case_key, clock

    @contextmanager
    def turn(self) -> Iterator[StoredTurn]:
        """Begin a turn; it is kept when it ends, and undone whole where it fails."""
        with told_plainly(self.name), transaction.atomic(using=self.alias):
            _lock(self.alias)
            yield StoredTurn(self.alias, self.case_key, self.clock)

    def head(self) -> LastEntry:
        """Give the last entry."""
        with told_plainly(self.name):
            return head_of(self.alias)

    def entries(
        self, *, after: int = 0, kinds: Sequence[str] = (), subject: str | None = None
    ) -> Generator[WrittenEntry, None, None]:
        """Go through entries in their order, with their contents where they are open to read."""
        with told_plainly(self.name):
            rows = Entry.objects.using(self.alias).filter(id__gt=after)
            if kinds:
                rows = rows.filter(kind__in=kinds)
            if subject is not None:
                about = Subject.objects.using(self.alias).filter(subject=subject)
                rows = rows.filter(id__in=about.values("entry_id"))
            for row in rows.select_related("content").iterator(chunk_size=_AT_ONCE):
                yield read_entry(row, self.case_key)

    def links(self) -> Iterator[Link]:
        """Go through the chain as it is stored, for verifying; reads rows plainly, for speed."""
        with told_plainly(self.name):
            yield from _links(self.alias)


def head_of(alias: str) -> LastEntry:
    """Give the last entry as it was when it was written."""
    row = Head.objects.using(alias).filter(id=1).first()
    return LastEntry(number=row.number, digest=row.digest) if row else LastEntry()


def spelled_moment(moment: datetime) -> str:
    """Spell a moment in UTC with microseconds, so that spellings sort as moments do."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _insert(written: Sequence[Written], alias: str) -> None:
    Entry.objects.using(alias).bulk_create(
        [
            Entry(
                id=each.entry.number,
                at=each.entry.at,
                author=each.entry.author,
                reason=each.entry.reason,
                kind=each.entry.kind,
                before=each.entry.before,
                commitment=each.entry.commitment,
                digest=each.entry.digest,
            )
            for each in written
        ],
        batch_size=_AT_ONCE,
    )
    Content.objects.using(alias).bulk_create(
        [
            Content(
                entry_id=each.entry.number,
                salt=each.salt,
                sealed=each.sealed,
                key=each.key,
                is_confidential=each.is_confidential,
            )
            for each in written
        ],
        batch_size=_AT_ONCE,
    )
    Subject.objects.using(alias).bulk_create(
        [
            Subject(entry_id=each.entry.number, subject=subject[:200])
            for each in written
            if each.entry.content is not None
            for subject in each.entry.content.subjects
        ],
        batch_size=_AT_ONCE,
    )


def _lock(alias: str) -> None:
    """Let no second writer in; SQLite's transactions begin with its one write lock already."""
    if is_postgres(alias):
        with connections[alias].cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{WAIT_S}s'")
            cursor.execute("LOCK TABLE record_head IN EXCLUSIVE MODE")


def _links(alias: str) -> Iterator[Link]:
    sql = (
        "SELECT e.id, e.at, e.author, e.reason, e.kind, e.before, e.commitment, e.digest, "
        "c.salt, c.sealed FROM record_entry e LEFT JOIN record_content c ON c.entry_id = e.id "
        "ORDER BY e.id"
    )
    with transaction.atomic(using=alias), connections[alias].chunked_cursor() as cursor:
        cursor.execute(sql)
        while rows := cursor.fetchmany(2_000):
            yield from map(Link._make, rows)
