from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from django.db import connections

from firsthand.record.contents.of_case import Undone
from firsthand.record.contents.of_claims import ClaimCorrected, TranslationAdded
from firsthand.record.contents.of_entities import EntityNamed
from firsthand.record.recording import record
from firsthand.store.adding import add_sources
from firsthand.store.cases import Case
from firsthand.store.models import Claim
from firsthand.store.searching import Filters, Hit, search
from firsthand.store.tracing_case import trace_case
from firsthand.values.claim import Claim as SaidClaim
from firsthand.values.entity import EntityKind
from firsthand.values.errors import BadRequest
from firsthand.values.source import Handling
from firsthand.values.spans import Span
from tests.store.a_case import OWNER
from tests.store.exchange.a_small_case import (
    OPEN_CANARY,
    SECRET_CANARY,
    a_small_case,
    claim_of,
)

CHINESE = "公告\n\n奥川驻云港领事馆否认设立服务站。\n"
HOSTILE = (
    '"', "' OR 1=1 --", "NEAR(river posts)", "posts*", "a AND", "words:river", "^river", "-", "()",
    "\\", "%s", "river & posts", "posts:*", "!posts", "<->",
)  # fmt: skip


def ids(hits: tuple[Hit, ...]) -> set[str]:
    return {hit.id for hit in hits}


def test_a_claim_a_source_and_an_entity_are_found_by_their_words(case: Case) -> None:
    hits = search(case, "river posts")
    named = search(case, "estuary watch", filters=Filters(what="entity"))

    assert [hit.what for hit in hits] == ["claim", "source"]
    assert ids(named) == {"e-watch"}


def test_a_hit_quotes_its_words_as_they_stand(case: Case) -> None:
    (hit,) = search(case, "RIVER posts", filters=Filters(what="claim"))

    marked = [hit.quotation.text[start:end] for start, end in hit.quotation.marks]
    assert marked == ["river", "posts"]


def test_a_phrase_is_not_its_words_in_another_order(case: Case) -> None:
    assert search(case, '"river posts"')
    assert not search(case, '"posts river"')


def test_a_word_of_two_chinese_characters_is_found(case: Case, tmp_path: Path) -> None:
    page = tmp_path / "chinese.txt"
    page.write_text(CHINESE, "utf-8")
    (added,) = add_sources(case, [page], by=OWNER).sources

    assert added in ids(search(case, "云港"))
    assert not search(case, "港云")


def test_nothing_confidential_is_found_or_stands_in_the_index(case: Case) -> None:
    hits = search(case, SECRET_CANARY)

    with connections[case.alias].cursor() as cursor:
        cursor.execute("SELECT words FROM record_words")
        words = " ".join(str(row[0]) for row in cursor.fetchall())
    assert hits == ()
    assert "aunt" not in words


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_typed_is_words_and_never_an_operator(case: Case, typed: str) -> None:
    try:
        hits = search(case, typed)
    except BadRequest:
        return

    assert all(hit.what in {"claim", "source", "entity"} for hit in hits)


def test_filters_let_through_what_fits_them_alone(case: Case) -> None:
    claim = claim_of(case, Handling.PUBLIC)

    def found(filters: Filters) -> set[str]:
        return ids(search(case, "river", filters=filters))

    assert found(Filters(speaker="estuary")) == {claim}
    assert found(Filters(speaker="Weir")) == set()
    assert found(Filters(stance="asserts")) == {claim}
    assert found(Filters(stance="denies")) == set()
    assert found(Filters(support="single-origin")) == {claim}
    assert found(Filters(support="corroborated")) == set()
    assert found(Filters(place="four countries")) >= {claim}
    assert found(Filters(place="Quay")) == set()
    assert found(Filters(kind="law")) == set()
    assert found(Filters(said_until=date(1990, 1, 1))) == set()


def test_a_correction_is_found_and_undone_again(case: Case) -> None:
    name = claim_of(case, Handling.PUBLIC)
    row = Claim.objects.using(case.alias).select_related("source").get(id=name)
    start = row.source.text.index("four countries")
    corrected = replace(
        msgspec.json.decode(row.body, type=SaidClaim),
        content=(Span(start, start + 14),),
        text="four countries",
        read_as="four countries",
    )

    (number,) = record(case.ledger, [ClaimCorrected(claim=corrected)], by=OWNER)
    after = ids(search(case, "estuary posts", filters=Filters(what="claim")))
    record(case.ledger, [Undone(entry=number)], by=OWNER)

    assert name not in after
    assert name in ids(search(case, OPEN_CANARY, filters=Filters(what="claim")))


def test_a_translation_leads_to_its_claim_and_goes_with_it(case: Case) -> None:
    name = claim_of(case, Handling.PUBLIC)
    added = TranslationAdded(claim=name, text="postes fluviaux", lang="fr", translator="Ada")

    (number,) = record(case.ledger, [added], by=OWNER)
    found = ids(search(case, "fluviaux"))
    record(case.ledger, [Undone(entry=number)], by=OWNER)

    assert found == {name}
    assert not search(case, "fluviaux")
    assert name in ids(search(case, "river"))


def test_an_entity_is_found_by_the_names_it_has_now(case: Case) -> None:
    renamed = EntityNamed(entity="e-watch", is_a=EntityKind.BODY, name="Delta Watch")

    record(case.ledger, [renamed], by=OWNER)

    assert ids(search(case, "delta", filters=Filters(what="entity"))) == {"e-watch"}
    assert not search(case, "estuary", filters=Filters(what="entity"))


def test_a_search_stays_in_its_case(case: Case, tmp_path: Path) -> None:
    with a_small_case(tmp_path / "another") as another:
        page = tmp_path / "other.txt"
        page.write_text("Kelp\n\nThe ferry office said kelp grows here.\n", "utf-8")
        add_sources(another, [page], by=OWNER)
        trace_case(another, by=OWNER)

        assert search(another, "kelp")
        assert not search(case, "kelp")
