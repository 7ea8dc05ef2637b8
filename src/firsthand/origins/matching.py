"""The exact comparison of two texts, word for word, with the places of what they share."""

from collections import defaultdict
from typing import Final

from firsthand.origins.reuse import SharedText
from firsthand.origins.words import Words

MIN_OWN_WORDS: Final = 20
"""Fewer common words outside quotation marks are a turn of phrase, not reuse."""
_MIN_RUN: Final = 8

Block = tuple[int, int, int]
"""A common run: its first word on the left, on the right, and its length in words."""


class ShingleIndex:
    """The places of one text's shingles, listed once for all its comparisons."""

    def __init__(self, name: str, words: Words, shingle: int) -> None:
        """List where each shingle of a source (by its id) stands."""
        self.name = name
        self.words = words
        self.shingle = shingle
        self.places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in range(len(words) - shingle + 1):
            self.places[words.terms[place : place + shingle]].append(place)


def shared_between(index: ShingleIndex, right: str, right_words: Words) -> SharedText | None:
    """Compare two texts exactly; nothing when what they share is too little to show reuse."""
    left, left_words = index.name, index.words
    blocks = common_runs(index, right_words.terms)
    on_left = {word for start, _, length in blocks for word in range(start, start + length)}
    on_right = {word for _, start, length in blocks for word in range(start, start + length)}
    unquoted = [_unquoted(block, left_words, right_words) for block in blocks]
    own, longest = sum(unquoted), max(unquoted, default=0)
    if own < MIN_OWN_WORDS or longest < _MIN_RUN:
        return None
    return SharedText(
        left=left,
        right=right,
        passages=tuple(
            (
                left_words.stretch(a, a + length - 1),
                right_words.stretch(b, b + length - 1),
            )
            for a, b, length in sorted(blocks)
        ),
        left_share=len(on_left) / len(left_words),
        right_share=len(on_right) / len(right_words),
        in_order=_in_order(blocks),
        words=len(on_left),
        own_words=own,
    )


def common_runs(index: ShingleIndex, right: tuple[str, ...]) -> list[Block]:
    """List the longest runs, of a shingle or more, that both texts hold.

    Each word of the right text belongs to one run at most; a passage printed twice on the left is
    matched where the run is longest, the earliest of equals.
    """
    left, places, shingle = index.words.terms, index.places, index.shingle
    blocks: list[Block] = []
    there = 0
    while there <= len(right) - shingle:
        best = (0, 0)
        for here in places.get(right[there : there + shingle], ()):
            length = shingle
            while (
                here + length < len(left)
                and there + length < len(right)
                and left[here + length] == right[there + length]
            ):
                length += 1
            if length > best[1]:
                best = (here, length)
        if best[1]:
            blocks.append((best[0], there, best[1]))
            there += best[1]
        else:
            there += 1
    return blocks


def _unquoted(block: Block, left: Words, right: Words) -> int:
    here, there, length = block
    return sum(
        not (left.quoted[here + step] or right.quoted[there + step]) for step in range(length)
    )


def _in_order(blocks: list[Block]) -> float:
    """Weigh the longest rising chain of runs against all runs, by words."""
    best: list[int] = []
    by_right = sorted(blocks, key=lambda block: block[1])
    for place, (here, _, length) in enumerate(by_right):
        before = [best[i] for i in range(place) if by_right[i][0] < here]
        best.append(length + max(before, default=0))
    return max(best) / sum(block[2] for block in blocks)
