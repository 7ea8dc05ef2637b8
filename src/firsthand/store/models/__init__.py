"""A case's tables: the ledger's own, and those drawn from it.

What may live here: models without rules. Django looks for them under this one name.
"""

from firsthand.store.models.entities import (
    Act,
    ActPart,
    Entity,
    EntityLink,
    EntityName,
    SameAs,
)
from firsthand.store.models.findings import (
    Echo,
    Finding,
    FindingClaim,
    FindingSpeaker,
    OriginTie,
    ProposedMerge,
    Reached,
)
from firsthand.store.models.ledger import Content, Entry, Head, Setting, Subject
from firsthand.store.models.people import Consent, Judgement, Member, Reply, Withholding
from firsthand.store.models.searching import Indexed
from firsthand.store.models.sources import (
    Claim,
    OfficialAct,
    Source,
    SourceWithdrawal,
    Transcript,
    Translation,
)

__all__ = [
    "Act",
    "ActPart",
    "Claim",
    "Consent",
    "Content",
    "Echo",
    "Entity",
    "EntityLink",
    "EntityName",
    "Entry",
    "Finding",
    "FindingClaim",
    "FindingSpeaker",
    "Head",
    "Indexed",
    "Judgement",
    "Member",
    "OfficialAct",
    "OriginTie",
    "ProposedMerge",
    "Reached",
    "Reply",
    "SameAs",
    "Setting",
    "Source",
    "SourceWithdrawal",
    "Subject",
    "Transcript",
    "Translation",
    "Withholding",
]
