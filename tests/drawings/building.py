"""Sources, claims, echoes and origins, put together from their words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from firsthand.values.claim import Basis, Claim, Quotation, Setting, Stance
from firsthand.values.echo import Echo, EchoKind, Evidence, EvidenceKind
from firsthand.values.finding import Origin
from firsthand.values.source import Passage, Role, Source, SourceKind
from firsthand.values.spans import Span


def source(
    publisher: str | None,
    passages: Sequence[tuple[Role, str]],
    *,
    on: str | None,
    lang: str = "en",
    kind: SourceKind = SourceKind.ARTICLE,
    address: str | None = None,
) -> Source:
    """Put a source together from its passages."""
    text = "\n".join(words for _, words in passages)
    placed, start = [], 0
    for role, words in passages:
        span = Span(start, start + len(words))
        placed.append(Passage(span=span, role=role, place=f"bytes {start}-{span.end}"))
        start = span.end + 1
    digest = sha256(f"{publisher}{on}{text}".encode("utf-8", "replace")).hexdigest()
    title = next((words for role, words in passages if role is Role.TITLE), None)
    return Source(
        id=f"src-{digest[:12]}",
        file=f"{(publisher or 'unknown').lower().replace(' ', '-')}-{on}.txt",
        sha256=digest,
        text=text,
        passages=tuple(placed),
        media_type="text/plain",
        title=title,
        publisher=publisher,
        published_on=date.fromisoformat(on) if on else None,
        captured_at=datetime(2025, 10, 1, 9, 30, tzinfo=UTC),
        address=address,
        lang=lang,
        kind=kind,
    )


def said(
    within: Source,
    words: str,
    *through: str,
    stance: Stance = Stance.ASSERTS,
    cue: str = "",
    speaker: str = "",
    **traits: Any,  # noqa: ANN401 - any other field of a claim
) -> Claim:
    """Make a claim from words that stand in a source; ``through`` are the speakers within it."""
    start = within.text.index(words)
    span = Span(start, start + len(words))
    chain = (within.publisher or "unidentified", *through)
    key = sha256(f"{within.id}{chain}{stance}{start}{words}".encode("utf-8", "replace")).hexdigest()
    claim = Claim(
        id=f"clm-{key[:12]}",
        source=within.id,
        chain=chain,
        content=(span,),
        text=words,
        read_as=words,
        stance=stance,
        quotation=Quotation.INDIRECT,
        sentence=span,
        setting=Setting.HEADLINE if start == 0 else Setting.BODY,
        cue=_places(within.text, cue),
        speaker_spans=_places(within.text, speaker),
        confidence=0.93,
    )
    return replace(claim, **traits)


def _places(text: str, words: str) -> tuple[Span, ...]:
    start = text.find(words) if words else -1
    return (Span(start, start + len(words)),) if start >= 0 else ()


def echo(derived: Source, root: Source, kind: EchoKind, detail: str = "the chain names it") -> Echo:
    """Link a source to the one it derives from."""
    evidence = (Evidence(kind=EvidenceKind.CHAIN, detail=detail),)
    return Echo(derived=derived.id, root=root.id, kind=kind, evidence=evidence)


def origin(name: str, claims: Sequence[Claim], basis: Basis, party: str | None = None) -> Origin:
    """Name an origin with the claims that rest on it."""
    return Origin(
        name=name,
        party=party or name,
        basis=basis,
        claims=tuple(claim.id for claim in claims),
        sources=tuple(dict.fromkeys(claim.source for claim in claims)),
    )
