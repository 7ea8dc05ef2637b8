"""Who is said to say what, where: the attributions that the learned tagger sees in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attributed statement: whose words or thoughts, by which cue, and what was said.

    Spans are code-point offsets into the text, in order; `source` is empty when none was found.
    """

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    confidence: float


def attributions_in(text: str) -> list[Attribution]:
    """Find the attributions in an article's body, whose paragraphs are divided by newlines."""
    raise NotImplementedError(text)
