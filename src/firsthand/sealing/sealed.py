"""Small things sealed, each under a key of its own, so that destroying the key destroys the thing.

AES-256-GCM does not bind a ciphertext to one key: a forger can make bytes that open to two texts
under two keys. So the sealed bytes begin with a mark of their key, and a key that does not fit the
mark opens nothing.
"""

import hashlib
import hmac
import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from firsthand.sealing.errors import Unsealable, WrongKey

KEY_BYTES: Final = 32
_VERSION: Final = b"\x01"
_MARK_BYTES: Final = 16
# A key seals one thing only, so the nonce need not differ.
_ONLY_NONCE: Final = bytes(12)
_NONCE_BYTES: Final = 12


def new_key() -> bytes:
    """Make a key of 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, content: bytes) -> bytes:
    """Seal content under a key that seals nothing else.

    >>> key = new_key()
    >>> unseal(key, seal(key, b"words"))
    b'words'
    """
    return _VERSION + _mark_of(key) + AESGCM(key).encrypt(_ONLY_NONCE, content, None)


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Open what ``seal`` made; raises WrongKey or Unsealable."""
    if sealed[:1] != _VERSION or len(sealed) <= _MARK_BYTES:
        raise Unsealable("these bytes were not sealed by this version of Firsthand")
    body = 1 + _MARK_BYTES
    if not hmac.compare_digest(sealed[1:body], _mark_of(key)):
        raise WrongKey("this key did not seal these bytes")
    try:
        return AESGCM(key).decrypt(_ONLY_NONCE, sealed[body:], None)
    except InvalidTag as changed:
        raise Unsealable("these bytes were changed after they were sealed") from changed


def wrap(outer: bytes, key: bytes) -> bytes:
    """Seal a key under another key, which may seal many."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(outer).encrypt(nonce, key, None)


def unwrap(outer: bytes, wrapped: bytes) -> bytes:
    """Open what ``wrap`` made; raises WrongKey."""
    try:
        return AESGCM(outer).decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], None)
    except (InvalidTag, ValueError) as failed:
        raise WrongKey("this key does not open that one") from failed


def _mark_of(key: bytes) -> bytes:
    return hashlib.sha256(b"firsthand key mark\x00" + key).digest()[:_MARK_BYTES]
