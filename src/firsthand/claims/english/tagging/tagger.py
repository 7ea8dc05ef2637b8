"""Label a text: cut it into paragraphs, run the network, and give each paragraph's stretches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from firsthand.claims.english.tagging.decoding import Decoded, decoded
from firsthand.claims.english.tagging.labels import OUTSIDE, Part, Stretch, stretches_of
from firsthand.claims.english.tagging.linking import SOURCES, Scene
from firsthand.claims.english.tagging.network import Batch
from firsthand.claims.english.tagging.places import (
    Paragraph,
    paragraphs_of,
    quotations_in,
    sentence_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from firsthand.claims.english.tagging.modelfile import Model
    from firsthand.claims.english.tagging.wordtable import Form, WordTable

# Enough to keep the products large, few enough that a text of any length needs little memory.
_TOKENS_AT_ONCE = 6_000

_LEAST_DOUBTFUL = 0.3

# Headlines, transcripts and pages of readers' voices name a speaker with no more than a mark.
_SPEAKING_MARKS = frozenset((":", "-", "--", "–", "—", "―"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A paragraph and the stretches that the tagger saw in it."""

    paragraph: Paragraph
    stretches: list[Stretch]
    doubtful: Sequence[Stretch] = ()

    @property
    def scene(self) -> Scene:
        """The paragraph as the links see it."""
        return Scene(
            stretches=self.stretches,
            words=[token.text for token in self.paragraph.tokens],
            sentences=[first for first, _ in self.paragraph.sentences],
            doubtful=self.doubtful,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A paragraph whose tokens have been looked up and placed, ready for the network."""

    paragraph: Paragraph
    forms: list[Form]
    places: list[tuple[int, int, int]]


def tagged(text: str, model: Model) -> Iterator[Tagged]:
    """Label a text, paragraph by paragraph, in order."""
    waiting: list[Placed] = []
    size = 0
    for placed in placed_paragraphs(text, model.words):
        waiting.append(placed)
        size += len(placed.forms)
        if size >= _TOKENS_AT_ONCE:
            yield from _tagged_together(waiting, model)
            waiting, size = [], 0
    if waiting:
        yield from _tagged_together(waiting, model)


def placed_paragraphs(text: str, words: WordTable) -> Iterator[Placed]:
    """Look up and place every token, carrying open quotations from paragraph to paragraph."""
    carried = False
    for paragraph in paragraphs_of(text):
        forms = [words.form_of(token.text) for token in paragraph.tokens]
        quotations = quotations_in([form.quote for form in forms], carried=carried)
        in_sentence, sentence = sentence_places(paragraph)
        yield Placed(
            paragraph=paragraph,
            forms=forms,
            places=list(zip(quotations.states, in_sentence, sentence, strict=True)),
        )
        carried = quotations.left_open


def batch_of(paragraphs: Sequence[Placed]) -> Batch:
    """Put paragraphs together for the network; a form that comes again is looked up once."""
    numbers: dict[tuple[int, ...], int] = {}
    forms = [
        numbers.setdefault(form.numbers, len(numbers))
        for paragraph in paragraphs
        for form in paragraph.forms
    ]
    return Batch(
        words=np.array(list(numbers), dtype=np.int64),
        forms=np.array(forms, dtype=np.int64),
        places=np.array(
            [place for paragraph in paragraphs for place in paragraph.places], dtype=np.int64
        ),
        lengths=[len(paragraph.forms) for paragraph in paragraphs],
    )


def _tagged_together(paragraphs: Sequence[Placed], model: Model) -> Iterator[Tagged]:
    batch = batch_of(paragraphs)
    # The products are small: sharing one out among threads costs several times what it saves.
    with model.threads.limit(limits=1, user_api="blas"):
        results = decoded(model.network.scores(batch), batch.lengths, model.chain)
    for placed, result in zip(paragraphs, results, strict=True):
        labels = [model.labels[number] for number in result.labels]
        sure = result.beliefs[np.arange(len(labels)), result.labels].tolist()
        yield Tagged(
            paragraph=placed.paragraph,
            stretches=_speaking(stretches_of(labels, sure), placed.paragraph),
            doubtful=_speaking(_doubtful_sources(result, model), placed.paragraph),
        )


def _doubtful_sources(result: Decoded, model: Model) -> list[Stretch]:
    """Find what the best path leaves out though much belief, in sum, holds it for a source.

    Where a source may end at either of two places the belief in it is shared out among the paths,
    and the best path may be the one without it.
    """
    found: list[Stretch] = []
    outside = np.array(result.labels) == model.labels.index(OUTSIDE)
    for part in SOURCES:
        columns = [number for number, label in enumerate(model.labels) if label[2:] == part.value]
        belief = result.beliefs[:, columns].sum(axis=1)
        held = outside & (belief >= _LEAST_DOUBTFUL)
        if held.any():
            labels = [f"I-{part.value}" if is_held else OUTSIDE for is_held in held]
            found += stretches_of(labels, belief.tolist())
    return found


def _speaking(stretches: Sequence[Stretch], paragraph: Paragraph) -> list[Stretch]:
    return [stretch for stretch in stretches if _says_something(stretch, paragraph)]


def _says_something(stretch: Stretch, paragraph: Paragraph) -> bool:
    """Tell whether a stretch holds a letter or a figure, or is the mark of “Vale: We shut it”."""
    tokens = paragraph.tokens[stretch.first : stretch.last]
    if stretch.part is Part.CUE and any(token.text in _SPEAKING_MARKS for token in tokens):
        return True
    return any(token.text[0].isalnum() or token.text[-1].isalnum() for token in tokens)
