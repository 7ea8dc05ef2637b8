"""Turns frames into sayings: which words belong to which verb of saying.

Invariant: a saying's content never holds its own cue or its own source.
"""

from typing import Final

from firsthand.claims.english.frames import Frame, Order, content_start, frames_in
from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.phrases import Run, after_adjuncts, has_finite_verb
from firsthand.claims.english.quotes import Quote, Sort
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.claims.english.stances import CALLS_FALSE
from firsthand.claims.english.verbs import Takes
from firsthand.claims.english.words import (
    CONJUNCTIONS,
    DETERMINERS,
    QUOTE_MARKS,
    SUBJECT_PRONOUNS,
)
from firsthand.values.claim import Stance
from firsthand.values.spans import Span

_SURE: Final = 0.9
_FAIR: Final = 0.75
_CLAUSE_JOINTS: Final = word_set("and but while whereas though although yet or as")
_CLOSERS: Final = frozenset(".!?;,:")


def sayings_in(page: Page, sentence: Sentence, number: int, quotes: list[Quote]) -> list[Saying]:
    """Find what a sentence's verbs of saying bring, in and around its quotes."""
    speech = [q for q in quotes if q.sort is Sort.SPEECH and q.outer.overlaps(sentence.span)]
    found: list[Saying] = []
    for window in _windows(page, sentence, speech):
        frames = frames_in(page, window)
        for place, frame in enumerate(frames):
            if window == (sentence.first, sentence.last) and _is_in_quote(page, frame, quotes):
                continue
            for content in _contents_of(page, frame, frames[place + 1 :]):
                saying = _saying_of(page, frame, content, number)
                if saying is not None:
                    found.append(saying)
    return found


def _is_in_quote(page: Page, frame: Frame, quotes: list[Quote]) -> bool:
    """Tell whether a cue stands in a quote that its speaker stands outside of, or in speech."""
    cue = page.span_of(*frame.cue)
    for quote in quotes:
        if quote.inner.covers(cue):
            speaks = frame.source and quote.inner.covers(page.span_of(*frame.source))
            return quote.sort is Sort.SPEECH or not speaks
    return False


def _windows(page: Page, sentence: Sentence, speech: list[Quote]) -> list[Run]:
    """Give the sentence as a whole, and each of its speech quotes as a window of its own."""
    windows = [(sentence.first, sentence.last)]
    for quote in speech:
        first = max(page.token_from(quote.inner.start), sentence.first)
        last = min(page.token_from(quote.inner.end), sentence.last)
        if first < last:
            windows.append((first, last))
    return windows


def _saying_of(
    page: Page,
    frame: Frame,
    content: list[Run],
    number: int,
) -> Saying | None:
    verb = frame.form.verb
    runs = [_span_of(page, run) for run in content]
    if verb.base in {"call", "dub"} and not (
        _holds_quote(page, frame, content) or CALLS_FALSE.search(page.words(*content[-1]))
    ):
        return None
    if verb.takes is Takes.QUOTE and not _holds_quote(page, frame, content):
        return None
    if verb.takes in {Takes.THAT, Takes.PERSON} and not _earns_weak_verb(page, frame, content):
        return None
    return Saying(
        sentence=number,
        source=(page.span_of(*frame.source),) if frame.source else (),
        cue=(page.span_of(*frame.cue),),
        content=tuple(run for run in runs if run.start < run.end),
        stance=_stance_of(page, frame, content),
        manner=Manner.WITHDRAWN if verb.stance is Stance.WITHDRAWS else Manner.VERB,
        confidence=_SURE if frame.order is Order.BEFORE else _FAIR,
    )


def _stance_of(page: Page, frame: Frame, content: list[Run]) -> Stance:
    """Take the verb's stance; to call something a lie is to deny it."""
    verb = frame.form.verb
    names = verb.takes is Takes.OBJECT and verb.stance is Stance.ASSERTS
    return Stance.DENIES if names and CALLS_FALSE.search(page.words(*content[-1])) else verb.stance


def _holds_quote(page: Page, frame: Frame, content: list[Run]) -> bool:
    """Tell whether the words stand between marks right beside their cue."""
    edges = {page.lower[i] for first, last in content for i in (first, last - 1)}
    near = set(page.lower[max(frame.low, frame.start - 2) : frame.start])
    near |= set(page.lower[frame.rest : frame.rest + 3])
    return bool((edges | near) & QUOTE_MARKS)


def _earns_weak_verb(page: Page, frame: Frame, content: list[Run]) -> bool:
    """Tell whether ``find`` or ``think`` brings words here: it needs a clause or a quote."""
    first, last = content[0]
    behind = page.lower[first - 1] if first else ""
    if behind == "that" and first > frame.cue[0]:
        return True
    if page.lower[first] in {"no", "none", "any"}:
        return False
    if frame.order is Order.SHARED and frame.form.shape == "ing":
        # "…, expecting a quiet day" tells of nothing that was said.
        return page.lower[first] in QUOTE_MARKS
    if behind in {":", ","} or behind in QUOTE_MARKS or page.lower[first] in QUOTE_MARKS:
        return True
    if first > frame.cue[0] and page.lower[first] in {"whether", "how", "what", "when", "where"}:
        return True
    return first > frame.cue[0] and last - first > 3 and has_finite_verb(page, first + 1, last)


