"""Quotations without a cue of their own: whose they are follows from the quotes around them."""

from dataclasses import dataclass
from typing import Final

from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.quotes import Quote, Sort
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.values.claim import Stance
from firsthand.values.spans import Span

_SAME_QUOTE: Final = 0.85
_NEXT_QUOTE: Final = 0.8
_NEXT_PARAGRAPH: Final = 0.7
_NOBODY: Final = 0.3
_SPEAKING: Final = frozenset({Manner.VERB, Manner.ACCORDING, Manner.CARRIED, Manner.LEARNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Owner:
    source: tuple[Span, ...]
    paragraph: int


def carried_in(page: Page, quotes: list[Quote], sayings: list[Saying]) -> list[Saying]:
    """Give each sentence of quoted speech that has no cue its speaker."""
    by_sentence: dict[int, list[Saying]] = {}
    for saying in sayings:
        by_sentence.setdefault(saying.sentence, []).append(saying)
    speech = [quote for quote in quotes if quote.sort is Sort.SPEECH]
    found: list[Saying] = []
    owner: _Owner | None = None
    previous: Quote | None = None
    for place, quote in enumerate(speech):
        parts = _parts(page, quote)
        own = _cue_of(parts, quote, by_sentence)
        confidence = _SAME_QUOTE
        if own is None and previous is not None and owner is not None:
            own, confidence = _handed_on(page, quote, previous, owner)
        if own is None:
            own = _announced(page, quote, parts, by_sentence)
            confidence = _NEXT_PARAGRAPH
        if (
            own is None
            and place + 1 < len(speech)
            and speech[place + 1].paragraph == quote.paragraph
        ):
            # "…" "…," he said: the cue of one paragraph serves all its quotes.
            own = _cue_of(_parts(page, speech[place + 1]), speech[place + 1], by_sentence)
            confidence = _NEXT_PARAGRAPH
        for number, part in parts:
            if any(
                s.manner is Manner.CARRIED and s.content[0].overlaps(part)
                for s in by_sentence.get(number, [])
            ):
                continue
            if not _is_covered(part, by_sentence.get(number, []), quote):
                found.append(_carried(number, part, own or (), confidence if own else _NOBODY))
        owner = _Owner(source=own, paragraph=quote.paragraph) if own else None
        previous = quote
    return found


def _carried(number: int, part: Span, source: tuple[Span, ...], confidence: float) -> Saying:
    return Saying(
        sentence=number,
        source=source,
        cue=(),
        content=(part,),
        stance=Stance.ASSERTS,
        manner=Manner.CARRIED,
        confidence=confidence,
    )


def _parts(page: Page, quote: Quote) -> list[tuple[int, Span]]:
    """Cut a quote into its sentences."""
    parts: list[tuple[int, Span]] = []
    for number in page.sentences_at(quote.inner):
        sentence = page.sentences[number]
        start = max(sentence.span.start, quote.inner.start)
        end = min(sentence.span.end, quote.inner.end)
        if start < end and any(c.isalnum() for c in page.text[start:end]):
            parts.append((number, Span(start, end)))
    return parts


def _cue_of(
    parts: list[tuple[int, Span]], quote: Quote, by_sentence: dict[int, list[Saying]]
) -> tuple[Span, ...] | None:
    for number, part in parts:
        for saying in by_sentence.get(number, []):
            if _speaks(saying, part, quote):
                return saying.source
    return None


def _speaks(saying: Saying, part: Span, quote: Quote) -> bool:
    outside = saying.cue and not quote.inner.covers(saying.cue[0])
    return bool(
        saying.manner in _SPEAKING
        and outside
        and saying.source
        and not quote.inner.covers(saying.source[0])
        and any(content.overlaps(part) for content in saying.content)
    )


def _is_covered(part: Span, sayings: list[Saying], quote: Quote) -> bool:
    return any(_speaks(saying, part, quote) for saying in sayings)


def _handed_on(
    page: Page, quote: Quote, previous: Quote, owner: _Owner
) -> tuple[tuple[Span, ...] | None, float]:
    """Take the speaker over from the quote before, where nobody else has spoken between."""
    if quote.paragraph == previous.paragraph:
        return owner.source, _NEXT_QUOTE
    opens = quote.outer.start == page.paragraphs[quote.paragraph].start
    if quote.paragraph == previous.paragraph + 1 and opens:
        between = page.text[previous.outer.end : quote.outer.start]
        # After the last quote only its own cue may stand: a new sentence may bring a new speaker.
        if previous.runs_on or between.count(".") <= 1:
            return owner.source, _NEXT_PARAGRAPH
    return None, 0.0


def _announced(
    page: Page, quote: Quote, parts: list[tuple[int, Span]], by_sentence: dict[int, list[Saying]]
) -> tuple[Span, ...] | None:
    """Take the speaker of the sentence before, in this paragraph or at the end of the last one."""
    if not parts:
        return None
    first = parts[0][0]
    candidates = [first] if page.sentences[first].span.start < quote.outer.start else []
    candidates.append(first - 1)
    for number in candidates:
        if number < 0:
            continue
        sentence: Sentence = page.sentences[number]
        if (
            sentence.paragraph < quote.paragraph - 1
            or sentence.setting is not page.sentences[first].setting
        ):
            continue
        for saying in reversed(by_sentence.get(number, [])):
            silent = saying.manner in {Manner.SILENCE, Manner.DECLINED}
            if saying.source and (saying.manner in _SPEAKING or silent):
                return saying.source
    return None
