"""Verbs of saying with their speakers: ``the ministry said``, ``said the ministry``, ``adding``."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.nouns import LAWS
from firsthand.claims.english.page import Page, Sentence
from firsthand.claims.english.phrases import (
    Run,
    after_adjuncts,
    full_phrase_end,
    has_finite_verb,
    phrase_end,
    subject_before,
    verb_group_start,
)
from firsthand.claims.english.verbs import ALSO_NOUNS, FORMS, Form, Takes
from firsthand.claims.english.words import (
    AUXILIARIES,
    BE,
    DAYS,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    PREPOSITIONS,
    QUOTE_MARKS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
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


def frames_in(page: Page, sentence: Sentence, window: Run) -> list[Frame]:
    """Find the frames of one window: a sentence without its speech quotes, or one such quote."""
    low, high = window
    found: list[Frame] = []
    floor = low
    for index in range(low, high):
        form = FORMS.get(page.lower[index])
        if form is None or _is_other_use(page, index, form, low, high):
            continue
        frame = _frame_at(page, index, form, (low, high), floor, found)
        if frame is not None:
            found.append(frame)
            floor = frame.cue[1]
    return found


def _is_other_use(page: Page, index: int, form: Form, low: int, high: int) -> bool:
    """Tell whether a form is a noun here, an adjective, or a passive."""
    lower = page.lower[index]
    before = page.lower[index - 1] if index > low else ""
    after = page.lower[index + 1] if index + 1 < high else ""
    if before in DETERMINERS and before not in {"all", "both", "this", "that", "these", "those"}:
        return True
    if form.shape == "ing" and before == ",":
        return False
    if (
        lower in ALSO_NOUNS
        and before in {"this", "these", "that", "those"}
        and form.shape != "past"
    ):
        return True
    if before in PREPOSITIONS and form.shape != "ing":
        return True
    if before == "to":
        return page.lower[max(low, index - 2)] not in {"went", "continued", "appeared", "goes"}
    if form.shape == "past" and _is_passive(page, index, low):
        return True
    if form.shape == "past" and after == "by":
        return True
    if page.tokens[index].text[0].isupper() and index > low:
        return True
    if form.shape == "base" and form.verb.takes is Takes.QUOTE:
        return True
    if form.shape == "base" and form.verb.base in {"hold", "mean", "read", "rule", "post", "feel"}:
        return True
    if lower in ALSO_NOUNS and before not in AUXILIARIES | SUBJECT_PRONOUNS:
        if _trails(page, index, low, high) or _has_clause_behind(page, index, form, low, high):
            return False
        strong = after in _CLAUSE_STARTS or after in QUOTE_MARKS or after in {",", ":"}
        if after == "that" or lower in {"states", "claims", "notes", "details", "reports", "says"}:
            follows = index + 1 < high and (page.is_capital(index + 1) or after[0].isdigit())
            return not (strong or follows)
        if lower in {"read", "held", "reads", "holds", "found"}:
            return not strong
        return True
    return False


def _trails(page: Page, index: int, low: int, high: int) -> bool:
    """Tell whether a verb closes its sentence behind its speaker: ``…, the study reports.``"""
    if index + 1 < high and page.lower[index + 1] not in {".", ","}:
        return False
    if index + 1 < high and page.lower[index + 1] == "," and page.lower[index] not in FORMS:
        return False
    run = subject_before(page, index, low)
    if run is None or run[0] <= low:
        return False
    return page.lower[run[0] - 1] in DETERMINERS | {","} and "," in page.lower[run[0] - 2 : run[0]]


def _has_clause_behind(page: Page, index: int, form: Form, low: int, high: int) -> bool:
    """Tell whether a plural subject stands first and a clause follows: ``campaigners claim``."""
    if form.shape != "base" or index + 2 >= high or has_finite_verb(page, low, index):
        return False
    after = page.lower[index + 1]
    if after in AUXILIARIES | PREPOSITIONS or after in FORMS or not after[0].isalnum():
        return False
    run = subject_before(page, index, low)
    if run is None or not page.lower[run[1] - 1].endswith("s"):
        return False
    return has_finite_verb(page, index + 2, high)


def _is_passive(page: Page, index: int, low: int) -> bool:
    for place in range(index - 1, max(low, index - 5) - 1, -1):
        lower = page.lower[place]
        if lower in BE:
            return lower not in {"’s", "'s"} or page.lower[place - 1] in SUBJECT_PRONOUNS
        if lower in HAVE or not (is_adverb(lower) or lower in NEGATIONS):
            return False
    return False


def _frame_at(
    page: Page, index: int, form: Form, window: Run, floor: int, earlier: list[Frame]
) -> Frame | None:
    low, high = window
    group = verb_group_start(page, index, floor)
    if any(page.lower[i] in NEGATIONS for i in range(group, index)):
        return None
    if any(page.lower[i] in {"would", "could", "should", "might"} for i in range(group, index)):
        # "would say" tells of no words that were said.
        return None
    order = Order.BEFORE
    source: Run | None = None
    if form.shape == "ing" and not any(page.lower[i] in BE for i in range(group, index)):
        if index == low or (page.lower[index] not in _TRAILERS and page.lower[index - 1] != ","):
            return None
        order = Order.SHARED
        if earlier and earlier[-1].source:
            source = earlier[-1].source
        else:
            source = main_subject(page, low, group)
        if source is None:
            return None
    else:
        source = subject_before(page, group, floor)
        if form.verb.takes is Takes.LAW and not (source and _is_law(page, source)):
            return None
        comma_behind = source is not None and index + 1 < high
        if source is None or (_is_quote_end(page, group) and not comma_behind):
            if form.shape in {"past", "third", "base"}:
                source = _inverted_subject(page, index, low, high)
                order = Order.AFTER
        elif form.shape == "base" and group == index and not _takes_plural(page, source):
            return None
    if source is None and not (earlier and _continues(page, group)):
        return None
    if source is None:
        source = earlier[-1].source
        order = Order.SHARED
    rest = max(index + 1, source[1] if order is Order.AFTER and source else 0)
    return Frame(
        form=form,
        cue=(group, index + 1),
        source=source,
        order=order,
        low=low,
        high=high,
        rest=rest,
    )


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


def _is_quote_end(page: Page, group: int) -> bool:
    return group > 0 and page.lower[group - 1] in QUOTE_MARKS


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
    if frame.form.verb.takes is Takes.PERSON and place < high:
        if page.lower[place] not in {"that", ":", ","}:
            place = phrase_end(page, place, high)
            while place < high and page.lower[place] in {"of", "at", "for"}:
                place = phrase_end(page, place + 1, high)
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
