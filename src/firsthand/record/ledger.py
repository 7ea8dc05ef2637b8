"""What ``record`` asks of whoever keeps a ledger; ``store`` fulfils it.

Invariant: everything between the beginning and the end of a turn is written together or not at all,
and only one turn of a case runs at a time.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from firsthand.record.entry import CaseRole, Entry, Head
from firsthand.values.claim import Claim
from firsthand.values.source import Handling


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry ready to be kept: its place in the chain, its sealed content, and the key to it.

    ``key`` opens ``sealed``; where ``is_confidential``, the key is itself wrapped under the case's.
    """

    entry: Entry
    salt: bytes
    sealed: bytes
    key: bytes
    is_confidential: bool


class CaseView(Protocol):
    """What the rules must know of a case to tell whether an entry makes sense."""

    def handling_of(self, source: str) -> Handling | None:
        """Give a source's handling; nothing where there is no such source."""
        ...

    def source_of(self, claim: str) -> str | None:
        """Give the source of a claim; nothing where there is no such claim."""
        ...

    def text_of(self, source: str) -> str | None:
        """Give a source's text; nothing where it is confidential and not open."""
        ...

    def claim(self, claim: str) -> Claim | None:
        """Give a claim as it holds now."""
        ...

    def has_finding(self, finding: str) -> bool:
        """Tell whether the latest trace has a finding."""
        ...

    def claims_of(self, finding: str) -> tuple[str, ...]:
        """Give the claims for and against a finding, in the case's order."""
        ...

    def has_entity(self, entity: str) -> bool:
        """Tell whether an entity was named."""
        ...

    def entry(self, number: int) -> Entry | None:
        """Give an entry with its content, where that is open."""
        ...

    def is_undone(self, number: int) -> bool:
        """Tell whether a later entry took one back."""
        ...

    def role_of(self, member: str) -> CaseRole | None:
        """Give a member's role."""
        ...

    def has_other_owner(self, member: str) -> bool:
        """Tell whether somebody else owns the case too."""
        ...

    def confidential_among(self, subjects: Sequence[str]) -> frozenset[str]:
        """Tell which of these sources and claims are confidential."""
        ...


class Turn(Protocol):
    """One writer's turn at a ledger."""

    @property
    def head(self) -> Head:
        """Give the last entry."""
        ...

    @property
    def case(self) -> CaseView:
        """Give the case as it stands."""
        ...

    @property
    def case_key(self) -> bytes | None:
        """Give the case's key, where it was opened."""
        ...

    def now(self) -> str:
        """Give the moment, in UTC, as entries spell it."""
        ...

    def keep(self, written: Sequence[Written]) -> None:
        """Keep entries, and draw in the case's tables what they say."""
        ...


class Ledger(Protocol):
    """Where a case's entries are kept."""

    def turn(self) -> AbstractContextManager[Turn]:
        """Begin a turn; it is kept when it ends, and undone whole where it fails."""
        ...
