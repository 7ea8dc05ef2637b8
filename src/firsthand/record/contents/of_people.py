"""What is owed to people: asked and answered, consented, withheld."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from firsthand.record.contents.base import Content


class Outcome(StrEnum):
    """What came of asking."""

    ANSWERED = "answered"
    DECLINED = "declined"
    SILENT = "silent"
    NOT_REACHED = "could not be reached"


class Use(StrEnum):
    """What a person may consent to, each apart."""

    COUNTED = "counted"
    QUOTED_UNNAMED = "quoted unnamed"
    NAMED = "named"
    PUT_TO_ACCUSED = "put to the accused"
    GIVEN_TO_POLICE = "given to police"
    GIVEN_TO_COURT = "given to a court"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Content):
    """A person or body was asked about findings: how, and until when (ISO 8601)."""

    kind: ClassVar[str] = "asked"
    carries_words: ClassVar[bool] = True

    whom: str
    findings: tuple[str, ...]
    channel: str
    deadline: str | None = None
    words: str = ""

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the findings."""
        return self.findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied(Content):
    """What came of asking. ``asked`` is the number of the entry that asked.

    ``source`` is the source that holds the answer, ``claims`` those that it answers with.
    """

    kind: ClassVar[str] = "replied"
    carries_words: ClassVar[bool] = True

    asked: int
    outcome: Outcome
    on: str | None = None
    words: str = ""
    source: str | None = None
    claims: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the source and claims of the answer."""
        return (*((self.source,) if self.source else ()), *self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAsked(Content):
    """Nobody was asked, because asking would endanger; the entry's reason says whom."""

    kind: ClassVar[str] = "not asked"

    whom: str
    findings: tuple[str, ...]

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the findings."""
        return self.findings


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven(Content):
    """Who gave a testimony consented to one use of it, until a day or until withdrawn."""

    kind: ClassVar[str] = "consent given"
    is_undoable: ClassVar[bool] = False

    source: str
    use: Use
    until: str | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the source."""
        return (self.source,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn(Content):
    """Who gave a testimony took back the consent to one use, or to all (no use named)."""

    kind: ClassVar[str] = "consent withdrawn"
    is_undoable: ClassVar[bool] = False

    source: str
    use: Use | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the source."""
        return (self.source,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld(Content):
    """A field of something is kept from every release, and why stands in the entry's reason.

    ``field`` is a name of the subject's fields, or ``text`` with ``span`` for words of a source.
    """

    kind: ClassVar[str] = "withheld"

    subject: str
    field: str
    span: tuple[int, int] | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name what the field belongs to."""
        return (self.subject,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Content):
    """A field may be published: a person decided so, and why stands in the entry's reason."""

    kind: ClassVar[str] = "shown"

    subject: str
    field: str

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name what the field belongs to."""
        return (self.subject,)
