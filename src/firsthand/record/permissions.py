"""Who may write what: the least role for each kind of entry, in one table."""

from typing import Final

from firsthand.record.contents import (
    of_case,
    of_claims,
    of_entities,
    of_findings,
    of_people,
    of_sources,
)
from firsthand.record.contents.base import Content
from firsthand.record.entry import Author, CaseRole
from firsthand.values.errors import NotAllowed

_LEAST: Final[dict[type[Content], CaseRole]] = {
    of_case.CaseOpened: CaseRole.OWNER,
    of_case.RoleGiven: CaseRole.OWNER,
    of_case.CaseTraced: CaseRole.ANALYST,
    of_case.ConfidentialOpened: CaseRole.EDITOR,
    of_case.Erased: CaseRole.OWNER,
    of_case.Exported: CaseRole.READER,
    of_case.Imported: CaseRole.ANALYST,
    of_case.Stamped: CaseRole.ANALYST,
    of_case.Undone: CaseRole.ANALYST,
    of_sources.SourceCaptured: CaseRole.ANALYST,
    of_sources.SourceRead: CaseRole.ANALYST,
    of_sources.SourceWithdrawn: CaseRole.ANALYST,
    of_sources.HandlingSet: CaseRole.EDITOR,
    of_sources.TranscriptAdded: CaseRole.ANALYST,
    of_claims.ClaimFound: CaseRole.ANALYST,
    of_claims.ClaimAdded: CaseRole.ANALYST,
    of_claims.ClaimCorrected: CaseRole.ANALYST,
    of_claims.TranslationAdded: CaseRole.ANALYST,
    of_findings.Judged: CaseRole.ANALYST,
    of_findings.OriginsJoined: CaseRole.ANALYST,
    of_findings.OriginsParted: CaseRole.ANALYST,
    of_findings.FindingsMerged: CaseRole.ANALYST,
    of_findings.FindingSplit: CaseRole.ANALYST,
    of_findings.OfficialActRecorded: CaseRole.ANALYST,
    of_people.Asked: CaseRole.ANALYST,
    of_people.Replied: CaseRole.ANALYST,
    of_people.NotAsked: CaseRole.EDITOR,
    of_people.ConsentGiven: CaseRole.EDITOR,
    # Whoever hears that a consent is taken back must be able to write it down at once.
    of_people.ConsentWithdrawn: CaseRole.READER,
    of_people.Withheld: CaseRole.ANALYST,
    of_people.Shown: CaseRole.EDITOR,
    of_entities.EntityNamed: CaseRole.ANALYST,
    of_entities.EntitiesSame: CaseRole.ANALYST,
    of_entities.EntitiesApart: CaseRole.ANALYST,
    of_entities.EntitiesLinked: CaseRole.ANALYST,
    of_entities.ActRecorded: CaseRole.ANALYST,
}


def least_role(content: type[Content]) -> CaseRole:
    """Give the least role that may write a kind of entry."""
    return _LEAST[content]


def require_leave(author: Author, content: Content) -> None:
    """Raise NotAllowed where an author's role may not write this."""
    least = least_role(type(content))
    if not author.role.reaches(least):
        raise NotAllowed(
            f"{content.kind}: this needs the role {least.value}, and yours is {author.role.value}. "
            "Ask an owner of the case."
        )
