"""A case's tables drawn anew from its ledger, beside the ones that stand, to compare the two."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from secrets import token_hex
from typing import Any, Final

from django.core.management import call_command
from django.db import connections, models

from firsthand.record.ledger import Written
from firsthand.store import drawing
from firsthand.store.contents import written_entry
from firsthand.store.models import (
    Act,
    ActPart,
    Claim,
    Consent,
    Content,
    Entity,
    EntityLink,
    EntityName,
    Entry,
    Judgement,
    Member,
    OfficialAct,
    OriginTie,
    Reply,
    SameAs,
    Source,
    SourceWithdrawal,
    Subject,
    Transcript,
    Translation,
    Withholding,
)

_AT_ONCE: Final = 500
_DRAWN: Final[tuple[type[models.Model], ...]] = (
    Act,
    ActPart,
    Claim,
    Consent,
    Entity,
    EntityLink,
    EntityName,
    Judgement,
    Member,
    OfficialAct,
    OriginTie,
    Reply,
    SameAs,
    Source,
    SourceWithdrawal,
    Subject,
    Transcript,
    Translation,
    Withholding,
)
Progress = Callable[[str, int, int], None]


def differing_rows(alias: str, tell: Progress) -> Iterator[tuple[int, str]]:
    """Find rows that are not what the ledger draws: each entry's number, and the table."""
    with _empty_tables() as anew:
        _draw_all(alias, anew, tell)
        for model in _DRAWN:
            yield from _differing(model, alias, anew)


@contextmanager
def _empty_tables() -> Iterator[str]:
    # In memory: nothing of a case is left lying about, whatever happens.
    alias = f"anew-{token_hex(6)}"
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
    connections.settings[alias] = connections.configure_settings({"default": {}, alias: database})[
        alias
    ]
    try:
        call_command("migrate", database=alias, verbosity=0, interactive=False)
        yield alias
    finally:
        connections[alias].close()
        del connections.settings[alias]
        del connections[alias]


def _draw_all(alias: str, anew: str, tell: Progress) -> None:
    total = Entry.objects.using(alias).count()
    rows = Entry.objects.using(alias).select_related("content").order_by("id")
    waiting: list[Written] = []
    closed: list[Entry] = []
    for done, row in enumerate(rows.iterator(chunk_size=_AT_ONCE)):
        if getattr(row, "content", None) is not None:
            waiting.append(written_entry(row, None))
        else:
            # Erased, or held back from this copy: what it was about is all there is of it.
            closed.append(row)
        if len(waiting) >= _AT_ONCE:
            _draw(waiting, alias, anew)
            waiting = []
            tell("comparing", done, total)
    _draw(waiting, alias, anew)
    Entry.objects.using(anew).bulk_create(closed, batch_size=_AT_ONCE)
    about = Subject.objects.using(alias).filter(entry__content=None)
    Subject.objects.using(anew).bulk_create(
        [Subject(entry_id=row.entry_id, subject=row.subject) for row in about],
        batch_size=_AT_ONCE,
    )
    tell("comparing", total, total)


def _draw(written: list[Written], alias: str, anew: str) -> None:
    numbers = [each.entry.number for each in written]
    entries = list(Entry.objects.using(alias).filter(id__in=numbers))
    Entry.objects.using(anew).bulk_create(entries, batch_size=_AT_ONCE)
    Subject.objects.using(anew).bulk_create(_subjects(written, alias), batch_size=_AT_ONCE)
    needed = [each for each in written if not each.is_confidential]
    Content.objects.using(anew).bulk_create(
        [
            Content(entry_id=each.entry.number, salt=each.salt, sealed=each.sealed, key=each.key)
            for each in needed
        ],
        batch_size=_AT_ONCE,
    )
    open_to_read = [each for each in written if each.entry.content is not None]
    drawing.draw(open_to_read, anew)


def _subjects(written: list[Written], alias: str) -> list[Subject]:
    """Tell anew what entries are about; of a closed one the rows that stand are all there is."""
    closed = [each.entry.number for each in written if each.entry.content is None]
    stands = Subject.objects.using(alias).filter(entry_id__in=closed)
    return [
        *(Subject(entry_id=row.entry_id, subject=row.subject) for row in stands),
        *(
            Subject(entry_id=each.entry.number, subject=subject[:200])
            for each in written
            if each.entry.content is not None
            for subject in each.entry.content.subjects
        ),
    ]


def _differing(model: type[models.Model], alias: str, anew: str) -> Iterator[tuple[int, str]]:
    fields = [
        field.attname
        for field in model._meta.concrete_fields
        if not isinstance(field, models.AutoField)
    ]
    stands = Counter(_rows(model, fields, alias))
    drawn = Counter(_rows(model, fields, anew))
    names = [name for name in ("entry_id", "answered_id", "asked_id") if name in fields]
    for row in sorted((stands - drawn) + (drawn - stands), key=repr):
        told = dict(zip(fields, row, strict=True))
        numbers = [told[name] for name in names if told[name] is not None]
        yield int(numbers[0]) if numbers else 0, model._meta.db_table


def _rows(model: type[models.Model], fields: list[str], alias: str) -> Iterator[tuple[Any, ...]]:
    rows = model._default_manager.using(alias).all()
    # Of what is confidential the ledger draws nothing without the key; only ids stand there.
    if model in {Source, Claim, Entity, Act}:
        rows = rows.exclude(body="")
    elif model in {Transcript, Translation}:
        rows = rows.exclude(text="")
    return rows.values_list(*fields).iterator(chunk_size=2_000)
