"""What people do not say: no comment, no answer, no details, not confirmed.

These are no denials and no charges; each has a stance of its own and stands beside a finding.
"""

import re
from collections.abc import Callable
from typing import Final

from firsthand.claims.english.frames import main_subject
from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.phrases import subject_before
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.claims.english.words import QUOTE_MARKS
from firsthand.values.claim import Stance
from firsthand.values.spans import Span

_NOT: Final = r"(?:not|n[’']t|never)"
_ADV: Final = r"(?:(?!be\b)(?:\w+ly|yet|so far|been|immediately|also|even|further)\s+){0,3}"
_NO_AUX: Final = (
    rf"(?:(?:did|does|do|would|will|could|can|has|have|had)\s?{_NOT}|(?:wo|ca)n[’']t|cannot)\s+"
    rf"(?:be\s+)?{_ADV}"
)
_COMMENT: Final = r"comment(?:ing)?|discuss(?:ing)?|speculate"
_TELLING: Final = (
    "say|identify|specify|name|disclose|reveal|explain|elaborate|indicate|state|mention|address|"
    "detail|describe|list|clarify|divulge|spell out|go into|make public"
)
_TOLD: Final = (
    "said|identified|specified|named|disclosed|revealed|explained|elaborated|indicated|stated|"
    "mentioned|addressed|detailed|described|listed|clarified|made public"
)
_TELLING_ING: Final = (
    "saying|naming|identifying|specifying|disclosing|explaining|elaborating|revealing"
)
_GIVING: Final = (
    r"(?:provide|give|offer|release|publish|share|supply)\s+(?:(?:any|more|further|other|the|a|an)\s+)*"
    r"(?:details?|information|figures?|evidence|explanation|reasons?|particulars|names?|numbers?|"
    r"answers?|comment|account|description|breakdown|dates?)"
)
_SURE: Final = r"(?:confirm|verify|corroborate|authenticate|substantiate)"
_SURED: Final = r"(?:confirmed|verified|corroborated|authenticated|substantiated)"
_INDEPENDENTLY: Final = r"(?:independently\s+|immediately\s+|yet\s+|fully\s+)*"

