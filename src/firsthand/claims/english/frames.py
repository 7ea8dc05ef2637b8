"""Verbs of saying with their speakers: ``the ministry said``, ``said the ministry``, ``adding``."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.nouns import LAWS
from firsthand.claims.english.page import Page
from firsthand.claims.english.phrases import (
    Run,
    after_adjuncts,
    full_phrase_end,
    has_finite_verb,
    phrase_end,
    subject_before,
    verb_group_start,
)
from firsthand.claims.english.uses import is_other_use
from firsthand.claims.english.verbs import FORMS, Form, Takes
from firsthand.claims.english.words import (
    AUXILIARIES,
    BE,
    DAYS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    QUOTE_MARKS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)

_CLAUSE_STARTS: Final = DETERMINERS | SUBJECT_PRONOUNS | {"there", "that", "whether", "if", "how"}
_TRAILERS: Final = word_set("saying adding noting claiming arguing stating")


class Order(Enum):
    """Where the speaker stands beside the verb."""

    BEFORE = "the ministry said"
    AFTER = "said the ministry"
    SHARED = "…, adding that"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A verb of saying with its speaker; runs are token runs, ``low``/``high`` its window.

    ``rest`` is the first token behind the frame, where content may begin.
    """

    form: Form
    cue: Run
    source: Run | None
    order: Order
    low: int
    high: int
    rest: int

    @property
    def start(self) -> int:
        """The frame's first token."""
        return min(self.cue[0], self.source[0] if self.source else self.cue[0])


def frames_in(page: Page, window: Run) -> list[Frame]:
    """Find the frames of one window: a sentence without its speech quotes, or one such quote."""
    low, high = window
    found: list[Frame] = []
    floor = low
    for index in range(low, high):
        form = FORMS.get(page.lower[index])
        if form is None or is_other_use(page, index, form, low, high):
            continue
        frame = _frame_at(page, index, form, (low, high), floor, found)
        if frame is not None:
            found.append(frame)
            floor = frame.cue[1]
    return found


def _frame_at(
    page: Page, index: int, form: Form, window: Run, floor: int, earlier: list[Frame]
) -> Frame | None:
    low, high = window
    group = verb_group_start(page, index, floor)
    words = page.lower[group:index]
    if any(word in NEGATIONS or word in _UNREAL for word in words):
        return None
    if form.shape == "ing" and not any(word in BE for word in words):
        if index == low or (page.lower[index] not in _TRAILERS and page.lower[index - 1] != ","):
            return None
        shared = earlier[-1].source if earlier else None
        source, order = shared or main_subject(page, low, group), Order.SHARED
    else:
        source, order = _subject_of(page, index, form, (group, high), low, floor)
        if source is None and earlier and _continues(page, group):
            source, order = _shared_subject(page, earlier[-1], group), Order.SHARED
    if source is None or (form.verb.takes is Takes.LAW and not _is_law(page, source)):
        return None
    return Frame(
        form=form,
        cue=(group, index + 1),
        source=source,
        order=order,
        low=low,
        high=high,
        rest=max(index + 1, source[1] if order is Order.AFTER else 0),
    )


def _shared_subject(page: Page, earlier: Frame, group: int) -> Run | None:
    """Find who does both of two joined verbs: the last speaker, or whom those words speak of.

    In ``she says two men came and told her`` it is the men; in ``she says it shut and added`` she.
    """
    if earlier.form.verb.takes is Takes.PERSON or page.lower[earlier.cue[1]] == "that":
        return earlier.source
    inner = main_subject(page, earlier.rest, group) if earlier.order is Order.BEFORE else None
    inner = inner or None
    pronoun = inner is not None and page.lower[inner[0]] in SUBJECT_PRONOUNS
    return earlier.source if inner is None or pronoun else inner


def _subject_of(
    page: Page, index: int, form: Form, reach: Run, low: int, floor: int
) -> tuple[Run | None, Order]:
    """Find a finite verb's subject before it, else behind it."""
    group, high = reach
    source = subject_before(page, group, floor)
    ends = index + 1 >= high
    if source is None or (page.lower[group - 1] in QUOTE_MARKS and ends):
        return _inverted_subject(page, index, low, high), Order.AFTER
    if form.shape == "base" and group == index and not _takes_plural(page, source):
        return None, Order.BEFORE
    return source, Order.BEFORE


