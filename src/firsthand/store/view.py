"""A case as the rules see it while they check an entry; fulfils ``record.ledger.CaseView``."""

from collections.abc import Sequence

import msgspec

from firsthand.record.entry import CaseRole
from firsthand.record.entry import Entry as WrittenEntry
from firsthand.store.captured import text_of
from firsthand.store.contents import read_entry
from firsthand.store.models import (
    Claim,
    Entity,
    Entry,
    Finding,
    FindingClaim,
    Member,
    Source,
    Subject,
)
from firsthand.values.claim import Claim as SaidClaim
from firsthand.values.source import Handling


class StoredCase:
    """Looks things up in a case's tables; what it looked up it keeps until told to forget."""

    def __init__(self, alias: str, case_key: bytes | None) -> None:
        """Look things up through an alias."""
        self._alias, self._key = alias, case_key
        self._handling: dict[str, Handling | None] = {}

    def forget(self) -> None:
        """Forget what was looked up: the tables have changed."""
        self._handling.clear()

    def handling_of(self, source: str) -> Handling | None:
        """Give a source's handling; nothing where there is no such source."""
        if source not in self._handling:
            row = Source.objects.using(self._alias).filter(id=source).values("handling").first()
            self._handling[source] = Handling(row["handling"]) if row else None
        return self._handling[source]

    def source_of(self, claim: str) -> str | None:
        """Give the source of a claim; nothing where there is no such claim."""
        row = Claim.objects.using(self._alias).filter(id=claim).values("source_id").first()
        return str(row["source_id"]) if row else None

    def text_of(self, source: str) -> str | None:
        """Give a source's text; nothing where it is confidential and not open."""
        return text_of(source, self._alias, self._key)

    def claim(self, claim: str) -> SaidClaim | None:
        """Give a claim as it holds now; nothing where there is none, or it is confidential."""
        row = Claim.objects.using(self._alias).filter(id=claim).values("body").first()
        return msgspec.json.decode(row["body"], type=SaidClaim) if row and row["body"] else None

    def has_finding(self, finding: str) -> bool:
        """Tell whether the latest trace has a finding."""
        return Finding.objects.using(self._alias).filter(id=finding).exists()

    def claims_of(self, finding: str) -> tuple[str, ...]:
        """Give the claims for and against a finding, in the case's order."""
        rows = FindingClaim.objects.using(self._alias).filter(
            finding_id=finding, side__in=("for", "against")
        )
        return tuple(rows.order_by("id").values_list("claim", flat=True))

    def has_entity(self, entity: str) -> bool:
        """Tell whether an entity was named."""
        return Entity.objects.using(self._alias).filter(id=entity).exists()

    def entry(self, number: int) -> WrittenEntry | None:
        """Give an entry with its content, where that is open."""
        rows = Entry.objects.using(self._alias).select_related("content")
        row = rows.filter(id=number).first()
        return read_entry(row, self._key) if row else None

    def is_undone(self, number: int) -> bool:
        """Tell whether a later entry took one back."""
        undone = Subject.objects.using(self._alias).filter(
            subject=f"entry {number}", entry__kind="undone"
        )
        return undone.exists()

    def role_of(self, member: str) -> CaseRole | None:
        """Give a member's role."""
        row = Member.objects.using(self._alias).filter(name=member).values("role").first()
        return CaseRole(row["role"]) if row else None

    def has_other_owner(self, member: str) -> bool:
        """Tell whether somebody else owns the case too."""
        owners = Member.objects.using(self._alias).filter(role=CaseRole.OWNER.value)
        return owners.exclude(name=member).exists()

    def confidential_among(self, subjects: Sequence[str]) -> frozenset[str]:
        """Tell which of these sources and claims are confidential."""
        secret = Handling.CONFIDENTIAL.value
        found: set[str] = set()
        for start in range(0, len(subjects), 500):
            some = subjects[start : start + 500]
            sources = Source.objects.using(self._alias).filter(id__in=some, handling=secret)
            claims = Claim.objects.using(self._alias).filter(id__in=some, source__handling=secret)
            found.update(sources.values_list("id", flat=True))
            found.update(claims.values_list("id", flat=True))
            # A confidential body or person: what names it is as confidential as where it came from.
            entities = Entity.objects.using(self._alias).filter(id__in=some, body="")
            found.update(entities.values_list("id", flat=True))
        return frozenset(found)
