"""Echoes that shared text shows: copies, cuts and rewrites, each tied to the root of its group."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.reuse import SharedText
from firsthand.origins.ties import Tie
from firsthand.values.body import name_key
from firsthand.values.echo import Direction, EchoKind, Evidence, EvidenceKind
from firsthand.values.source import Source
from firsthand.values.spans import Span

_NEARLY_ALL: Final = 0.85
_MOST: Final = 0.72
_AS_GOOD: Final = 0.04
_NEW_WORDS: Final = 20
_A_GOOD_PART: Final = 0.22
"""Below this share of the later text the common words are a passage taken over, not a rewriting."""
SHOWS_BY_ITSELF: Final = 45
"""So many words outside quotations show reuse without any name, however long the text."""


def text_ties(shared: Iterable[SharedText], case: Case) -> list[Tie]:
    """Tie each source to the sources that its words come from, the root of a group first."""
    by_derived: dict[str, list[tuple[SharedText, Direction]]] = defaultdict(list)
    for pair in shared:
        turned, direction = _directed(pair, case)
        by_derived[turned.left].append((turned, direction))
    ties = []
    for derived in sorted(by_derived):
        ties += _chosen(by_derived[derived], case)
    return ties


def _directed(pair: SharedText, case: Case) -> tuple[SharedText, Direction]:
    """Turn a pair so that its left side derives from its right, as far as that is known."""
    left, right = case.source(pair.left), case.source(pair.right)
    for one, other, seen in ((left, right, pair), (right, left, pair.turned())):
        credited = names_publisher(one, other, case) and not names_publisher(other, one, case)
        if credited and not _is_later(other, one):
            return seen, Direction.KNOWN
    if left.published_on and right.published_on and left.published_on != right.published_on:
        later_left = left.published_on > right.published_on
        return (pair if later_left else pair.turned()), Direction.KNOWN
    if (
        abs(pair.left_share - pair.right_share) > 0.25
        and max(pair.left_share, pair.right_share) >= _NEARLY_ALL
    ):
        # One text lies whole inside the other: with nothing else to go by, the shorter is cut.
        cut_left = pair.left_share > pair.right_share
        return (pair if cut_left else pair.turned()), Direction.UNKNOWN
    later_left = case.rank_of(pair.left) > case.rank_of(pair.right)
    return (pair if later_left else pair.turned()), Direction.UNKNOWN


def _is_later(one: Source, other: Source) -> bool:
    return bool(one.published_on and other.published_on and one.published_on > other.published_on)


def names_publisher(source: Source, other: Source, case: Case) -> bool:
    """Tell whether a source credits another's publisher, by any of its names."""
    if not other.publisher:
        return False
    if not source.credits:
        return False
    own = case.parties.names_for(case.parties.name_of(source.publisher or ""))
    names = {n for n in case.parties.names_for(case.parties.name_of(other.publisher)) if n} - own
    lines = [f" {name_key(_spaced(credit))} " for credit in source.credits]
    return any(f" {name} " in credit for credit in lines for name in names)


def _spaced(text: str) -> str:
    return "".join(char if char.isalnum() or char in "'’" else " " for char in text)


def _chosen(pairs: list[tuple[SharedText, Direction]], case: Case) -> list[Tie]:
    """Choose the sources that between them account for the words, best and earliest first."""
    left = sorted(pairs, key=lambda item: (-item[0].left_share, case.rank_of(item[0].right)))
    taken: list[Span] = []
    ties: list[Tie] = []
    while left:
        top = left[0][0].left_share
        best = min(
            (item for item in left if item[0].left_share >= top - _AS_GOOD),
            key=lambda item: (item[1] is Direction.UNKNOWN, case.rank_of(item[0].right)),
        )
        pair, direction = best
        left.remove(best)
        fresh = _fresh_words(pair, taken, case)
        if ties and fresh < _NEW_WORDS:
            continue
        taken += [here for here, _ in pair.passages]
        ties.append(_tie(pair, direction))
    return ties


def _fresh_words(pair: SharedText, taken: list[Span], case: Case) -> int:
    text = case.source(pair.left).text
    return sum(
        len(here.within(text).split())
        for here, _ in pair.passages
        if not any(span.overlaps(here) for span in taken)
    )


def _tie(pair: SharedText, direction: Direction) -> Tie:
    return Tie(
        derived=pair.left,
        root=pair.right,
        kind=kind_of(pair),
        direction=direction,
        evidence=Evidence(
            kind=EvidenceKind.SHARED_TEXT,
            detail=f"{pair.words} words in common: {_percent(pair.left_share)} of this text, "
            f"{_percent(pair.right_share)} of the other",
            left=tuple(here for here, _ in pair.passages),
            right=tuple(there for _, there in pair.passages),
        ),
    )


def kind_of(pair: SharedText) -> EchoKind:
    """Tell a copy, a cut and a rewrite apart; the left side derives."""
    if pair.left_share >= _MOST and pair.right_share >= _NEARLY_ALL and pair.in_order > 0.8:
        return EchoKind.COPY
    if pair.left_share >= _MOST and pair.in_order > 0.8:
        return EchoKind.CUT
    return EchoKind.REWRITE if pair.left_share >= _A_GOOD_PART else EchoKind.QUOTE


def shares_by_pair(shared: Iterable[SharedText]) -> Mapping[tuple[str, str], SharedText]:
    """Find shared text by the ids of its two sources, either way round."""
    return {
        key: pair
        for found in shared
        for key, pair in (
            ((found.left, found.right), found),
            ((found.right, found.left), found.turned()),
        )
    }


def _percent(share: float) -> str:
    return f"{share:.0%}"
