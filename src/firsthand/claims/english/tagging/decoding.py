"""Turn the network's scores into labels and into how sure it is of each.

Paragraphs run side by side, as in the network. The best path obeys the chain's weights, under which
a continuation cannot follow anything but its own kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The weights of labels that follow one another, begin a paragraph and end it."""

    follows: Floats
    begins: Floats
    ends: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """One paragraph's best labels as numbers, and each label's share of belief, token by token."""

    labels: list[int]
    beliefs: Floats


def decoded(scores: Floats, lengths: Sequence[int], chain: Chain) -> list[Decoded]:
    """Decode paragraphs that stand one after the other in `scores` (tokens by labels)."""
    if not lengths:
        return []
    padded = _padded(scores, lengths)
    sizes = np.array(lengths)
    best = _best_paths(padded, sizes, chain)
    beliefs = _beliefs(padded, sizes, chain)
    return [
        Decoded(labels=best[:size, number].tolist(), beliefs=beliefs[:size, number])
        for number, size in enumerate(lengths)
    ]


def _padded(scores: Floats, lengths: Sequence[int]) -> Floats:
    """Lay paragraphs side by side: an array of steps by paragraphs by labels."""
    padded = np.zeros((max(lengths), len(lengths), scores.shape[1]), dtype=np.float32)
    at = 0
    for number, size in enumerate(lengths):
        padded[:size, number] = scores[at : at + size]
        at += size
    return padded


def _best_paths(padded: Floats, sizes: NDArray[np.int64], chain: Chain) -> NDArray[np.int64]:
    steps, count, _ = padded.shape
    came_from = np.zeros(padded.shape, dtype=np.int8)
    backward = chain.follows.T[None]
    score = padded[0] + chain.begins
    final = score + chain.ends
    for step in range(1, steps):
        ways = score[:, None, :] + backward
        came_from[step] = ways.argmax(axis=2)
        score = ways.max(axis=2) + padded[step]
        ending = sizes == step + 1
        if ending.any():
            final[ending] = score[ending] + chain.ends
    every = np.arange(count)
    label = final.argmax(axis=1)
    paths = np.zeros((steps, count), dtype=np.int64)
    for step in range(steps - 1, -1, -1):
        paths[step] = label
        running = step < sizes
        label = np.where(running, came_from[step, every, label], label)
    return paths


def _beliefs(padded: Floats, sizes: NDArray[np.int64], chain: Chain) -> Floats:
    """Share belief among the labels of each token, by forward and backward sums."""
    steps = len(padded)
    weights = np.exp(padded - padded.max(axis=2, keepdims=True))
    follows = np.exp(chain.follows)
    forward = np.empty_like(weights)
    forward[0] = weights[0] * np.exp(chain.begins)
    for step in range(1, steps):
        last = forward[step - 1]
        last /= last.sum(axis=1, keepdims=True)
        np.multiply(last @ follows, weights[step], out=forward[step])
    ends = np.exp(chain.ends)
    behind = np.broadcast_to(ends, forward[0].shape).copy()
    beliefs: Floats = np.empty_like(weights)
    for step in range(steps - 1, -1, -1):
        both = forward[step] * behind
        both /= both.sum(axis=1, keepdims=True) + 1e-30
        beliefs[step] = both
        behind = (weights[step] * behind) @ follows.T
        behind /= behind.sum(axis=1, keepdims=True)
        # A paragraph that has not begun, seen from its end, still waits with its end's weights.
        waiting = step >= sizes
        if waiting.any():
            behind[waiting] = ends
    return beliefs
