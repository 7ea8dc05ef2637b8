"""A timestamp: an authority's signed word that some bytes existed at a moment."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Timestamp:
    """What an authority signed (RFC 3161).

    ``token`` is the authority's whole answer, in DER, and is all that a later check needs besides
    the authority's root certificate. ``digest`` is the SHA-256 of the bytes that were stamped;
    ``time`` is in UTC and is the authority's, not this machine's.
    """

    token: bytes
    authority: str
    time: datetime
    digest: bytes
