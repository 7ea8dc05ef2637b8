"""What happens to a case as a whole: opened, shared, traced, read, erased from, sent out."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from firsthand.record.contents.base import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(Content):
    """A case began. ``case`` is its id, random, the same wherever the case is copied to."""

    kind: ClassVar[str] = "case opened"
    is_undoable: ClassVar[bool] = False

    case: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGiven(Content):
    """A member got a role (reader, analyst, editor, owner), or lost all (no role)."""

    kind: ClassVar[str] = "role given"
    is_undoable: ClassVar[bool] = False

    member: str
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTraced(Content):
    """The case's claims, as they stood at entry ``head``, were followed back.

    What came of it is derived from them, and may be drawn again.
    """

    kind: ClassVar[str] = "case traced"
    is_undoable: ClassVar[bool] = False

    version: str
    head: int
    sources: int
    claims: int
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidentialOpened(Content):
    """Somebody read confidential content. Written before the content is shown."""

    kind: ClassVar[str] = "confidential opened"
    is_undoable: ClassVar[bool] = False

    source: str

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the source that was read."""
        return (self.source,)


class Ground(StrEnum):
    """Why content may be erased."""

    CONSENT_WITHDRAWN = "consent withdrawn"
    LEGAL = "legal"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased(Content):
    """Content was removed for good; the entries' places in the chain stay.

    ``entries`` are numbers. ``beyond_reach`` names the exports and backups that may still hold it.
    """

    kind: ClassVar[str] = "erased"
    is_undoable: ClassVar[bool] = False

    ground: Ground
    entries: tuple[int, ...]
    beyond_reach: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported(Content):
    """Something left the case: a file in some format, made when ``head`` was the last entry."""

    kind: ClassVar[str] = "exported"
    is_undoable: ClassVar[bool] = False

    format: str
    head: int
    holds_confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported(Content):
    """Records from another tool came in: how many, in which format."""

    kind: ClassVar[str] = "imported"
    is_undoable: ClassVar[bool] = False

    format: str
    sha256: str
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped(Content):
    """A timestamp authority (RFC 3161) signed the digest of an entry, and so of all before it.

    ``token`` is the authority's answer in base64; ``stamped_at`` is the time it names.
    """

    kind: ClassVar[str] = "stamped"
    is_undoable: ClassVar[bool] = False

    number: int
    digest: str
    authority: str
    stamped_at: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Content):
    """An earlier entry no longer holds; it stays in the ledger, and so does this."""

    kind: ClassVar[str] = "undone"
    is_undoable: ClassVar[bool] = False

    entry: int

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the entry that was taken back."""
        return (f"entry {self.entry}",)
