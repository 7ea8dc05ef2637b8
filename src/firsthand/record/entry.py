"""An entry: who wrote what, when and why, and its place in the chain."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firsthand.record.contents.base import Content

GENESIS: Final = "0" * 64
"""What stands before the first entry."""


class CaseRole(StrEnum):
    """What a member of a case may do; each may do all that the one before may."""

    READER = "reader"
    ANALYST = "analyst"
    EDITOR = "editor"
    OWNER = "owner"

    def reaches(self, least: "CaseRole") -> bool:
        """Tell whether this role may do what another may.

        >>> CaseRole.OWNER.reaches(CaseRole.EDITOR)
        True
        """
        ranks = list(CaseRole)
        return ranks.index(self) >= ranks.index(least)


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who writes: a member's name, and the role they have in this case."""

    name: str
    role: CaseRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last entry of a ledger: its number and digest. An empty ledger has number 0."""

    number: int = 0
    digest: str = GENESIS


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as it stands in the ledger.

    ``at`` is the moment in UTC, as ISO 8601 with microseconds and ``Z``. ``commitment`` binds the
    entry to its sealed content; ``digest`` binds it to all that came before. ``content`` is
    ``None`` where it was erased, or where it is confidential and was not opened.
    """

    number: int
    at: str
    author: str
    reason: str
    kind: str
    before: str
    commitment: str
    digest: str
    content: Content | None = None
