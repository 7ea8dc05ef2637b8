"""Checks a timestamp against the roots its authority is trusted by; needs no network.

A timestamp is worth what its check is worth, so nothing is taken on the token's word: the digest
and its algorithm, the signature, the chain up to a root that the user trusts, and that the signer
is there to sign times. A certificate has to be valid at the moment it signed, not today: evidence
outlives certificates. Whether a certificate was revoked cannot be known without a network, and is
not asked.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from firsthand.outside._token_order import with_certificates_sorted
from firsthand.sources.wording import shown
from firsthand.values.errors import BadTimestamp

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

LARGEST_TOKEN: Final = 256 * 1024
"""An answer with a whole chain of certificates in it weighs some 10 KB."""

_LARGEST_ROOTS: Final = 4 * 1024 * 1024
_SHA256: Final = "2.16.840.1.101.3.4.2.1"
_DIGEST_LENGTH: Final = 32
_GRANTED: Final = 0


def verified_time(
    token: bytes, digest: bytes, roots: Path, *, nonce: int | None = None
) -> datetime:
    """Tell when the bytes with this SHA-256 were stamped, once the stamp has held in every part.

    ``roots`` is a PEM file with the certificates that are trusted to begin a chain. ``nonce`` is
    given where the question is known that the token should answer. Raises BadTimestamp, which says
    what does not hold.
    """
    stamp = _decoded(token)
    _refuse_other_bytes(stamp, digest)
    if nonce is not None and stamp.tst_info.nonce != nonce:
        raise BadTimestamp(
            "the timestamp answers another question than the one asked (its nonce differs). Ask "
            "again; if it happens twice, use another authority."
        )
    _refuse_unsigned(stamp, digest, trusted_roots(roots))
    return stamp.tst_info.gen_time.astimezone(UTC)


def trusted_roots(roots: Path) -> "list[Certificate]":
    """Read the certificates in a PEM file; raises BadTimestamp where there are none to read."""
    # Imported here: a run that checks no timestamp loads no cryptography.
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415 - start-up stays lean

    name = shown(roots.name)
    try:
        with roots.open("rb") as file:
            pem = file.read(_LARGEST_ROOTS + 1)
    except OSError as missing:
        raise BadTimestamp(
            f"{name}: the authority's root certificates cannot be read. Name the PEM file that the "
            "authority publishes."
        ) from missing
    try:
        return load_pem_x509_certificates(pem if len(pem) <= _LARGEST_ROOTS else b"")
    except ValueError as broken:
        raise BadTimestamp(
            f"{name}: it holds no certificates in PEM. Get the root certificate from the "
            "authority's own site."
        ) from broken


def _decoded(token: bytes) -> "TimeStampResponse":
    from rfc3161_client import decode_timestamp_response  # noqa: PLC0415 - start-up stays lean

    no_timestamp = BadTimestamp(
        "it is no timestamp: an RFC 3161 answer was expected. Check the authority's address, or "
        "where the token was kept."
    )
    if len(token) > LARGEST_TOKEN:
        raise no_timestamp
    try:
        stamp = decode_timestamp_response(with_certificates_sorted(token))
        refused = stamp.status != _GRANTED
        why = f" ({shown('; '.join(stamp.status_string))})" if stamp.status_string else ""
    except ValueError as broken:
        raise no_timestamp from broken
    if refused:
        raise BadTimestamp(
            f"the authority gave no timestamp{why}. Check what it accepts, or use another one."
        )
    return stamp


def _refuse_other_bytes(stamp: "TimeStampResponse", digest: bytes) -> None:
    try:
        imprint = stamp.tst_info.message_imprint
        algorithm, stamped = imprint.hash_algorithm.dotted_string, imprint.message
    except ValueError as broken:
        raise BadTimestamp(
            "the timestamp's inside is broken. Get it again from where it was made or kept."
        ) from broken
    # The length tells nothing: other algorithms make digests of 32 bytes too.
    if algorithm != _SHA256 or len(digest) != _DIGEST_LENGTH or stamped != digest:
        raise BadTimestamp(
            "the timestamp is for other bytes: its digest is not the SHA-256 of these. Look for "
            "the timestamp that belongs to them, or for what changed them."
        )


def _refuse_unsigned(stamp: "TimeStampResponse", digest: bytes, roots: "list[Certificate]") -> None:
    from rfc3161_client import VerificationError, VerifierBuilder  # noqa: PLC0415 - the same

    try:
        VerifierBuilder(roots=roots).build().verify(stamp, digest)
    except (VerificationError, ValueError) as failed:
        raise BadTimestamp(
            f"the timestamp's signature does not hold ({shown(_short(failed))}). It was changed, "
            "or its authority is not one of the trusted roots, or a certificate was not valid when "
            "it signed. Check which authority made it, and that authority's root certificate."
        ) from failed


def _short(failed: Exception) -> str:
    return str(failed).removeprefix("Error while verifying certificates: ").split(":")[0].strip()
