"""Brings the tagger's attributions and the rules' sayings together.

The tagger knows better where words begin and end and whose they are; the rules know what it was
never shown: chains inside words, silences, hearsay. Where both see one cue its spans count.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.page import Page
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.claims.english.tagging.attribution import Attribution
from firsthand.claims.english.verbs import FORMS, Takes
from firsthand.claims.english.words import NEGATIONS, QUOTE_MARKS, RELATIVES
from firsthand.values.claim import Stance
from firsthand.values.spans import Span

_RULED: Final = frozenset({Manner.VERB, Manner.ACCORDING})
_LEAST: Final = 0.45
_SPEAKING_NOUNS: Final = word_set(
    """
    statement according remarks testimony tweet letter email interview report announcement
    accusation claim words per allegation quoting citing message post speech
    """
)
_NO_WORDS: Final = frozenset({Takes.LAW})


def merged(page: Page, rules: list[Saying], learned: Iterable[Attribution]) -> list[Saying]:
    """Join what rules and tagger found on a page; neither loses what only it can see."""
    kept = list(rules)
    for attribution in learned:
        if attribution.confidence < _LEAST or not attribution.source or not attribution.cue:
            continue
        cue = tuple(Span(*span) for span in attribution.cue)
        same = [s for s in kept if any(c.overlaps(own) for c in s.cue for own in cue)]
        if any(s.manner not in _RULED for s in same):
            continue
        parts = _parts(page, attribution)
        number = page.sentence_at(cue[0].start)
        if number is None or not parts:
            continue
        here = tuple(span for place, span in parts if place == number)
        source = tuple(_bare(page, Span(*span)) for span in attribution.source)
        if len(same) == 1 and here:
            own = same[0]
            relative = page.lower[page.token_from(source[0].start)] in RELATIVES
            kept[kept.index(own)] = replace(
                own,
                source=own.source if own.source and relative else source,
                content=own.content if _runs_over(own, here, kept) else here,
                confidence=max(same[0].confidence, attribution.confidence),
            )
        elif not same and here:
            saying = _learned(page, number, source, cue, here, attribution.confidence)
            if saying is None or _is_known_otherwise(saying, kept):
                continue
            kept.append(saying)
        kept.extend(
            _carried(place, source, span, attribution.confidence)
            for place, span in parts
            if place != number and not _is_taken(kept, place, span)
        )
    return kept


def _runs_over(own: Saying, here: tuple[Span, ...], kept: list[Saying]) -> bool:
    """Tell whether the tagger's words hold one speaker's next verb: ``A but insisted B``."""
    end = max(span.end for span in own.content)
    return any(
        other.sentence == own.sentence
        and other.source == own.source
        and other.cue
        and other.cue[0].start >= end
        and any(span.covers(other.cue[0]) for span in here)
        for other in kept
    )


def stands_alone(page: Page, saying: Saying, learned: list[Attribution]) -> bool:
    """Tell whether a saying that the rules alone found may be trusted.

    Verbs of thinking without the tagger's word are mostly small talk; inside other people's words,
    where the tagger never looks, the rules are all there is.
    """
    if saying.manner is not Manner.VERB or not saying.source:
        return True
    cue = saying.cue[-1]
    if any(Span(*own).overlaps(cue) for a in learned for own in a.cue):
        return True
    inside = any(Span(*own).covers(cue) for a in learned for own in a.content)
    index = page.token_from(cue.end) - 1
    form = FORMS.get(page.lower[index])
    if form is None:
        return True
    subject = saying.source[0].within(page.text).lower()
    if subject == "you" or (subject in {"i", "we", "they"} and form.verb.takes is Takes.THAT):
        return False
    if form.verb.takes is Takes.THAT and form.verb.base in _THOUGHTS:
        return False
    return inside or form.verb.takes is not Takes.THAT or form.shape != "ing"


_THOUGHTS: Final = word_set(
    """think know understand feel hope fear expect learn discover decide agree mean hold publish"""
)


def _learned(
    page: Page,
    number: int,
    source: tuple[Span, ...],
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
    confidence: float,
) -> Saying | None:
    stance = _stance_of(page, cue, content)
    if stance is None or _is_bare_frame(page, content):
        return None
    return Saying(
        sentence=number,
        source=source,
        cue=cue,
        content=content,
        stance=stance,
        manner=Manner.LEARNED,
        confidence=confidence,
        engine="tagger",
    )


def _is_bare_frame(page: Page, content: tuple[Span, ...]) -> bool:
    """Tell whether the words are themselves only somebody's saying: ``it also said``."""
    words = [page.lower[i] for span in content for i in _tokens(page, span)]
    return len(words) < 4 and any(word in FORMS for word in words)


