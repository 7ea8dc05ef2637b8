"""Puts a timestamp's certificates into the order that strict readers ask for.

They form a set, which DER wants sorted; well-known authorities send them as a chain instead, and
the library that reads timestamps refuses those. Their order means nothing and no signature covers
it, so a copy is sorted for reading. What is kept is what the authority sent.
"""

from dataclasses import dataclass
from typing import Final

_SEQUENCE: Final = 0x30
_CONTEXT_0: Final = 0xA0
_LONGEST_LENGTH: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Element:
    """One element of DER: where it starts, where what it holds starts, and where it ends."""

    tag: int
    start: int
    inside: int
    end: int


def with_certificates_sorted(token: bytes) -> bytes:
    """Sort a timestamp's certificates; what is built in another way comes back as it is."""
    try:
        certificates = _certificates_in(token)
    except (IndexError, ValueError):
        return token
    if certificates is None:
        return token
    parts = _elements(token, certificates.inside, certificates.end)
    ordered = b"".join(sorted(token[part.start : part.end] for part in parts))
    return token[: certificates.inside] + ordered + token[certificates.end :]


def _certificates_in(token: bytes) -> _Element | None:
    """Find the certificates: answer, token, signed data, and there the first marked with 0."""
    (answer,) = _elements(token, 0, len(token))
    signed = _elements(token, answer.inside, answer.end)[1]
    wrapped = _elements(token, signed.inside, signed.end)[1]
    (content,) = _elements(token, wrapped.inside, wrapped.end)
    if not answer.tag == signed.tag == content.tag == _SEQUENCE or wrapped.tag != _CONTEXT_0:
        return None
    parts = _elements(token, content.inside, content.end)
    return next((part for part in parts if part.tag == _CONTEXT_0), None)


def _elements(der: bytes, at: int, end: int) -> list[_Element]:
    found = []
    while at < end:
        length, inside = der[at + 1], at + 2
        if length & 0x80:
            size = length & 0x7F
            if not 0 < size <= _LONGEST_LENGTH:
                raise ValueError
            length, inside = int.from_bytes(der[inside : inside + size], "big"), inside + size
        if inside + length > end:
            raise ValueError
        found.append(_Element(tag=der[at], start=at, inside=inside, end=inside + length))
        at = inside + length
    return found
