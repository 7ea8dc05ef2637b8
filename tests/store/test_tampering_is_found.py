from collections.abc import Callable

import pytest
from django.db import DatabaseError, connections

from firsthand.store.cases import Case
from firsthand.store.verifying import verify
from firsthand.values.source import Handling
from tests.store.exchange.a_small_case import claim_of, source_of


def run(case: Case, statement: str) -> None:
    with connections[case.alias].cursor() as cursor:
        cursor.execute(statement)


def drop_guards(case: Case) -> None:
    guards = {
        "record_entry": ("record_entry_never_changes", "record_entry_never_goes"),
        "record_content": ("record_content_never_changes",),
    }
    for table, triggers in guards.items():
        for trigger in triggers:
            on = f" ON {table}" if connections[case.alias].vendor == "postgresql" else ""
            run(case, f"DROP TRIGGER {trigger}{on}")


def named(case: Case) -> set[int]:
    return {fault.number for fault in verify(case).faults}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_entry SET reason = 'x' WHERE id = 4",
        "DELETE FROM record_entry WHERE id = 4",
        "UPDATE record_content SET salt = sealed WHERE entry_id = 4",
    ],
)
def test_the_database_refuses_to_change_or_delete_an_entry(case: Case, statement: str) -> None:
    with pytest.raises(DatabaseError, match="never"):
        run(case, statement)

    assert verify(case).is_whole


@pytest.mark.parametrize(
    "column", ["author = 'Eve'", "reason = 'x'", "at = '2001'", "kind = 'shown'"]
)
def test_a_changed_entry_is_named(case: Case, column: str) -> None:
    drop_guards(case)

    run(case, f"UPDATE record_entry SET {column} WHERE id = 5")

    assert 5 in named(case)


def test_changed_content_is_named(case: Case) -> None:
    drop_guards(case)

    run(
        case,
        "UPDATE record_content SET sealed = (SELECT sealed FROM record_content WHERE entry_id = 6)"
        " WHERE entry_id = 5",
    )

    assert 5 in named(case)


def _cascade(case: Case, number: int) -> None:
    if connections[case.alias].vendor == "sqlite":
        run(case, "PRAGMA foreign_keys = OFF")
        run(case, f"DELETE FROM record_entry WHERE id = {number}")
    else:
        run(case, "SET session_replication_role = replica")
        run(case, f"DELETE FROM record_entry WHERE id = {number}")
        run(case, "SET session_replication_role = DEFAULT")


def test_a_removed_entry_is_named(case: Case) -> None:
    drop_guards(case)

    _cascade(case, 5)

    assert 5 in named(case)


def test_the_last_entry_cannot_be_cut_off_unseen(case: Case) -> None:
    drop_guards(case)
    last = case.ledger.head().number

    _cascade(case, last)

    assert last in named(case)


def test_a_rewritten_end_is_found_by_a_head_noted_elsewhere(case: Case) -> None:
    noted = case.ledger.head()
    drop_guards(case)
    _cascade(case, noted.number)
    run(
        case,
        "UPDATE record_head SET number = number - 1, digest = "
        f"(SELECT digest FROM record_entry WHERE id = {noted.number - 1})",
    )

    found = verify(case, expected_head=noted.digest)

    assert not found.is_whole
    assert any("digest" in fault.what for fault in found.faults)


def test_swapped_entries_are_named(case: Case) -> None:
    drop_guards(case)
    swap = "UPDATE record_entry SET reason = 'was 4' WHERE id = 4"

    run(case, swap)
    run(
        case, "UPDATE record_entry SET at = (SELECT at FROM record_entry WHERE id = 1) WHERE id = 6"
    )

    assert {4, 6} <= named(case)


CHANGES: dict[str, Callable[[Case], str]] = {
    "a claim's words": lambda case: (
        f"UPDATE record_claim SET text = 'x' WHERE id = '{claim_of(case, Handling.PUBLIC)}'"
    ),
    "a source's publisher": lambda case: (
        f"UPDATE record_source SET publisher = 'x' WHERE id = '{source_of(case, Handling.PUBLIC)}'"
    ),
    "a finding's support": lambda _: "UPDATE record_finding SET support = 'corroborated'",
    "a member's role": lambda _: "UPDATE record_member SET role = 'reader'",
    "an entity's name": lambda _: "UPDATE record_entityname SET name = 'x'",
    "an act's part": lambda _: "DELETE FROM record_actpart",
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_table_that_does_not_say_what_the_ledger_says_is_named(case: Case, what: str) -> None:
    run(case, CHANGES[what](case))

    assert not verify(case).is_whole


def test_changed_and_missing_evidence_is_named(case: Case) -> None:
    digests = list(case.evidence.digests())
    changed, missing = (case.evidence.path_of(digest) for digest in digests[:2])
    changed.chmod(0o600)
    changed.write_bytes(changed.read_bytes()[:-1] + b"\x00")
    missing.unlink()

    found = verify(case)

    assert [line.split(":")[0] for line in found.evidence] == [
        f"evidence {digest}" for digest in sorted(digests[:2])
    ]


def test_an_untouched_case_is_whole(case: Case) -> None:
    found = verify(case)

    assert found.is_whole
    assert found.leftovers == ()
