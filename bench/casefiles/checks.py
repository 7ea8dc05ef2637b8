"""Inferences that no claim may make, whatever the case: general checks over extracted claims."""

import re
from collections.abc import Iterator
from typing import Final

from firsthand.values.claim import STANCES_FOR, UNIDENTIFIED, Claim, Stance
from firsthand.values.source import SPEAKING_ROLES, Source

_HEARSAY: Final = re.compile(r"\b(?:reportedly|allegedly|purportedly)\b", re.IGNORECASE)
_HEARSAY_NOUN: Final = re.compile(
    r"\b(?:reports|allegations|accusations|claims|rumou?rs) (?:of|that)\b", re.IGNORECASE
)


def broken_checks(source: Source, claims: list[Claim]) -> Iterator[str]:
    """Name every check that a source's claims break."""
    for claim in claims:
        for fault in _faults(source, claim, claims):
            yield f"{source.file}: {fault}: {claim.text[:80]!r}"


def _faults(source: Source, claim: Claim, claims: list[Claim]) -> Iterator[str]:
    beside = [c for c in claims if c.sentence == claim.sentence]
    if claim.is_own_voice and claim.stance in STANCES_FOR:
        if _HEARSAY.search(claim.text) and not _is_relative(claim.text):
            yield "the publisher asserts what it marks as hearsay"
        if any(c.cue and len(c.chain) == 2 and c.content == claim.content for c in beside):
            yield "the publisher asserts what only another says"
    if claim.stance is Stance.CONFIRMS and _HEARSAY_NOUN.search(claim.text):
        yield "hearsay is taken for a confirmation"
    if claim.stance is Stance.ANNOUNCES_INVESTIGATION and _HEARSAY_NOUN.search(claim.text):
        apart = [c for c in beside if c.stance is Stance.ALLEGES and c.speaker == UNIDENTIFIED]
        if not apart:
            yield "what is investigated is not kept apart from the investigation"
    if claim.stance in _SILENCES and any(
        c.chain == claim.chain and c.content == claim.content and c.stance in _STATEMENTS
        for c in beside
    ):
        yield "a silence is also taken for a statement"
    roles = {p.role for p in source.passages if any(p.span.overlaps(s) for s in claim.content)}
    if not roles <= SPEAKING_ROLES:
        yield "words of a passage that does not speak"


_SILENCES: Final = {Stance.NOT_CONFIRMED, Stance.DOES_NOT_SAY, Stance.DECLINES_TO_COMMENT}
_STATEMENTS: Final = STANCES_FOR | {Stance.DENIES}


def _is_relative(text: str) -> bool:
    """Tell whether a hedge stands inside a noun phrase: it hedges that, not the sentence."""
    found = _HEARSAY.search(text)
    return found is not None and found.start() > len(text) // 2
