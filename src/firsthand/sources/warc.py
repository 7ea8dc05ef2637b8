"""WARC files: each page is a source, with its address, its moment and its digest checked."""

import base64
import hashlib
import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import Any, BinaryIO, Final

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed

from firsthand.sources._record_digests import compare_later, custody_of, headers_told
from firsthand.sources._unpacking import Unpacked
from firsthand.sources.captured import Capture, Document, Refusal, TextMode
from firsthand.sources.dates import moment_in
from firsthand.sources.limits import ARCHIVE_FILE, ARCHIVE_RECORD, spelled
from firsthand.sources.media_types import HTML, PDF, PLAIN
from firsthand.sources.registry import read_part
from firsthand.sources.wording import shown
from firsthand.values.errors import UnreadableSource, UnsafeSource

_PAGES: Final = frozenset({HTML, PDF, PLAIN, "application/xhtml+xml"})

# What the library raises over archives that break the rules of archives.
_BAD_ARCHIVE: Final = (
    ArchiveLoadFailed, ValueError, zlib.error, EOFError, AttributeError, TypeError, LookupError,
)  # fmt: skip


class WarcReader:
    """Reads web archives in WARC, packed or not."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read the pages, PDF and text files in an archive; pictures and code are passed over."""
        yield from Records(capture=capture, mode=mode).read(capture.opens, capture.size)


@dataclass(kw_only=True)
class Records:
    """The records of one or more WARC files that belong together.

    ``wanted`` names the addresses that are pages; without it all are. A record that repeats an
    earlier one of its address word for word is the same capture and read once. ``custody`` is what
    is vouched for of the file that the records stand in.
    """

    capture: Capture
    mode: TextMode
    wanted: frozenset[str] | None = None
    custody: tuple[str, ...] = ()
    number: int = 0
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _payloads: dict[str, Document] = field(default_factory=dict)

    def read(self, opens: Any, size: int | None) -> Iterator[Document | Refusal]:  # noqa: ANN401 - a function that opens the file
        """Read one WARC file from its start; may be called for one file after another."""
        if size is not None and size > ARCHIVE_FILE:
            raise UnsafeSource(
                f"it is larger than {spelled(ARCHIVE_FILE)}. Split it into smaller archives."
            )
        before = self.number
        with opens() as stream:
            try:
                yield from self._records(stream)
            except _BAD_ARCHIVE as broken:
                if self.number == before:
                    raise UnreadableSource(
                        "it is no WARC file, or broken from its start. Fetch it again."
                    ) from broken
                yield self._refused(
                    f"the archive breaks off after record {self.number}; what comes before was "
                    "read. Fetch the archive again."
                )
        if self.number == before:
            raise UnreadableSource("it holds no records. Check that it was saved in full.")

    def _records(self, stream: BinaryIO) -> Iterator[Document | Refusal]:
        records = iter(WARCIterator(Unpacked(stream), check_digests=True))
        while (record := _next_quietly(records)) is not None:
            self.number += 1
            if record.rec_type in {"response", "resource", "revisit"} and self._is_page(record):
                try:
                    yield from self._page(record)
                except (UnreadableSource, zlib.error) as refused:
                    yield self._refused(str(refused))

    def _is_page(self, record: Any) -> bool:  # noqa: ANN401 - warcio ships no types
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        if not address.startswith(("http://", "https://", "file:", "urn:")):
            return False
        if self.wanted is not None and address not in self.wanted:
            return False
        if record.rec_type == "revisit":
            return True
        status = record.http_headers.get_statuscode() if record.http_headers else "200"
        return status == "200" and _media_type(record).split(";")[0].strip().lower() in _PAGES

    def _page(self, record: Any) -> Iterator[Document | Refusal]:  # noqa: ANN401 - warcio ships no types
        headers = record.rec_headers
        address = headers.get_header("WARC-Target-URI")
        moment = moment_in(headers.get_header("WARC-Date") or "")
        payload = headers.get_header("WARC-Payload-Digest") or ""
        if record.rec_type == "revisit":
            yield from self._revisited(address, payload, moment)
            return
        content = _content(record)
        custody = (*custody_of(record, content), *self.custody)
        digest = hashlib.sha256(content).hexdigest()
        if (address, digest) in self._seen:
            return
        self._seen.add((address, digest))
        part = replace(
            self.capture.part(str(self.number), content, media_type=_media_type(record)),
            address=address,
            captured_at=moment.astimezone(UTC) if moment else None,
            charset=_charset(_media_type(record)),
            headers=headers_told(record.http_headers),
        )
        for result in read_part(part, self.mode):
            if isinstance(result, Document):
                page = replace(result, address=address, custody=custody, headers=part.headers)
                self._payloads.setdefault(payload or _sha1(content), page)
                yield page
            else:
                yield result

    def _revisited(self, address: str, payload: str, moment: Any) -> Iterator[Document | Refusal]:  # noqa: ANN401 - a moment or None
        """Read a record that says *as captured before*: another address is another source."""
        first = self._payloads.get(payload)
        if first is None:
            yield self._refused(
                "it says that its page was captured before, but that capture is not in this "
                "archive. Read the archive that holds it as well."
            )
        elif (address, first.sha256) not in self._seen:
            self._seen.add((address, first.sha256))
            file = f"{self.capture.file}#{self.number}"
            custody = ("the WARC record repeats an earlier capture", *first.custody)
            yield replace(
                first, file=file, address=address, captured_at=moment, custody=custody, headers=()
            )

    def _refused(self, message: str) -> Refusal:
        return Refusal(file=shown(f"{self.capture.file}#{self.number}"), message=message)


def _next_quietly(records: Iterator[Any]) -> Any:  # noqa: ANN401 - warcio ships no types
    """Take the next record, None at the end.

    The library prints a broken archive's own bytes on stderr and in its log; those are a stranger's
    words, and what is wrong is told by a refusal.
    """
    log = logging.getLogger("warcio.recordloader")
    was_on, log.disabled = log.disabled, True
    try:
        with redirect_stderr(io.StringIO()):
            return next(records, None)
    finally:
        log.disabled = was_on


def _content(record: Any) -> bytes:  # noqa: ANN401 - warcio ships no types
    compare_later(record)
    content: bytes = record.content_stream().read(ARCHIVE_RECORD + 1)
    if len(content) > ARCHIVE_RECORD:
        raise UnsafeSource(
            f"it is larger than {spelled(ARCHIVE_RECORD)}, the most that is read of one record. "
            "Save that page by itself."
        )
    # The digest stands only when the record has been read to its last byte.
    while record.raw_stream.read(65536):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise UnreadableSource("it is cut short. Fetch the archive again from where it was made.")
    return content


def _media_type(record: Any) -> str:  # noqa: ANN401 - warcio ships no types
    if record.http_headers:
        return record.http_headers.get_header("Content-Type") or ""
    return record.rec_headers.get_header("Content-Type") or ""


def _charset(media_type: str) -> str | None:
    _, _, declared = media_type.lower().partition("charset=")
    return declared.split(";")[0].strip().strip("\"'") or None


def _sha1(content: bytes) -> str:
    # Archives name payloads by SHA-1; it serves to find a payload again, not to trust it.
    digest = hashlib.sha1(content, usedforsecurity=False).digest()
    return f"sha1:{base64.b32encode(digest).decode()}"
