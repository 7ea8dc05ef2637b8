"""Echoes across languages: figures and names in the same order, or a line that says so.

Words do not survive a translation; figures and names do. So a source is taken for a translation
only where these agree in value and order over the whole text, or where the page itself says that it
is one and whose.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.parties import state_stem
from firsthand.origins.ties import Tie
from firsthand.origins.words import telling_passages
from firsthand.values.body import name_key
from firsthand.values.echo import EchoKind, Evidence, EvidenceKind
from firsthand.values.source import Source

_MARK: Final = re.compile(
    r"\b(?:translat(?:ed|ion) (?:from|of|by)|traduit|traduction|adapté|übersetz\w*|traducido|"
    r"traduzido|tradotto|переве\w+)\b|编译|翻译|译自|译文|ترجمة",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+|\d+|[零一二三四五六七八九十百千万两]{2,}"
    r"|[A-ZÀ-ÖØ-Þ][\w'’-]{2,}"
)
_HAN: Final = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_HAN_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_LONGEST: Final = 500
_FULL: Final = 12
"""With fewer figures and names than this, agreement alone shows nothing."""
_MOST: Final = 0.6
_ENOUGH_WHEN_TOLD: Final = 0.3
_DAYS_WHEN_TOLD: Final = 21
_COMMON: Final = 2_000
_COMPARED: Final = 8


def translation_ties(case: Case) -> list[Tie]:
    """Tie each source to the one in another language that it best agrees with, if any."""
    tongues = {tongue for source in case.sources if (tongue := _tongue(source))}
    if len(tongues) < 2:
        return []
    tokens = {source.id: _tokens(source) for source in case.sources}
    holders: dict[str, list[int]] = defaultdict(list)
    for place, source in enumerate(case.sources):
        for token in set(tokens[source.id]):
            holders[token].append(place)
    ties = []
    for source in case.sources:
        scored = [
            (score, -place, case.sources[place])
            for place in _likeliest(source, tokens[source.id], holders, case)
            if (score := _likeness(source, case.sources[place], tokens, case))
        ]
        if scored:
            score, _, root = max(scored, key=lambda item: item[:2])
            ties.append(_tie(source, root, score))
    return ties


def _likeliest(
    source: Source, tokens: Sequence[str], holders: Mapping[str, list[int]], case: Case
) -> list[int]:
    """List the places of the sources that share most figures and names with one."""
    shared: Counter[int] = Counter()
    for token in set(tokens):
        if len(holders[token]) <= _COMMON:
            shared.update(holders[token])
    likely = [place for place in shared if _may_be_translated(source, case.sources[place])]
    return sorted(likely, key=lambda place: (-shared[place], place))[:_COMPARED]


def _tie(source: Source, root: Source, score: float) -> Tie:
    told = "; the page says that it is a translation" if _is_marked(source) else ""
    return Tie(
        derived=source.id,
        root=root.id,
        kind=EchoKind.TRANSLATION,
        evidence=Evidence(
            kind=EvidenceKind.TRANSLATION,
            detail=f"{score:.0%} of its figures and names stand there in the same order{told}",
        ),
    )


def _likeness(source: Source, root: Source, tokens: dict[str, list[str]], case: Case) -> float:
    if not _may_be_translated(source, root):
        return 0.0
    here, there = tokens[source.id], tokens[root.id]
    if len(here) < 3 or not there:
        return 0.0
    told = _is_marked(source) and _days_between(root, source) <= _DAYS_WHEN_TOLD
    if not told and (len(here) < _FULL or source.published_on == root.published_on):
        return 0.0
    agreed = _longest_common(here, there) / len(here)
    if told:
        named = _names_publisher_of(source, root, case)
        return agreed + 0.2 * named if agreed >= _ENOUGH_WHEN_TOLD else 0.0
    return agreed if agreed >= _MOST else 0.0


def _may_be_translated(source: Source, root: Source) -> bool:
    tongues = {_tongue(source), _tongue(root)}
    if len(tongues) < 2 or "" in tongues:
        return False
    return bool(source.published_on and root.published_on) and _days_between(root, source) >= 0


def _days_between(earlier: Source, later: Source) -> int:
    if earlier.published_on is None or later.published_on is None:
        return 0
    return (later.published_on - earlier.published_on).days


def _tongue(source: Source) -> str:
    return (source.lang or "").split("-")[0].casefold()


def _is_marked(source: Source) -> bool:
    return bool(_MARK.search(" ".join((source.text[:600], source.text[-400:], *source.credits))))


def _names_publisher_of(source: Source, root: Source, case: Case) -> bool:
    names = case.parties.names_for(case.parties.name_of(root.publisher or ""))
    text = name_key(" ".join((source.text, *source.credits)))
    return any(re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z])", text) for name in names if name)


def _tokens(source: Source) -> list[str]:
    """List the figures and names of a text in order; a name repeated at once counts once."""
    found: list[str] = []
    for passage in telling_passages(source):
        for match in _TOKEN.finditer(source.text, passage.start, passage.end):
            token = _reduced(match.group(), source.text[max(0, match.start() - 2) : match.start()])
            if token and found[-1:] != [token]:
                found.append(token)
    return found[:_LONGEST]


def _reduced(written: str, before: str) -> str | None:
    if written[0].isdigit():
        plain = re.sub(r"[ \u00a0\u202f,.](?=\d{3}(?:\D|$))", "", written)
        return plain if len(plain) > 1 else None
    if written[0] in _HAN or written[0] in _HAN_UNITS or written[0] == "万":
        number = _han_value(written)
        return str(number) if number > 9 else None
    if re.search(r"^$|[.!?«“\"\n]\s?$", before):
        # The first word of a sentence is written large whatever it is.
        return None
    return state_stem(_folded(re.sub(r"^[LDldl][’']", "", written)))


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
