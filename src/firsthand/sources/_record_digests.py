"""The digests of one WARC record: what it was captured with, beside what is there now."""

from typing import Any, Final

from firsthand.sources._digests import Digest, digest_in
from firsthand.sources.limits import HEADER_VALUE
from firsthand.sources.wording import sound
from firsthand.values.errors import UnreadableSource

_CHANGED: Final = (
    "its bytes are not those it was captured with: the digest differs. Fetch the archive again "
    "from where it was made."
)
_TOLD: Final = ("Content-Type", "Date", "ETag", "Last-Modified", "Server")


def compare_later(record: Any) -> None:  # noqa: ANN401 - warcio ships no types
    """Keep the library from comparing digests itself while a record is read.

    It takes small letters for a change and breaks off over a digest it cannot read; it goes on
    hashing, and ``custody_of`` compares.
    """
    for declared in ("block_digest", "payload_digest"):
        if hasattr(record.raw_stream, declared):
            setattr(record.raw_stream, declared, None)


def custody_of(record: Any, content: bytes) -> tuple[str, ...]:  # noqa: ANN401 - warcio ships no types
    """Say which of a record's digests were verified, once it has been read to its last byte.

    Raises UnreadableSource where one differs.
    """
    block = _declared(record, "WARC-Block-Digest")
    payload = _declared(record, "WARC-Payload-Digest")
    if block is None and payload is None:
        return ("the WARC record holds no digest: nothing verified",)
    told = []
    if block is not None:
        told.append(_block_checked(record, block))
    if payload is not None:
        is_covered = any(line.endswith("verified") for line in told)
        told.append(_payload_checked(record, payload, content, is_covered=is_covered))
    return tuple(told)


def headers_told(headers: Any) -> tuple[tuple[str, str], ...]:  # noqa: ANN401 - warcio ships no types
    """Keep what a server said of its page's type, age and version; nothing else it said.

    Cookies and the like are left: they may name whoever made the capture.
    """
    kept = []
    for name in _TOLD:
        value = headers.get_header(name) if headers else None
        words = " ".join(sound(str(value or "")).split())[:HEADER_VALUE]
        if words:
            kept.append((name, words))
    return tuple(kept)


def _block_checked(record: Any, declared: str) -> str:  # noqa: ANN401 - warcio ships no types
    digest = digest_in(declared)
    taken = _taken(record, "block_digester") if digest else None
    if digest is None or taken is None:
        return "WARC block digest in a form not known here: not verified"
    if taken != digest.value:
        raise UnreadableSource(_CHANGED)
    return f"WARC block digest {digest.named} verified"


def _payload_checked(record: Any, declared: str, content: bytes, *, is_covered: bool) -> str:  # noqa: ANN401 - warcio ships no types
    digest = digest_in(declared)
    if digest is None:
        return "WARC payload digest in a form not known here: not verified"
    if _taken(record, "payload_digester_obj") == digest.value or digest.is_of(content):
        return f"WARC payload digest {digest.named} verified"
    # Archivers disagree on what a payload digest covers when an answer came in chunks; the digest
    # of the whole record leaves no doubt.
    if is_covered and _came_in_chunks(record):
        return _chunked(digest)
    raise UnreadableSource(_CHANGED)


def _chunked(digest: Digest) -> str:
    return (
        f"WARC payload digest {digest.named} covers the answer in another form: not verified; the "
        "block digest covers the whole record"
    )


def _came_in_chunks(record: Any) -> bool:  # noqa: ANN401 - warcio ships no types
    encoding = record.http_headers and record.http_headers.get_header("Transfer-Encoding")
    return "chunked" in str(encoding or "").lower()


def _declared(record: Any, name: str) -> str | None:  # noqa: ANN401 - warcio ships no types
    words: str | None = record.rec_headers.get_header(name)
    return words or None


def _taken(record: Any, digester: str) -> bytes | None:  # noqa: ANN401 - warcio ships no types
    found = getattr(record.raw_stream, digester, None)
    taken: bytes | None = found.digester.digest() if found is not None else None
    return taken
