"""Words passed on without their speaker: ``reports of``, ``accused of``, ``reportedly``.

Invariant: none of these endorses what it passes on, so most of them bring the stance *alleges*.
"""

import re
from collections.abc import Callable
from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.phrases import has_finite_verb, subject_before
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.claims.english.words import DETERMINERS, PREPOSITIONS, RELATIVES, SUBJECT_PRONOUNS
from firsthand.values.claim import Stance
from firsthand.values.spans import Span

_NOUN_CUE: Final = re.compile(
    r"\b(?:reports|allegations?|accusations?|claims|rumou?rs|suspicions|complaints|accounts|charges"
    r"|assertions?)\s+(?:of|that|about)\b",
    re.IGNORECASE,
)
_ACCUSED: Final = re.compile(r"\b(?:accused|suspected)\s+of\b", re.IGNORECASE)
_ADVERB: Final = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|ostensibly)\b", re.IGNORECASE
)
_SAID_TO: Final = re.compile(
    r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+|also\s+|now\s+)?(?:said|believed|thought|alleged|"
    r"reported|understood|rumou?red|suspected|feared|claimed|assumed|presumed)\s+to\b",
    re.IGNORECASE,
)
_IT_IS_SAID: Final = re.compile(
    r"\bit\s+(?:is|was|has\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:said|believed|thought|alleged|reported|"
    r"understood|rumou?red|suspected|feared|claimed|assumed)\s+that\b",
    re.IGNORECASE,
)
_SO_IT_IS: Final = re.compile(
    r",\s+(?:so\s+)?it\s+(?:is|was|has\s+been)\s+(?:\w+ly\s+)?(?:said|believed|thought|alleged|reported|understood"
    r"|claimed|rumou?red|suspected|feared)\b(?!\s+(?:that|to)\b)",
    re.IGNORECASE,
)
_SHOWN_AS: Final = re.compile(
    r"\b(?:presented|portrayed|advertised|billed|promoted|marketed|described|touted|passed\s+off)\s+as\b"
    r"|\bfound\s+to\s+(?:be|have)\b",
    re.IGNORECASE,
)
# "The group puts the number at 19": a figure is told, though no verb of saying stands there.
_PUTS_AT: Final = re.compile(
    r"\bputs?\s+(?=(?:the|its|their|that)\s[^,.;]{3,50}?\sat\s+(?:\d|about|around|more|some|over|least|\w+teen|\w+ty\b"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b))",
    re.IGNORECASE,
)
_AWARE: Final = re.compile(
    r"\b(?:is|are|was|were)\s+(?:well\s+|fully\s+)?aware\s+that\b", re.IGNORECASE
)
# Words that somebody stands by, counts, or answers with are told as much as those that one says.
_STANDS_BY: Final = re.compile(
    r"\b(?:stands?|stood)\s+by\s+(?=(?:its|his|her|their|the)\s+(?:\w+\s+){0,3}(?:report|reporting|story"
    r"|findings?|counts?|figures?|account|claims?|words?|statement|study|numbers?|conclusions?)\b)",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(
    r"\b(?:has\s+|have\s+|had\s+)?count(?:s|ed)\s+(?=\d|(?:some|about|around|nearly|over|almost)\s+\d)",
    re.IGNORECASE,
)
_ANSWERS: Final = re.compile(r"\b(?:has\s+|had\s+)?answer(?:s|ed)\s+that\b", re.IGNORECASE)
_STOP: Final = re.compile(
    r"[.;!?]+[\"”’']*\s*$|[;:]|\s[–—-]\s|,\s|[\"”](?=\s*(?:,|\w+\s+(?:said|says)))"
    r"|\s(?=(?:reportedly|allegedly|purportedly|and\s+(?:is|was|has|will|are)|but|who\s+(?:is|are)|to\s+return)\b)"
)
_ANY: Final = re.compile(
    r"\b(?:reports|alleg|accus|claims|rumou?r|suspi|suspect|complaints|accounts|charges|assertion"
    r"|reportedly|purported|supposed|ostensibl|said to|believed|thought|reported|understood"
    r"|feared|claimed"
    r"|puts?\b|assumed|presumed|presented|portrayed|advertised|billed|promoted|marketed|described|touted|passed"
    r"|found|aware|stands?|stood|count(?:s|ed)|answer(?:s|ed))",
    re.IGNORECASE,
)
_SURE: Final = 0.7


def agentless_in(page: Page, sentence: Sentence, number: int) -> list[Saying]:
    """Find what a sentence passes on without saying whose words they are."""
    if _ANY.search(page.text, *sentence.span) is None:
        return []
    found: list[Saying] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(page.text, *sentence.span):
            found.extend(read(page, sentence, number, match))
    return found


def _of_accusation(
    page: Page, sentence: Sentence, number: int, match: re.Match[str]
) -> list[Saying]:
    return _passed_on(page, sentence, number, match, Stance.ALLEGES)


def _of_look(page: Page, sentence: Sentence, number: int, match: re.Match[str]) -> list[Saying]:
    return _passed_on(page, sentence, number, match, Stance.ASSERTS)


def _of_knowledge(
    page: Page, sentence: Sentence, number: int, match: re.Match[str]
) -> list[Saying]:
    run = subject_before(page, page.token_from(match.start()), sentence.first)
    if run is None:
        return []
    source = (page.span_of(*run),)
    return _passed_on(page, sentence, number, match, Stance.ASSERTS, source)


def _so_it_is(_page: Page, sentence: Sentence, number: int, match: re.Match[str]) -> list[Saying]:
    """Take what stands before ``…, it is claimed.``."""
    return [_saying(number, match, (Span(sentence.span.start, match.start()),), Stance.ALLEGES)]


def _until_stop(page: Page, sentence: Sentence, start: int, *, whole_clause: bool) -> Span | None:
    end = sentence.span.end
    for stop in _STOP.finditer(page.text, start, end):
        if whole_clause and stop.group().startswith((",", " –", " —", " -")):
            continue
        end = stop.start()
        break
    words = page.text[start:end]
    led = len(words) - len(words.lstrip(" ,:"))
    tail = words.rstrip(" .,;:!?")
    if tail.count("“") > tail.count("”") or tail.count('"') % 2:
        # The closing mark of a quotation that began inside these words is theirs.
        closed = re.match(r"[.,!?]*[”\"]", page.text[start + len(tail) : sentence.span.end])
        if closed:
            tail += closed.group()
    span = Span(start + led, start + len(tail))
    return span if span.end > span.start else None


def _saying(
    number: int,
    match: re.Match[str],
    content: tuple[Span, ...],
    stance: Stance,
    source: tuple[Span, ...] = (),
) -> Saying:
    return Saying(
        sentence=number,
        source=source,
        cue=(Span(match.start(), match.end()),),
        content=content,
        stance=stance,
        manner=Manner.VERB if source else Manner.AGENTLESS,
        confidence=_SURE,
    )


def _passed_on(
    page: Page,
    sentence: Sentence,
    number: int,
    match: re.Match[str],
    stance: Stance,
    source: tuple[Span, ...] = (),
) -> list[Saying]:
    whole = stance is Stance.ASSERTS or match.group().lower().endswith("that")
    content = _until_stop(page, sentence, match.end(), whole_clause=whole)
    return [_saying(number, match, (content,), stance, source)] if content else []


def _of_noun(page: Page, sentence: Sentence, number: int, match: re.Match[str]) -> list[Saying]:
    clause = match.group().lower().endswith("that")
    if re.search(r",\s+an?\s+$", page.text[sentence.span.start : match.start()]):
        # "…, an accusation that the port denies" speaks of words that went before.
        return []
    if clause and match.group().lower().startswith(("reports", "claims")):
        index = page.token_from(match.start())
        if index > sentence.first and (
            page.is_capital(index - 1) or _is_subject(page, index, sentence)
        ):
            return []
    content = _until_stop(page, sentence, match.end(), whole_clause=clause)
    if content is None:
        return []
    if match.group().lower().startswith(("claims of", "claims about", "accounts of", "charges of")):
        # "claims of" may count benefits paid, "charges of" may be a court's: neither is hearsay.
        before = page.text[sentence.span.start : match.start()].split()[-1:]
        if not before or before[0].lower() in {"insurance", "on", "faces", "facing"}:
            return []
    return [_saying(number, match, (content,), Stance.ALLEGES)]


def _hedged(page: Page, sentence: Sentence, number: int, match: re.Match[str]) -> list[Saying]:
    """Take the hedged clause, with its subject where the adverb stands by its verb."""
    content = _until_stop(page, sentence, match.end(), whole_clause=False)
    if content is None:
        return []
    index = page.token_from(match.start())
    group = index
    while group > sentence.first and page.lower[group - 1] in _GROUP:
        group -= 1
    run = subject_before(page, group, sentence.first)
    verb_before = run is not None and has_finite_verb(page, sentence.first, run[0])
    if run is None or verb_before:
        return [_saying(number, match, (content,), Stance.ALLEGES)]
    head = Span(page.tokens[run[0]].start, page.tokens[index - 1].end)
    return [_saying(number, match, (head, content), Stance.ALLEGES)]


def _is_subject(page: Page, index: int, sentence: Sentence) -> bool:
    """Tell whether a subject stands before what may be its verb: ``the group claims``."""
    before = page.lower[index - 1]
    if before in DETERMINERS or before in PREPOSITIONS or page.lower[index - 1][-1] in ",;:":
        return False
    if has_finite_verb(page, sentence.first, index):
        return before in SUBJECT_PRONOUNS
    return subject_before(page, index, sentence.first) is not None


_GROUP: Final = word_set("is are was were has have had been being will")


def _with_subject(
    page: Page, sentence: Sentence, number: int, match: re.Match[str]
) -> list[Saying]:
    index = page.token_from(match.start())
    run = subject_before(page, index, sentence.first) or _before_aside(page, index, sentence.first)
    # In an aside ("…, where the shop is said to be, …") the hearsay ends with the aside.
    aside = run is not None and page.lower[run[0] - 1] in RELATIVES
    content = _until_stop(page, sentence, match.end(), whole_clause=not aside)
    if content is None:
        return []
    parts = (page.span_of(*run), content) if run else (content,)
    return [_saying(number, match, parts, Stance.ALLEGES)]


def _before_aside(page: Page, index: int, first: int) -> tuple[int, int] | None:
    """Find a subject that an aside parts from its verb: ``The program, called Otter, is said``."""
    if index - 2 <= first or page.lower[index - 1] != ",":
        return None
    opening = next((i for i in range(index - 2, first, -1) if page.lower[i] == ","), None)
    return (first, opening) if opening and not has_finite_verb(page, first, opening) else None


_Reader = Callable[[Page, Sentence, int, re.Match[str]], list[Saying]]
_READERS: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = (
    (_NOUN_CUE, _of_noun),
    (_ACCUSED, _of_accusation),
    (_ADVERB, _hedged),
    (_SAID_TO, _with_subject),
    (_IT_IS_SAID, _of_accusation),
    (_SO_IT_IS, _so_it_is),
    (_SHOWN_AS, _of_look),
    (_AWARE, _of_knowledge),
    (_PUTS_AT, _of_knowledge),
    (_STANDS_BY, _of_knowledge),
    (_COUNTS, _of_knowledge),
    (_ANSWERS, _of_knowledge),
)
