"""Brings the tagger's attributions and the rules' sayings together.

The tagger knows better where words begin and end and whose they are; the rules know what it was
never shown: chains inside words, silences, hearsay. Where both see one cue its spans count.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.page import Page
from firsthand.claims.english.phrases import has_finite_verb
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
    accusation claim words per allegation message post speech
    """
)
_CLAIM_ASIDE: Final = re.compile(
    r",\s+an?\s+(?:accusation|claim|allegation|charge|assertion|statement)\s+(?:that|which)\b"
)
_REASON: Final = re.compile(r"\s*,\s+(?:as|because|since)\s")
_JOINTS: Final = frozenset({"and", "but", "then"})
_NO_WORDS: Final = frozenset({Takes.LAW})


class Learned:
    """The tagger's attributions on one page, by sentence, to be joined with the rules' sayings."""

    def __init__(self, page: Page, attributions: Iterable[Attribution]) -> None:
        """Sort the attributions by the sentences of their cues and of their words."""
        self._page = page
        self._attributions = [
            one for one in attributions if one.confidence >= _LEAST and one.source and one.cue
        ]
        self._cues: dict[int, list[Span]] = {}
        self._contents: dict[int, list[Span]] = {}
        for one in self._attributions:
            for spans, found in ((one.cue, self._cues), (one.content, self._contents)):
                for span in (Span(*span) for span in spans):
                    for number in page.sentences_at(span):
                        found.setdefault(number, []).append(span)

    def trusts(self, saying: Saying) -> bool:
        """Tell whether a saying that the rules found may stand.

        Verbs of thinking without the tagger's word are mostly small talk; inside other people's
        words, where the tagger never looks, the rules are all there is.
        """
        if saying.manner is not Manner.VERB or not saying.source:
            return True
        cue = saying.cue[-1]
        form = FORMS.get(self._page.lower[self._page.token_from(cue.end) - 1])
        if form is None or any(own.overlaps(cue) for own in self._cues.get(saying.sentence, [])):
            return True
        subject = saying.source[0].within(self._page.text).lower()
        weak = form.verb.takes is Takes.THAT
        if subject == "you" or (weak and subject in {"i", "we", "they"}):
            return False
        if weak and form.verb.base in _THOUGHTS:
            return False
        inside = any(own.covers(cue) for own in self._contents.get(saying.sentence, []))
        return inside or not weak or form.shape != "ing"

    def merged(self, rules: list[Saying]) -> list[Saying]:
        """Join what rules and tagger found; neither loses what only it can see."""
        kept: dict[int, list[Saying]] = {}
        for saying in rules:
            kept.setdefault(saying.sentence, []).append(saying)
        for one in self._attributions:
            self._merge(one, kept)
        return [saying for here in kept.values() for saying in here]

    def _merge(self, one: Attribution, kept: dict[int, list[Saying]]) -> None:
        page = self._page
        cue = tuple(Span(*span) for span in one.cue)
        number = page.sentence_at(cue[0].start)
        parts = _parts(page, one)
        content = tuple(span for place, span in parts if place == number)
        if number is None or not parts:
            return
        here = kept.setdefault(number, [])
        same = [s for s in here if any(c.overlaps(own) for c in s.cue for own in cue)]
        if any(s.manner not in _RULED for s in same):
            return
        source = tuple(_bare(page, Span(*span)) for span in one.source)
        if len(same) == 1 and content:
            here[here.index(same[0])] = self._corrected(same[0], source, cue, content, one, here)
        elif not same and content:
            saying = _learned(page, number, source, cue, content, one.confidence)
            if saying is None or _is_known_otherwise(saying, here):
                return
            here.append(saying)
        for place, span in parts:
            there = kept.setdefault(place, [])
            if place != number and not _is_taken(there, span):
                there.append(_carried(place, source, cue, span, one.confidence))

    def _corrected(
        self,
        own: Saying,
        source: tuple[Span, ...],
        cue: tuple[Span, ...],
        content: tuple[Span, ...],
        one: Attribution,
        here: list[Saying],
    ) -> Saying:
        """Take the tagger's spans, but no relative pronoun for a name, and no next verb's words."""
        opening = self._page.lower[self._page.token_from(source[0].start)]
        if _is_turned_round(own, source, content) and own.confidence > one.confidence:
            return own
        inside = any(mine.covers(source[0]) and mine.start < source[0].start for mine in own.source)
        first = self._page.token_from(source[0].start)
        before = self._page.lower[first - 1]
        ruled = own.source and (
            opening in RELATIVES
            or own.manner is Manner.ACCORDING
            # "The Page, which Jo Vale runs, said": not he, but what he runs.
            or (inside and (before in RELATIVES or self._page.is_capital(first - 1)))
        )
        return replace(
            own,
            cue=cue,
            source=own.source if ruled else source,
            content=own.content if self._keeps(own, content, here) else content,
            confidence=max(own.confidence, one.confidence),
        )

    def _keeps(self, own: Saying, content: tuple[Span, ...], here: list[Saying]) -> bool:
        """Tell whether the rules' words are the better ones."""
        if own.stance is Stance.WITHDRAWS or own.manner is Manner.ACCORDING:
            return True
        rest = self._page.text[content[-1].end : own.content[-1].end]
        hearer = self._page.text[content[0].start : own.content[0].start].rstrip()
        if hearer.endswith(" that") and content[0].start < own.content[0].start:
            # "informed the officer that …": the officer is told, not a part of what is said.
            return True
        return bool(_REASON.match(rest)) or _runs_over(self._page, own, content, here)


