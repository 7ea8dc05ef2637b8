"""The part of a source that speaks, cut into paragraphs, sentences and words.

Invariant: ``Page.text`` is as long as the source's text, so that every offset is the source's own;
what does not speak (furniture, captions, teasers, credits) is blanked out and cannot be read.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from firsthand.claims.english.tagging.tokens import Token, sentences_of, tokens_of
from firsthand.values.claim import Setting
from firsthand.values.source import SPEAKING_ROLES, Role, Source
from firsthand.values.spans import Span

_LINE_END: Final = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*")
_HARD_WRAP_FROM: Final = 45
_CLOSERS: Final = '.!?:;”"…)'


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its place, its tokens (``first`` up to ``last``) and its paragraph."""

    span: Span
    first: int
    last: int
    paragraph: int
    setting: Setting


class Page:
    """A source's speaking text with its sentences and tokens; all offsets count in the source."""

    def __init__(self, source: Source) -> None:
        """Blank out what does not speak, then cut the rest."""
        self.text = _speaking_text(source)
        self.notes_from = _notes_in(self.text)
        self.tokens: list[Token] = tokens_of(self.text)
        self.lower: list[str] = [token.text.lower() for token in self.tokens]
        self._starts = [token.start for token in self.tokens]
        self.inner_capitals = frozenset(
            token.text
            for token, before in zip(self.tokens[1:], self.tokens, strict=False)
            if token.text[0].isupper() and before.text[-1].isalnum()
        )
        # A word that also stands here in small letters is no name where it opens a sentence.
        self.plain_words = frozenset(t.text for t in self.tokens if t.text[0].islower())
        self.sentences: list[Sentence] = []
        self.paragraphs: list[Span] = []
        self._cut(source)
        self._sentence_starts = [sentence.span.start for sentence in self.sentences]

    def _cut(self, source: Source) -> None:
        headings = [p.span for p in source.passages if p.role in {Role.TITLE, Role.HEADING}]
        heading_starts = [span.start for span in headings]
        last_end = -1
        for start, end in sentences_of(self.text):
            if last_end < 0 or "\n" in self.text[last_end:start]:
                self.paragraphs.append(Span(start, end))
            else:
                self.paragraphs[-1] = Span(self.paragraphs[-1].start, end)
            last_end = end
            place = bisect_right(heading_starts, start) - 1
            in_heading = place >= 0 and start < headings[place].end
            self.sentences.append(
                Sentence(
                    span=Span(start, end),
                    first=self.token_from(start),
                    last=self.token_from(end),
                    paragraph=len(self.paragraphs) - 1,
                    setting=Setting.HEADLINE if in_heading else Setting.BODY,
                )
            )

    def token_from(self, offset: int) -> int:
        """Give the index of the first token that starts at an offset or after it."""
        return bisect_left(self._starts, offset)

    def sentences_at(self, span: Span) -> range:
        """Give the numbers of the sentences that share words with a span."""
        first = bisect_right(self._sentence_starts, span.start) - 1
        first = max(first, 0)
        if self.sentences and self.sentences[first].span.end <= span.start:
            first += 1
        return range(first, bisect_left(self._sentence_starts, span.end))

    def sentence_at(self, offset: int) -> int | None:
        """Give the number of the sentence that an offset stands in."""
        number = bisect_right(self._sentence_starts, offset) - 1
        if number < 0 or self.sentences[number].span.end <= offset:
            return None
        return number

    def span_of(self, first: int, last: int) -> Span:
        """Give the place of the tokens from ``first`` up to, and without, ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words(self, first: int, last: int) -> str:
        """Read the text of a run of tokens as it is written."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def is_capital(self, index: int) -> bool:
        """Tell whether a token starts with a capital letter."""
        return self.tokens[index].text[0].isupper()


def _speaking_text(source: Source) -> str:
    blanked: list[str] = []
    end = 0
    for passage in source.passages:
        # A passage that does not speak still divides the ones around it.
        blanked.append("\n" * (passage.span.start - end))
        words = passage.span.within(source.text)
        speaks = passage.role in SPEAKING_ROLES
        blanked.append(_unwrapped(words) if speaks else "\n" * len(words))
        end = passage.span.end
    blanked.append("\n" * (len(source.text) - end))
    return _DATELINE.sub(_as_spaces, "".join(blanked))


# "PORT VALE, March 4 (NPS) —" says where and when, and is nobody's words.
_DATELINE: Final = re.compile(
    r"^(?:\([A-Z][^)\n]{2,60}\)[^\S\n]*"
    r"|[A-Z][A-Z .’'-]{2,30}(?:,[^\S\n][^–—\n-]{1,40})?[^\S\n]*(?:\([^)\n]{2,30}\)[^\S\n]*)?"
    r"|[A-Z][\w .’'-]{2,30}(?:,[^\S\n][^–—\n-]{1,40})?[^\S\n]*\([A-Z][\w /.]{1,25}\)[^\S\n]*)"
    r"[–—-]{1,2}[^\S\n]+(?=[A-Z\d“\"‘])",
    re.MULTILINE,
)
_NOTES: Final = re.compile(
    r"^[^\S\n]*(?:notes?\s+(?:to|for)\s+editors?|(?:media|press)\s+(?:contacts?|enquiries|inquiries)"
    r"|for\s+(?:more|further)\s+information|[-–—]?\s*ends\s*[-–—]?)[^\S\n]*:?[^\S\n]*$",
    re.MULTILINE | re.IGNORECASE,
)


def _as_spaces(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _notes_in(text: str) -> int:
    """Give where a release's notes to editors begin, or where the text ends."""
    found = _NOTES.search(text, len(text) // 2)
    return found.start() if found else len(text)


def _unwrapped(words: str) -> str:
    """Join the lines of a paragraph that was broken at a fixed width; the length stays the same."""

    def joined(found: re.Match[str]) -> str:
        line_start = max(words.rfind("\n", 0, found.start()), words.rfind("\r", 0, found.start()))
        line = words[line_start + 1 : found.start()].rstrip()
        following = words[found.end() : found.end() + 1]
        whole = (
            len(line) < _HARD_WRAP_FROM or line[-1:] in _CLOSERS or following in {"", "\n", "\r"}
        )
        return "\n" * len(found.group()) if whole else " " * len(found.group())

    return _LINE_END.sub(joined, words)