_DECLINED: Final = re.compile(
    rf"""\b(?:
      (?:(?:has|have|had)\s+)?(?:declin|refus)(?:e|es|ed|ing)\s+to\s+(?:comment|discuss|speak|talk|answer
        |respond|say|be\s+interviewed|elaborate|give|provide|identify|name|disclose|speculate|confirm)\b
    | {_NO_AUX}(?:{_COMMENT})\b
    | (?:am|is|are|was|were|’m|’re|'re)\s+not\s+
      (?:going\s+to|prepared\s+to|in\s+a\s+position\s+to|able\s+to)\s+
      (?:comment|discuss|speculate|say|speak|characteri[sz]e|go\s+into)\b
    | (?:had|has|have)\s+(?:no|nothing)\s+(?:\w+\s+)?(?:comment|to\s+(?:say|add))\b
    | (?:offered|gave)\s+no\s+comment\b
    | (?:will|would)\s+(?:make|give|offer)\s+no\s+(?:further\s+)?(?:comment|statement)\b
    | there\s+(?:will|would)\s+be\s+no\s+(?:further\s+)?comment\b
    | (?:would|will|could|can)\s+neither\s+confirm\s+nor\s+deny\b
    | {_NO_AUX}confirm\s+or\s+deny\b
    | no\s+(?:further\s+)?comment\b
    | {_NO_AUX}(?:speak|talk)\s+(?:about|of)\b
    | (?:would|will|could)\s?{_NOT}\s+be\s+drawn\b
    | (?:kept|keeps|stayed|stays|remained|remains)\s+(?:mum|silent|tight-lipped)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_UNSAID: Final = re.compile(
    rf"""\b(?:
      {_NO_AUX}(?:{_TELLING}|{_TOLD})\b
    | {_NO_AUX}{_GIVING}\b
    | nor\s+(?:did|does|has|would|will)\s+(?P<inverted>[\w’' -]{{1,40}}?)\s+(?:{_GIVING}
    |{_TELLING}|{_TOLD})\b
    | {_NO_AUX}(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?)\b
    | (?:could|can)\s?not\s+(?:immediately\s+)?be\s+reached\b
    | (?:gave|provided|offered|released)\s+no\s+(?:further\s+)?(?:details?|information|figures?
    |reasons?|
        evidence|explanation|names?|answers?)\b
    | (?:makes?|made)\s+no\s+mention\s+of\b
    | stop(?:ped|s)\s+short\s+of\s+\w+ing\b
    | without\s+(?:{_TELLING_ING})\b
    | (?:was|were|is|are)\s+silent\s+(?:on|about)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_UNCONFIRMED: Final = re.compile(
    rf"""\b(?:
      (?:has|have|had)\s?{_NOT}\s+(?:yet\s+)?(?:been\s+able\s+to\s+)?{_INDEPENDENTLY}(?:{_SURED}|{_SURE})\b
    | (?:could|can|did|was\s+able\s+to|were\s+able\s+to)\s?{_NOT}\s+{_INDEPENDENTLY}{_SURE}\b
    | cannot\s+{_INDEPENDENTLY}{_SURE}\b
    | (?:was|were|is|are|been)\s+(?:unable|not\s+able)\s+to\s+{_INDEPENDENTLY}{_SURE}\b
    | would\s?{_NOT}\s+{_SURE}\b(?!\s+or\s+deny)
    | (?P<passive>(?:(?:has|have|had)\s?{_NOT}\s+(?:yet\s+)?been\s+|(?:could
    |can)\s?not\s+(?:\w+ly\s+)?be\s+|
        cannot\s+(?:\w+ly\s+)?be\s+|(?:is|are|was|were)\s?{_NOT}\s+|remains?\s+un|(?:is|are|was|were)\s+un)
        {_INDEPENDENTLY}{_SURED}\b)
    )(?:\s+independently\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_CLAUSE_END: Final = re.compile(
    r"""\s*(?:[.!?;]+["”’']*\s*$|;|,\s+(?:nor|but|and\s+(?:it|he|she|they|the|would|will|did|had|has)\b
    |while|although|though|saying|adding|citing|despite|because|as|which|who)\b|["”]|\s+in\s+its\s+statement\b
    |\s+but\s+|,\s+(?=["“]))""",
    re.VERBOSE | re.IGNORECASE,
)
_ANY: Final = re.compile(
    r"n[o’']t\b|short of|\bno\b|nor\b|declin|refus|without|unable|nothing|neither|unconfirmed"
    r"|unverified|silent|mum|tight-lipped",
    re.IGNORECASE,
)


def silences_in(page: Page, sentence: Sentence, number: int) -> list[Saying]:
    """Find what a sentence tells of people not saying or not confirming something."""
    words = sentence.span.within(page.text)
    if _ANY.search(words) is None:
        return []
    found: list[Saying] = []
    taken: list[Span] = []
    for pattern, build in (
        (_DECLINED, _declined),
        (_UNCONFIRMED, _unconfirmed),
        (_UNSAID, _unsaid),
    ):
        for match in pattern.finditer(page.text, sentence.span.start, sentence.span.end):
            span = Span(match.start(), match.end())
            if any(span.overlaps(other) for other in taken):
                continue
            saying = build(page, sentence, number, match)
            if saying is not None:
                taken.append(span)
                found.append(saying)
    return found


_Builder = Callable[[Page, Sentence, int, re.Match[str]], "Saying | None"]


def _subject(page: Page, sentence: Sentence, offset: int) -> tuple[Span, ...]:
    index = page.token_from(offset)
    while index > sentence.first and page.lower[index - 1] in QUOTE_MARKS:
        index -= 1
    run = subject_before(page, index, sentence.first)
    if run is None and index > sentence.first and page.lower[index - 1] in {"and", "but"}:
        # "The force confirmed one complaint but would not say more": one subject, two verbs.
        run = main_subject(page, sentence.first, index)
    return (page.span_of(*run),) if run else ()


def _complement(page: Page, sentence: Sentence, start: int) -> Span | None:
    ended = _CLAUSE_END.search(page.text, start, sentence.span.end)
    end = ended.start() if ended else sentence.span.end
    words = page.text[start:end]
    led = len(words) - len(words.lstrip(" ,:"))
    span = Span(start + led, start + len(words.rstrip(" .,;:!?")))
    return span if span.start < span.end else None


def _before(page: Page, sentence: Sentence, source: Span) -> Span | None:
    """Give what stands before the speaker: ``Whether it shut, the force would not say``."""
    words = page.text[sentence.span.start : source.start]
    if not words.rstrip().endswith(",") or len(words.split()) < 4:
        return None
    return Span(sentence.span.start, sentence.span.start + len(words.rstrip(" ,")))


def _declined(page: Page, sentence: Sentence, number: int, match: re.Match[str]) -> Saying | None:
    lowered = match.group().lower()
    clause = lowered.startswith(("there", "no "))
    source = () if clause else _subject(page, sentence, match.start())
    if not source and not clause:
        return None
    object_ = _complement(page, sentence, match.end())
    if clause:
        start = match.start()
        content = Span(start, object_.end if object_ else match.end())
    elif object_ is None:
        content = Span(match.start(), match.end())
    else:
        last = max(match.group().rfind(" "), match.group().rfind("\n")) + 1
        content = Span(match.start() + last, object_.end)
    return Saying(
        sentence=number,
        source=source,
        cue=(Span(match.start(), match.end()),),
        content=(content,),
        stance=Stance.DECLINES_TO_COMMENT,
        manner=Manner.DECLINED,
        confidence=0.9,
    )


def _unsaid(page: Page, sentence: Sentence, number: int, match: re.Match[str]) -> Saying | None:
    if match.group().lower().startswith(("nor", "without")):
        first = page.token_from(sentence.span.start)
        source = _first_subject(page, sentence, first)
    else:
        source = _subject(page, sentence, match.start())
    if not source:
        return None
    content = (
        _complement(page, sentence, match.end())
        or _before(page, sentence, source[0])
        or Span(match.start(), match.end())
    )
    return Saying(
        sentence=number,
        source=source,
        cue=(Span(match.start(), match.end()),),
        content=(content,),
        stance=Stance.DOES_NOT_SAY,
        manner=Manner.SILENCE,
        confidence=0.85,
    )


def _first_subject(page: Page, sentence: Sentence, first: int) -> tuple[Span, ...]:
    """Give the subject of the sentence's first negated verb, which ``nor did it`` goes on from."""
    earlier = _UNSAID.search(page.text, sentence.span.start, sentence.span.end)
    if earlier and not earlier.group().lower().startswith(("nor", "without")):
        return _subject(page, sentence, earlier.start())
    for index in range(first + 1, sentence.last):
        run = subject_before(page, index, first) if page.lower[index] in _FIRST_VERBS else None
        if run:
            return (page.span_of(*run),)
    return ()


_FIRST_VERBS: Final = word_set(
    """said says has have had did does is was were are would will closed opened announced"""
)


def _unconfirmed(
    page: Page, sentence: Sentence, number: int, match: re.Match[str]
) -> Saying | None:
    subject = _subject(page, sentence, match.start())
    object_ = _complement(page, sentence, match.end())
    if match.group("passive"):
        if not subject:
            return None
        content: Span = subject[0]
        source: tuple[Span, ...] = ()
    else:
        if not subject or object_ is None:
            return None
        content, source = object_, subject
    return Saying(
        sentence=number,
        source=source,
        cue=(Span(match.start(), match.end()),),
        content=(content,),
        stance=Stance.NOT_CONFIRMED,
        manner=Manner.UNCONFIRMED,
        confidence=0.9,
    )
