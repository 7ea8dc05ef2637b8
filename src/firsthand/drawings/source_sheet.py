"""A source as the report shows it: what it is, who speaks in it, its text with claims marked."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from firsthand.drawings.case_page import CasePage
from firsthand.drawings.echo_forest import name_of
from firsthand.drawings.marked_text import MarkedPassage, Voice, marked, voices_of
from firsthand.drawings.plain import ECHO_WORDS, STANCE_WORDS, counted
from firsthand.drawings.safe import clip, language_tag, web_address
from firsthand.values.claim import Claim
from firsthand.values.echo import Direction, Echo
from firsthand.values.source import Handling, Source

_VOICES_NAMED: Final = 40
_ECHOES_NAMED: Final = 12
_CLAIMS_MARKED: Final = 2_000
_TITLE_LENGTH: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoEntry:
    """One link from a source to what it derives from, with what shows it."""

    words: str
    name: str
    anchor: str | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTag:
    """What the letter before a claim's words says and where it leads."""

    anchor: str
    leads_to: str | None
    says: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of passages: the story, or page furniture folded away."""

    is_quiet: bool
    passages: tuple[MarkedPassage, ...]
    letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSheet:
    """All that the report shows of one source; ``left_out`` counts code points not shown."""

    anchor: str
    title: str
    publisher: str
    facts: tuple[tuple[str, str], ...]
    sha256: str
    address: str
    link: str | None
    lang: str | None
    handling: str
    echoes: tuple[EchoEntry, ...]
    echoes_more: int
    voices: tuple[Voice, ...]
    voices_more: int
    blocks: tuple[Block, ...]
    tags: dict[str, ClaimTag]
    claims: int
    left_out: int


def source_sheet(page: CasePage, source: Source, claims_shown: Collection[str]) -> SourceSheet:
    """Lay out a source, with its text where the page shows it.

    ``claims_shown`` holds the anchors of the claims that stand one by one in their findings.
    """
    claims = page.claims_in.get(source.id, ())
    shown = claims[:_CLAIMS_MARKED]
    limit = page.texts.get(source.id, 0)
    voices = voices_of(source, shown)
    passages = marked(source, shown, voices, limit) if limit else []
    echoes = page.echoes_of.get(source.id, ())
    return SourceSheet(
        anchor=page.source_anchor(source.id) or "",
        title=clip(source.title or source.file, _TITLE_LENGTH),
        publisher=source.publisher or "publisher not known",
        facts=tuple(_facts(source, len(claims))),
        sha256=source.sha256,
        address=source.address or "",
        link=web_address(source.address),
        lang=language_tag(source.lang),
        handling="" if source.handling is Handling.PUBLIC else source.handling.value,
        echoes=tuple(_echo(page, echo) for echo in echoes[:_ECHOES_NAMED]),
        echoes_more=max(len(echoes) - _ECHOES_NAMED, 0),
        voices=tuple(voices.values())[:_VOICES_NAMED] if limit else (),
        voices_more=max(len(voices) - _VOICES_NAMED, 0) if limit else 0,
        blocks=tuple(_blocks(passages)),
        tags={claim.id: _tag(page, claim, claims_shown) for claim in shown} if limit else {},
        claims=len(claims),
        left_out=len(source.text) - limit if limit else 0,
    )


def _facts(source: Source, claims: int) -> Iterator[tuple[str, str]]:
    yield "Published", source.published_on.isoformat() if source.published_on else "date not known"
    yield "Kind", source.kind_as_given or source.kind.value
    yield "Language", source.lang or "not known"
    yield "Claims", f"{claims:,}"
    if source.author:
        yield "Author", source.author
    if source.credits:
        yield "Credit", "; ".join(source.credits)
    if source.captured_at:
        yield "Captured", source.captured_at.isoformat(timespec="minutes")
    yield "File", source.file


def _echo(page: CasePage, echo: Echo) -> EchoEntry:
    root = page.sources.get(echo.root)
    known = echo.direction is Direction.KNOWN
    return EchoEntry(
        words=ECHO_WORDS[echo.kind] if known else "shares words, order not known, with",
        name=name_of(root) if root else echo.root,
        anchor=page.source_anchor(echo.root),
        evidence=tuple(f"{item.kind.value}: {clip(item.detail, 300)}" for item in echo.evidence),
    )


def _tag(page: CasePage, claim: Claim, claims_shown: Collection[str]) -> ClaimTag:
    anchor = page.claim_anchor(claim.id)
    # One of many in the same words may be counted in its finding without a line of its own.
    if anchor and anchor not in claims_shown:
        anchor = page.finding_anchor(page.told_in[claim.id])
    return ClaimTag(
        anchor=f"t{page.claim_numbers[claim.id]}",
        leads_to=anchor,
        says=STANCE_WORDS[claim.stance],
        chain=claim.chain,
    )


def _blocks(passages: list[MarkedPassage]) -> Iterator[Block]:
    for is_quiet, run in groupby(passages, key=lambda passage: passage.is_quiet):
        held = tuple(run)
        letters = sum(len(piece.text) for passage in held for piece in passage.pieces)
        yield Block(is_quiet=is_quiet, passages=held, letters=letters)


def passages_words(block: Block) -> str:
    """Say what a folded block holds: *page furniture, 3 passages*."""
    roles = sorted({passage.role.value for passage in block.passages})
    return f"{' and '.join(roles)}, {counted(len(block.passages), 'passage')}"
