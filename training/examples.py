"""Turn marked texts into what the network learns from: numbers in, labels out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.attribution.brat import MarkedText
from firsthand.claims.english.tagging.attribution import Attribution
from firsthand.claims.english.tagging.labels import LABELS, Part, Stretch, labels_from
from firsthand.claims.english.tagging.places import Paragraph, paragraphs_of
from firsthand.claims.english.tagging.tagger import placed_paragraphs
from firsthand.claims.english.tagging.wordtable import WordTable, normal_form_of

TABLE = Path(__file__).with_name("words.archive")

# A word's grade as a cue: how large a share of its uses stands in cues. 0 is for words seen too
# rarely to be graded, 1 for those never seen in a cue.
_STEPS = (0.004, 0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85)
_FEWEST_SEEN = 4
GRADES = len(_STEPS) + 2

_CUE_COLUMN = 8
_NUMBER_OF = {label: number for number, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One paragraph: per token its signs' numbers, its places' numbers, and its label's number."""

    signs: NDArray[np.int64]
    places: NDArray[np.int64]
    labels: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueCounts:
    """How often each word was seen, and how often of that in a cue."""

    in_cues: Mapping[str, int]
    seen: Mapping[str, int]

    def grade(self, word: str, without: CueCounts | None = None) -> int:
        """Grade a word as a cue, leaving one text's own counts out where it is given."""
        seen = self.seen.get(word, 0)
        in_cues = self.in_cues.get(word, 0)
        if without is not None:
            # Else the network would learn to trust a grade that its own example has set.
            seen -= without.seen.get(word, 0)
            in_cues -= without.in_cues.get(word, 0)
        if seen < _FEWEST_SEEN:
            return 0
        return 1 + sum(in_cues / seen >= step for step in _STEPS)


def cue_counts_in(text: MarkedText) -> CueCounts:
    """Count a text's words, and those within its cues."""
    spans = sorted(span for one in text.readings[0] for span in one.cue)
    in_cues: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for paragraph in paragraphs_of(text.text):
        for token in paragraph.tokens:
            word = normal_form_of(token.text)
            seen[word] += 1
            in_cues[word] += any(start < token.end and token.start < end for start, end in spans)
    return CueCounts(in_cues=in_cues, seen=seen)


def summed(counts: Sequence[CueCounts]) -> CueCounts:
    """Add counts up."""
    in_cues: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for one in counts:
        in_cues.update(one.in_cues)
        seen.update(one.seen)
    return CueCounts(in_cues=in_cues, seen=seen)


def examples_from(
    text: MarkedText, words: WordTable, known: Mapping[str, int], every: CueCounts, own: CueCounts
) -> Iterator[Example]:
    """Make one example of each paragraph; only words in the table (`known`) have a grade."""
    grades = {word: every.grade(word, without=own) for word in own.seen if word in known}
    for placed in placed_paragraphs(text.text, words):
        tokens = placed.paragraph.tokens
        signs = np.array([form.numbers for form in placed.forms], dtype=np.int64)
        signs[:, _CUE_COLUMN] = [grades.get(normal_form_of(token.text), 0) for token in tokens]
        labels = labels_from(marked_stretches(placed.paragraph, text.readings[0]), len(tokens))
        yield Example(
            signs=signs,
            places=np.array(placed.places, dtype=np.int64),
            labels=np.array([_NUMBER_OF[label] for label in labels], dtype=np.int64),
        )


def marked_stretches(paragraph: Paragraph, marked: Sequence[Attribution]) -> list[Stretch]:
    """Express the marked attributions that reach into a paragraph as stretches of its tokens."""
    starts = [token.start for token in paragraph.tokens]
    ends = [token.end for token in paragraph.tokens]
    found = []
    for one in marked:
        if not one.cue:
            continue
        turn = one.cue[0][0]
        for spans, before, after in (
            (one.cue, Part.CUE, Part.CUE),
            (one.source, Part.SOURCE_BEFORE, Part.SOURCE_AFTER),
            (one.content, Part.CONTENT_BEFORE, Part.CONTENT_AFTER),
        ):
            for start, end in spans:
                first, last = bisect_right(ends, start), bisect_left(starts, end)
                if first < last:
                    part = before if start < turn else after
                    found.append(Stretch(part=part, first=first, last=last, confidence=1.0))
    return found
