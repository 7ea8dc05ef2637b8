"""Short sources for tests: paragraphs in, claims out."""

from datetime import date

from firsthand.claims.languages import claims_in
from firsthand.values.claim import Claim
from firsthand.values.source import Passage, Role, Source, SourceKind
from firsthand.values.spans import Span


def source_of(
    *paragraphs: str,
    publisher: str | None = "Port Vale Courier",
    kind: SourceKind = SourceKind.ARTICLE,
    roles: dict[int, Role] | None = None,
) -> Source:
    """Make a source whose paragraphs speak, but for the ones that are given another role."""
    text = "\n\n".join(paragraphs) + "\n"
    passages, start = [], 0
    for number, paragraph in enumerate(paragraphs):
        role = (roles or {}).get(number, Role.BODY)
        span = Span(start, start + len(paragraph))
        passages.append(Passage(span=span, role=role, place=f"paragraph {number + 1}"))
        start = span.end + 2
    return Source(
        id="s1",
        file="page.txt",
        sha256="0" * 64,
        text=text,
        passages=tuple(passages),
        media_type="text/plain",
        publisher=publisher,
        published_on=date(2025, 3, 13),
        lang="en",
        kind=kind,
    )


def told(*paragraphs: str, kind: SourceKind = SourceKind.ARTICLE) -> list[Claim]:
    """Read the claims of some paragraphs."""
    return claims_in(source_of(*paragraphs, kind=kind))


def the_claim(claims: list[Claim], words: str) -> Claim:
    """Find the one claim with some words and the deepest chain."""
    found = [claim for claim in claims if words in claim.text]
    assert found, [claim.text for claim in claims]
    return max(found, key=lambda claim: len(claim.chain))


def chains(claims: list[Claim]) -> list[tuple[str, ...]]:
    """Give the chains of claims without the publisher."""
    return [claim.chain[1:] for claim in claims]
