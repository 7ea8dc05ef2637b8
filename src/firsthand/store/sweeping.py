"""Carrying an erasure through to the disk: evidence files, and the pages that rows left behind."""

import json
from typing import Final

from django.db import connections

from firsthand.store.databases import is_postgres
from firsthand.store.evidence import Evidence
from firsthand.store.models import Setting, Source

PENDING: Final = "erasing"
"""The setting that holds, from an erasure's entry to its end, the digests of evidence to remove."""


def still_to_remove(alias: str) -> list[str]:
    """Give the digests of evidence that an erasure which was cut short left behind."""
    waiting = Setting.objects.using(alias).filter(name=PENDING).first()
    return [str(digest) for digest in json.loads(waiting.value)] if waiting else []


def finish_erasing(alias: str, evidence: Evidence) -> None:
    """Remove from disk what the latest erasure freed; harmless where there is nothing to do."""
    waiting = Setting.objects.using(alias).filter(name=PENDING).first()
    if waiting is None:
        return
    for digest in still_to_remove(alias):
        if not Source.objects.using(alias).filter(evidence=digest).exists():
            evidence.remove(digest)
    _free_pages(alias)
    waiting.delete()


def _free_pages(alias: str) -> None:
    with connections[alias].cursor() as cursor:
        if is_postgres(alias):
            for table in connections[alias].introspection.table_names(cursor):
                if table.startswith("record_"):
                    cursor.execute(f'VACUUM (FULL) "{table}"')
            return
        # FTS5 keeps deleted words in older segments until they are merged.
        cursor.execute("INSERT INTO record_words(record_words) VALUES('optimize')")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
