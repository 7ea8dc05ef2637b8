"""Run the tagger's network: a two-way recurrent layer under a chain of labels, in numpy alone.

Paragraphs run side by side, longest first, so that each step is one product for all that are still
running; a paragraph's result never depends on its company.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    """Per token: its place among quotations and in sentences, one number for each table."""
    lengths: list[int]


class Network:
    """The network's weights, ready to run."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], layers: int) -> None:
        """Take the weights from a model's arrays and make them ready."""
        self._signs = [arrays[f"sign{i}"] for i in range(_count(arrays, "sign"))]
        self._sign_scale = arrays["sign0.scale"].astype(np.float32)
        self._layers = [_Layer(arrays, number) for number in range(layers)]
        self._out = arrays["out"].astype(np.float32)
        self._out_bias = arrays["out.bias"].astype(np.float32)
        first = self._layers[0]
        self._width = self._signs[0].shape[1] + sum(table.shape[1] for table in self._signs[1:])
        self._place_sizes = tuple(len(arrays[f"place{i}"]) for i in range(_count(arrays, "place")))
        self._by_place = self._every_place(arrays, first)

    def _every_place(self, arrays: Mapping[str, NDArray[Any]], first: _Layer) -> Floats:
        """Work out beforehand what each combination of places adds to the first layer."""
        total = np.broadcast_to(first.bias[:, None], (2, 1, first.bias.shape[1]))
        row = self._width
        for number in range(len(self._place_sizes)):
            table = arrays[f"place{number}"].astype(np.float32)
            added = table @ first.inward[:, row : row + table.shape[1]]
            total = (total[:, :, None] + added[:, None]).reshape(2, -1, added.shape[2])
            row += table.shape[1]
        return np.ascontiguousarray(total, dtype=np.float32)

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
        through = by_form @ first.inward[:, : self._width]
        places = np.ravel_multi_index(tuple(batch.places.T), self._place_sizes)
        inward = np.empty((2, len(batch.forms), through.shape[2]), dtype=np.float32)
        for way, tokens in enumerate(order.ways):
            np.take(through[way], batch.forms[tokens], axis=0, out=inward[way])
            inward[way] += self._by_place[way][places[tokens]]
        hidden = first.run(inward, order)
        for layer in self._layers[1:]:
            for way, tokens in enumerate(order.ways):
                np.matmul(hidden[tokens], layer.inward[way], out=inward[way])
                inward[way] += layer.bias[way]
            hidden = layer.run(inward, order)
        scores: Floats = hidden @ self._out + self._out_bias
        return scores


def _count(arrays: Mapping[str, object], kind: str) -> int:
    number = 0
    while f"{kind}{number}" in arrays:
        number += 1
    return number


class _Order:
    """Which tokens each step reads when paragraphs run side by side, onward and backward."""

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.array(lengths, dtype=np.int64)
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        ranked = np.argsort(-sizes, kind="stable")
        sizes, starts = sizes[ranked], starts[ranked]
        running = np.searchsorted(-sizes, -np.arange(sizes[0]), side="left")
        self.running: list[int] = running.tolist()
        onward = [starts[:count] + step for step, count in enumerate(self.running)]
        last = starts + sizes - 1
        backward = [last[:count] - step for step, count in enumerate(self.running)]
        self.ways = (np.concatenate(onward), np.concatenate(backward))


class _Layer:
    """One two-way recurrent layer; its gates' weights come halved, so that one tanh serves all."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], number: int) -> None:
        ways = [arrays[f"{way}{number}"].astype(np.float32) for way in ("onward", "backward")]
        self._again = np.stack(ways)
        inward = arrays[f"inward{number}"].astype(np.float32)
        self.inward = np.stack(np.split(inward, 2, axis=1))
        bias = arrays[f"inward{number}.bias"].astype(np.float32)
        self.bias = np.stack(np.split(bias, 2))

    def run(self, inward: Floats, order: _Order) -> Floats:
        """Run both ways at once over all paragraphs; give both states side by side, token by token.

        `inward` is way by token (in the order of the steps) by gate, and is used up.
        """
        size = self._again.shape[1]
        states = np.empty((2, inward.shape[1], size), dtype=np.float32)
        again = np.empty((2, order.running[0], 4 * size), dtype=np.float32)
        cell = np.zeros((2, order.running[0], size), dtype=np.float32)
        state = cell
        at = 0
        for step, count in enumerate(order.running):
            gates = inward[:, at : at + count]
            if step:
                gates += np.matmul(state[:, :count], self._again, out=again[:, :count])
            np.tanh(gates, out=gates)
            opened = gates[..., : 3 * size]
            opened *= 0.5
            opened += 0.5
            cell = cell[:, :count]
            cell *= gates[..., size : 2 * size]
            cell += gates[..., :size] * gates[..., 3 * size :]
            state = states[:, at : at + count]
            np.tanh(cell, out=state)
            state *= gates[..., 2 * size : 3 * size]
            at += count
        result = np.empty((inward.shape[1], 2 * size), dtype=np.float32)
        for way, tokens in enumerate(order.ways):
            result[tokens, way * size : (way + 1) * size] = states[way]
        return result
