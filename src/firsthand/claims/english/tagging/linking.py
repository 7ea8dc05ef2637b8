"""Join each cue with its source and its contents, by weights learned from marked texts.

A cue has at most one source, a source may serve many cues, and a content belongs to one cue.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand.claims.english.tagging.labels import Part, Stretch

SOURCES = (Part.SOURCE_BEFORE, Part.SOURCE_AFTER)
CONTENTS = (Part.CONTENT_BEFORE, Part.CONTENT_AFTER)
_PRONOUNS = frozenset(
    (
        *("who", "which", "that", "he", "she", "it", "they", "we", "i", "you"),
        *("his", "her", "their", "its", "our", "my"),
    )
)
_QUOTE_MARKS = frozenset(('"', "“", "«", "``", "„", "''"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkWeights:
    """What each sign of a link weighs, and how sure a link must be."""

    source: Mapping[str, float]
    content: Mapping[str, float]
    least_source: float
    least_content: float


@dataclass(slots=True, kw_only=True)
class Linked:
    """One cue with what was linked to it."""

    cue: Stretch
    source: Stretch | None = None
    contents: list[Stretch] = field(default_factory=list)
    belief: float = 1.0

    @property
    def confidence(self) -> float:
        """The belief in the weakest part or link: 0 to 1."""
        parts = [self.cue, *self.contents, *([self.source] if self.source else [])]
        return min(1.0, max(0.0, min(self.belief, *(part.confidence for part in parts))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A paragraph as the links see it: its stretches, its words, and where its sentences begin."""

    stretches: Sequence[Stretch]
    words: Sequence[str]
    sentences: Sequence[int]
    doubtful: Sequence[Stretch] = ()
    """Sources too dim to be labelled: a cue that is left without one may take one of them."""

    def with_doubtful(self) -> Scene:
        """Give the same paragraph with its doubtful sources among the others."""
        every = sorted((*self.stretches, *self.doubtful), key=lambda stretch: stretch.first)
        return replace(self, stretches=every, doubtful=())

    def of(self, parts: Sequence[Part]) -> list[Stretch]:
        """Give the stretches of some parts, in order."""
        return [stretch for stretch in self.stretches if stretch.part in parts]


def linked(scene: Scene, weights: LinkWeights) -> list[Linked]:
    """Link a paragraph's stretches; a cue to which no content was linked yields nothing."""
    found = [Linked(cue=cue) for cue in scene.of((Part.CUE,))]
    for content in scene.of(CONTENTS):
        best = max(
            (
                (_belief(content_signs(scene, one.cue, content), weights.content), one)
                for one in found
            ),
            key=lambda pair: pair[0],
            default=None,
        )
        if best and best[0] >= weights.least_content:
            best[1].contents.append(content)
            best[1].belief = min(best[1].belief, best[0])
    said = [one for one in found if one.contents]
    for one in said:
        _take_source(one, scene, weights)
    if scene.doubtful:
        for one in said:
            if one.source is None:
                _take_source(one, scene.with_doubtful(), weights)
    return said


def _take_source(one: Linked, scene: Scene, weights: LinkWeights) -> None:
    fits = [
        (_belief(source_signs(scene, one.cue, source), weights.source), source)
        for source in scene.of(SOURCES)
    ]
    belief, source = max(fits, key=lambda pair: pair[0], default=(0.0, None))
    if source is not None and belief >= weights.least_source:
        one.source = source
        one.belief = min(one.belief, belief)


def contents_without_cue(scene: Scene) -> list[Stretch]:
    """Give the quoted contents of a paragraph that holds no cue at all."""
    if scene.of((Part.CUE,)):
        return []
    return [one for one in scene.of(CONTENTS) if scene.words[one.first] in _QUOTE_MARKS]


def source_signs(scene: Scene, cue: Stretch, source: Stretch) -> list[str]:
    """List the signs for and against a source's being this cue's."""
    first_word = scene.words[source.first].lower()
    pronoun = first_word if first_word in _PRONOUNS else "name"
    signs = list(_signs_of_place(scene, cue, source))
    rivals = [
        other
        for other in scene.of(SOURCES)
        if other is not source and _gap(cue, other) < _gap(cue, source)
    ]
    nearer = _few(len(rivals))
    sides = "".join(sorted({_side(cue, other) + other.part.value for other in rivals}))
    part = source.part.value
    side = _side(cue, source)
    passed = _few(_between(scene.of((Part.CUE,)), cue, source))
    signs += [
        f"word {pronoun} {part}",
        f"nearer {nearer} {part}{side} {passed}",
        f"rivals {sides} {part}{side}",
        f"between {_few(_between(scene.of(CONTENTS), cue, source))} {part}{side}",
    ]
    after = scene.words[source.last].lower() if source.last < len(scene.words) else "."
    signs.append(f"after {after if after in _PRONOUNS or after in ',.' else 'word'} {part}{side}")
    return signs


def content_signs(scene: Scene, cue: Stretch, content: Stretch) -> list[str]:
    """List the signs for and against a content's being this cue's."""
    part = content.part.value
    side = _side(cue, content)
    quoted = "q" if scene.words[content.first] in _QUOTE_MARKS else ""
    passed = _few(_between(scene.of((Part.CUE,)), cue, content))
    inner = _few(_between(scene.of(CONTENTS), cue, content))
    return [
        *_signs_of_place(scene, cue, content),
        f"quoted {quoted}{part}{side} {passed}",
        f"passed {passed} {inner} {part}{side} {quoted}",
        f"sources {_few(_between(scene.of(SOURCES), cue, content))} {part}{side}",
    ]


def _signs_of_place(scene: Scene, cue: Stretch, stretch: Stretch) -> Iterator[str]:
    part = stretch.part.value
    side = _side(cue, stretch)
    apart = bisect_right(scene.sentences, stretch.first) - bisect_right(scene.sentences, cue.first)
    passed = _few(_between(scene.of((Part.CUE,)), cue, stretch))
    yield "always"
    yield f"side {part}{side}"
    yield f"cues {passed} {part}{side}"
    yield f"gap {min(_gap(cue, stretch), 40).bit_length()} {part}{side}"
    yield f"apart {max(-2, min(2, apart))} {part}{side}"
    yield f"apart {max(-2, min(2, apart))} {passed}"


def _side(cue: Stretch, stretch: Stretch) -> str:
    return "<" if stretch.first < cue.first else ">"


def _gap(cue: Stretch, stretch: Stretch) -> int:
    return max(0, cue.first - stretch.last, stretch.first - cue.last)


def _between(others: Sequence[Stretch], cue: Stretch, stretch: Stretch) -> int:
    low = min(cue.last, stretch.last)
    high = max(cue.first, stretch.first)
    return sum(
        low <= other.first and other.last <= high and other is not cue and other is not stretch
        for other in others
    )


def _few(number: int) -> str:
    return str(min(number, 3))


def _belief(signs: Sequence[str], weights: Mapping[str, float]) -> float:
    total = sum(weights.get(sign, 0.0) for sign in signs)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