def _tokens(page: Page, span: Span) -> range:
    return range(page.token_from(span.start), page.token_from(span.end))


def _stance_of(page: Page, cue: tuple[Span, ...], content: tuple[Span, ...]) -> Stance | None:
    """Read the stance off the cue; a cue of wishing or planning brings no statement."""
    first, last = page.token_from(cue[0].start), page.token_from(cue[-1].end)
    lowers = page.lower[first:last]
    if any(word in NEGATIONS for word in lowers):
        return None
    for word in reversed(lowers):
        form = FORMS.get(word)
        if form is None or form.verb.takes in _NO_WORDS:
            continue
        if form.verb.takes is Takes.QUOTE and not any(
            page.lower[i] in QUOTE_MARKS for span in content for i in _tokens(page, span)
        ):
            return None
        return form.verb.stance
    for word in lowers:
        if word in _SPEAKING_NOUNS or word.rstrip("s") in _SPEAKING_NOUNS:
            return Stance.ASSERTS
    return None


def _parts(page: Page, attribution: Attribution) -> list[tuple[int, Span]]:
    parts: list[tuple[int, Span]] = []
    for content in attribution.content:
        span = Span(*content)
        for number in page.sentences_at(span):
            whole = page.sentences[number].span
            part = Span(max(whole.start, span.start), min(whole.end, span.end))
            part = _without_that(page, part)
            if part.start < part.end and any(c.isalnum() for c in part.within(page.text)):
                parts.append((number, part))
    return parts


def _without_that(page: Page, span: Span) -> Span:
    words = span.within(page.text)
    bare = words.lstrip()
    if bare.lower().startswith("that "):
        return Span(span.start + len(words) - len(bare) + 5, span.end)
    return span


def _bare(page: Page, span: Span) -> Span:
    words = span.within(page.text)
    led = len(words) - len(words.lstrip(' ,.:;“"'))
    return Span(span.start + led, span.start + max(led + 1, len(words.rstrip(' ,.:;”"'))))


def _is_known_otherwise(saying: Saying, kept: list[Saying]) -> bool:
    """Tell whether the rules have the same words from the same sentence by another cue."""
    for other in kept:
        if other.sentence != saying.sentence or other.manner is Manner.AGENTLESS:
            continue
        shared = sum(
            max(0, min(a.end, b.end) - max(a.start, b.start))
            for a in other.content
            for b in saying.content
        )
        size = max(
            sum(a.end - a.start for a in other.content),
            sum(b.end - b.start for b in saying.content),
        )
        if shared > 0.6 * size:
            return True
    return False


def _is_taken(kept: list[Saying], number: int, span: Span) -> bool:
    return any(
        s.sentence == number
        and s.manner in _RULED | {Manner.CARRIED, Manner.LEARNED}
        and any(c.overlaps(span) for c in s.content)
        for s in kept
    )


def _carried(number: int, source: tuple[Span, ...], span: Span, confidence: float) -> Saying:
    return Saying(
        sentence=number,
        source=source,
        cue=(),
        content=(span,),
        stance=Stance.ASSERTS,
        manner=Manner.CARRIED,
        confidence=confidence * 0.9,
        engine="tagger",
    )
