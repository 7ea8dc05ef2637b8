"""Speakers named without a verb: ``according to``, ``citing``, ``quoted her as saying``."""

import re
from dataclasses import replace
from typing import Final

from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.phrases import full_phrase_end, has_finite_verb
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.values.claim import Stance
from firsthand.values.spans import Span

_ACCORDING: Final = re.compile(r"\b(?:according\s+to|in\s+the\s+words\s+of)\b", re.IGNORECASE)
_QUOTED_AS: Final = re.compile(
    r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+(?P<who>[^,.;:“”\"]{2,80}?)\s+as\s+"
    r"(?P<cue>saying|telling\s+\w+|writing|claiming)\b(?:\s+that)?",
    re.IGNORECASE,
)
_CITING: Final = re.compile(
    r",\s+(?P<cue>citing|quoting)\s+(?P<who>(?:the\s+)?[A-Z][^,.;:“”\"]{1,80})"
)
_UNDER_LAW: Final = re.compile(
    r"\b(?P<cue>Under)\s+(?P<who>(?:[Tt]he\s+|Article\s+\d+\s+of\s+)*[^,.;]{3,70}?\b(?:Act|Law|Code|Bill|Regulations?"
    r"|Constitution|Charter|Convention|Treaty|Decree|Ordinance)(?:\s+\d{4})?)(?:,\s+which\s[^,]+)?,\s+"
)
_TOLD_BY: Final = re.compile(
    r"\b(?P<cue>(?:was|were|been|is|are)\s+(?:told|informed|warned|assured|advised)\s+by)\s+"
    r"(?P<who>[^,.;:“”\"]{2,60}?)(?:\s+that\s+|,\s+)",
    re.IGNORECASE,
)
_SURE: Final = 0.9


def according_in(page: Page, sentence: Sentence, number: int) -> list[Saying]:
    """Find the sayings of a sentence whose cue is no verb."""
    found: list[Saying] = []
    for match in _ACCORDING.finditer(page.text, *sentence.span):
        saying = _according(page, sentence, number, match)
        if saying is not None:
            found.append(saying)
    for match in _UNDER_LAW.finditer(page.text, *sentence.span):
        found.extend(_under_law(page, sentence, number, match))
    for match in _TOLD_BY.finditer(page.text, *sentence.span):
        content = _trimmed(page, match.end(), sentence.span.end)
        if content:
            found.append(_told_by(number, match, content))
    for match in _QUOTED_AS.finditer(page.text, *sentence.span):
        content = _trimmed(page, match.end(), sentence.span.end)
        if content:
            found.append(
                Saying(
                    sentence=number,
                    source=(Span(match.start("who"), match.end("who")),),
                    cue=(Span(match.start("cue"), match.end("cue")),),
                    content=(content,),
                    stance=Stance.ASSERTS,
                    manner=Manner.ACCORDING,
                    confidence=_SURE,
                )
            )
    return found


def cited_in(page: Page, outer: Saying) -> Saying | None:
    """Find whom a speaker cites for the same words: ``the Post reported that …, citing X``."""
    span = outer.content[-1]
    match = _CITING.search(page.text, span.start, page.sentences[outer.sentence].span.end)
    if match is None or not outer.source or outer.source[0].start > match.start():
        return None
    content = _trimmed(page, span.start, min(span.end, match.start()))
    if content is None:
        return None
    return replace(_told_by(outer.sentence, match, content), manner=Manner.CITED)


def _under_law(page: Page, sentence: Sentence, number: int, match: re.Match[str]) -> list[Saying]:
    """Let a law say what holds under it: ``Under the Rivers Act, nobody may …``."""
    content = _trimmed(page, match.end(), sentence.span.end)
    if content is None or page.text[sentence.span.start : match.start()].strip('“" '):
        return []
    return [_told_by(number, match, content)]


def _told_by(number: int, match: re.Match[str], content: Span) -> Saying:
    return Saying(
        sentence=number,
        source=(Span(match.start("who"), match.end("who")),),
        cue=(Span(match.start("cue"), match.end("cue")),),
        content=(content,),
        stance=Stance.ASSERTS,
        manner=Manner.ACCORDING,
        confidence=0.8,
    )


def _according(page: Page, sentence: Sentence, number: int, match: re.Match[str]) -> Saying | None:
    first = page.token_from(match.end())
    if first >= sentence.last:
        return None
    leads = not page.text[sentence.span.start : match.start()].strip(" “”\"'‘’,.")
    end = _name_end(page, first, sentence.last, leads=leads)
    if end <= first:
        return None
    source = page.span_of(first, end)
    after = _trimmed(page, source.end, sentence.span.end)
    before_start = sentence.span.start
    # "…, but according to the force, the shop shut": the words begin after the joint.
    between = re.search(
        r"(?:^|.*[,;]\s+)(?:and|but|while)\s+(?=[^,;]+,\s+$)",
        page.text[before_start : match.start()],
        re.DOTALL,
    )
    if between and not leads:
        # "…, and it should never, according to the board, have been issued"
        before_start += between.end()
    joint = re.search(
        r"(?:,\s+|;\s*)?(?:and|but|while)\s+$", page.text[before_start : match.start()]
    )
    if joint:
        leads = True
    before = _trimmed(page, before_start, match.start())
    content: tuple[Span, ...]
    if leads:
        content = (after,) if after else ()
    elif after and page.text[source.end : source.end + 1] == "," and before:
        content = (before, after)
    else:
        content = (before,) if before else ()
    if not content:
        return None
    return Saying(
        sentence=number,
        source=(source,),
        cue=(Span(match.start(), match.end()),),
        content=content,
        stance=Stance.ASSERTS,
        manner=Manner.ACCORDING,
        confidence=_SURE,
    )


def _name_end(page: Page, first: int, last: int, *, leads: bool) -> int:
    end = full_phrase_end(page, first, last)
    while end < last and page.lower[end] == ",":
        closing = full_phrase_end(page, end + 1, last)
        opener = page.lower[end + 1] if end + 1 < last else ""
        aside = opener in {"a", "an", "the", "who", "which", "its", "based", "whose"}
        if opener in {"who", "which", "whose"}:
            closing = next((i for i in range(end + 1, last) if page.lower[i] == ","), last - 1)
        elif has_finite_verb(page, end + 1, closing):
            break
        if not aside or (leads and (closing >= last or page.lower[closing] != ",")):
            break
        end = closing
    return end


def _trimmed(page: Page, start: int, end: int) -> Span | None:
    words = page.text[start:end]
    led = len(words) - len(words.lstrip(" ,:;–—-"))
    tail = words.rstrip(" .,;:!?–—-")
    if tail.endswith(("”", '"')) and tail.count("“") + tail.count('"') % 2 == 0:
        tail = tail[:-1].rstrip(" .,")
    span = Span(start + led, start + len(tail))
    if span.end <= span.start or not any(c.isalnum() for c in page.text[span.start : span.end]):
        return None
    return span
