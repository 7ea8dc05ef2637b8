"""Who is said to say what, where: the attributions that the learned tagger sees in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.claims.english.tagging.linking import linked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.english.tagging.labels import Stretch
    from firsthand.claims.english.tagging.modelfile import Model
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
    # Loading the model takes a moment and numpy: only a text that is read pays for both.
    from firsthand.claims.english.tagging.modelfile import shipped_model  # noqa: PLC0415 (see above)

    return attributions_by(shipped_model(), text)


def attributions_by(model: Model, text: str) -> list[Attribution]:
    """Find the attributions in a text with a given model."""
    from firsthand.claims.english.tagging.tagger import tagged  # noqa: PLC0415 (as above)

    found: list[Attribution] = []
    for one in tagged(text, model):
        found.extend(
            Attribution(
                source=_spans([link.source] if link.source else [], one.paragraph.tokens),
                cue=_spans([link.cue], one.paragraph.tokens),
                content=_spans(link.contents, one.paragraph.tokens),
                confidence=link.confidence,
            )
            for link in linked(one.scene, model.links)
        )
    return found


def _spans(stretches: Sequence[Stretch], tokens: Sequence[Token]) -> Spans:
    return tuple(sorted((tokens[one.first].start, tokens[one.last - 1].end) for one in stretches))
