"""A whole copy of a case as one file: every entry, and the evidence.

What is confidential stays behind, listed by number, unless an owner takes it along: sealed as it
lies, with the key under its passphrase.
"""

import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from firsthand.record.contents.kinds import KINDS
from firsthand.record.contents.of_case import Erased, Exported
from firsthand.record.contents.of_sources import HandlingSet, SourceCaptured
from firsthand.record.entry import Author, CaseRole, Head
from firsthand.record.exchange.case_copy import (
    ENTRIES,
    EVIDENCE,
    FORMAT,
    MANIFEST,
    VERSION,
    EntryLine,
    Manifest,
    spell_line,
    spell_manifest,
)
from firsthand.record.permissions import require_leave
from firsthand.record.recording import record_in
from firsthand.store.cases import FORM, Case
from firsthand.store.exporting import Left
from firsthand.store.keys import key_under_passphrase
from firsthand.store.leaving import leaving, require_free, settle
from firsthand.store.models import Claim, Entity, Entry, Source, Subject
from firsthand.values.errors import BadRequest, CaseBusy, NotAllowed
from firsthand.values.source import Handling

HELD_BACK: Final = "held back"
"""The setting that lists the entries whose content a copy came without."""

_AT_ONCE: Final = 500
_CHUNK: Final = 1024 * 1024
_WORDY: Final = [kind for kind, content in KINDS.items() if content.carries_words]


def copy_case(
    case: Case, out: Path, *, by: Author, confidential: bool = False, force: bool = False
) -> Left:
    """Write a copy of a case into a file.

    Raises NotAllowed, BadRequest where the file is there or the key has no passphrase, and CaseBusy
    where somebody erased or closed something while the copy was written.
    """
    require_leave(by, Exported(format="case", head=0))
    keyslot = _keyslot(case, by) if confidential else None
    require_free(out, force=force)
    head = case.ledger.head()
    with leaving(out) as stream:
        _write(case, head, keyslot, stream, confidential=confidential)
        settle(stream)
        with case.ledger.turn() as turn:
            _require_unchanged(case, head)
            exported = Exported(format="case", head=head.number, holds_confidential=confidential)
            (entry,) = record_in(turn, [exported], by=by)
    return Left(entry=entry)


def held_back(case: Case) -> frozenset[int]:
    """Give the entries whose content this case never had, being itself a copy without them."""
    told = case.setting(HELD_BACK)
    return frozenset(map(int, told.split())) if told else frozenset()


def _keyslot(case: Case, by: Author) -> str:
    if by.role is not CaseRole.OWNER:
        raise NotAllowed("only an owner may take what is confidential along. Ask one.")
    slot = key_under_passphrase(case)
    if slot is None:
        raise BadRequest(
            "the case's key is under no passphrase, so a copy could never be opened. Give it one: "
            "firsthand case key CASE --new-passphrase-file FILE."
        )
    return slot


def _write(
    case: Case, head: Head, keyslot: str | None, stream: BinaryIO, *, confidential: bool
) -> None:
    closed = frozenset[int]() if confidential else frozenset(_closed(case.alias))
    absent: list[int] = []
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        with archive.open(zipfile.ZipInfo(ENTRIES), "w", force_zip64=True) as lines:
            for line in _lines(case.alias, head, closed):
                if line.sealed is None:
                    absent.append(line.number)
                lines.write(spell_line(line))
        for digest in _evidence(case.alias, head, confidential=confidential):
            with (
                case.evidence.opened(digest) as held,
                archive.open(
                    zipfile.ZipInfo(f"{EVIDENCE}{digest}"), "w", force_zip64=True
                ) as target,
            ):
                shutil.copyfileobj(held, target, _CHUNK)
        kept_back = closed | held_back(case)
        manifest = Manifest(
            format=FORMAT,
            version=VERSION,
            form=FORM,
            case=case.id,
            number=head.number,
            digest=head.digest,
            held_back=tuple(number for number in absent if number in kept_back),
            erased=tuple(number for number in absent if number not in kept_back),
            keyslot=keyslot,
        )
        archive.writestr(zipfile.ZipInfo(MANIFEST), spell_manifest(manifest))


def _lines(alias: str, head: Head, closed: frozenset[int]) -> Iterator[EntryLine]:
    evidence = dict(Source.objects.using(alias).values_list("entry_id", "evidence"))
    rows = Entry.objects.using(alias).filter(id__lte=head.number).select_related("content")
    for row in rows.order_by("id").iterator(_AT_ONCE):
        held = None if row.id in closed else getattr(row, "content", None)
        line = EntryLine(
            number=row.id,
            at=row.at,
            author=row.author,
            reason=row.reason,
            kind=row.kind,
            before=row.before,
            commitment=row.commitment,
            digest=row.digest,
        )
        if held is None:
            yield replace(line, subjects=_subjects(row.id, alias))
            continue
        line = replace(line, salt=bytes(held.salt), sealed=bytes(held.sealed), key=bytes(held.key))
        if held.is_confidential:
            is_source = row.kind == SourceCaptured.kind
            line = replace(
                line,
                is_confidential=True,
                subjects=_subjects(row.id, alias),
                evidence=evidence.get(row.id) if is_source else None,
            )
        yield line


def _subjects(number: int, alias: str) -> tuple[str, ...]:
    rows = Subject.objects.using(alias).filter(entry_id=number).order_by("id")
    return tuple(rows.values_list("subject", flat=True))


def _closed(alias: str) -> Iterator[int]:
    """List the entries whose content is confidential, or has become so since."""
    rows = Entry.objects.using(alias)
    yield from rows.filter(content__is_confidential=True).values_list("id", flat=True)
    secret = Handling.CONFIDENTIAL.value
    for subjects in (
        Source.objects.using(alias).filter(handling=secret).values("id"),
        Claim.objects.using(alias).filter(source__handling=secret).values("id"),
        Entity.objects.using(alias).filter(body="").values("id"),
    ):
        about = Subject.objects.using(alias).filter(subject__in=subjects).values("entry_id")
        yield from rows.filter(id__in=about, kind__in=_WORDY, content__isnull=False).values_list(
            "id", flat=True
        )


def _evidence(alias: str, head: Head, *, confidential: bool) -> Iterable[str]:
    rows = Source.objects.using(alias).filter(
        entry_id__lte=head.number, entry__content__isnull=False
    )
    every = set(rows.exclude(evidence="").values_list("evidence", flat=True))
    secret = rows.filter(handling=Handling.CONFIDENTIAL.value)
    closed = set() if confidential else set(secret.values_list("evidence", flat=True))
    return sorted(every - closed)


def _require_unchanged(case: Case, head: Head) -> None:
    """Raise CaseBusy where something was erased or closed since: the copy may hold it still."""
    since = case.ledger.entries(after=head.number, kinds=[Erased.kind, HandlingSet.kind])
    if next(since, None) is not None:
        raise CaseBusy("something was erased or closed while the copy was written. Try again.")
