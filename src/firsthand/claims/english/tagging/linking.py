"""Join cues with their sources and contents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from firsthand.claims.english.tagging.labels import Part, Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE = (Part.SOURCE_BEFORE, Part.CONTENT_BEFORE)
_SOURCES = (Part.SOURCE_BEFORE, Part.SOURCE_AFTER)


@dataclass(slots=True, kw_only=True)
class Linked:
    """One cue with what was linked to it."""

    cue: Stretch
    sources: list[Stretch] = field(default_factory=list)
    contents: list[Stretch] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        """The tagger's belief in the least sure part."""
        parts = (self.cue, *self.sources, *self.contents)
        return min(1.0, max(0.0, min(part.confidence for part in parts)))


def linked(stretches: Sequence[Stretch], sentences: Sequence[tuple[int, int]]) -> list[Linked]:
    """Link every source and content of a paragraph to the nearest cue on the side its label tells."""
    found = [Linked(cue=stretch) for stretch in stretches if stretch.part is Part.CUE]
    for stretch in stretches:
        if stretch.part is Part.CUE:
            continue
        if stretch.part in _BEFORE:
            fits = [one for one in found if one.cue.first >= stretch.last][:1]
        else:
            fits = [one for one in found if one.cue.last <= stretch.first][-1:]
        for one in fits or found[:1]:
            (one.sources if stretch.part in _SOURCES else one.contents).append(stretch)
    _share_left(found, stretches, sentences)
    return [one for one in found if one.contents]


def _share_left(
    found: Sequence[Linked], stretches: Sequence[Stretch], sentences: Sequence[tuple[int, int]]
) -> None:
    """Let a cue without a source take the nearest source to its left in its sentence."""
    for one in found:
        if one.sources:
            continue
        begin = max((first for first, _ in sentences if first <= one.cue.first), default=0)
        to_the_left = [
            stretch
            for stretch in stretches
            if stretch.part in _SOURCES and begin <= stretch.first and stretch.last <= one.cue.first
        ]
        one.sources.extend(to_the_left[-1:])
