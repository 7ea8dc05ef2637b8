"""A case's key, kept under a passphrase.

The passphrase goes through Argon2id (RFC 9106) with 64 MiB and three passes, so that guessing costs
an attacker memory and time for each guess.
"""

import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from firsthand.sealing.errors import Unsealable, WrongKey
from firsthand.sealing.sealed import KEY_BYTES, unwrap, wrap

_SALT_BYTES: Final = 16
_MEMORY_KIB: Final = 64 * 1024
_MOST_MEMORY_KIB: Final = 1024 * 1024
_PASSES: Final = 3
_MOST_PASSES: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyslot:
    """A key as it lies at rest: how its passphrase is stretched, and the wrapped key."""

    salt: bytes
    memory_kib: int
    passes: int
    wrapped: bytes


def locked(passphrase: str, key: bytes) -> Keyslot:
    """Put a key under a passphrase."""
    salt = secrets.token_bytes(_SALT_BYTES)
    stretched = _stretched(passphrase, salt, _MEMORY_KIB, _PASSES)
    return Keyslot(salt=salt, memory_kib=_MEMORY_KIB, passes=_PASSES, wrapped=wrap(stretched, key))


def unlocked(passphrase: str, slot: Keyslot) -> bytes:
    """Take a key from under its passphrase; raises WrongKey where the passphrase is another."""
    stretched = _stretched(passphrase, slot.salt, slot.memory_kib, slot.passes)
    try:
        return unwrap(stretched, slot.wrapped)
    except WrongKey as wrong:
        raise WrongKey("that is not this case's passphrase") from wrong


def slot_as_text(slot: Keyslot) -> str:
    """Spell a slot for storing; it holds nothing that opens without the passphrase."""
    return json.dumps(
        {
            "version": 1,
            "kdf": "argon2id",
            "salt": b64encode(slot.salt).decode(),
            "memory_kib": slot.memory_kib,
            "passes": slot.passes,
            "wrapped": b64encode(slot.wrapped).decode(),
        }
    )


def slot_from_text(text: str) -> Keyslot:
    """Read a stored slot; raises Unsealable where it is none, or asks for absurd work."""
    try:
        told = json.loads(text)
        slot = Keyslot(
            salt=b64decode(told["salt"]),
            memory_kib=int(told["memory_kib"]),
            passes=int(told["passes"]),
            wrapped=b64decode(told["wrapped"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as broken:
        raise Unsealable("the stored key is not in a form this version knows") from broken
    if not 8 <= slot.memory_kib <= _MOST_MEMORY_KIB or not 1 <= slot.passes <= _MOST_PASSES:
        # A slot from a stranger's export must not make the machine work for hours.
        raise Unsealable("the stored key asks for more work than any passphrase needs")
    if len(slot.salt) != _SALT_BYTES:
        raise Unsealable("the stored key is not in a form this version knows")
    return slot


def _stretched(passphrase: str, salt: bytes, memory_kib: int, passes: int) -> bytes:
    stretch = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=passes, lanes=1, memory_cost=memory_kib
    )
    return stretch.derive(passphrase.encode())
