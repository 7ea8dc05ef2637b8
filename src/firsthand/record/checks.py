"""What makes an entry make sense: what it speaks of must be there, its words must stand in a text.

Roles are not looked at here (``permissions``), nor how contents are spelled (``contents.kinds``).
"""

import re
from datetime import date
from functools import singledispatch
from typing import Final

from firsthand.record.contents.base import Content
from firsthand.record.contents.kinds import KINDS
from firsthand.record.contents.of_case import RoleGiven, Undone
from firsthand.record.contents.of_claims import (
    ClaimAdded,
    ClaimCorrected,
    ClaimFound,
    TranslationAdded,
)
from firsthand.record.contents.of_entities import (
    ActRecorded,
    EntitiesApart,
    EntitiesLinked,
    EntitiesSame,
    EntityNamed,
)
from firsthand.record.contents.of_findings import (
    FindingsMerged,
    FindingSplit,
    Judged,
    OfficialActRecorded,
    OriginsJoined,
    OriginsParted,
)
from firsthand.record.contents.of_people import (
    Asked,
    ConsentGiven,
    ConsentWithdrawn,
    NotAsked,
    Replied,
    Withheld,
)
from firsthand.record.contents.of_sources import HandlingSet, SourceWithdrawn, TranscriptAdded
from firsthand.record.entry import CaseRole
from firsthand.record.ledger import CaseView
from firsthand.record.tactics import TACTICS
from firsthand.values.anchor import anchor_from
from firsthand.values.claim import Claim
from firsthand.values.errors import BadEntry, BadRequest
from firsthand.values.source import Handling
from firsthand.values.spans import words_at

_PART_OF_DAY: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@singledispatch
def require_sense(content: Content, case: CaseView) -> None:
    """Raise BadEntry where a content speaks of what the case does not have."""
    del content, case


@require_sense.register
def _(content: RoleGiven, case: CaseView) -> None:
    if content.role is not None and content.role not in set(CaseRole):
        raise BadEntry(f"there is no role {content.role!r}. Roles: {', '.join(CaseRole)}.")
    if not content.member.strip():
        raise BadEntry("a member needs a name.")
    if content.role != CaseRole.OWNER and case.role_of(content.member) is CaseRole.OWNER:
        _require(case.has_other_owner(content.member), "a case must keep one owner. Name another.")


@require_sense.register
def _(content: Undone, case: CaseView) -> None:
    entry = case.entry(content.entry)
    if entry is None:
        raise BadEntry(f"there is no entry {content.entry}.")
    _require(
        KINDS[entry.kind].is_undoable,
        f"entry {content.entry} ({entry.kind}) cannot be undone. Record what corrects it.",
    )
    _require(not case.is_undone(content.entry), f"entry {content.entry} is undone already.")


@require_sense.register
def _(content: HandlingSet, case: CaseView) -> None:
    _require_source(content.source, case)
    # What lay open was in the tables, the index and the evidence: sealing it late would only look
    # safe. And what is confidential opens by consent, use by use, not by a change of mind.
    _require(
        Handling.CONFIDENTIAL not in {content.handling, case.handling_of(content.source)},
        "a source does not become confidential, nor stop being so. Erase it, and add it again with "
        "--handling.",
    )


@require_sense.register(SourceWithdrawn)
@require_sense.register(TranscriptAdded)
@require_sense.register(ConsentGiven)
@require_sense.register(ConsentWithdrawn)
def _(content: SourceWithdrawn | TranscriptAdded | ConsentGiven, case: CaseView) -> None:
    _require_source(content.source, case)
    _require_anchor(getattr(content, "anchor", None))
    for day in (getattr(content, "on", None), getattr(content, "until", None)):
        _require_day(day)


@require_sense.register
def _(content: ClaimFound, case: CaseView) -> None:
    # The engine's spans were checked where they came in; here only the source must be known.
    _require_source(content.claim.source, case)


@require_sense.register
def _(content: ClaimAdded, case: CaseView) -> None:
    _require_source(content.claim.source, case)
    _require(
        case.source_of(content.claim.id) is None, f"there is a claim {content.claim.id} already."
    )
    _require_anchor(content.anchor)
    _require_words(content.claim, case)
    _require(
        bool(content.claim.content or content.anchor),
        "this source has no text: say where in it the claim stands (anchor).",
    )
    if content.finding is not None:
        _require_finding(content.finding, case)


@require_sense.register
def _(content: ClaimCorrected, case: CaseView) -> None:
    source = case.source_of(content.claim.id)
    _require(source is not None, f"there is no claim {content.claim.id} to correct.")
    _require(source == content.claim.source, "a correction cannot move a claim to another source.")
    _require_words(content.claim, case)


@require_sense.register
def _(content: TranslationAdded, case: CaseView) -> None:
    _require_claims((content.claim,), case)


@require_sense.register
def _(content: Judged, case: CaseView) -> None:
    known = case.source_of(content.subject) is not None or case.has_finding(content.subject)
    _require(known, f"there is no claim or finding {content.subject}.")


@require_sense.register(OriginsJoined)
@require_sense.register(OriginsParted)
def _(content: OriginsJoined | OriginsParted, case: CaseView) -> None:
    del case
    _require(
        content.left != content.right, "an origin cannot be joined to, or parted from, itself."
    )
    _require(bool(content.left.strip() and content.right.strip()), "name both origins.")