def _contents_of(page: Page, frame: Frame, later: list[Frame]) -> list[list[Run]]:
    """Give a frame's contents: one as a rule, two for ``A, she said, and B``."""
    start = content_start(page, frame)
    high = _right_end(page, start, frame, later)
    left = (frame.low, _left_end(page, frame))
    joint = page.lower[frame.rest : frame.rest + 2]
    if (
        _is_behind_words(page, frame)
        and len(joint) == 2
        and joint[0] == ","
        and joint[1] in {"and", "but"}
        and has_finite_verb(page, *left)
        and has_finite_verb(page, frame.rest + 2, high)
    ):
        pair = [_tidy(page, left), _tidy(page, (frame.rest + 2, high))]
        return [[run] for run in pair if run]
    whole = _content_of(page, frame, later)
    return [whole] if whole else []


def _content_of(page: Page, frame: Frame, later: list[Frame]) -> list[Run]:
    start = content_start(page, frame)
    high = _right_end(page, start, frame, later)
    left_end = _left_end(page, frame)
    left = (frame.low, left_end)
    left_said = left[1] - left[0] >= 1 and _is_behind_words(page, frame)
    after = page.lower[frame.rest] if frame.rest < frame.high else ""
    right = _tidy(page, (start, high))
    if (
        left_said
        and right
        and after == ","
        and not _opens_new_part(page, frame.rest + 1, frame.high)
    ):
        return [run for run in (_tidy(page, left), _tidy(page, (frame.rest + 1, high))) if run]
    if left_said and right and _is_quoted(page, left) and page.lower[right[0]] in QUOTE_MARKS:
        return [run for run in (_tidy(page, left), right) if run]
    if left_said and (
        not right
        or _is_quoted(page, left)
        or not _is_clause(page, right)
        or frame.order is Order.AFTER
    ):
        tidy = _tidy(page, left)
        return [tidy] if tidy else []
    if right and frame.order is not Order.AFTER:
        return [right]
    return []


def _opens_new_part(page: Page, index: int, high: int) -> bool:
    if index >= high:
        return True
    lower = page.lower[index]
    return lower in {"adding", "saying", "noting", "citing", "and", "but", "while", "who", "as"}


def _is_behind_words(page: Page, frame: Frame) -> bool:
    if frame.order is Order.SHARED:
        return False
    place = frame.start - 1
    return place >= frame.low and (page.lower[place] == "," or page.lower[place] in QUOTE_MARKS)


def _is_quoted(page: Page, run: Run) -> bool:
    return page.lower[run[1] - 1] in QUOTE_MARKS or page.lower[run[0]] in QUOTE_MARKS


def _is_clause(page: Page, run: Run) -> bool:
    first, last = run
    lower = page.lower[first]
    if lower in QUOTE_MARKS or page.lower[first - 1] in {"that", ":"}:
        return True
    return last - first > 2 and (
        lower in DETERMINERS | SUBJECT_PRONOUNS
        or page.is_capital(first)
        or has_finite_verb(page, first, last)
    )


def _left_end(page: Page, frame: Frame) -> int:
    end = frame.start
    while end > frame.low and page.lower[end - 1] == ",":
        end -= 1
    return end


def _right_end(page: Page, start: int, frame: Frame, later: list[Frame]) -> int:
    """Give where a frame's words end: at the next speaker's clause, or with the sentence."""
    ended = _aside_on_claim(page, start, frame.high)
    for other in later:
        if other.order is Order.SHARED:
            if other.source == frame.source and other.cue[0] > start:
                return other.cue[0]
            continue
        if other.start <= start:
            continue
        if _is_trailing(page, other):
            return other.start - 1
        joint = page.lower[other.start - 1] if other.start else ""
        before = page.lower[other.start - 2] if other.start > 1 else ""
        if joint == ";" or (joint in _CLAUSE_JOINTS and before in {",", ";"}):
            return other.start - 1
        if joint in {"and", "but", "while"} and has_finite_verb(page, start, other.start - 1):
            return min(other.start - 1, ended)
    return ended


def _aside_on_claim(page: Page, start: int, high: int) -> int:
    """Find ``…, an accusation that the port denies``: others speak there of what was said."""
    for index in range(start + 2, high - 3):
        opens = page.lower[index - 1] == "," and page.lower[index] in {"a", "an"}
        if (
            opens
            and page.lower[index + 1] in _SAID_THINGS
            and page.lower[index + 2] in {"that", "which"}
        ):
            return index - 1
    return high


_SAID_THINGS: Final = frozenset(
    {"accusation", "claim", "allegation", "charge", "assertion", "figure", "policy", "statement"}
)


def _is_trailing(page: Page, frame: Frame) -> bool:
    """Tell whether a frame closes its sentence: ``…, the report says``."""
    if frame.start < 1 or page.lower[frame.start - 1] != ",":
        return False
    place = after_adjuncts(page, frame.rest, frame.high)
    return all(not page.lower[i][0].isalnum() for i in range(place, frame.high))


def _tidy(page: Page, run: Run) -> Run | None:
    """Cut marks and joints off both ends of some words, but no quotation mark that has a twin."""
    first, last = run
    while first < last and (page.lower[first] in _CLOSERS or page.lower[first] in {"-", "–", "—"}):
        first += 1
    while last > first and page.lower[last - 1] in _CLOSERS | CONJUNCTIONS | {
        "while",
        "-",
        "–",
        "—",
    }:
        last -= 1
    if first >= last:
        return None
    if all(not page.lower[i][0].isalnum() for i in range(first, last)):
        return None
    return (first, last)


def _span_of(page: Page, run: Run) -> Span:
    return page.span_of(*run)
