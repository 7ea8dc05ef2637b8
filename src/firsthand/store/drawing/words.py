"""Drawing the search index: in step with the tables, in the same transaction.

Invariant: confidential words never enter; what was corrected, undone or erased is not found again.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from django.db import connections

from firsthand.record.contents.base import Content
from firsthand.record.contents.of_claims import (
    ClaimAdded,
    ClaimCorrected,
    ClaimFound,
    TranslationAdded,
)
from firsthand.record.contents.of_entities import EntityNamed
from firsthand.record.contents.of_sources import SourceCaptured, TranscriptAdded
from firsthand.record.ledger import Written
from firsthand.record.search_words import indexed_parts
from firsthand.store.drawing.rows import AT_ONCE, put
from firsthand.store.models import (
    Claim,
    EntityName,
    Indexed,
    Source,
    Transcript,
    Translation,
)

SOURCE: Final = "source"
CLAIM: Final = "claim"
ENTITY: Final = "entity"
Text = tuple[str, str, str]


def index(written: Sequence[Written], alias: str) -> None:
    """Let the words of new entries be found; the tables are drawn already."""
    held = [each.entry.content for each in written if not each.is_confidential]
    corrected = {
        subject
        for content in held
        if isinstance(content, ClaimCorrected | EntityNamed)
        for subject in content.subjects[:1]
    }
    _put_words([text for content in held if content for text in _texts(content)], alias)
    reindex(corrected, alias)


def reindex(subjects: Collection[str], alias: str) -> None:
    """Index some sources, claims and entities as their rows stand now."""
    if not subjects:
        return
    unindex(subjects, alias)
    claims = Claim.objects.using(alias).filter(id__in=subjects).exclude(body="")
    translations = Translation.objects.using(alias).filter(claim__in=subjects)
    sources = Source.objects.using(alias).filter(id__in=subjects).exclude(body="")
    transcripts = Transcript.objects.using(alias).filter(source__in=subjects)
    names = EntityName.objects.using(alias).filter(entity__in=subjects)
    _put_words(
        [
            *((CLAIM, name, text) for name, text in claims.values_list("id", "text")),
            *((CLAIM, name, text) for name, text in translations.values_list("claim", "text")),
            *(
                (SOURCE, name, f"{title}\n{text}")
                for name, title, text in sources.values_list("id", "title", "text")
            ),
            *((SOURCE, name, text) for name, text in transcripts.values_list("source", "text")),
            *((ENTITY, entity, name) for entity, name in names.values_list("entity", "name")),
        ],
        alias,
    )


def unindex(subjects: Collection[str], alias: str) -> None:
    """Let some subjects not be found any more."""
    listed = sorted(subjects)
    key = "id" if connections[alias].vendor == "postgresql" else "rowid"
    for start in range(0, len(listed), AT_ONCE):
        rows = Indexed.objects.using(alias).filter(subject__in=listed[start : start + AT_ONCE])
        numbers = list(rows.values_list("id", flat=True))
        with connections[alias].cursor() as cursor:
            cursor.executemany(
                f"DELETE FROM record_words WHERE {key} = %s",  # noqa: S608 - one of two names
                [(number,) for number in numbers],
            )
        rows.delete()


def _texts(content: Content) -> Iterable[Text]:
    if isinstance(content, SourceCaptured):
        source = content.source
        yield SOURCE, source.id, "\n".join(filter(None, (source.title, source.text)))
    elif isinstance(content, TranscriptAdded):
        yield SOURCE, content.source, content.text
    elif isinstance(content, ClaimFound | ClaimAdded):
        yield CLAIM, content.claim.id, content.claim.text
    elif isinstance(content, TranslationAdded):
        yield CLAIM, content.claim, content.text


def _put_words(texts: Iterable[Text], alias: str) -> None:
    parts = [
        (what, subject, words)
        for what, subject, text in texts
        for words in indexed_parts(text)
        if words
    ]
    if not parts:
        return
    is_postgres = connections[alias].vendor == "postgresql"
    last = Indexed.objects.using(alias).order_by("-id").values_list("id", flat=True).first() or 0
    numbered = list(enumerate(parts, last + 1))
    put(
        (Indexed(id=n, what=what, subject=subject[:200]) for n, (what, subject, _) in numbered),
        alias,
    )
    sql = (
        "INSERT INTO record_words (id, words) VALUES (%s, to_tsvector('simple', %s))"
        if is_postgres
        else "INSERT INTO record_words (rowid, words) VALUES (%s, %s)"
    )
    with connections[alias].cursor() as cursor:
        cursor.executemany(sql, [(n, words) for n, (_, _, words) in numbered])
