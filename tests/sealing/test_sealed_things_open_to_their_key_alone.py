import io
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyrings.alt.file import PlaintextKeyring

from firsthand.sealing.errors import SealingError, Unsealable, WrongKey
from firsthand.sealing.files import new_file_key, seal_file, unseal_file
from firsthand.sealing.keyrings import forget, recall, remember
from firsthand.sealing.keyslots import locked, slot_as_text, slot_from_text, unlocked
from firsthand.sealing.sealed import new_key, seal, unseal, unwrap, wrap

PASSPHRASE = "five random invented words here"  # noqa: S105 - a test's own


@given(st.binary(max_size=2_000))
def test_what_is_sealed_opens_to_its_key(content: bytes) -> None:
    key = new_key()

    assert unseal(key, seal(key, content)) == content


@given(st.binary(max_size=200), st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_single_changed_byte_opens_to_nothing(content: bytes, place: int, by: int) -> None:
    key = new_key()
    sealed = bytearray(seal(key, content))
    sealed[place % len(sealed)] ^= by

    with pytest.raises(SealingError):
        unseal(key, bytes(sealed))


def test_another_key_opens_nothing_and_is_told_apart_from_damage() -> None:
    sealed = seal(new_key(), b"words")

    with pytest.raises(WrongKey):
        unseal(new_key(), sealed)
    with pytest.raises(Unsealable):
        unseal(new_key(), b"")


def test_a_wrapped_key_opens_to_the_key_around_it() -> None:
    outer, inner = new_key(), new_key()

    assert unwrap(outer, wrap(outer, inner)) == inner
    assert wrap(outer, inner) != wrap(outer, inner)
    with pytest.raises(WrongKey):
        unwrap(new_key(), wrap(outer, inner))


def test_a_key_under_a_passphrase_survives_being_stored() -> None:
    key = new_key()

    stored = slot_as_text(locked(PASSPHRASE, key))

    assert unlocked(PASSPHRASE, slot_from_text(stored)) == key
    assert PASSPHRASE not in stored
    with pytest.raises(WrongKey):
        unlocked("another passphrase", slot_from_text(stored))


def test_a_stored_key_that_asks_for_absurd_work_is_refused() -> None:
    slot = replace(locked(PASSPHRASE, new_key()), memory_kib=2**40)

    with pytest.raises(Unsealable):
        slot_from_text(slot_as_text(slot))
    with pytest.raises(Unsealable):
        slot_from_text("{}")


def test_a_file_opens_to_its_key_and_not_when_changed() -> None:
    key, sealed, opened = new_file_key(), io.BytesIO(), io.BytesIO()
    seal_file(key, io.BytesIO(b"voice " * 50_000), sealed)

    unseal_file(key, io.BytesIO(sealed.getvalue()), opened)
    changed = bytearray(sealed.getvalue())
    changed[-5] ^= 1

    assert opened.getvalue() == b"voice " * 50_000
    assert b"voice" not in sealed.getvalue()
    with pytest.raises(Unsealable):
        unseal_file(key, io.BytesIO(bytes(changed)), io.BytesIO())
    with pytest.raises(Unsealable):
        unseal_file(new_file_key(), io.BytesIO(sealed.getvalue()), io.BytesIO())
    with pytest.raises(WrongKey):
        unseal_file("no key", io.BytesIO(sealed.getvalue()), io.BytesIO())


def test_the_keyring_keeps_gives_and_forgets_a_key(tmp_path: Path) -> None:
    before = keyring.get_keyring()
    backend = PlaintextKeyring()
    backend.file_path = str(tmp_path / "keyring.cfg")
    keyring.set_keyring(backend)
    try:
        key = new_key()
        remember("case-1", key)

        assert recall("case-1") == key
        assert recall("case-2") is None
        forget("case-1")
        assert recall("case-1") is None
    finally:
        keyring.set_keyring(before)
