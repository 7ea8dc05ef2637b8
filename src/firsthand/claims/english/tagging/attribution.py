"""Who is said to say what, where: the attributions that the learned tagger sees in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.english.tagging.labels import Stretch
    from firsthand.claims.english.tagging.model import Model
    from firsthand.claims.english.tagging.tokens import Token

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attributed statement: whose words or thoughts, by which cue, and what was said.

    Spans are code-point offsets into the text, in order; `source` is empty when none was found.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float


def attributions_in(text: str) -> list[Attribution]:
    """Find the attributions in an article's body, whose paragraphs are divided by newlines."""
    # The model takes a moment to load: only a text that is read pays for it.
    from firsthand.claims.english.tagging.model import shipped_model  # noqa: PLC0415 (see above)

    return attributions_by(shipped_model(), text)


def attributions_by(model: Model, text: str) -> list[Attribution]:
    """Find the attributions in a text with a given model."""
    from firsthand.claims.english.tagging.labels import stretches_of
    from firsthand.claims.english.tagging.linking import linked
    from firsthand.claims.english.tagging.signs import paragraphs_of, signs_of

    found: list[Attribution] = []
    carried = False
    for paragraph in paragraphs_of(text):
        rows, carried = signs_of(paragraph, model.words, carried=carried)
        stretches = stretches_of(model.tagger.tag(rows))
        for one in linked(stretches, paragraph.sentences):
            found.append(
                Attribution(
                    source=_spans(one.sources, paragraph.tokens),
                    cue=_spans([one.cue], paragraph.tokens),
                    content=_spans(one.contents, paragraph.tokens),
                    confidence=1.0,
                )
            )
    return found


def _spans(stretches: Sequence[Stretch], tokens: Sequence[Token]) -> Spans:
    return tuple(
        sorted((tokens[one.first].start, tokens[one.last - 1].end) for one in stretches)
    )
