"""Words taken back by more than one word: ``took back``, ``walked back``, ``apologised for``."""

import re
from typing import Final

from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.phrases import subject_before
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.values.claim import Stance
from firsthand.values.spans import Span

_TAKEN_BACK: Final = re.compile(
    r"""\b(?:(?:has|have|had)\s+(?:since\s+|now\s+|later\s+)?)?(?:(?:took|takes?|taken|taking|walk(?:ed|s|ing)?|row(?:ed|s|ing)?)\s+back(?:\s+(?:on|from))?
    |(?:issued|published)\s+a\s+(?:correction|retraction)\s+(?:of|to|about)
    |no\s+longer\s+stands?\s+by|disown(?:ed|s)
    |(?:deleted|removed|pulled)\s+(?=(?:the|that|his|her|its|their)\s+(?:post|tweet|message|statement|claim|article|video)))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NEXT: Final = re.compile(
    r",?\s+and\s+(?!\w+\s+(?:of|about)\b)|,\s+(?:saying|adding|after|because)\b"
)
_SAID_THINGS: Final = re.compile(
    r"\b(?:statement|claim|words?|allegation|account|testimony|remark|report|story|accusation|comment|figure|"
    r"article|evidence|confession|assertion|charge|post|tweet|message|video|what\s+\w+\s+(?:had\s+)?said)s?\b",
    re.IGNORECASE,
)


def withdrawals_in(page: Page, sentence: Sentence, number: int) -> list[Saying]:
    """Find what a sentence tells of words being taken back."""
    found: list[Saying] = []
    for match in _TAKEN_BACK.finditer(page.text, *sentence.span):
        run = subject_before(page, page.token_from(match.start()), sentence.first)
        words = page.text[match.end() : sentence.span.end]
        ended = _NEXT.search(words)
        words = words[: ended.start()] if ended else words
        content = Span(
            match.end() + len(words) - len(words.lstrip()), match.end() + len(words.rstrip(' .!”"'))
        )
        if run is None or content.start >= content.end or not _SAID_THINGS.search(words):
            continue
        found.append(
            Saying(
                sentence=number,
                source=(page.span_of(*run),),
                cue=(Span(match.start(), match.end()),),
                content=(content,),
                stance=Stance.WITHDRAWS,
                manner=Manner.WITHDRAWN,
                confidence=0.8,
            )
        )
    return found
