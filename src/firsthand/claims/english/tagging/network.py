"""Run the tagger's network: a two-way recurrent layer under a chain of labels, in numpy alone.

Paragraphs run side by side, longest first, so that each step is one product for all that are still
running; a paragraph's result never depends on its company.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Tokens of many paragraphs, one after the other."""

    words: Whole
    """Per form met: one number for each table of signs."""
    forms: Whole
    """Per token: which form it is."""
    places: Whole
    """Per token: its place among quotations and sentences, as one number for each table of places."""
    lengths: list[int]


class Network:
    """The network's weights, ready to run."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]], layers: int) -> None:
        self._signs = [arrays[f"sign{i}"] for i in range(_count(arrays, "sign"))]
        self._sign_scale = arrays["sign0.scale"].astype(np.float32)
        self._places = [arrays[f"place{i}"].astype(np.float32) for i in range(_count(arrays, "place"))]
        self._layers = [_Layer(arrays, number) for number in range(layers)]
        self._out = arrays["out"].astype(np.float32)
        self._out_bias = arrays["out.bias"].astype(np.float32)
        self.follows = arrays["follows"].astype(np.float32)
        self.begins = arrays["begins"].astype(np.float32)
        self.ends = arrays["ends"].astype(np.float32)

    def scores(self, batch: Batch) -> Floats:
        """Score each label for each token: an array of tokens by labels."""
        order = _Order(batch.lengths)
        first = self._layers[0]
        by_form = np.concatenate(
            [
                self._signs[0][batch.words[:, 0]] * self._sign_scale,
                *(
                    table[batch.words[:, i + 1]].astype(np.float32)
                    for i, table in enumerate(self._signs[1:])
                ),
            ],
            axis=1,
        )
        width = by_form.shape[1]
        through = by_form @ first.inward[:width]
        inward = through[batch.forms] + first.bias
        for i, table in enumerate(self._places):
            inward += (table @ first.inward[width : width + table.shape[1]])[batch.places[:, i]]
            width += table.shape[1]
        hidden = first.run(inward, order)
        for layer in self._layers[1:]:
            hidden = layer.run(hidden @ layer.inward + layer.bias, order)
        return hidden @ self._out + self._out_bias


def _count(arrays: Mapping[str, object], kind: str) -> int:
    number = 0
    while f"{kind}{number}" in arrays:
        number += 1
    return number


class _Order:
    """Where each token stands when paragraphs run side by side, in reading order and backwards."""

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.array(lengths, dtype=np.int64)
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        ranked = np.argsort(-sizes, kind="stable")
        sizes, starts = sizes[ranked], starts[ranked]
        steps = int(sizes[0]) if len(sizes) else 0
        running = np.searchsorted(-sizes, -np.arange(steps), side="left")
        self.running = [int(count) for count in running]
        onward = [starts[:count] + step for step, count in enumerate(self.running)]
        backward = [
            starts[:count] + sizes[:count] - 1 - step for step, count in enumerate(self.running)
        ]
        self.onward = np.concatenate(onward) if onward else np.zeros(0, np.int64)
        self.backward = np.concatenate(backward) if backward else np.zeros(0, np.int64)


class _Layer:
    """One two-way recurrent layer; its gates' weights come halved, so that one tanh serves all."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]], number: int) -> None:
        self.inward = arrays[f"inward{number}"].astype(np.float32)
        self.bias = arrays[f"inward{number}.bias"].astype(np.float32)
        self._onward = arrays[f"onward{number}"].astype(np.float32)
        self._backward = arrays[f"backward{number}"].astype(np.float32)

    def run(self, inward: Floats, order: _Order) -> Floats:
        """Run over all paragraphs; give both directions' states side by side, token by token."""
        size = self._onward.shape[0]
        result = np.empty((len(inward), 2 * size), dtype=np.float32)
        ways = (
            (self._onward, order.onward, slice(0, 4 * size), slice(0, size)),
            (self._backward, order.backward, slice(4 * size, None), slice(size, None)),
        )
        for weights, places, gates, into in ways:
            states = _run_one_way(inward[places, gates], weights, order.running)
            result[places, into] = states
        return result


def _run_one_way(inward: Floats, weights: Floats, running: Sequence[int]) -> Floats:
    size = weights.shape[0]
    states = np.empty((len(inward), size), dtype=np.float32)
    if not running:
        return states
    cell = np.zeros((running[0], size), dtype=np.float32)
    state = cell
    at = 0
    for step, count in enumerate(running):
        gates = inward[at : at + count]
        if step:
            gates += state[:count] @ weights
        np.tanh(gates, out=gates)
        opened = gates[:, : 3 * size]
        opened *= 0.5
        opened += 0.5
        cell = cell[:count]
        cell *= gates[:, size : 2 * size]
        cell += gates[:, :size] * gates[:, 3 * size :]
        state = states[at : at + count]
        np.tanh(cell, out=state)
        state *= gates[:, 2 * size : 3 * size]
        at += count
    return states
