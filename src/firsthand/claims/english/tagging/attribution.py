"""Who is said to say what, where: the attributions that the learned tagger sees in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.claims.english.tagging.linking import contents_without_cue, linked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.english.tagging.labels import Stretch
    from firsthand.claims.english.tagging.modelfile import Model
    from firsthand.claims.english.tagging.tokens import Token

Spans = tuple[tuple[int, int], ...]

_OUTER_MARKS = frozenset((",", ";", ":", "-", "--", "–", "—"))


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
    takes_more = False
    for one in tagged(text, model):
        tokens = one.paragraph.tokens
        links = linked(one.scene, model.links)
        found.extend(
            Attribution(
                source=_spans([link.source] if link.source else [], tokens),
                cue=_spans([link.cue], tokens),
                content=_spans(link.contents, tokens),
                confidence=link.confidence,
            )
            for link in links
        )
        carried = contents_without_cue(one.scene)
        if carried and takes_more:
            # A quotation that goes on in a paragraph of its own is still the last speaker's.
            found[-1] = replace(found[-1], content=found[-1].content + _spans(carried, tokens))
        takes_more = bool(links) or (takes_more and bool(carried))
    return found


def _spans(stretches: Sequence[Stretch], tokens: Sequence[Token]) -> Spans:
    return tuple(sorted(_span_of(tokens[one.first : one.last]) for one in stretches))


def _span_of(tokens: Sequence[Token]) -> tuple[int, int]:
    """Give the span from the first word or quotation mark to the last, without commas outside."""
    inner = [token for token in tokens if token.text not in _OUTER_MARKS] or tokens
    return inner[0].start, inner[-1].end
