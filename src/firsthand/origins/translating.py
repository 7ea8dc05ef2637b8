"""Echoes across languages: the same figures, dates and names in the same order.

Words do not survive a translation; figures do. So a source is taken for a translation only where
figures agree in number, value and order, and something else agrees too: names, or a credit.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.copying import names_publisher
from firsthand.origins.parties import state_stem
from firsthand.origins.ties import Tie
from firsthand.origins.words import telling_passages
from firsthand.values.echo import EchoKind, Evidence, EvidenceKind
from firsthand.values.source import Source

_FIGURE: Final = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+|\d+(?:[.,]\d+)?|[零一二三四五六七八九十百千万两]+")
_HAN: Final = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_HAN_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_MIN_FIGURES: Final = 4
_MOST: Final = 0.7
_SOME: Final = 0.5
_LONGEST: Final = 400
_FEWEST_NAMES: Final = 0.3


def translation_ties(case: Case) -> list[Tie]:
    """Tie each source to the one in another language that it best agrees with, if any."""
    tongues = {source.lang.split("-")[0].casefold() for source in case.sources if source.lang}
    if len(tongues) < 2:
        return []
    figures = {source.id: _figures(source) for source in case.sources}
    ties = []
    for source in case.sources:
        scored = [
            (score, -place, root)
            for place, root in enumerate(case.sources)
            if (score := _likeness(source, root, figures, case))
        ]
        if scored:
            score, _, root = max(scored, key=lambda item: item[:2])
            ties.append(_tie(source, root, score))
    return ties


def _tie(source: Source, root: Source, score: float) -> Tie:
    return Tie(
        derived=source.id,
        root=root.id,
        kind=EchoKind.TRANSLATION,
        evidence=Evidence(
            kind=EvidenceKind.TRANSLATION,
            detail=f"{score:.0%} of the figures agree, in the same order, in another language",
        ),
    )


def _likeness(
    source: Source, root: Source, figures: dict[str, list[str]], case: Case
) -> float:
    if source.id == root.id or not source.lang or not root.lang:
        return 0.0
    if source.lang.split("-")[0].casefold() == root.lang.split("-")[0].casefold():
        return 0.0
    if not source.published_on or not root.published_on or source.published_on < root.published_on:
        return 0.0
    here, there = figures[source.id], figures[root.id]
    if min(len(here), len(there)) < _MIN_FIGURES:
        return 0.0
    agreed = _longest_common(here, there) / len(here)
    credited = names_publisher(source, root, case) or _speaks_of(source, root, case)
    if source.published_on == root.published_on and not credited:
        return 0.0
    if agreed >= _MOST and (credited or _names_agree(source, root)):
        return agreed
    return agreed if credited and agreed >= _SOME else 0.0


def _speaks_of(source: Source, root: Source, case: Case) -> bool:
    names = case.parties.names_for(case.parties.name_of(root.publisher or ""))
    text = _folded(source.text)
    return any(_folded(name) in text for name in names if len(name) > 2)


def _names_agree(source: Source, root: Source) -> bool:
    ours, theirs = _names(source), _names(root)
    if min(len(ours), len(theirs)) < 4:
        # Scripts that do not share letters share no names either: figures must do.
        return not ours or not theirs
    return len(ours & theirs) / min(len(ours), len(theirs)) >= _FEWEST_NAMES


def _figures(source: Source) -> list[str]:
    found = []
    for passage in telling_passages(source):
        for match in _FIGURE.finditer(source.text, passage.start, passage.end):
            value = _value(match.group())
            if value is not None:
                found.append(value)
    return found[:_LONGEST]


def _value(written: str) -> str | None:
    if written[0].isdigit():
        plain = re.sub(r"[ \u00a0\u202f,.](?=\d{3}(?:\D|$))", "", written)
        return plain if len(plain) > 1 else None
    number = _han_value(written)
    return str(number) if number > 9 else None


def _han_value(written: str) -> int:
    total, section, digit = 0, 0, 0
    for char in written:
        if char in _HAN:
            digit = _HAN[char]
        elif char in _HAN_UNITS:
            section += (digit or 1) * _HAN_UNITS[char]
            digit = 0
        else:
            total += (section + digit) * 10_000
            section, digit = 0, 0
    return total + section + digit


def _names(source: Source) -> set[str]:
    words = re.findall(r"(?<![.!?»”\"] )(?<!^)\b[^\W\d_a-z][\w'’-]{3,}", source.text)
    return {state_stem(_folded(word)) for word in words}


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def _longest_common(left: Sequence[str], right: Sequence[str]) -> int:
    row = [0] * (len(right) + 1)
    for here in left:
        corner = 0
        for place, there in enumerate(right, 1):
            above = row[place]
            row[place] = corner + 1 if here == there else max(above, row[place - 1])
            corner = above
    return row[-1]
