"""A source: one captured document, its text, and the way back from text to bytes."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from firsthand.values.spans import Span


class SourceKind(StrEnum):
    """What sort of document a source is."""

    ARTICLE = "article"
    REPORT = "report"
    STATEMENT = "statement"
    LAW = "law"
    TESTIMONY = "testimony"
    POST = "post"
    DATASET = "dataset"
    IMAGE = "image"
    RECORDING = "recording"
    MESSAGE_THREAD = "message thread"


class Handling(StrEnum):
    """Who may see a source."""

    PUBLIC = "public"
    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"


class Role(StrEnum):
    """What a passage does on its page. Only titles, headings and body speak for the story."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CREDIT = "credit"
    CAPTION = "caption"
    TEASER = "teaser"
    FURNITURE = "furniture"


SPEAKING_ROLES = frozenset({Role.TITLE, Role.HEADING, Role.BODY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a source's text, what it does on the page, and where it came from.

    ``place`` names the spot in the captured bytes in the reader's own terms: ``bytes 120-480``,
    ``page 3``, ``paragraph 7``, ``record 2``.
    """

    span: Span
    role: Role
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One captured document.

    ``text`` is what claims' spans count in. ``passages`` are sorted, do not overlap, and together
    hold every word of the text. ``file`` is the path below the folder the user named, with ``/``
    between its parts, or the address fetched. ``kind_as_given`` keeps a kind this project has no
    word for. ``None`` means *not known*, everywhere.

    A picture, a recording or a scan has no text: ``text`` is empty and there are no passages.
    ``custody`` says, a line each, which digests that came with the bytes were checked and which
    were not there. ``headers`` are what the server said of the page, in the order of their names.
    """

    id: str
    file: str
    sha256: str
    text: str
    passages: tuple[Passage, ...]
    media_type: str
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    captured_at: datetime | None = None
    address: str | None = None
    lang: str | None = None
    kind: SourceKind = SourceKind.ARTICLE
    kind_as_given: str | None = None
    handling: Handling = Handling.PUBLIC
    author: str | None = None
    credits: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    custody: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
