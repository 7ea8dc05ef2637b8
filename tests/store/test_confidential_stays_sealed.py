import hashlib
import re
from pathlib import Path

import pytest

from firsthand.record.claims_by_hand import Told, claim_by_hand
from firsthand.record.contents.of_case import ConfidentialOpened
from firsthand.record.contents.of_claims import ClaimAdded
from firsthand.record.contents.of_findings import Judged, Verdict
from firsthand.record.contents.of_people import ConsentGiven, ConsentWithdrawn, Use
from firsthand.record.contents.of_sources import HandlingSet
from firsthand.record.entry import Author, CaseRole
from firsthand.record.recording import record
from firsthand.store.adding import add_sources
from firsthand.store.captured import source_for_rules
from firsthand.store.cases import Case
from firsthand.store.keys import make_key, open_key
from firsthand.store.opening import open_confidential
from firsthand.store.status import standing_findings
from firsthand.values.errors import BadEntry, BadRequest, CaseSealed, NotAllowed
from firsthand.values.source import Handling
from tests.store.a_case import OWNER
from tests.store.exchange.a_small_case import PASSPHRASE, SECRET, SECRET_CANARY, source_of
from tests.store.test_erasing_leaves_nothing import stands_anywhere

ANALYST = Author(name="Bo", role=CaseRole.ANALYST)


def test_no_word_name_or_digest_of_a_testimony_lies_open(case: Case) -> None:
    digest = hashlib.sha256(SECRET.encode()).hexdigest()
    case.close()

    for words in (SECRET_CANARY, "What I saw", "confidential.txt", digest, digest[:12]):
        assert not stands_anywhere(case, words)


def test_opening_needs_the_key_a_role_and_a_reason_and_is_an_entry(case: Case) -> None:
    source = source_of(case, Handling.CONFIDENTIAL)

    opened = open_confidential(case.ledger, source, by=OWNER, reason="to triage")

    assert SECRET_CANARY in opened.text
    (entry,) = case.ledger.entries(kinds=[ConfidentialOpened.kind])
    assert (entry.author, entry.reason) == (OWNER.name, "to triage")
    with pytest.raises(NotAllowed):
        open_confidential(case.ledger, source, by=ANALYST, reason="to read")
    with pytest.raises(BadRequest, match="why"):
        open_confidential(case.ledger, source, by=OWNER, reason="")
    case.ledger.case_key = None
    with pytest.raises(CaseSealed):
        open_confidential(case.ledger, source, by=OWNER, reason="to triage")


def test_only_the_passphrase_opens_the_key_and_a_new_one_replaces_it(case: Case) -> None:
    key = open_key(case, passphrase=PASSPHRASE, keyring=False)
    with pytest.raises(CaseSealed):
        open_key(case, passphrase="another one entirely", keyring=False)  # noqa: S106 - a test's

    make_key(case, passphrase="quite new random words", keyring=False)  # noqa: S106 - a test's

    assert open_key(case, passphrase="quite new random words", keyring=False) == key  # noqa: S106
    with pytest.raises(CaseSealed):
        open_key(case, passphrase=PASSPHRASE, keyring=False)


def test_without_the_key_nothing_confidential_comes_in_and_nothing_is_kept(
    case: Case, tmp_path: Path
) -> None:
    case.ledger.case_key = None
    head, files = case.ledger.head(), list(case.evidence.digests())
    page = tmp_path / "another.txt"
    page.write_text("They came to my door.\n", "utf-8")

    with pytest.raises(CaseSealed):
        add_sources(case, [page], by=OWNER, handling=Handling.CONFIDENTIAL)

    assert (case.ledger.head(), list(case.evidence.digests())) == (head, files)


def test_the_same_testimony_is_not_taken_twice(case: Case, tmp_path: Path) -> None:
    page = tmp_path / "confidential.txt"
    page.write_text(SECRET, "utf-8")

    again = add_sources(case, [page], by=OWNER, handling=Handling.CONFIDENTIAL)

    assert (again.sources, again.known) == ((), 1)


def test_a_source_does_not_become_or_stop_being_confidential(case: Case) -> None:
    for handling, to in (
        (Handling.PUBLIC, Handling.CONFIDENTIAL),
        (Handling.CONFIDENTIAL, Handling.PUBLIC),
    ):
        with pytest.raises(BadEntry, match="Erase it"):
            record(
                case.ledger, [HandlingSet(source=source_of(case, handling), handling=to)], by=OWNER
            )


def test_weight_is_told_with_consent_and_judgement_alone_and_never_as_a_low_number(
    case: Case, tmp_path: Path
) -> None:
    finding = next(standing_findings(case)).finding.id
    for number in range(3):
        _testify(case, tmp_path, number, finding)
        expected = "3 or more" if number == 2 else "none shown"
        assert next(standing_findings(case, only=finding)).withheld == expected

    first = _added(case)[0]
    record(case.ledger, [ConsentWithdrawn(source=first)], by=OWNER)

    assert next(standing_findings(case, only=finding)).withheld == "none shown"


def _testify(case: Case, folder: Path, number: int, finding: str) -> None:
    page = folder / f"testimony-{number}.txt"
    page.write_text(f"Number {number}\n\nA man at the counter took my papers.\n", "utf-8")
    (source,) = add_sources(case, [page], by=OWNER, handling=Handling.CONFIDENTIAL).sources
    told = Told(speaker="A witness", words="took my papers")
    claim = claim_by_hand(source_for_rules(source, case.alias, case.ledger.case_key), told)
    record(case.ledger, [ClaimAdded(claim=claim, finding=finding)], by=OWNER)
    before = next(standing_findings(case, only=finding)).withheld
    record(case.ledger, [Judged(subject=claim.id, verdict=Verdict.ACCEPTED)], by=OWNER)
    record(case.ledger, [ConsentGiven(source=source, use=Use.COUNTED)], by=OWNER)
    assert before == ("" if number == 0 else "none shown")


def _added(case: Case) -> list[str]:
    given = case.ledger.entries(kinds=[ConsentGiven.kind])
    return [entry.content.source for entry in given if isinstance(entry.content, ConsentGiven)]


def test_errors_and_the_log_hold_nothing_of_it(case: Case) -> None:
    told = " ".join(
        f"{entry.author} {entry.reason} {entry.kind} {entry.content and entry.content.subjects}"
        for entry in case.ledger.entries()
    )

    assert not re.search("aunt|saw|house", told)


def test_what_lies_open_is_not_sealed_beside_itself(case: Case, tmp_path: Path) -> None:
    page = tmp_path / "note.txt"
    page.write_text("A note from the quay.\n", "utf-8")
    add_sources(case, [page], by=OWNER)

    again = add_sources(case, [page], by=OWNER, handling=Handling.CONFIDENTIAL)

    assert again.sources == ()
    assert "Erase that one" in again.refusals[0].message
