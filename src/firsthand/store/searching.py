"""Searching one case: sources, claims and entities by their words, the same on both databases.

Claims come first, then sources, then entities, each in the order in which they came in. What is
confidential is in no index and is never found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import connections

from firsthand.record.search_words import (
    Query,
    Quotation,
    Term,
    for_fts5,
    for_tsquery,
    fts5_term,
    parsed,
    quoted,
    tsquery_term,
)
from firsthand.store.cases import Case
from firsthand.store.databases import is_postgres, told_plainly
from firsthand.store.drawing.words import CLAIM, ENTITY, SOURCE
from firsthand.store.models import Claim, EntityName, Source, Transcript, Translation

WHAT: Final = (CLAIM, SOURCE, ENTITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What hits must be besides; ``None`` lets all through.

    ``speaker`` is a part of the speaker's name, ``place`` words that must stand there too, ``kind``
    a source's kind, ``support`` and ``dispute`` lines of a finding that the claim is in.
    """

    what: str | None = None
    speaker: str | None = None
    stance: str | None = None
    said_from: date | None = None
    said_until: date | None = None
    place: str | None = None
    kind: str | None = None
    support: str | None = None
    dispute: str | None = None

    @property
    def are_of_claims(self) -> bool:
        """Tell whether only claims can pass."""
        return any((self.speaker, self.stance, self.support, self.dispute))

    @property
    def are_of_sources(self) -> bool:
        """Tell whether entities, which have no source, cannot pass."""
        return any((self.kind, self.said_from, self.said_until))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found: what it is, its id, the source it stands in, its name, and its words."""

    what: str
    id: str
    source: str
    name: str
    quotation: Quotation


def search(
    case: Case, words: str, *, filters: Filters | None = None, limit: int = 25
) -> tuple[Hit, ...]:
    """Find what holds all of some words; raises BadRequest where there is no word to look for."""
    filters = filters or Filters()
    query = parsed(words)
    if filters.place:
        query = Query(
            wanted=(*query.wanted, *parsed(filters.place).wanted), unwanted=query.unwanted
        )
    found: list[Hit] = []
    with told_plainly(case.ledger.name):
        for what in WHAT:
            if len(found) < limit and _may_be(what, filters):
                ids = _found(what, query, filters, limit - len(found), case.alias)
                found += _hits(what, ids, query, case.alias)
    return tuple(found)


def _may_be(what: str, filters: Filters) -> bool:
    if filters.what is not None and filters.what != what:
        return False
    if filters.are_of_claims:
        return what == CLAIM
    return what != ENTITY or not filters.are_of_sources


def _found(what: str, query: Query, filters: Filters, limit: int, alias: str) -> list[str]:
    engine = _Postgres() if is_postgres(alias) else _Sqlite()
    conditions, values = _conditions(what, filters)
    joins = _JOINS[what]
    if what == SOURCE:
        # A long source stands in several parts: each term may be in another of them.
        matches = "".join(
            f" AND i.subject {'NOT ' * is_out}IN (SELECT j.subject FROM record_indexed j "
            f"JOIN record_words w ON {engine.joined('j')} WHERE j.what = 'source' "
            f"AND {engine.match})"
            for _, is_out in _terms(query)
        )
        given: list[Any] = [engine.term(term) for term, _ in _terms(query)]
        tables = f"record_indexed i {joins}"
        sql = (
            f"SELECT i.subject FROM {tables} WHERE i.what = 'source'{matches}{conditions} "
            "GROUP BY i.subject ORDER BY MIN(i.id) LIMIT %s"
        )
    else:
        given = [engine.query(query)]
        tables = f"record_words w JOIN record_indexed i ON {engine.joined('i')} {joins}"
        sql = (
            f"SELECT i.subject FROM {tables} WHERE {engine.match} AND i.what = '{what}'"
            f"{conditions} ORDER BY {engine.order} LIMIT %s"
        )
    with connections[alias].cursor() as cursor:
        cursor.execute(sql, [*given, *values, limit])
        return list(dict.fromkeys(str(row[0]) for row in cursor.fetchall()))


_JOINS: Final = {
    CLAIM: "JOIN record_claim c ON c.id = i.subject JOIN record_source s ON s.id = c.source_id",
    SOURCE: "JOIN record_source s ON s.id = i.subject",
    ENTITY: "",
}


def _conditions(what: str, filters: Filters) -> tuple[str, list[Any]]:
    """Write the filters as SQL: every value is handed over apart, none is written into it."""
    found: list[tuple[str, Any]] = []
    if what == CLAIM:
        if filters.speaker:
            pattern = filters.speaker.lower().replace("\\", "\\\\")
            pattern = pattern.replace("%", "\\%").replace("_", "\\_")
            found.append(("LOWER(c.speaker) LIKE %s ESCAPE '\\'", f"%{pattern}%"))
        if filters.stance:
            found.append(("c.stance = %s", filters.stance))
        for line, value in (("support", filters.support), ("dispute", filters.dispute)):
            if value:
                in_finding = (
                    "EXISTS (SELECT 1 FROM record_findingclaim fc JOIN record_finding f "
                    f"ON f.id = fc.finding_id WHERE fc.claim = c.id AND f.{line} = %s)"
                )
                found.append((in_finding, value))
    if what != ENTITY:
        if filters.kind:
            found.append(("s.kind = %s", filters.kind))
        if filters.said_from:
            found.append(("s.published_on >= %s", filters.said_from.isoformat()))
        if filters.said_until:
            found.append(("s.published_on <= %s", filters.said_until.isoformat()))
    return "".join(f" AND {told}" for told, _ in found), [value for _, value in found]


class _Sqlite:
    match: Final = "record_words MATCH %s"
    order: Final = "w.rowid"

    def joined(self, table: str) -> str:
        return f"{table}.id = w.rowid"

    def query(self, query: Query) -> str:
        return for_fts5(query)

    def term(self, term: Term) -> str:
        return fts5_term(term)


class _Postgres:
    match: Final = "w.words @@ to_tsquery('simple', %s)"
    order: Final = "i.id"

    def joined(self, table: str) -> str:
        return f"{table}.id = w.id"

    def query(self, query: Query) -> str:
        return for_tsquery(query)

    def term(self, term: Term) -> str:
        return tsquery_term(term)


def _terms(query: Query) -> list[tuple[Term, bool]]:
    return [(term, False) for term in query.wanted] + [(term, True) for term in query.unwanted]


def _hits(what: str, ids: Sequence[str], query: Query, alias: str) -> Iterator[Hit]:
    if what == CLAIM:
        claims = {row.id: row for row in Claim.objects.using(alias).filter(id__in=ids)}
        others = _texts(Translation.objects.using(alias).filter(claim__in=ids), "claim_id")
        for name in ids:
            row = claims[name]
            words = _best([row.text, *others.get(name, ())], query)
            yield Hit(what=what, id=name, source=row.source_id, name=row.speaker, quotation=words)
    elif what == SOURCE:
        sources = {row.id: row for row in Source.objects.using(alias).filter(id__in=ids)}
        others = _texts(Transcript.objects.using(alias).filter(source__in=ids), "source_id")
        for name in ids:
            held = sources[name]
            words = _best([f"{held.title}\n{held.text}", *others.get(name, ())], query)
            yield Hit(
                what=what, id=name, source=name, name=held.title or held.file, quotation=words
            )
    else:
        names: dict[str, list[str]] = {}
        rows = EntityName.objects.using(alias).filter(entity__in=ids).order_by("id")
        for entity, called in rows.values_list("entity_id", "name"):
            names.setdefault(entity, []).append(called)
        for name in ids:
            words = _best(names[name], query)
            yield Hit(what=what, id=name, source="", name=names[name][0], quotation=words)


def _texts(rows: Any, key: str) -> dict[str, list[str]]:  # noqa: ANN401 - rows of either table
    found: dict[str, list[str]] = {}
    for subject, text in rows.order_by("entry_id").values_list(key, "text"):
        found.setdefault(subject, []).append(text)
    return found


def _best(texts: Sequence[str], query: Query) -> Quotation:
    """Quote the first of several texts in which the words stand, else the first."""
    quotations = [quoted(text, query) for text in texts]
    return next((quotation for quotation in quotations if quotation.marks), quotations[0])
