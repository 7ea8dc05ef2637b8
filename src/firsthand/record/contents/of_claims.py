"""What happens to claims: found, added or corrected by a person, translated."""

from dataclasses import dataclass
from typing import ClassVar

from firsthand.record.contents.base import Content
from firsthand.values.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFound(Content):
    """An engine found a claim in a source."""

    kind: ClassVar[str] = "claim found"
    carries_words: ClassVar[bool] = True
    is_undoable: ClassVar[bool] = False

    claim: Claim

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the claim and its source."""
        return (self.claim.id, self.claim.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAdded(Content):
    """A person added a claim. Where the source has no text, ``anchor`` says where it stands.

    ``finding`` names the finding it belongs to, where the person said so.
    """

    kind: ClassVar[str] = "claim added"
    carries_words: ClassVar[bool] = True

    claim: Claim
    anchor: str | None = None
    finding: str | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the claim, its source and its finding."""
        named = (self.claim.id, self.claim.source)
        return (*named, self.finding) if self.finding else named


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCorrected(Content):
    """A person corrected a claim; it keeps its id, and what was there stays in the ledger."""

    kind: ClassVar[str] = "claim corrected"
    carries_words: ClassVar[bool] = True

    claim: Claim

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the claim and its source."""
        return (self.claim.id, self.claim.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationAdded(Content):
    """A person put a claim into another language; it stands beside the words, never instead."""

    kind: ClassVar[str] = "translation added"
    carries_words: ClassVar[bool] = True

    claim: str
    text: str
    lang: str
    translator: str

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name the claim."""
        return (self.claim,)
