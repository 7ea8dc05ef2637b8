"""The chain: each entry bound to its content and to all entries before it.

The digest of an entry is SHA-256 over the JSON array
``[1, number, at, author, reason, kind, before, commitment]`` in UTF-8 without spaces. The
commitment is HMAC-SHA256, under the entry's salt, over the entry's sealed content: it binds the
content, yet once salt, key and sealed bytes are gone it tells nothing of it.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import msgspec

from firsthand.record.entry import GENESIS, Head

SALT_BYTES: Final = 16
_ENCODE: Final = msgspec.json.Encoder().encode


class Link(NamedTuple):
    """One row of the chain as it is stored; salt and sealed content are absent once erased.

    A named tuple rather than a dataclass: a ledger is verified row by row, by the hundred thousand.
    """

    number: int
    at: str
    author: str
    reason: str
    kind: str
    before: str
    commitment: str
    digest: str
    salt: bytes | None
    sealed: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as it was written: which entry (0 is none in particular), and what."""

    number: int
    what: str


def new_salt() -> bytes:
    """Make a salt for one commitment."""
    return secrets.token_bytes(SALT_BYTES)


def commitment_to(sealed: bytes, salt: bytes) -> str:
    """Commit to sealed content."""
    return hmac.digest(salt, sealed, "sha256").hex()


def digest_of(
    number: int, at: str, author: str, reason: str, kind: str, before: str, commitment: str
) -> str:
    """Give an entry's digest.

    >>> digest_of(1, "2031-01-01T00:00:00.000000Z", "Ada", "", "undone", "0" * 64, "")[:8]
    '41209b5c'
    """
    told = _ENCODE([1, number, at, author, reason, kind, before, commitment])
    return hashlib.sha256(told).hexdigest()


def faults_in(
    links: Iterable[Link], head: Head, erased: frozenset[int] = frozenset()
) -> Iterator[Fault]:
    """Walk the chain from its beginning, and name each entry that was changed, removed or moved.

    ``erased`` are the numbers whose content may be absent. ``head`` is what the last entry was when
    it was written. Links must come in the order of their numbers.
    """
    expected, before = 1, GENESIS
    for link in links:
        if link.number != expected:
            yield from _missing(expected, link.number)
        yield from _faults_of(link, before, erased, follows=link.number == expected)
        expected, before = link.number + 1, link.digest
    if expected <= head.number:
        yield from _missing(expected, head.number + 1)
    elif expected - 1 > head.number or (head.number and before != head.digest):
        yield Fault(
            number=expected - 1,
            what="it is the last, but not the one that was written last",
        )


def _missing(first: int, after: int) -> Iterator[Fault]:
    for number in range(first, min(after, first + 1000)):
        yield Fault(number=number, what="it was removed")


def _faults_of(
    link: Link, before: str, erased: frozenset[int], *, follows: bool
) -> Iterator[Fault]:
    (number, at, author, reason, kind, said_before, commitment, digest, salt, sealed) = link
    if digest_of(number, at, author, reason, kind, said_before, commitment) != digest:
        yield Fault(number=number, what="it was changed after it was written")
    if follows and said_before != before:
        yield Fault(number=number, what="it does not follow the entry before it")
    if salt is None or sealed is None:
        if number not in erased:
            yield Fault(number=number, what="its content was removed, and no entry says so")
    elif hmac.digest(salt, sealed, "sha256").hex() != commitment:
        yield Fault(number=number, what="its content was changed after it was written")
