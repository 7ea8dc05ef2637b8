"""Who issued the documents that a page speaks of: a report's words are its body's words."""

import re
from typing import Final

from firsthand.claims.english.cast import Cast, Known, Sort
from firsthand.claims.english.names import name_runs
from firsthand.claims.english.nouns import BODY_SORTS, DOCUMENTS, REPORTS
from firsthand.claims.english.page import Page
from firsthand.claims.english.phrases import subject_before, verb_group_start
from firsthand.claims.english.verbs import FORMS
from firsthand.claims.english.words import DETERMINERS, PREPOSITIONS

_ISSUED: Final = re.compile(
    r"\b(?:publish|releas|issu|wrote|writ|launch|post|produc|compil|present|unveil|put out"
    r"|commission)\w*"
)
_ISSUED_THEN: Final = re.compile(r"\w+ed|written|drawn|done|made|put|seen")
_ISSUED_BY: Final = frozenset({"by", "from"})
_READ: Final = frozenset({"seen", "reviewed", "obtained", "examined", "viewed", "read"})
_REACH: Final = 14


class Documents:
    """The reports and statements of one page, each with the body whose words they are."""

    def __init__(self, page: Page, cast: Cast) -> None:
        """Find each document noun that stands beside its author."""
        self._page = page
        self._cast = cast
        self._authors: list[tuple[int, str, Known]] = []
        for sentence in page.sentences:
            for index in range(sentence.first, sentence.last):
                noun = page.lower[index]
                if noun in DOCUMENTS:
                    author = self._beside(index, sentence.first, sentence.last)
                    if author is not None:
                        self._authors.append((page.tokens[index].start, noun, author))
        # Whoever wrote a report wrote it for the body that issued it.
        bodies = [entry for entry in self._authors if entry[2].sort is not Sort.PERSON]
        self._authors = bodies or self._authors

    def last_author(self, offset: int) -> str | None:
        """Name the body whose report was last spoken of."""
        authors = [a for a in self._authors if a[1] in REPORTS]
        before = [a for a in authors if a[0] < offset] or authors
        return before[-1][2].name if before else None

    def author_of(self, first: int, main_end: int, last: int, offset: int) -> Known | None:
        """Find whose words a document's are: by what stands with it, else by the page."""
        noun = self._page.lower[main_end - 1]
        beside = self._beside(main_end - 1, first, last)
        if beside is not None:
            return beside
        article = self._page.lower[first - 1] if first else ""
        wanted = REPORTS if noun in REPORTS else DOCUMENTS - REPORTS
        fitting = [a for a in self._authors if a[1] == noun] or [
            a for a in self._authors if a[1] in wanted
        ]
        if not fitting:
            return None
        if article in {"another", "second", "separate"}:
            return None
        if article in {"a", "an"} and noun not in REPORTS:
            # A new statement is nobody's known one.
            return None
        before = [a for a in fitting if a[0] < offset]
        return (before[-1] if before else fitting[0])[2]

    def _beside(self, index: int, low: int, high: int) -> Known | None:
        """Find an author in the document's own phrase, or as the subject that issued it."""
        page = self._page
        end = self._author_behind(index, high)
        if end is not None:
            return self._first_body(end, min(end + _REACH, high))
        # "X's report", "the X report"
        place = index - 1
        steps = 0
        while place >= low and steps < 5:
            lower = page.lower[place]
            if lower in BODY_SORTS and place == index - 1 and page.tokens[place].text.isupper():
                return self._by_word(lower, page.tokens[index].start)
            if lower in {"’s", "'s", "’", "'"} or page.is_capital(place):
                return self._owner(place, low)
            if lower in {"its", "their", "his", "her"}:
                return self._last_named(place, low)
            if lower in DETERMINERS or lower in PREPOSITIONS or not lower[0].isalnum():
                break
            if lower in BODY_SORTS and place == index - 1:
                return self._by_word(lower, page.tokens[index].start)
            place -= 1
            steps += 1
        return self._issuer(index, low)

    def _author_behind(self, index: int, high: int) -> int | None:
        """Find where an author follows: ``report by X``, ``poll commissioned in May by X``."""
        page = self._page
        issued = index + 1 < high and _ISSUED_THEN.fullmatch(page.lower[index + 1]) is not None
        for place in range(index + 1, min(index + _REACH, high)):
            lower = page.lower[place]
            if lower in _ISSUED_BY:
                return place + 1
            stops = lower in PREPOSITIONS and not issued and lower not in {"on", "into", "last"}
            if stops or lower in _READ or lower in {",", ";", ":", "."}:
                return None
        return None

    def _last_named(self, place: int, low: int) -> Known | None:
        """Find whom ``its`` means: the last body named before it in the sentence."""
        page = self._page
        for run in reversed(name_runs(page, low, place, sentence_first=low)):
            known = self._cast.called(" ".join(page.words(*run).split()))
            if known is not None and known.sort not in {Sort.LAW, Sort.PLACE}:
                return known
        return None

    def _owner(self, place: int, low: int) -> Known | None:
        page = self._page
        end = place + 1
        if page.lower[place] in {"’s", "'s", "’", "'"}:
            end = place
        if end <= low:
            return None
        word = page.lower[end - 1]
        if word in BODY_SORTS and not page.is_capital(end - 1):
            return self._by_word(word, page.tokens[end - 1].start)
        start = max(low, end - 8)
        for run in name_runs(page, start, end, sentence_first=-1):
            if run[1] == end:
                known = self._cast.called(" ".join(page.words(*run).split()))
                return known if known and known.sort is not Sort.LAW else None
        return None

    def _by_word(self, word: str, offset: int) -> Known | None:
        fitting = [
            k
            for k in self._cast.known
            if k.sort is not Sort.PERSON
            and (word in k.words or any(BODY_SORTS.get(w) == BODY_SORTS[word] for w in k.words))
        ]
        before = [k for k in fitting if k.last_before(offset) >= 0] or fitting
        exact = [k for k in before if word in k.words] or before
        return max(exact, key=lambda k: (k.last_before(offset), k.name), default=None)

    def _first_body(self, first: int, high: int) -> Known | None:
        page = self._page
        for index in range(first, high):
            if page.lower[index] in {"which", "who", ";", "."}:
                break
            if page.lower[index] == "," and index > first + 6:
                break
            if page.lower[index] in {"called", "named"}:
                continue
        runs = name_runs(page, first, high, sentence_first=-1)
        if not runs:
            noun = next(
                (page.lower[i] for i in range(first, high) if page.lower[i] in BODY_SORTS), None
            )
            return self._by_word(noun, page.tokens[first].start) if noun else None
        named = next((run for run in runs if page.lower[run[0] - 1] in {"called", "named"}), None)
        chosen = named or next((r for r in runs if r[0] - first < 7), None)
        if chosen is None:
            return None
        return self._cast.called(" ".join(page.words(*chosen).split()))

    def _issuer(self, index: int, low: int) -> Known | None:
        """Find who published it: ``River Watch published a study``, ``said in a study``."""
        page = self._page
        told = index - 3
        if told > low and page.lower[told + 1] == "in" and page.lower[told] in FORMS:
            run = subject_before(page, told, low)
            return self._first_named(*run) if run else None
        for place in range(index - 1, max(low, index - 8) - 1, -1):
            if _ISSUED.match(page.lower[place]):
                run = subject_before(page, verb_group_start(page, place, low), low)
                known = self._first_named(*run) if run else None
                return known or self._first_named(low, place)
        return None

    def _first_named(self, low: int, high: int) -> Known | None:
        """Find who is named first between two tokens and can have written something."""
        for run in name_runs(self._page, low, high, sentence_first=low):
            known = self._cast.called(" ".join(self._page.words(*run).split()))
            if known is not None and known.sort not in {Sort.LAW, Sort.PLACE}:
                return known
        return None
