"""What happens to sources: captured, withdrawn, handled, written down."""

from dataclasses import dataclass
from typing import ClassVar

from firsthand.record.contents.base import Content
from firsthand.values.source import Handling, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCaptured(Content):
    """A source came in, with its custody.

    ``evidence`` is the SHA-256 of the bytes kept under ``evidence/``: of the file itself, or, for
    what is confidential, of the sealed file, which ``evidence_key`` opens. ``collector`` is who
    took it in, ``tool`` with what.
    """

    kind: ClassVar[str] = "source captured"
    carries_words: ClassVar[bool] = True
    is_undoable: ClassVar[bool] = False

    source: Source
    evidence: str
    collector: str
    tool: str
    evidence_key: str | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the source."""
        return (self.source.id,)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRead(Content):
    """An engine read a source, and found so many claims; their entries follow."""

    kind: ClassVar[str] = "source read"
    is_undoable: ClassVar[bool] = False

    source: str
    engine: str
    found: int

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the source."""
        return (self.source,)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWithdrawn(Content):
    """Who published a source took it back. ``on`` is the day, where it is known (ISO 8601)."""

    kind: ClassVar[str] = "source withdrawn"

    source: str
    by: str
    on: str | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the source."""
        return (self.source,)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingSet(Content):
    """Who may see a source was decided anew."""

    kind: ClassVar[str] = "handling set"
    is_undoable: ClassVar[bool] = False

    source: str
    handling: Handling

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the source."""
        return (self.source,)


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptAdded(Content):
    """What is to be heard or read in a source without text, as a person wrote it down.

    ``anchor`` is the place it belongs to: a page box or a time range, spelled as in the docs.
    """

    kind: ClassVar[str] = "transcript added"
    carries_words: ClassVar[bool] = True

    source: str
    text: str
    transcriber: str
    lang: str
    anchor: str | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the source."""
        return (self.source,)
