from collections.abc import Iterator

import pytest
from django.db import connections

from firsthand.record.contents.of_case import Ground
from firsthand.record.contents.of_claims import TranslationAdded
from firsthand.record.contents.of_findings import Judged, Verdict
from firsthand.record.entry import Author, CaseRole
from firsthand.record.recording import record
from firsthand.store import sweeping
from firsthand.store.cases import Case, open_case
from firsthand.store.erasing import erase
from firsthand.store.exporting import export_case
from firsthand.store.keys import open_key
from firsthand.store.models import Finding, Source
from firsthand.store.searching import search
from firsthand.store.verifying import verify
from firsthand.values.errors import BadRequest, NotAllowed
from firsthand.values.source import Handling
from tests.store.a_case import OWNER
from tests.store.exchange.a_small_case import (
    OPEN_CANARY,
    PASSPHRASE,
    RESTRICTED_CANARY,
    claim_of,
    source_of,
)

CANARIES = {
    Handling.PUBLIC: (OPEN_CANARY, "river posts", "Estuary Watch said"),
    Handling.RESTRICTED: (RESTRICTED_CANARY, "eleven lanterns"),
}


def left_over(case: Case) -> Iterator[bytes]:
    """Give all bytes that a case keeps: its files, and each row of its tables."""
    for file in case.folder.rglob("*"):
        if file.is_file():
            yield file.read_bytes()
    if connections[case.alias].vendor == "postgresql":
        with connections[case.alias].cursor() as cursor:
            for table in connections[case.alias].introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')
                for row in cursor.fetchall():
                    yield repr([bytes(x) if isinstance(x, memoryview) else x for x in row]).encode()


def stands_anywhere(case: Case, words: str) -> bool:
    return any(words.encode() in held for held in left_over(case))


@pytest.mark.parametrize("handling", CANARIES)
def test_no_word_of_an_erased_source_is_left(case: Case, handling: Handling) -> None:
    claim = claim_of(case, handling)
    added = TranslationAdded(claim=claim, text="mots traduits", lang="fr", translator="Ada")
    record(case.ledger, [added, Judged(subject=claim, verdict=Verdict.ACCEPTED)], by=OWNER)
    assert all(stands_anywhere(case, words) for words in CANARIES[handling])

    erase(case, source_of(case, handling), ground=Ground.LEGAL, by=OWNER, reason="an order")

    case.close()
    assert not any(stands_anywhere(case, words) for words in (*CANARIES[handling], "mots traduits"))
    assert verify(case).is_whole


def test_what_others_said_stays(case: Case) -> None:
    erase(case, source_of(case, Handling.PUBLIC), ground=Ground.SAFETY, by=OWNER, reason="asked")

    assert search(case, "eleven lanterns")
    assert not search(case, "river posts")
    assert stands_anywhere(case, RESTRICTED_CANARY)


def test_a_sealed_testimony_goes_with_its_key_and_its_file(case: Case) -> None:
    source = source_of(case, Handling.CONFIDENTIAL)
    digest = Source.objects.using(case.alias).get(id=source).evidence

    erased, _ = erase(case, source, ground=Ground.CONSENT_WITHDRAWN, by=OWNER, reason="asked")

    assert not case.evidence.path_of(digest).exists()
    assert all(
        entry.content is None for entry in case.ledger.entries() if entry.number in erased.entries
    )
    assert verify(case).is_whole


def test_erasing_one_claim_leaves_its_source(case: Case) -> None:
    claim, source = claim_of(case, Handling.PUBLIC), source_of(case, Handling.PUBLIC)
    before = set(Finding.objects.using(case.alias).values_list("id", flat=True))

    _, reached = erase(case, claim, ground=Ground.LEGAL, by=OWNER, reason="an order")

    assert reached <= before
    assert Source.objects.using(case.alias).filter(id=source).exists()
    assert verify(case).is_whole


def test_what_cannot_be_reached_is_listed(case: Case) -> None:
    left = export_case(case, case.folder.parent / "out.csv", form="csv", by=OWNER)

    erased, _ = erase(
        case, source_of(case, Handling.PUBLIC), ground=Ground.LEGAL, by=OWNER, reason="an order"
    )

    assert any(f"export {left.entry} " in beyond for beyond in erased.beyond_reach)
    assert any("backups" in beyond for beyond in erased.beyond_reach)


def test_an_erasure_cut_short_is_finished_when_the_case_is_next_opened(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = source_of(case, Handling.PUBLIC)
    digest = Source.objects.using(case.alias).get(id=source).evidence
    with monkeypatch.context() as cut:
        cut.setattr(sweeping, "_free_pages", _cut_short)
        with pytest.raises(KeyboardInterrupt):
            erase(case, source, ground=Ground.LEGAL, by=OWNER, reason="an order")

    database = None if connections[case.alias].vendor == "sqlite" else _address(case)
    again = open_case(case.folder, database=database)
    again.ledger.case_key = open_key(again, passphrase=PASSPHRASE, keyring=False)

    assert not again.evidence.path_of(digest).exists()
    assert again.setting(sweeping.PENDING) is None
    assert not stands_anywhere(again, OPEN_CANARY)
    assert verify(again).is_whole


def _cut_short(_alias: str) -> None:
    raise KeyboardInterrupt


def _address(case: Case) -> str:
    settings = connections[case.alias].settings_dict
    return f"postgres://{settings['USER']}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"


def test_only_owners_erase_and_never_without_a_reason(case: Case) -> None:
    source = source_of(case, Handling.PUBLIC)
    editor = Author(name="Bo", role=CaseRole.EDITOR)

    with pytest.raises(NotAllowed):
        erase(case, source, ground=Ground.LEGAL, by=editor, reason="mine")
    with pytest.raises(BadRequest, match="why"):
        erase(case, source, ground=Ground.LEGAL, by=OWNER, reason=" ")
    with pytest.raises(BadRequest, match="nothing called"):
        erase(case, "s-nowhere", ground=Ground.LEGAL, by=OWNER, reason="an order")

    assert verify(case).is_whole
