"""Read a folder in brat layout: texts, and the attributions that people marked in each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.claims.english.tagging.attribution import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SUFFIX = re.compile(r"_[0-9a-f]{4}\Z")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """One text and the attributions marked in it by each of its annotators, the first one first."""

    name: str
    text: str
    readings: tuple[tuple[Attribution, ...], ...]

    @property
    def publisher(self) -> str:
        """The publisher, taken from the name up to its first underscore."""
        return self.name.partition("_")[0]


class UnreadableFolder(Exception):
    """A folder holds no text with annotations in brat layout."""


def marked_texts_in(folder: Path) -> list[MarkedText]:
    """Read every annotated text of a folder, sorted by name.

    The folder holds either `text/*.txt` and `attributions/*.ann`, or both kinds side by side; an
    `.ann` name may end in `_` and four hexadecimal digits, which tell annotators of one text apart.
    """
    texts = folder / "text" if (folder / "text").is_dir() else folder
    marks = folder / "attributions" if (folder / "attributions").is_dir() else folder
    annotated: dict[str, list[Path]] = {}
    for path in sorted(marks.glob("*.ann")):
        stem = path.stem
        known = (texts / f"{stem}.txt").exists()
        annotated.setdefault(stem if known else _SUFFIX.sub("", stem), []).append(path)
    found = [
        _marked(texts / f"{stem}.txt", paths)
        for stem, paths in sorted(annotated.items())
        if (texts / f"{stem}.txt").exists()
    ]
    if not found:
        message = f"{folder}: no .txt with an .ann beside it. Name a folder in brat layout."
        raise UnreadableFolder(message)
    return found


def _marked(text_path: Path, annotations: list[Path]) -> MarkedText:
    # newline="" keeps every code point where brat counted it.
    with text_path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    readings = []
    for path in annotations:
        with path.open(encoding="utf-8", newline="") as file:
            readings.append(tuple(_attributions(file.read())))
    return MarkedText(name=text_path.stem, text=text, readings=tuple(readings))


def _attributions(annotation: str) -> Iterator[Attribution]:
    spans: dict[str, tuple[str, Spans]] = {}
    events: list[list[str]] = []
    for line in annotation.split("\n"):
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            kind, _, offsets = fields[1].partition(" ")
            spans[fields[0]] = (kind, _spans(offsets))
        elif line.startswith("E") and len(fields) > 1:
            events.append([part.partition(":")[2] for part in fields[1].split()])
    for event in events:
        parts = [spans[name] for name in event if name in spans]
        cue = _joined(parts, "Cue")
        content = _joined(parts, "Content")
        if cue or content:
            yield Attribution(
                source=_joined(parts, "Source"), cue=cue, content=content, confidence=1.0
            )


def _spans(offsets: str) -> Spans:
    return tuple(
        (int(start), int(end)) for start, end in (part.split() for part in offsets.split(";"))
    )


def _joined(parts: list[tuple[str, Spans]], kind: str) -> Spans:
    return tuple(sorted({span for of_kind, spans in parts if of_kind == kind for span in spans}))