# "would say" tells of no words that were said.
_UNREAL: Final = frozenset({"would", "could", "should", "might"})


def _is_law(page: Page, source: Run) -> bool:
    words = page.lower[source[0] : source[1]]
    capital = any(page.lower[i] in LAWS and page.is_capital(i) for i in range(*source))
    return capital or words[-1] in {"law", "act", "decree", "constitution", "code"}


def _continues(page: Page, group: int) -> bool:
    """``said it was shut and added that …``: the second verb shares the first one's speaker."""
    return page.lower[group - 1] in {"and", "but", "then"} if group else False


def _takes_plural(page: Page, source: Run) -> bool:
    words = page.lower[source[0] : source[1]]
    last = words[-1]
    return (
        "and" in words
        or (last.endswith("s") and not last.endswith(("ss", "’s", "'s")))
        or last
        in {"police", "people", "they", "we", "i", "you", "who", ")", "women", "men", "some"}
        or any(word.endswith("s") for word in words if len(word) > 3)
    )


def main_subject(page: Page, low: int, group: int) -> Run | None:
    """Find the sentence's subject for ``…, saying``: what stands before its first finite verb."""
    start = low
    while True:
        comma = next((i for i in range(start, group) if page.lower[i] == ","), group)
        for index in range(start + 1, comma):
            if has_finite_verb(page, index, index + 1) and page.lower[index] not in {"’s", "'s"}:
                return subject_before(page, verb_group_start(page, index, start), start)
        if comma >= group:
            return None
        start = comma + 1


def _inverted_subject(page: Page, index: int, low: int, high: int) -> Run | None:
    """Find the speaker behind the verb, which happens only behind the words that were said."""
    if index <= low + 1:
        return None
    before = page.lower[index - 1]
    if before != "," and before not in QUOTE_MARKS:
        return None
    start = index + 1
    if start >= high or not page.tokens[start].text[0].isalnum():
        return None
    lower = page.lower[start]
    if lower in PREPOSITIONS | SUBORDINATORS | DAYS | TIME_WORDS | AUXILIARIES:
        return None
    end = _speaker_end(page, start, high)
    return (start, end) if end > start else None


def _speaker_end(page: Page, start: int, high: int) -> int:
    end = full_phrase_end(page, start, high)
    for index in range(start + 1, end):
        lower = page.lower[index]
        behind = page.lower[index + 1] if index + 1 < high else ""
        if lower in {"in", "on", "at", "after", "during", "when", "as", "last"} and (
            lower not in {"in", "at"}
            or behind in {"a", "an", "his", "her", "its", "their"}
            or behind in DAYS
            or behind[:1].isdigit()
        ):
            return index
    # ", a spokeswoman for the port," belongs to the speaker.
    if (
        end + 1 < high
        and page.lower[end] == ","
        and page.lower[end + 1] in {"a", "an", "the", "who", "its", "their", "whose"}
    ):
        closing = full_phrase_end(page, end + 1, high)
        relative = page.lower[end + 1] in {"who", "whose"}
        if relative or not has_finite_verb(page, end + 1, closing):
            return closing if not relative else end
    return end


def content_start(page: Page, frame: Frame) -> int:
    """Give the first token of the content that may follow a frame."""
    place, high = frame.rest, frame.high
    told = frame.form.verb.takes is Takes.PERSON
    if told and place < high and page.lower[place] not in {"that", ":", ","}:
        place = phrase_end(page, place, high)
        while place < high and page.lower[place] in {"of", "at", "for"}:
            place = phrase_end(page, place + 1, high)
    if frame.form.verb.takes is Takes.OBJECT:
        return after_adjuncts(page, place, high)
    near = next(
        (i for i in range(place, min(place + 16, high)) if page.lower[i] in {"that", ":"}), None
    )
    stepped = after_adjuncts(page, place, high)
    if near is not None and near <= stepped + 1 and page.lower[near] == "that":
        return near + 1
    if (
        near is not None
        and page.lower[place] in PREPOSITIONS | {"on", "in", "to", ","}
        and not has_finite_verb(page, place, near)
    ):
        return near + 1
    if stepped < high and page.lower[stepped] == ":":
        return stepped + 1
    return stepped
