"""The network as it learns, in torch; what it has learned is handed over as plain arrays."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from firsthand.claims.english.tagging.labels import LABELS, OUTSIDE
from training.examples import GRADES, Example

# Widths of the tables of signs after the word vector: tag, cluster, group, verb sense, noun sense,
# ending, case, cue grade; and of the tables of places: quotation, place in sentence, sentence.
_SIGN_WIDTHS = (16, 16, 12, 8, 8, 12, 4, 8)
_PLACE_SIZES = ((7, 6), (4, 4), (4, 2))
_UNKNOWN = 1
_CASE_COLUMN = 7
_SPELLED_OUT = (2, 3, 4, 5, 8)
_IMPOSSIBLE = -1e4


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How the network is built and taught; the defaults make the shipped model."""

    hidden: int = 96
    layers: int = 2
    epochs: int = 12
    rate: float = 2.5e-3
    vector_rate: float = 5e-4
    dropped: float = 0.35
    tokens_at_once: int = 2200
    forget_small: float = 0.04
    forget_capital: float = 0.15
    seed: int = 3


class Learner(nn.Module):  # type: ignore[misc,unused-ignore]  # torch may be absent, then untyped
    """Word vectors and signs, a two-way recurrent network, and a chain of labels."""

    def __init__(self, vectors: NDArray[np.float32], sizes: Sequence[int], recipe: Recipe) -> None:
        """Begin with the word vectors as they are and everything else at random."""
        super().__init__()
        self.recipe = recipe
        self.vectors = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=False)
        self.signs = nn.ModuleList(
            nn.Embedding(size, width)
            for size, width in zip((*sizes, 5, GRADES), _SIGN_WIDTHS, strict=True)
        )
        self.places = nn.ModuleList(nn.Embedding(size, width) for size, width in _PLACE_SIZES)
        width = vectors.shape[1] + sum(_SIGN_WIDTHS) + sum(width for _, width in _PLACE_SIZES)
        self.recurrent = nn.LSTM(
            width,
            recipe.hidden,
            recipe.layers,
            batch_first=True,
            bidirectional=True,
            dropout=recipe.dropped if recipe.layers > 1 else 0.0,
        )
        self.out = nn.Linear(2 * recipe.hidden, len(LABELS))
        self.drop = nn.Dropout(recipe.dropped)
        self.follows = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.begins = nn.Parameter(torch.zeros(len(LABELS)))
        self.ends = nn.Parameter(torch.zeros(len(LABELS)))

    def scores(self, batch: Padded) -> torch.Tensor:
        """Score each label for each token of padded paragraphs."""
        signs = self._partly_forgotten(batch.signs) if self.training else batch.signs
        columns = [self.vectors(signs[..., 0])]
        columns += [table(signs[..., number + 1]) for number, table in enumerate(self.signs)]
        columns += [table(batch.places[..., number]) for number, table in enumerate(self.places)]
        packed = nn.utils.rnn.pack_padded_sequence(
            self.drop(torch.cat(columns, -1)), batch.lengths, batch_first=True, enforce_sorted=False
        )
        hidden, _ = nn.utils.rnn.pad_packed_sequence(self.recurrent(packed)[0], batch_first=True)
        scores: torch.Tensor = self.out(self.drop(hidden))
        return scores

    def _partly_forgotten(self, signs: torch.Tensor) -> torch.Tensor:
        """Make some words unknown, names above all: the model is used far from those it learns."""
        small = signs[..., _CASE_COLUMN].eq(0)
        chance = torch.where(small, self.recipe.forget_small, self.recipe.forget_capital)
        forgotten = (torch.rand(small.shape) < chance) & (signs[..., 0] > _UNKNOWN)
        signs = signs.clone()
        signs[..., 0] = torch.where(forgotten, _UNKNOWN, signs[..., 0])
        for column in _SPELLED_OUT:
            signs[..., column] *= (~forgotten).long()
        return signs

    def loss(self, batch: Padded) -> torch.Tensor:
        """Sum, over paragraphs, how unlikely the chain holds the marked labels to be."""
        scores = self.scores(batch)
        labels, mask = batch.labels, batch.mask
        every = torch.arange(len(labels))
        marked = self.begins[labels[:, 0]] + self.ends[labels[every, batch.lengths - 1]]
        marked = marked + (scores.gather(2, labels[..., None])[..., 0] * mask).sum(1)
        steps = self.follows[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
        marked = marked + steps.sum(1)
        total = self.begins + scores[:, 0]
        for step in range(1, scores.shape[1]):
            onward = torch.logsumexp(total[..., None] + self.follows, 1) + scores[:, step]
            total = torch.where(mask[:, step, None] > 0, onward, total)
        return (torch.logsumexp(total + self.ends, 1) - marked).sum()


@dataclass(frozen=True, slots=True, kw_only=True)
class Padded:
    """Paragraphs of unlike lengths as rows of one length."""

    signs: torch.Tensor
    places: torch.Tensor
    labels: torch.Tensor
    mask: torch.Tensor
    lengths: torch.Tensor


def padded(examples: Sequence[Example]) -> Padded:
    """Pad paragraphs to the longest of them."""
    lengths = [len(example.labels) for example in examples]
    shape = (len(examples), max(lengths))
    signs = np.zeros((*shape, examples[0].signs.shape[1]), dtype=np.int64)
    places = np.zeros((*shape, examples[0].places.shape[1]), dtype=np.int64)
    labels = np.zeros(shape, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.float32)
    for row, (example, length) in enumerate(zip(examples, lengths, strict=True)):
        signs[row, :length] = example.signs
        places[row, :length] = example.places
        labels[row, :length] = example.labels
        mask[row, :length] = 1.0
    return Padded(
        signs=torch.tensor(signs),
        places=torch.tensor(places),
        labels=torch.tensor(labels),
        mask=torch.tensor(mask),
        lengths=torch.tensor(lengths),
    )


def taught(
    examples: Sequence[Example], vectors: NDArray[np.float32], sizes: Sequence[int], recipe: Recipe
) -> Learner:
    """Teach a network; the same examples and recipe give the same weights on the same machine."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    chance = np.random.default_rng(recipe.seed)
    learner = Learner(vectors, sizes, recipe)
    own = [one for name, one in learner.named_parameters() if name != "vectors.weight"]
    rates = (recipe.rate, recipe.vector_rate)
    teacher = torch.optim.Adam(
        [{"params": own}, {"params": [learner.vectors.weight]}], lr=recipe.rate
    )
    a_round = sum(1 for _ in _batches(examples, recipe, np.random.default_rng(0)))
    step = 0
    for epoch in range(recipe.epochs):
        learner.train()
        lost = seen = 0.0
        for batch in _batches(examples, recipe, chance):
            share = min(1.0, step / 200) * _cosine(step / (a_round * recipe.epochs))
            for group, rate in zip(teacher.param_groups, rates, strict=True):
                group["lr"] = rate * max(share, 0.01)
            loss = learner.loss(batch)
            tokens = float(batch.mask.sum())
            teacher.zero_grad()
            (loss / tokens).backward()
            nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
            teacher.step()
            lost, seen, step = lost + loss.item(), seen + tokens, step + 1
        print(f"epoch {epoch + 1} of {recipe.epochs}: loss {lost / seen:.4f} a token", flush=True)
    learner.eval()
    return learner


def _cosine(share: float) -> float:
    return 0.5 * (1 + math.cos(math.pi * min(1.0, share)))


def _batches(
    examples: Sequence[Example], recipe: Recipe, chance: np.random.Generator
) -> Iterator[Padded]:
    """Shuffle, then put paragraphs of like lengths together, so that little is padding."""
    order = chance.permutation(len(examples))
    batches: list[list[int]] = []
    for start in range(0, len(order), 2000):
        together: list[int] = []
        for number in sorted(order[start : start + 2000], key=lambda n: len(examples[n].labels)):
            longest = len(examples[number].labels)
            if together and (len(together) + 1) * longest > recipe.tokens_at_once:
                batches.append(together)
                together = []
            together.append(number)
        batches.append(together)
    for place in chance.permutation(len(batches)):
        yield padded([examples[number] for number in batches[place]])


def arrays_of(learner: Learner, nudges: dict[str, float]) -> dict[str, NDArray[np.generic]]:
    """Hand over what was learned, in the small types and the order in which the package reads it.

    `nudges` are added to labels' scores: they trade precision for recall where F1 gains by it.
    """
    state = {name: value.detach().numpy() for name, value in learner.state_dict().items()}
    vectors = state["vectors.weight"]
    scale = np.abs(vectors).max(axis=0) / 127
    arrays: dict[str, NDArray[np.generic]] = {
        "sign0": np.round(vectors / scale).astype(np.int8),
        "sign0.scale": scale.astype(np.float32),
        "out": state["out.weight"].T.astype(np.float16),
        "out.bias": (
            state["out.bias"]
            + np.array([nudges.get(label, 0.0) for label in LABELS], dtype=np.float32)
        ).astype(np.float16),
        "ends": state["ends"],
    }
    for number in range(len(_SIGN_WIDTHS)):
        arrays[f"sign{number + 1}"] = state[f"signs.{number}.weight"].astype(np.float16)
    for number in range(len(_PLACE_SIZES)):
        arrays[f"place{number}"] = state[f"places.{number}.weight"].astype(np.float16)
    for number in range(learner.recipe.layers):
        arrays |= _layer_arrays(state, number, learner.recipe.hidden)
    arrays["follows"], arrays["begins"] = _chain_arrays(state["follows"], state["begins"])
    return arrays


def _layer_arrays(
    state: dict[str, NDArray[np.float32]], number: int, hidden: int
) -> dict[str, NDArray[np.generic]]:
    # torch's order of gates is in, forget, cell, out; the package wants the three that open and
    # close side by side, and halved, so that one tanh serves all four.
    order = np.r_[0 : 2 * hidden, 3 * hidden : 4 * hidden, 2 * hidden : 3 * hidden]
    halves = np.r_[np.full(3 * hidden, 0.5), np.ones(hidden)].astype(np.float32)

    def gates(kind: str, way: str) -> NDArray[np.float32]:
        weights = state[f"recurrent.{kind}_l{number}{way}"][order]
        turned: NDArray[np.float32] = (weights.T * halves).astype(np.float32)
        return turned

    ways = ("", "_reverse")
    return {
        f"inward{number}": np.concatenate([gates("weight_ih", way) for way in ways], 1).astype(
            np.float16
        ),
        f"inward{number}.bias": np.concatenate(
            [gates("bias_ih", way) + gates("bias_hh", way) for way in ways]
        ).astype(np.float16),
        f"onward{number}": gates("weight_hh", "").astype(np.float16),
        f"backward{number}": gates("weight_hh", "_reverse").astype(np.float16),
    }


def _chain_arrays(
    follows: NDArray[np.float32], begins: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Forbid what no one can mark: a continuation that continues nothing."""
    follows, begins = follows.copy(), begins.copy()
    for number, label in enumerate(LABELS):
        if label.startswith("I"):
            begins[number] = _IMPOSSIBLE
            for before, earlier in enumerate(LABELS):
                if earlier == OUTSIDE or earlier[2:] != label[2:]:
                    follows[before, number] = _IMPOSSIBLE
    return follows, begins
