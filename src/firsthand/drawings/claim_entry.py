"""A claim as a finding shows it: through whom, when, in which words, and where to read them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.drawings.case_page import CasePage
from firsthand.drawings.echo_forest import name_of
from firsthand.drawings.plain import QUOTATION_WORDS, STANCE_WORDS
from firsthand.drawings.safe import clip, language_tag
from firsthand.values.claim import Basis, Claim, Setting, Stance

_SHOWN_AT_ONCE: Final = 4
_FOLDED: Final = 60
_TWINS_NAMED: Final = 10
_WORDS_LENGTH: Final = 1_500
_UNSURE: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Another claim by the same speaker in the same words, in another place."""

    anchor: str | None
    text_anchor: str | None
    publisher: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """One claim in a finding, with those that say it in the same words.

    ``anchor`` is set only where the claim is first shown on the page.
    """

    anchor: str | None
    text_anchor: str | None
    chain: tuple[str, ...]
    stance: str
    stance_code: str
    words: str
    lang: str | None
    day: str
    publisher: str
    notes: tuple[str, ...]
    same_words: tuple[Twin, ...]
    same_words_more: int

    def anchors(self) -> Iterator[str]:
        """Name the places of this claim and of those in the same words."""
        if self.anchor:
            yield self.anchor
        yield from (twin.anchor for twin in self.same_words if twin.anchor)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimList:
    """The claims on one side of a finding: the first few, the folded, and the number left out."""

    side: str
    meaning: str
    shown: tuple[ClaimEntry, ...]
    folded: tuple[ClaimEntry, ...]
    left_out: int
    total: int


def claim_list(
    page: CasePage, finding_id: str, side: str, meaning: str, ids: Sequence[str], own: Sequence[str]
) -> ClaimList:
    """List the claims on one side of a finding, the earliest first.

    ``own`` holds the ids of party statements: what a party with an interest says of itself.
    """
    claims = sorted(
        (page.claims[claim_id] for claim_id in ids if claim_id in page.claims),
        key=lambda claim: _when(page, claim),
    )
    entries = [
        _entry(page, finding_id, alike, own) for alike in _alike(claims)[: _SHOWN_AT_ONCE + _FOLDED]
    ]
    # One claim behind a fold costs more attention than it saves room.
    first = len(entries) if len(entries) <= _SHOWN_AT_ONCE + 1 else _SHOWN_AT_ONCE
    told = sum(1 + len(entry.same_words) + entry.same_words_more for entry in entries)
    return ClaimList(
        side=side,
        meaning=meaning,
        shown=tuple(entries[:first]),
        folded=tuple(entries[first:]),
        left_out=len(claims) - told,
        total=len(claims),
    )


def brief_entry(page: CasePage, finding_id: str, claim_id: str) -> ClaimEntry:
    """Show the one claim of a finding that is said once."""
    return _entry(page, finding_id, [page.claims[claim_id]], ())


def _when(page: CasePage, claim: Claim) -> tuple[str, int, str, int]:
    # On one day a speaker's own document comes before those who tell of it.
    day = page.sources[claim.source].published_on
    start = min((span.start for span in claim.content), default=0)
    return (day.isoformat() if day else "9999", len(claim.chain), claim.source, start)


def _alike(claims: Iterable[Claim]) -> list[list[Claim]]:
    # Copies repeat a claim to the letter: the words are printed once, with every place they stand.
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        words = " ".join(claim.text.casefold().split())
        groups.setdefault((claim.speaker, claim.stance.value, words), []).append(claim)
    return list(groups.values())


def _entry(
    page: CasePage, finding_id: str, alike: Sequence[Claim], own: Sequence[str]
) -> ClaimEntry:
    claim, twins = alike[0], alike[1:]
    source = page.sources[claim.source]
    return ClaimEntry(
        anchor=_anchor(page, finding_id, claim),
        text_anchor=page.text_anchor(claim.id),
        chain=claim.chain,
        stance=STANCE_WORDS[claim.stance],
        stance_code=claim.stance.value,
        words=clip(claim.text, _WORDS_LENGTH),
        lang=language_tag(source.lang),
        day=source.published_on.isoformat() if source.published_on else "no date",
        publisher=name_of(source),
        notes=tuple(_notes(claim, own)),
        same_words=tuple(_twin(page, finding_id, twin) for twin in twins[:_TWINS_NAMED]),
        same_words_more=max(len(twins) - _TWINS_NAMED, 0),
    )


def _twin(page: CasePage, finding_id: str, claim: Claim) -> Twin:
    source = page.sources[claim.source]
    return Twin(
        anchor=_anchor(page, finding_id, claim),
        text_anchor=page.text_anchor(claim.id),
        publisher=name_of(source),
        day=source.published_on.isoformat() if source.published_on else "no date",
    )


def _anchor(page: CasePage, finding_id: str, claim: Claim) -> str | None:
    return page.claim_anchor(claim.id) if page.told_in.get(claim.id) == finding_id else None


def _notes(claim: Claim, own: Sequence[str]) -> list[str]:
    notes = [QUOTATION_WORDS[claim.quotation]] if not claim.is_own_voice else ["own voice"]
    if claim.setting is Setting.HEADLINE:
        notes.append("in a headline")
    if claim.id in own:
        notes.append("a party speaking of itself")
    if claim.basis not in {Basis.NOT_STATED, Basis.TOLD} and claim.stance is not Stance.DENIES:
        notes.append(f"basis: {claim.basis.value}")
    if claim.said_on:
        notes.append(f"said on {claim.said_on.isoformat()}")
    if claim.hedges:
        notes.append(f"hedged: {', '.join(claim.hedges)}")
    if claim.confidence < _UNSURE:
        notes.append(f"read with little confidence ({claim.confidence:.2f})")
    return notes
