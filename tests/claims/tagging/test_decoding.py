from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from firsthand.claims.english.tagging.decoding import Chain, decoded

Floats = NDArray[np.float32]

LABELS = 3


def chain_and_scores(seed: int, tokens: int) -> tuple[Chain, Floats]:
    chance = np.random.default_rng(seed)

    def drawn(*shape: int) -> Floats:
        return chance.normal(0, 2, shape).astype(np.float32)

    chain = Chain(follows=drawn(LABELS, LABELS), begins=drawn(LABELS), ends=drawn(LABELS))
    return chain, drawn(tokens, LABELS)


@given(st.integers(0, 10_000), st.lists(st.integers(1, 5), min_size=1, max_size=4))
def test_the_path_and_the_beliefs_are_those_of_trying_every_path(
    seed: int, lengths: list[int]
) -> None:
    chain, scores = chain_and_scores(seed, sum(lengths))

    results = decoded(scores, lengths, chain)

    at = 0
    for length, result in zip(lengths, results, strict=True):
        own = scores[at : at + length].astype(np.float64)
        at += length
        paths = list(product(range(LABELS), repeat=length))
        weights = np.array(
            [
                chain.begins[path[0]]
                + chain.ends[path[-1]]
                + sum(own[place, label] for place, label in enumerate(path))
                + sum(chain.follows[pair] for pair in pairwise(path))
                for path in paths
            ]
        )
        shares = np.exp(weights - weights.max())
        shares /= shares.sum()
        for place in range(length):
            for label in range(LABELS):
                share = sum(
                    part for path, part in zip(paths, shares, strict=True) if path[place] == label
                )
                assert abs(share - result.beliefs[place, label]) < 1e-3
        assert shares[paths.index(tuple(result.labels))] > shares.max() - 1e-4


def test_nothing_decodes_to_nothing() -> None:
    chain, scores = chain_and_scores(0, 0)

    results = decoded(scores, [], chain)

    assert results == []
