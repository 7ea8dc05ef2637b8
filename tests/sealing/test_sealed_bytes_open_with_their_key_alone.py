"""Sealed bytes: they open with their own key, whole and unchanged, or not at all."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.sealing.errors import Unsealable, WrongKey
from firsthand.sealing.files import new_file_key, seal_file, unseal_file
from firsthand.sealing.sealed import new_key, seal, unseal, unwrap, wrap

KEYS = st.binary(min_size=32, max_size=32)


@given(key=KEYS, content=st.binary(max_size=500))
def test_what_was_sealed_comes_back(key: bytes, content: bytes) -> None:
    assert unseal(key, seal(key, content)) == content


@given(
    key=KEYS, content=st.binary(max_size=80), where=st.integers(min_value=0), bit=st.integers(0, 7)
)
def test_one_changed_bit_anywhere_opens_nothing(
    key: bytes, content: bytes, where: int, bit: int
) -> None:
    sealed = bytearray(seal(key, content))
    sealed[where % len(sealed)] ^= 1 << bit

    with pytest.raises((Unsealable, WrongKey)):
        unseal(key, bytes(sealed))


@given(content=st.binary(max_size=80), kept=st.integers(min_value=0, max_value=40))
def test_what_was_cut_short_opens_nothing(content: bytes, kept: int) -> None:
    key = new_key()
    sealed = seal(key, content)

    with pytest.raises((Unsealable, WrongKey)):
        unseal(key, sealed[: min(kept, len(sealed) - 1)])


@given(key=KEYS, other=KEYS, content=st.binary(max_size=80))
def test_another_key_is_told_apart_before_anything_is_opened(
    key: bytes, other: bytes, content: bytes
) -> None:
    if key != other:
        with pytest.raises(WrongKey):
            unseal(other, seal(key, content))


def test_a_ciphertext_is_committed_to_one_key() -> None:
    """The mark of one key before the ciphertext of another must not open under either."""
    mine, other = new_key(), new_key()
    ours, theirs = seal(mine, b"words"), seal(other, b"other words")
    forged = ours[:17] + theirs[17:]

    with pytest.raises(Unsealable):
        unseal(mine, forged)
    with pytest.raises(WrongKey):
        unseal(other, forged)


@given(outer=KEYS, key=KEYS)
def test_a_wrapped_key_comes_back(outer: bytes, key: bytes) -> None:
    assert unwrap(outer, wrap(outer, key)) == key


@given(outer=KEYS, wrapped=st.binary(max_size=80))
def test_bytes_that_are_no_wrapped_key_are_refused(outer: bytes, wrapped: bytes) -> None:
    with pytest.raises(WrongKey):
        unwrap(outer, wrapped)


def test_wrapping_twice_never_gives_the_same_bytes() -> None:
    outer, key = new_key(), new_key()

    assert wrap(outer, key) != wrap(outer, key)


@settings(max_examples=20, deadline=None)
@given(content=st.binary(max_size=200_000))
def test_a_sealed_file_comes_back(content: bytes) -> None:
    key = new_file_key()
    sealed, opened = io.BytesIO(), io.BytesIO()

    seal_file(key, io.BytesIO(content), sealed)
    unseal_file(key, io.BytesIO(sealed.getvalue()), opened)

    assert opened.getvalue() == content


def test_a_sealed_file_that_was_changed_or_cut_opens_no_further() -> None:
    key, sealed = new_file_key(), io.BytesIO()
    seal_file(key, io.BytesIO(b"words " * 30_000), sealed)
    whole = sealed.getvalue()
    changed = whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:]

    for broken in (changed, whole[:-1], whole[:100], b"", b"not sealed at all"):
        with pytest.raises(Unsealable):
            unseal_file(key, io.BytesIO(broken), io.BytesIO())


def test_a_sealed_file_does_not_open_with_another_files_key() -> None:
    sealed = io.BytesIO()
    seal_file(new_file_key(), io.BytesIO(b"words"), sealed)

    with pytest.raises(Unsealable):
        unseal_file(new_file_key(), io.BytesIO(sealed.getvalue()), io.BytesIO())
    with pytest.raises(WrongKey):
        unseal_file("no key at all", io.BytesIO(sealed.getvalue()), io.BytesIO())