@require_sense.register
def _(content: FindingsMerged, case: CaseView) -> None:
    _require(content.left != content.right, "a finding cannot be merged with itself.")
    for finding in (content.left, content.right):
        _require_finding(finding, case)


@require_sense.register
def _(content: FindingSplit, case: CaseView) -> None:
    _require_finding(content.finding, case)
    _require(bool(content.claims), "name the claims that leave the finding.")
    _require_claims(content.claims, case)


@require_sense.register
def _(content: OfficialActRecorded, case: CaseView) -> None:
    for finding in content.findings:
        _require_finding(finding, case)
    _require_claims(content.claims, case)
    _require_day(content.on)
    follows = content.follows
    if follows is not None and follows.isdecimal():
        before = case.entry(int(follows))
        is_act = before is not None and before.kind == OfficialActRecorded.kind
        _require(is_act, f"entry {follows} records no official act to follow.")
    elif follows is not None:
        _require_claims((follows,), case)
    _require(
        bool(content.findings or follows),
        "say which findings the act is about, or which act it follows.",
    )


@require_sense.register(Asked)
@require_sense.register(NotAsked)
def _(content: Asked | NotAsked, case: CaseView) -> None:
    _require(bool(content.findings), "say which findings it is about.")
    for finding in content.findings:
        _require_finding(finding, case)
    if isinstance(content, Asked):
        _require_day(content.deadline)


@require_sense.register
def _(content: Replied, case: CaseView) -> None:
    asked = case.entry(content.asked)
    _require(
        asked is not None and asked.kind == Asked.kind,
        f"entry {content.asked} asked nobody. Name the number of the entry that asked.",
    )
    if content.source is not None:
        _require_source(content.source, case)
    _require_claims(content.claims, case)
    _require_day(content.on)


@require_sense.register
def _(content: Withheld, case: CaseView) -> None:
    if content.span is None:
        return
    text = case.text_of(content.subject) or ""
    start, end = content.span
    _require(0 <= start < end <= len(text), "that span is not in the source's text.")


@require_sense.register
def _(content: EntityNamed, case: CaseView) -> None:
    del case
    _require(bool(content.name.strip() and content.entity.strip()), "an entity needs a name.")
    if content.location is not None:
        north, east = content.location.latitude, content.location.longitude
        _require(
            -90 <= north <= 90 and -180 <= east <= 180,
            "a location lies between -90 and 90 degrees north, -180 and 180 degrees east.",
        )


@require_sense.register(EntitiesSame)
@require_sense.register(EntitiesApart)
@require_sense.register(EntitiesLinked)
def _(content: EntitiesSame | EntitiesApart | EntitiesLinked, case: CaseView) -> None:
    _require(content.left != content.right, "name two entities, not one twice.")
    for entity in (content.left, content.right):
        _require(case.has_entity(entity), f"there is no entity {entity}.")
    if isinstance(content, EntitiesLinked):
        _require_claims(content.claims, case)


@require_sense.register
def _(content: ActRecorded, case: CaseView) -> None:
    _require(bool(content.told), "an act needs at least one part.")
    for told in content.told:
        _require(bool(told.claims), f"{told.part}: cite the claims that say so.")
        _require_claims(told.claims, case)
        if told.entity is not None:
            _require(case.has_entity(told.entity), f"there is no entity {told.entity}.")
    unknown = sorted(set(content.tactics) - TACTICS.keys())
    _require(not unknown, f"there is no tactic {', '.join(unknown)}.")
    if content.on is not None:
        _require(bool(_PART_OF_DAY.fullmatch(content.on)), "a day is YYYY, YYYY-MM or YYYY-MM-DD.")


def _require(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - an assertion's own shape
    if not holds:
        raise BadEntry(otherwise)


def _require_source(source: str, case: CaseView) -> None:
    _require(case.handling_of(source) is not None, f"there is no source {source}.")


def _require_claims(claims: tuple[str, ...], case: CaseView) -> None:
    for claim in claims:
        _require(case.source_of(claim) is not None, f"there is no claim {claim}.")


def _require_finding(finding: str, case: CaseView) -> None:
    _require(case.has_finding(finding), f"there is no finding {finding}. Trace the case first.")


def _require_day(day: str | None) -> None:
    if day is None:
        return
    try:
        date.fromisoformat(day)
    except ValueError as wrong:
        raise BadEntry("a day is spelled YYYY-MM-DD.") from wrong


def _require_anchor(anchor: str | None) -> None:
    if anchor is not None:
        try:
            anchor_from(anchor)
        except BadRequest as wrong:
            raise BadEntry(str(wrong)) from wrong


def _require_words(claim: Claim, case: CaseView) -> None:
    """Refuse words that do not stand in the text of a source that has one."""
    _require(bool(claim.chain and claim.chain[-1].strip()), "a claim needs a speaker.")
    text = case.text_of(claim.source)
    if not text:
        _require(not claim.content, "this source has no text for those spans.")
        return
    spans = (*claim.content, *claim.cue, *claim.speaker_spans)
    _require(
        all(0 <= start < end <= len(text) for start, end in spans) and bool(claim.content),
        "those spans are not in the source's text.",
    )
    _require(
        words_at(claim.content, text) == claim.text,
        "the claim's words are not what stands at its spans.",
    )