def _is_turned_round(own: Saying, source: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether the tagger takes the rules' speaker for the words: ``the firm said X``."""
    return any(span.covers(mine) for span in content for mine in own.source) and any(
        mine.covers(span) for span in source for mine in own.content
    )


def _runs_over(page: Page, own: Saying, content: tuple[Span, ...], here: list[Saying]) -> bool:
    """Tell whether the tagger's words hold one speaker's next verb: ``A but insisted B``."""
    end = max(span.end for span in own.content)
    return any(
        other.cue
        and other.cue[0].start >= end
        and any(span.covers(other.cue[0]) for span in content)
        and (
            other.source == own.source or page.text[end : other.cue[0].start].strip(" ,") in _JOINTS
        )
        for other in here
    )


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
    stance, manner = _stance_of(page, cue, content), Manner.LEARNED
    if stance is None and _views(page, cue, content):
        stance, manner = Stance.ASSERTS, Manner.VIEW
    if stance is None or _is_bare_frame(page, content):
        return None
    return Saying(
        sentence=number,
        source=source,
        cue=cue,
        content=content,
        stance=stance,
        manner=manner,
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


def _views(page: Page, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Tell whether words behind an unlisted verb say something: a clause, an aim, a quotation.

    ``endorsed the mayor`` is an act; what follows ``doubts that`` or ``aims to`` is a view.
    """
    verbs = [page.lower[i] for span in cue for i in _tokens(page, span)]
    if any(word in NEGATIONS or word in FORMS for word in verbs):
        return False
    runs = [_tokens(page, span) for span in content]
    opening = page.lower[runs[0].start]
    if opening in _OPENS_CLAUSE or any(page.lower[i] in QUOTE_MARKS for run in runs for i in run):
        return True
    return any(has_finite_verb(page, run.start + 1, run.stop) for run in runs)


_OPENS_CLAUSE: Final = word_set("that whether how why what when where who if to for")


def _parts(page: Page, attribution: Attribution) -> list[tuple[int, Span]]:
    parts: list[tuple[int, Span]] = []
    for content in attribution.content:
        span = Span(*content)
        for number in page.sentences_at(span):
            whole = page.sentences[number].span
            part = Span(max(whole.start, span.start), min(whole.end, span.end))
            part = _without_aside(page, _without_that(page, part))
            if part.start < part.end and any(c.isalnum() for c in part.within(page.text)):
                parts.append((number, part))
    return parts


_ASIDE_THAT: Final = re.compile(
    r"\s*(?:however|too|though|also|instead|moreover|meanwhile),?\s+that\s+", re.IGNORECASE
)


def _without_aside(page: Page, span: Span) -> Span:
    """End before ``…, an accusation that the port denies``: others speak there."""
    found = _CLAIM_ASIDE.search(page.text, span.start, span.end)
    return Span(span.start, found.start()) if found else span


def _without_that(page: Page, span: Span) -> Span:
    words = span.within(page.text)
    aside = _ASIDE_THAT.match(words)
    if aside:
        return Span(span.start + aside.end(), span.end)
    bare = words.lstrip()
    if bare.lower().startswith("that "):
        return Span(span.start + len(words) - len(bare) + 5, span.end)
    return span


def _bare(page: Page, span: Span) -> Span:
    words = span.within(page.text)
    led = len(words) - len(words.lstrip(' ,.:;“"'))
    return Span(span.start + led, span.start + max(led + 1, len(words.rstrip(' ,.:;”"'))))


def _is_known_otherwise(saying: Saying, here: list[Saying]) -> bool:
    """Tell whether the rules have the same words from the same sentence by another cue."""
    for other in here:
        if other.manner is Manner.AGENTLESS:
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


def _is_taken(there: list[Saying], span: Span) -> bool:
    return any(
        s.manner in _RULED | {Manner.CARRIED, Manner.LEARNED}
        and any(c.overlaps(span) for c in s.content)
        for s in there
    )


def _carried(
    number: int,
    source: tuple[Span, ...],
    cue: tuple[Span, ...],
    span: Span,
    confidence: float,
) -> Saying:
    return Saying(
        sentence=number,
        led_by=cue,
        source=source,
        cue=(),
        content=(span,),
        stance=Stance.ASSERTS,
        manner=Manner.CARRIED,
        confidence=confidence * 0.9,
        engine="tagger",
    )
