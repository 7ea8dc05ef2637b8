"""A case's key at rest: under a passphrase, or in the system's keyring."""

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyrings.alt.file import PlaintextKeyring

from firsthand.sealing.errors import SealingError, Unsealable, WrongKey
from firsthand.sealing.keyrings import forget, recall, remember
from firsthand.sealing.keyslots import locked, slot_as_text, slot_from_text, unlocked
from firsthand.sealing.sealed import new_key

WORDS = "five wet stones under water"


@pytest.fixture
def _keyring_in_a_file(tmp_path: Path) -> Iterator[None]:
    before = keyring.get_keyring()
    backend = PlaintextKeyring()
    backend.file_path = str(tmp_path / "keyring.cfg")
    keyring.set_keyring(backend)
    yield
    keyring.set_keyring(before)


def test_the_right_passphrase_opens_and_another_does_not() -> None:
    key = new_key()
    slot = slot_from_text(slot_as_text(locked(WORDS, key)))

    assert unlocked(WORDS, slot) == key
    with pytest.raises(WrongKey) as refused:
        unlocked(WORDS + " ", slot)
    assert WORDS not in str(refused.value)


def test_a_stored_slot_holds_neither_key_nor_passphrase() -> None:
    key = new_key()
    text = slot_as_text(locked(WORDS, key))

    assert WORDS not in text
    assert key.hex() not in text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("memory_kib", 2**31),
        ("memory_kib", 0),
        ("memory_kib", -1),
        ("memory_kib", "much"),
        ("memory_kib", float("inf")),
        ("passes", 10**9),
        ("passes", 0),
        ("salt", None),
        ("salt", 3),
        ("salt", ""),
        ("salt", "AA=="),
        ("wrapped", ["no"]),
        ("wrapped", ""),
    ],
)
def test_a_strangers_slot_neither_breaks_nor_works_for_hours(field: str, value: object) -> None:
    told: dict[str, object] = {
        "salt": "AAAAAAAAAAAAAAAAAAAAAA==",
        "memory_kib": 8,
        "passes": 1,
        "wrapped": "AAAA",
    }
    told[field] = value

    with pytest.raises(SealingError):
        unlocked(WORDS, slot_from_text(json.dumps(told)))


@pytest.mark.parametrize("text", ["", "nothing", "[]", "3", "null", "{}", '"slot"', "[" * 100_000])
def test_what_is_no_slot_is_refused(text: str) -> None:
    with pytest.raises(Unsealable):
        slot_from_text(text)


@pytest.mark.usefixtures("_keyring_in_a_file")
def test_the_keyring_keeps_and_forgets_the_keys_of_each_case() -> None:
    first, second = new_key(), new_key()
    remember("case-1", first)
    remember("case-2", second)

    assert recall("case-1") == first
    forget("case-1")
    forget("case-1")
    assert recall("case-1") is None
    assert recall("case-2") == second


@pytest.mark.usefixtures("_keyring_in_a_file")
def test_what_is_no_key_in_the_keyring_is_refused() -> None:
    keyring.set_password("firsthand", "case-1", "not a key!")

    with pytest.raises(SealingError, match="passphrase"):
        recall("case-1")


def test_without_a_keyring_it_says_what_to_do() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # the library has no types
    try:
        with pytest.raises(SealingError, match="passphrase"):
            remember("case-1", new_key())
        with pytest.raises(SealingError, match="passphrase"):
            recall("case-1")
        with pytest.raises(SealingError):
            forget("case-1")
    finally:
        keyring.set_keyring(before)
