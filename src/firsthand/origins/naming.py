"""Citations that a text makes by naming another's document: "the group's report", "the Post wrote".

A chain tells who spoke; this reads the sentences that only point at a page, also in languages whose
claims are not read. Naming is not enough: the sentence must speak of a document, and what it says
must stand on the page that it points at.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.stems import stem
from firsthand.origins.ties import Tie
from firsthand.origins.words import telling_passages
from firsthand.values.body import name_key
from firsthand.values.echo import EchoKind, Evidence, EvidenceKind
from firsthand.values.source import Source
from firsthand.values.spans import Span

_SENTENCE: Final = re.compile(
    r"[^.!?。！？\n]+(?:[.!?。！？]+(?=[^\s]{0,2}(?:\s|$))[”\"’»]*|[^\n]?)"
)
_POINTS: Final = re.compile(
    r"\b(?:reports?|stud(?:y|ies)|statements?|articles?|stor(?:y|ies)|briefing|announce[ds]?|"
    r"announcement|publish\w*|wrote|written|writes|correct(?:ion|ed|s)|complaint|account|letter|"
    r"posts? (?:on|by)|website|broadcast|reported|according to|first said|apolog\w+|withdr[ae]w\w*|"
    r"rapport|étude|communiqué|article|selon|d[’']après|publié\w*|écrit|annoncé\w*)\b|报告|报道|据|声明|文章",
    re.IGNORECASE,
)
_DENIES: Final = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|fabrication|false|lies?|baseless|slander)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W_]{4,}|\d{2,}")
_ENOUGH: Final = 0.34
_FEWEST: Final = 3


def naming_ties(case: Case) -> list[Tie]:
    """Tie each source to the pages that its sentences point at by their publishers' names."""
    pages: dict[str, list[Source]] = defaultdict(list)
    for source in case.sources:
        if source.publisher:
            pages[case.parties.name_of(source.publisher)].append(source)
    names = {
        key: publisher
        for publisher in sorted(pages, reverse=True)
        for key in case.parties.names_for(publisher)
        if len(key) > 2
    }
    if not names:
        return []
    longest_first = sorted(names, key=lambda key: (-len(key), key))
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(key)}(?!\w)" for key in longest_first))
    words = cache(lambda place: _stems(case.sources[place].text))
    place_of = {source.id: place for place, source in enumerate(case.sources)}
    ties: dict[tuple[str, str], Tie] = {}
    for source in case.sources:
        own = case.parties.name_of(source.publisher or "")
        for sentence, publisher in _pointing(source, pattern, names):
            if publisher == own:
                continue
            said = _stems(sentence.within(source.text)) - _stems(publisher)
            known = [
                (len(said & words(place_of[page.id])), page)
                for page in pages[publisher]
                if page.id != source.id and _is_before(page, source)
            ]
            if not known or not said:
                continue
            shared, page = max(known, key=lambda item: (item[0], -place_of[item[1].id]))
            if shared >= _FEWEST and shared / len(said) >= _ENOUGH:
                ties.setdefault((source.id, page.id), _tie(source, page, sentence))
    return list(ties.values())


def _pointing(
    source: Source, pattern: re.Pattern[str], names: dict[str, str]
) -> Iterator[tuple[Span, str]]:
    for passage in telling_passages(source):
        for match in _SENTENCE.finditer(source.text, passage.start, passage.end):
            sentence = match.group()
            if not _POINTS.search(sentence) or _DENIES.search(sentence):
                continue
            found = dict.fromkeys(names[m.group()] for m in pattern.finditer(name_key(sentence)))
            for publisher in found:
                yield Span(match.start(), match.end()), publisher


def _tie(source: Source, page: Source, sentence: Span) -> Tie:
    return Tie(
        derived=source.id,
        root=page.id,
        kind=EchoKind.CITES,
        evidence=Evidence(
            kind=EvidenceKind.CHAIN,
            detail=f"points at what {page.publisher} published",
            left=(sentence,),
        ),
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text))


def _is_before(page: Source, source: Source) -> bool:
    if page.published_on is None or source.published_on is None:
        return False
    return page.published_on <= source.published_on
