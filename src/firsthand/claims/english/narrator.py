"""The publisher's own voice: plain statements that name nobody else.

Invariant: nothing here lies inside anybody's quoted or attributed words, and nothing hedged by an
adverb or by ``is said to`` becomes the publisher's own assertion.
"""

import re
from typing import Final

from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.phrases import has_finite_verb
from firsthand.claims.english.quotes import Quote, Sort, quotes_by_sentence
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.claims.english.transcripts import turns_in
from firsthand.values.claim import Setting, Stance

_OWN: Final = 0.5
_TITLE: Final = 0.4
_FEWEST_TOKENS: Final = 4
_IMPERATIVE: Final = re.compile(
    r"^(?:click|read|watch|see|sign|subscribe|follow|call|visit|email|e-mail|contact|listen|share|send|join|"
    r"download|photo|image|file|updated|published|correction|by|reporting|editing|with files"
    r"|more (?:from|on|in)|got a|have your|a version of this (?:article|story))\b",
    re.IGNORECASE,
)
_TELLING: Final = frozenset(
    {
        Manner.VERB,
        Manner.ACCORDING,
        Manner.LEARNED,
        Manner.HEADLINE,
        Manner.SILENCE,
        Manner.DECLINED,
        Manner.UNCONFIRMED,
        Manner.WITHDRAWN,
    }
)


def own_voice_in(page: Page, sayings: list[Saying], quotes: list[Quote]) -> list[Saying]:
    """Find the sentences that the publisher says without naming anybody."""
    by_sentence: dict[int, list[Saying]] = {}
    for saying in sayings:
        by_sentence.setdefault(saying.sentence, []).append(saying)
    found: list[Saying] = []
    turned = {number for turn in turns_in(page) for number, _ in turn.sentences}
    quoted = quotes_by_sentence(page, quotes)
    for number, sentence in enumerate(page.sentences):
        speech = any(quote.sort is Sort.SPEECH for quote in quoted.get(number, []))
        if number in turned or (speech and sentence.setting is Setting.BODY):
            continue
        here = by_sentence.get(number, [])
        if any(saying.manner in _TELLING for saying in here):
            continue
        if any(_hedges_whole(page.text, saying) for saying in here) or not _states(page, sentence):
            continue
        found.append(
            Saying(
                sentence=number,
                source=(),
                cue=(),
                content=(sentence.span,),
                stance=Stance.ASSERTS,
                manner=Manner.OWN_VOICE,
                confidence=_OWN if sentence.setting is Setting.BODY else _TITLE,
            )
        )
    return found


def _hedges_whole(text: str, saying: Saying) -> bool:
    """Tell whether an agentless cue hedges the sentence's own verb."""
    return saying.manner is Manner.AGENTLESS and (
        len(saying.content) > 1
        or saying.content[0].start < saying.cue[0].start
        or saying.cue[0].within(text).lower().startswith("it ")
    )


def _states(page: Page, sentence: Sentence) -> bool:
    words = sentence.span.within(page.text)
    if words.rstrip("”\"’') ").endswith("?") or _IMPERATIVE.match(words):
        return False
    if sentence.span.start >= page.notes_from:
        # What a release tells editors of itself is for them, and no part of its story.
        return False
    if sentence.last - sentence.first < _FEWEST_TOKENS:
        return False
    if sentence.setting is Setting.HEADLINE:
        return True
    if words.rstrip()[-1] not in '.!…)”"':
        return False
    return has_finite_verb(page, sentence.first + 1, sentence.last)
