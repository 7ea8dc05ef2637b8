"""Citations by a verb of finding or printing: "River Watch found 54", "the Post has her say"."""

import re
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.stems import stem
from firsthand.origins.ties import Tie
from firsthand.origins.words import telling_passages
from firsthand.values.body import name_key
from firsthand.values.echo import EchoKind, Evidence, EvidenceKind
from firsthand.values.source import Source
from firsthand.values.spans import Span

_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]?")
_SAYS: Final = (
    r" (?:has |have |had )?(?:also )?(?:found|counted|documented|revealed|disclosed|"
    r"(?:has|have|had|makes|made) (?:you|him|her|them|me|us) (?:say|saying))\b"
)
_TELLING: Final = re.compile(r"[^\W\d_]{5,}|\d{2,}")


def mention_ties(case: Case) -> list[Tie]:
    """Tie a source to the pages of publishers whom it names as having found or printed a thing."""
    patterns = {
        publisher: _pattern(case, publisher)
        for publisher in sorted({s.publisher for s in case.sources if s.publisher})
    }
    says = re.compile(_SAYS, re.IGNORECASE)
    ties: dict[tuple[str, str], Tie] = {}
    for source in case.sources:
        telling = [s for s in _sentences(source) if says.search(s.within(source.text))]
        if not telling:
            continue
        for publisher, pattern in patterns.items():
            if source.publisher and case.parties.are_one(
                case.parties.name_of(source.publisher), case.parties.name_of(publisher)
            ):
                continue
            for sentence in telling:
                if not pattern.search(name_key(sentence.within(source.text))):
                    continue
                page = _page_with(case, source, publisher, sentence)
                if page is not None:
                    ties.setdefault((source.id, page.id), _tie(source, page, sentence))
    return list(ties.values())


def _pattern(case: Case, publisher: str) -> re.Pattern[str]:
    names = sorted(case.parties.names_for(case.parties.name_of(publisher)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(n) for n in names if n)})" + _SAYS)


def _sentences(source: Source) -> list[Span]:
    return [
        Span(match.start(), match.end())
        for passage in telling_passages(source)
        for match in _SENTENCE.finditer(source.text, passage.start, passage.end)
    ]


def _page_with(case: Case, source: Source, publisher: str, sentence: Span) -> Source | None:
    """Find the publisher's first page that holds what the sentence tells."""
    said = _stems(sentence.within(source.text)) - _stems(publisher)
    for page in case.sources:
        if page.publisher != publisher or page.id == source.id:
            continue
        if not page.published_on or not source.published_on:
            continue
        if page.published_on > source.published_on:
            continue
        common = said & _stems(page.text)
        if len(common) > 1 or any(word.isdigit() for word in common):
            return page
    return None


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _TELLING.findall(text))


def _tie(source: Source, page: Source, sentence: Span) -> Tie:
    return Tie(
        derived=source.id,
        root=page.id,
        kind=EchoKind.CITES,
        evidence=Evidence(
            kind=EvidenceKind.CHAIN,
            detail=f"tells what {page.publisher} found or printed",
            left=(sentence,),
        ),
    )
