"""The table of kinds, and the one spelling of contents as bytes.

Invariant: the same content always becomes the same bytes, so that a table can be held against the
ledger it was drawn from.
"""

from typing import Final

import msgspec

from firsthand.record.contents import (
    of_case,
    of_claims,
    of_entities,
    of_findings,
    of_people,
    of_sources,
)
from firsthand.record.contents.base import Content
from firsthand.values.errors import BadEntry

_CONTENTS: Final[tuple[type[Content], ...]] = (
    of_case.CaseOpened,
    of_case.RoleGiven,
    of_case.CaseTraced,
    of_case.ConfidentialOpened,
    of_case.Erased,
    of_case.Exported,
    of_case.Imported,
    of_case.Stamped,
    of_case.Undone,
    of_sources.SourceCaptured,
    of_sources.SourceRead,
    of_sources.SourceWithdrawn,
    of_sources.HandlingSet,
    of_sources.TranscriptAdded,
    of_claims.ClaimFound,
    of_claims.ClaimAdded,
    of_claims.ClaimCorrected,
    of_claims.TranslationAdded,
    of_findings.Judged,
    of_findings.OriginsJoined,
    of_findings.OriginsParted,
    of_findings.FindingsMerged,
    of_findings.FindingSplit,
    of_findings.OfficialActRecorded,
    of_people.Asked,
    of_people.Replied,
    of_people.NotAsked,
    of_people.ConsentGiven,
    of_people.ConsentWithdrawn,
    of_people.Withheld,
    of_people.Shown,
    of_entities.EntityNamed,
    of_entities.EntitiesSame,
    of_entities.EntitiesApart,
    of_entities.EntitiesLinked,
    of_entities.ActRecorded,
)

KINDS: Final[dict[str, type[Content]]] = {content.kind: content for content in _CONTENTS}

_ENCODER: Final = msgspec.json.Encoder(order="deterministic")
_DECODERS: Final = {kind: msgspec.json.Decoder(content) for kind, content in KINDS.items()}


def spelled(content: object) -> bytes:
    """Spell a value as JSON, always in one way.

    >>> from firsthand.record.contents.of_case import Undone
    >>> spelled(Undone(entry=3))
    b'{"entry":3}'
    """
    return _ENCODER.encode(content)


def read_content(kind: str, spelling: bytes) -> Content:
    """Read a content of a kind; raises BadEntry where it does not say what it should."""
    if kind not in _DECODERS:
        raise BadEntry(f"an entry of the kind {kind!r} is not known to this version of Firsthand.")
    try:
        content: Content = _DECODERS[kind].decode(spelling)
    except (msgspec.ValidationError, msgspec.DecodeError) as broken:
        raise BadEntry(f"an entry of the kind {kind!r} does not say what it should.") from broken
    return content


def content_from(kind: str, told: dict[str, object]) -> Content:
    """Make a content from plain values, as a form or a command line gives them.

    Raises BadEntry, naming the field that is wrong.
    """
    if kind not in KINDS:
        raise BadEntry(f"there is no kind of entry called {kind!r}. Known: {', '.join(KINDS)}.")
    try:
        return msgspec.convert(told, KINDS[kind], strict=False)
    except msgspec.ValidationError as broken:
        raise BadEntry(f"{kind}: {broken}. Mend that field, and record it again.") from broken
