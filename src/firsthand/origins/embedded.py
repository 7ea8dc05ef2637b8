"""The embedded reuse engine: an inverted index of five-word shingles, then an exact comparison.

Identical texts are collapsed before anything is counted: otherwise the most widely syndicated
story has the most common shingles, and any cut by frequency would lose it first.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from firsthand.origins.matching import ShingleIndex, shared_between
from firsthand.origins.reuse import SharedQuotation, SharedText
from firsthand.origins.words import MIN_QUOTED_WORDS, Words, words_of
from firsthand.values.source import Source
from firsthand.values.spans import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHINGLE: Final = 5
# Two who say one short sentence need not have it from each other.
_MIN_WHOLE: Final = 12
_MIN_SHARED_SHINGLES: Final = 7
# Past this many holders of one shingle, each is paired with the first few and its neighbours only:
# links go to the root of a group, so all pairs of a group are never needed.
_CROWD: Final = 24
_FIRST_FEW: Final = 3


class EmbeddedEngine:
    """Finds shared text in one process, without a database."""

    name = "embedded"

    def __init__(self) -> None:
        """Start with no words read; both questions are asked of the same sources."""
        self._read: dict[tuple[str, str], Words] = {}

    def _words_of(self, sources: Sequence[Source]) -> dict[str, Words]:
        keys = [(source.id, source.sha256) for source in sources]
        self._read = {
            key: self._read[key] if key in self._read else words_of(source)
            for key, source in zip(keys, sources, strict=True)
        }
        return {name: words for (name, _), words in self._read.items()}

    def shared_texts(self, sources: Sequence[Source]) -> list[SharedText]:
        """List the pairs of sources that share running text, sorted by their ids."""
        ordered = sorted(sources, key=_age)
        words = self._words_of(ordered)
        groups = _identical(ordered, words)
        found = [
            shared
            for first, *others in groups
            for other in others
            if (shared := _whole(first, other, words))
        ]
        firsts = [group[0] for group in groups]
        index: ShingleIndex | None = None
        for left, right in _candidates(firsts, words):
            if index is None or index.name != left:
                # Pairs come sorted by their left side: its shingles are listed once.
                index = ShingleIndex(left, words[left], SHINGLE)
            shared_pair = shared_between(index, right, words[right])
            if shared_pair:
                found.append(shared_pair)
        return sorted(found, key=lambda shared: (shared.left, shared.right))

    def shared_quotations(self, sources: Sequence[Source]) -> list[SharedQuotation]:
        """List the words that one source quotes, eight or more, and another source holds."""
        if len(sources) < 2:
            return []
        ordered = sorted(sources, key=_age)
        words = self._words_of(ordered)
        quoted: set[tuple[str, ...]] = set()
        for source in ordered:
            quoted.update(gram for _, gram in _quoted_grams(words[source.id]))
        holders: dict[tuple[str, ...], dict[str, Span]] = defaultdict(dict)
        for source in ordered:
            for place, gram in _grams(words[source.id]):
                if gram in quoted:
                    span = words[source.id].stretch(place, place + MIN_QUOTED_WORDS - 1)
                    holders[gram].setdefault(source.id, span)
        return _joined(holders)


def _age(source: Source) -> tuple[bool, str, str]:
    day = source.published_on
    return (day is None, day.isoformat() if day else "", source.id)


def _identical(ordered: Sequence[Source], words: dict[str, Words]) -> list[list[str]]:
    same: dict[tuple[str, ...], list[str]] = {}
    alone: list[list[str]] = []
    for source in ordered:
        terms = words[source.id].terms
        if terms:
            same.setdefault(terms, []).append(source.id)
        else:
            alone.append([source.id])
    return [*same.values(), *alone]


def _whole(first: str, other: str, words: dict[str, Words]) -> SharedText | None:
    here, there = words[first], words[other]
    if len(here) < _MIN_WHOLE:
        return None
    return SharedText(
        left=min(first, other),
        right=max(first, other),
        passages=(
            (
                (here.stretch(0, len(here) - 1), there.stretch(0, len(there) - 1))
                if first < other
                else (there.stretch(0, len(there) - 1), here.stretch(0, len(here) - 1))
            ),
        ),
        left_share=1.0,
        right_share=1.0,
        in_order=1.0,
        words=len(here),
        own_words=len(here) - sum(here.quoted),
    )


def _candidates(ids: Sequence[str], words: dict[str, Words]) -> list[tuple[str, str]]:
    if len(ids) < 2:
        return []
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for holders in _holders_of_shared_shingles([words[name] for name in ids]):
        for pair in _pairs_among(holders):
            counts[pair] += 1
    return sorted(
        (min(ids[a], ids[b]), max(ids[a], ids[b]))
        for (a, b), count in counts.items()
        if count >= _MIN_SHARED_SHINGLES
    )


def _pairs_among(holders: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(holders) <= _CROWD:
        return ((first, second) for i, first in enumerate(holders) for second in holders[i + 1 :])
    star = {
        (first, other) for i, first in enumerate(holders[:_FIRST_FEW]) for other in holders[i + 1 :]
    }
    return star | set(pairwise(holders))


def _holders_of_shared_shingles(texts: Sequence[Words]) -> Iterable[list[int]]:
    """Yield, for every shingle that two texts hold, the places of its holders in order."""
    import numpy as np  # noqa: PLC0415 — a trace of one source must not pay for numpy's start

    vocabulary: dict[str, int] = {}
    hashes: list[NDArray[np.uint64]] = []
    owners: list[NDArray[np.int32]] = []
    for place, text in enumerate(texts):
        if len(text) < SHINGLE:
            continue
        numbers = np.fromiter(
            (vocabulary.setdefault(term, len(vocabulary) + 1) for term in text.terms),
            dtype=np.uint64,
            count=len(text),
        )
        once = np.unique(_rolled(numbers))
        hashes.append(once)
        owners.append(np.full(len(once), place, dtype=np.int32))
    if not hashes:
        return
    together, owner = np.concatenate(hashes), np.concatenate(owners)
    order = np.lexsort((owner, together))
    together, owner = together[order], owner[order]
    edges = np.flatnonzero(np.diff(together)) + 1
    starts = np.concatenate(([0], edges))
    ends = np.concatenate((edges, [len(together)]))
    shared = ends - starts > 1
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        yield owner[start:end].tolist()


def _rolled(numbers: "NDArray[np.uint64]") -> "NDArray[np.uint64]":
    """Hash each shingle; two shingles may collide here, the exact comparison tells them apart."""
    import numpy as np  # noqa: PLC0415 — as above

    length = len(numbers) - SHINGLE + 1
    rolled = np.zeros(length, dtype=np.uint64)
    for step in range(SHINGLE):
        rolled = rolled * np.uint64(0x9E3779B97F4A7C15) + numbers[step : step + length]
        rolled ^= rolled >> np.uint64(29)
    return rolled


def _grams(words: Words) -> Iterable[tuple[int, tuple[str, ...]]]:
    for place in range(len(words) - MIN_QUOTED_WORDS + 1):
        yield place, words.terms[place : place + MIN_QUOTED_WORDS]


def _quoted_grams(words: Words) -> Iterable[tuple[int, tuple[str, ...]]]:
    for first, last in _quoted_runs(words):
        for place in range(first, last - MIN_QUOTED_WORDS + 2):
            yield place, words.terms[place : place + MIN_QUOTED_WORDS]


def _quoted_runs(words: Words) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for place, inside in enumerate((*words.quoted, 0)):
        if inside and start is None:
            start = place
        elif not inside and start is not None:
            if place - start >= MIN_QUOTED_WORDS:
                runs.append((start, place - 1))
            start = None
    return runs


def _joined(holders: dict[tuple[str, ...], dict[str, Span]]) -> list[SharedQuotation]:
    """Join overlapping grams of one pair into the longest stretch they make together."""
    stretches: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for places in holders.values():
        names = list(places)
        for a, b in _pairs_among(list(range(len(names)))):
            left, right = sorted((names[a], names[b]))
            stretches[left, right].append((places[left], places[right]))
    found = []
    for (left, right), pairs in stretches.items():
        pairs.sort()
        merged: list[list[int]] = []
        for here, there in pairs:
            last = merged[-1] if merged else None
            if last and here.start <= last[1] and there.start <= last[3] and here.end > last[1]:
                last[1], last[3], last[4] = here.end, max(last[3], there.end), last[4] + 1
            else:
                merged.append([here.start, here.end, there.start, there.end, MIN_QUOTED_WORDS])
        found += [
            SharedQuotation(
                left=left, right=right, left_span=Span(a, b), right_span=Span(c, d), words=count
            )
            for a, b, c, d, count in merged
        ]
    return sorted(found, key=lambda shared: (shared.left, shared.right, shared.left_span))
