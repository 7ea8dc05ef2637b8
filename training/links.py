"""Learn which source and which contents belong to a cue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from firsthand.claims.english.tagging.attribution import Attribution
from firsthand.claims.english.tagging.labels import Part, Stretch
from firsthand.claims.english.tagging.linking import (
    CONTENTS,
    SOURCES,
    LinkWeights,
    Scene,
    content_signs,
    source_signs,
)
from firsthand.claims.english.tagging.places import Paragraph

_LEAST_SOURCE = 0.3
_LEAST_CONTENT = 0.2
_ROUNDS = 40
_RIDGE = 0.3
_FEWEST = 3

Case = tuple[list[str], bool]


def learned_weights(
    scenes: Iterable[tuple[Scene, Paragraph, Sequence[Attribution]]],
) -> LinkWeights:
    """Learn the weights from paragraphs, their stretches and the attributions marked in them."""
    sources: list[Case] = []
    contents: list[Case] = []
    for scene, paragraph, marked in scenes:
        for cue in scene.of((Part.CUE,)):
            theirs = [one for one in marked if _meets(paragraph, cue, one.cue)]
            for source in scene.of(SOURCES):
                right = any(_meets(paragraph, source, one.source) for one in theirs)
                sources.append((source_signs(scene, cue, source), right))
            for content in scene.of(CONTENTS):
                right = any(_meets(paragraph, content, one.content) for one in theirs)
                contents.append((content_signs(scene, cue, content), right))
    return LinkWeights(
        source=_logistic(sources),
        content=_logistic(contents),
        least_source=_LEAST_SOURCE,
        least_content=_LEAST_CONTENT,
    )


def _meets(paragraph: Paragraph, stretch: Stretch, spans: Sequence[tuple[int, int]]) -> bool:
    start = paragraph.tokens[stretch.first].start
    end = paragraph.tokens[stretch.last - 1].end
    return any(start < last and first < end for first, last in spans)


def _logistic(cases: Sequence[Case]) -> dict[str, float]:
    """Fit a logistic regression by Newton's method, with a ridge; rare signs are left out."""
    seen: dict[str, int] = {}
    for signs, _ in cases:
        for sign in signs:
            seen[sign] = seen.get(sign, 0) + 1
    names = sorted(sign for sign, count in seen.items() if count >= _FEWEST)
    place = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(cases), len(names)))
    right = np.array([float(is_right) for _, is_right in cases])
    for row, (signs, _) in enumerate(cases):
        for sign in signs:
            if sign in place:
                table[row, place[sign]] = 1.0
    weights = np.zeros(len(names))
    for _ in range(_ROUNDS):
        belief = 1.0 / (1.0 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (right - belief) - _RIDGE * weights
        curve = (table * (belief * (1 - belief) + 1e-9)[:, None]).T @ table
        step = np.linalg.solve(curve + _RIDGE * np.eye(len(names)), slope)
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return {
        name: round(float(weight), 4)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) > 1e-3
    }
