"""Asks a timestamp authority (RFC 3161) to sign that a digest existed now.

Only the digest leaves this machine, never the evidence; and nothing is returned that does not hold
against the roots the user trusts.
"""

import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from firsthand.outside.addresses import AddressPolicy, destination_of
from firsthand.outside.calling import FetchLimits, Question, answering
from firsthand.outside.timestamp_check import LARGEST_TOKEN, trusted_roots, verified_time
from firsthand.sources.wording import shown
from firsthand.values.errors import BadRequest, BadTimestamp, MissingSource
from firsthand.values.timestamp import Timestamp

if TYPE_CHECKING:
    import httpx

_QUERY: Final = "application/timestamp-query"
_REPLY: Final = "application/timestamp-reply"

# A TimeStampReq in DER (RFC 3161, 2.4.1) around the digest and the nonce: version 1, SHA-256, and
# at the end the wish for the signer's certificate, without which no later check is possible. The
# library builds one too, but only over the bytes themselves, and those stay here.
_BEFORE_DIGEST: Final = bytes.fromhex("3043 020101 3031 300d 0609608648016503040201 0500 0420")
_BEFORE_NONCE: Final = bytes.fromhex("0208")
_AT_END: Final = bytes.fromhex("0101ff")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimestampAuthority:
    """An authority at an address, and the root certificates (PEM) that it is trusted by."""

    address: str
    roots: Path
    policy: AddressPolicy = AddressPolicy.PUBLIC_ONLY
    limits: FetchLimits = field(
        default_factory=lambda: FetchLimits(size=LARGEST_TOKEN, whole_s=30.0, redirects=0)
    )

    def stamp(self, digest: bytes) -> Timestamp:
        """Have a SHA-256 digest stamped.

        Raises BadTimestamp where the answer does not hold, MissingSource where none comes,
        RefusedAddress where the authority's address may not be asked.
        """
        if len(digest) != 32:
            raise BadRequest("a timestamp is asked for a SHA-256 digest, which is 32 bytes long.")
        # Roots that cannot be read are told before anything leaves this machine.
        trusted_roots(self.roots)
        nonce = secrets.randbits(62) | 1 << 62
        token = self._answer_to(query_for(digest, nonce))
        stamped_at = verified_time(token, digest, self.roots, nonce=nonce)
        return Timestamp(token=token, authority=self.address, time=stamped_at, digest=digest)

    def _answer_to(self, query: bytes) -> bytes:
        destination = destination_of(self.address, self.policy)
        question = Question(accept=_REPLY, body=query, media_type=_QUERY)
        deadline = time.monotonic() + self.limits.whole_s
        try:
            with answering(destination, question, self.limits) as answer:
                return self._token_in(answer, deadline)
        except MissingSource as missing:
            raise MissingSource(self._told("it does not answer in full")) from missing

    def _token_in(self, answer: "httpx.Response", deadline: float) -> bytes:
        if answer.status_code != 200:
            raise BadTimestamp(self._told(f"it answers {answer.status_code}"))
        media_type = answer.headers.get("content-type", "").split(";")[0].strip().lower()
        if media_type != _REPLY:
            raise BadTimestamp(self._told("it answers something that is no timestamp"))
        token = bytearray()
        for chunk in answer.iter_bytes():
            token += chunk
            if len(token) > self.limits.size:
                raise BadTimestamp(self._told("its answer is too large for a timestamp"))
            if time.monotonic() > deadline:
                raise MissingSource(self._told("its answer takes too long"))
        return bytes(token)

    def _told(self, what: str) -> str:
        return (
            f"{shown(self.address)}: {what}. Check the authority's address and the connection, or "
            "use another authority."
        )


def query_for(digest: bytes, nonce: int) -> bytes:
    """Spell the question for a SHA-256 digest, with a nonce of 63 bits whose first bit is set."""
    return _BEFORE_DIGEST + digest + _BEFORE_NONCE + nonce.to_bytes(8, "big") + _AT_END
