"""Digests as archives spell them, read and compared; bytes pass by and are not held."""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import BinaryIO, Final

from firsthand.sources.limits import CHUNK

# The names hashlib knows, by how archives write them without hyphens and in small letters. MD5 and
# SHA-1 tell damage, not forgery; custody lines name the algorithm, so that a reader can weigh it.
_ALGORITHMS: Final = {
    "md5": "md5",
    "sha1": "sha1",
    "sha256": "sha256",
    "sha384": "sha384",
    "sha512": "sha512",
    "sha3256": "sha3_256",
    "sha3512": "sha3_512",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A digest that somebody declared: its algorithm and its value."""

    algorithm: str
    value: bytes

    @property
    def named(self) -> str:
        """The algorithm's name as custody lines spell it."""
        return self.algorithm.replace("_", "-")

    def is_of(self, body: bytes) -> bool:
        """Tell whether it is the digest of these bytes."""
        return self._hashed(body) == self.value

    def is_of_stream(self, stream: BinaryIO) -> bool:
        """Tell whether it is the digest of all that a stream gives."""
        digest = hashlib.new(self.algorithm, usedforsecurity=False)
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
        return digest.digest() == self.value

    def _hashed(self, body: bytes) -> bytes:
        return hashlib.new(self.algorithm, body, usedforsecurity=False).digest()


def digest_in(words: str) -> Digest | None:
    """Read a digest in hexadecimal, base32 or base64; None where it is none known here.

    >>> digest_in("sha256:" + "00" * 32).named, digest_in("crc:77")
    ('sha256', None)
    """
    name, separator, spelled = words.strip().partition(":")
    algorithm = _ALGORITHMS.get(name.strip().lower().replace("-", "").replace("_", ""))
    if not separator or algorithm is None:
        return None
    size = hashlib.new(algorithm, usedforsecurity=False).digest_size
    value = _bytes_of(spelled.strip(), size)
    return Digest(algorithm=algorithm, value=value) if value is not None else None


def _bytes_of(spelled: str, size: int) -> bytes | None:
    """Read a value of a known size: its length tells how it is spelled."""
    bare = spelled.rstrip("=")
    try:
        if len(bare) == 2 * size:
            value = bytes.fromhex(bare)
        elif len(bare) == -(-size * 8 // 5):
            value = base64.b32decode(bare.upper() + "=" * (-len(bare) % 8))
        elif len(bare) == -(-size * 8 // 6):
            plain = bare.replace("-", "+").replace("_", "/") + "=" * (-len(bare) % 4)
            value = base64.b64decode(plain, validate=True)
        else:
            return None
    except (ValueError, binascii.Error):
        return None
    return value if len(value) == size else None
