"""What people decide about findings: judged, joined, parted, merged, split, acted upon."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from firsthand.record.contents.base import Content
from firsthand.values.act import ActKind


class Verdict(StrEnum):
    """A person's decision. *Not yet looked at* is the fourth value: no judgement stands."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CANNOT_TELL = "cannot tell"
    NOT_LOOKED_AT = "not yet looked at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged(Content):
    """A person judged a claim or a finding. It overwrites nothing: both are shown.

    ``anchors`` are claims of a judged finding, by which it is found again after a new trace.
    """

    kind: ClassVar[str] = "judged"

    subject: str
    verdict: Verdict
    anchors: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name what was judged."""
        return (self.subject,)


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsJoined(Content):
    """A person said that two origins are one."""

    kind: ClassVar[str] = "origins joined"

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginsParted(Content):
    """A person said that two origins, taken for one party, are two."""

    kind: ClassVar[str] = "origins parted"

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsMerged(Content):
    """A person said that two findings say one thing. ``anchors`` are claims of each, in turn."""

    kind: ClassVar[str] = "findings merged"

    left: str
    right: str
    left_anchors: tuple[str, ...] = ()
    right_anchors: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name both findings."""
        return (self.left, self.right)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSplit(Content):
    """A person said that some claims of a finding say another thing; they make one of their own."""

    kind: ClassVar[str] = "finding split"

    finding: str
    claims: tuple[str, ...]
    anchors: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the finding."""
        return (self.finding,)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialActRecorded(Content):
    """An authority did something. It makes the course line and never support or dispute.

    ``on`` is the day (ISO 8601), where known. ``findings`` are the ones it is about; ``follows`` is
    the number of the entry, or the id of the claim, that told of the act which it continues (the
    probe that is now closed): it then reaches every finding whose course holds that one.
    """

    kind: ClassVar[str] = "official act"

    act: ActKind
    by: str
    on: str | None = None
    findings: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    follows: str | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the findings and claims it is about."""
        return (*self.findings, *self.claims)
