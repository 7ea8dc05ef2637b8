"""What goes into a reader and what comes out: a capture's bytes, a document's text with its places.

Invariant: a document's passages are sorted, do not overlap, and hold every word of its text.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import BinaryIO, Protocol

from firsthand.sources.limits import CHUNK, spelled
from firsthand.values.errors import UnsafeSource
from firsthand.values.source import Handling, Passage, Role, SourceKind
from firsthand.values.spans import Span


class TextMode(StrEnum):
    """Whether a plain text file is taken whole or rid of its page's furniture."""

    AS_IS = "as is"
    CLEANED = "cleaned"


class WithoutText(StrEnum):
    """What becomes of pictures, recordings and scans, which hold no text to trace.

    A trace refuses them by name; a case keeps them, for a person to say what they show.
    """

    REFUSED = "refused"
    KEPT = "kept"


class Layout(StrEnum):
    """Whether words may stand between a page's furniture, or are known to be no page at all."""

    PAGE = "page"
    WORDS_ALONE = "words alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A thing that could not be read: what happened to it and what to do about it.

    ``file`` is the thing's name as it may be shown on a terminal.
    """

    file: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered, with the moment it was taken down."""

    body: bytes
    media_type: str
    address: str
    captured_at: datetime
    headers: Mapping[str, str] = field(default_factory=dict)


class Fetcher(Protocol):
    """Brings what stands at an address; the room ``outside`` fulfils it."""

    def fetch(self, address: str) -> Fetched:
        """Bring what stands at an address.

        Raises RefusedAddress where it may not be fetched, MissingSource where nothing answers.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Bytes that somebody brought, and what is known of them before they are read.

    ``file`` is the label that the source will carry. ``media_type`` and ``charset`` are what the
    bringer declared; the bytes may say otherwise. ``title`` and ``publisher`` are what a listing
    says; they help to tell a headline from a masthead. ``depth`` counts the containers around it.
    """

    file: str
    opens: Callable[[], BinaryIO]
    size: int | None = None
    media_type: str | None = None
    charset: str | None = None
    address: str | None = None
    captured_at: datetime | None = None
    depth: int = 0
    title: str | None = None
    publisher: str | None = None
    layout: Layout = Layout.PAGE
    without_text: WithoutText = WithoutText.REFUSED
    headers: tuple[tuple[str, str], ...] = ()

    def content(self, at_most: int) -> bytes:
        """Take all bytes, and refuse where there are more than the reader's limit."""
        too_big = _larger_than(at_most)
        if self.size is not None and self.size > at_most:
            raise too_big
        # A read sets aside as much memory as it is asked for: ask for no more than the file has.
        wanted = at_most if self.size is None else self.size
        with self.opens() as stream:
            taken = stream.read(wanted + 1)
            if len(taken) > wanted:
                taken += stream.read(at_most + 1 - len(taken))
        if len(taken) > at_most:
            raise too_big
        return taken

    def digest(self, at_most: int) -> str:
        """Give the SHA-256 of all bytes without holding them, and refuse beyond a limit."""
        digest, taken = hashlib.sha256(), 0
        with self.opens() as stream:
            while chunk := stream.read(CHUNK):
                taken += len(chunk)
                if taken > at_most:
                    raise _larger_than(at_most)
                digest.update(chunk)
        return digest.hexdigest()

    def part(self, name: str, body: bytes, *, media_type: str | None) -> "Capture":
        """Make a capture of a thing found inside this one."""
        return replace(
            self,
            file=f"{self.file}#{name}",
            opens=lambda: io.BytesIO(body),
            size=len(body),
            media_type=media_type,
            charset=None,
            title=None,
            publisher=None,
            depth=self.depth + 1,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading or line on its way into a text."""

    text: str
    role: Role
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader makes of bytes: all of a source but its id and what a listing says of it."""

    file: str
    sha256: str
    media_type: str
    text: str
    passages: tuple[Passage, ...]
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    captured_at: datetime | None = None
    address: str | None = None
    lang: str | None = None
    author: str | None = None
    kind: SourceKind | None = None
    kind_as_given: str | None = None
    handling: Handling | None = None
    credits: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    custody: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


class Reader(Protocol):
    """Turns the bytes of one media type into documents."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read every document in a capture, and name the parts that cannot be read.

        Raises UnreadableSource or UnsafeSource where nothing of the capture can be read.
        """
        ...


def digest_of(body: bytes) -> str:
    """Give the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def _larger_than(at_most: int) -> UnsafeSource:
    return UnsafeSource(
        f"it is larger than {spelled(at_most)}, the most that is read of this kind of file. "
        "Split it, or cut out the part that matters, and read that."
    )


def set_in_order(blocks: Iterable[Block]) -> tuple[str, tuple[Passage, ...]]:
    """Join blocks into one text, a blank line between them, and keep each block's place.

    >>> text, passages = set_in_order([Block(text="A", role=Role.BODY, place="page 1")])
    >>> text, passages[0].span
    ('A', Span(start=0, end=1))
    """
    parts: list[str] = []
    passages: list[Passage] = []
    at = 0
    for block in blocks:
        words = block.text.strip()
        if not words:
            continue
        if parts:
            at += 2
        parts.append(words)
        span = Span(at, at + len(words))
        passages.append(Passage(span=span, role=block.role, place=block.place))
        at = span.end
    return "\n\n".join(parts), tuple(passages)
