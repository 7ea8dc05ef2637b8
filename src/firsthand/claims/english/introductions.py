"""Who a page describes first and names next: ``A nurse says … . Mira Volk, 34, claims …``.

Invariant: a description binds only to a name that the page has not used before it.
"""

from typing import Final

from firsthand.claims.english.cast import Cast, Known, Sort
from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.names import name_runs
from firsthand.claims.english.nouns import BODY_SORTS, DOCUMENTS, LAWS, ROLES
from firsthand.claims.english.page import Page
from firsthand.claims.english.wording import Wording, head_end, name_of, noun_end
from firsthand.values.claim import Setting

_LEAD_SENTENCES: Final = 5
_PARAGRAPHS_ON: Final = 1
_LONGEST_NAME: Final = 4
_NEVER_NAMED: Final = word_set(
    "source insider official officer spokesman spokeswoman spokesperson diplomat judge lawyer"
)
_ANOTHER: Final = word_set("second third other another former third-party separate")
_PERSON_NOUNS: Final = word_set(
    """man woman mother father mum mom dad grandmother grandfather grandma widow widower girl boy
    victim survivor refugee blogger insider source guest patient parent son daughter wife husband
    brother sister friend relative youth teenager veteran star boss"""
)
_PERSON_TAILS: Final = ("er", "or", "ist", "ee", "man", "woman", "ian", "-year-old")


class Introductions:
    """The descriptions that one page gives of speakers before it gives their names."""

    def __init__(self, page: Page, cast: Cast) -> None:
        """Start with nobody described."""
        self._page = page
        self._cast = cast
        self._unnamed: set[str] = set()

    def bound(self, wording: Wording) -> Known | None:
        """Find who is named soon after an indefinite description; None where nobody is."""
        page = self._page
        number = page.sentence_at(wording.offset)
        first, end = wording.first + 1, head_end(page, wording.first, wording.last)
        if number is None or first >= end or _ANOTHER & set(page.lower[first:end]):
            return None
        head = page.lower[noun_end(page, first, end) - 1]
        if (
            head not in _NEVER_NAMED
            and self._stands_in_lead(number)
            and not name_runs(page, noun_end(page, first, end), wording.last, sentence_first=-1)
        ):
            known = self._named_next(number, head)
            if known is not None:
                known.words.add(head)
                return known
        self._unnamed.add(head)
        return None

    def is_unnamed(self, noun: str) -> bool:
        """Tell whether a noun means somebody who spoke and was never named."""
        return noun in self._unnamed

    def _stands_in_lead(self, number: int) -> bool:
        before = self._page.sentences[:number]
        return sum(s.setting is Setting.BODY for s in before) < _LEAD_SENTENCES

    def _named_next(self, number: int, head: str) -> Known | None:
        page = self._page
        paragraph = page.sentences[number].paragraph
        for sentence in page.sentences[number + 1 :]:
            if sentence.paragraph > paragraph + _PARAGRAPHS_ON:
                return None
            start = sentence.first
            runs = name_runs(page, start, min(start + 12, sentence.last), sentence_first=start)
            if not runs or runs[0][0] != start:
                continue
            known = self._cast.called(name_of(page, runs[0]))
            if known is not None and self._is_new(known, sentence.span.start):
                return known if _is_of_kind(known, head) else None
        return None

    def _is_new(self, known: Known, offset: int) -> bool:
        """Tell whether no sentence of the story has used a name before."""
        for place in known.places:
            if place < offset:
                number = self._page.sentence_at(place)
                if number is not None and self._page.sentences[number].setting is Setting.BODY:
                    return False
        return True


def is_person_noun(noun: str) -> bool:
    """Guess whether a noun in lower case means a person.

    >>> is_person_noun("mother-of-two"), is_person_noun("committee")
    (True, False)
    """
    if noun in ROLES or noun in _PERSON_NOUNS or noun.split("-", maxsplit=1)[0] in _PERSON_NOUNS:
        return True
    if noun in BODY_SORTS or noun in DOCUMENTS or noun in LAWS:
        return False
    return noun.endswith(_PERSON_TAILS)


def _is_of_kind(known: Known, head: str) -> bool:
    words = known.name.split()
    if known.sort is Sort.LAW:
        return False
    if is_person_noun(head):
        return known.sort is Sort.PERSON or (
            known.sort is Sort.UNKNOWN and 1 < len(words) <= _LONGEST_NAME
        )
    return head in BODY_SORTS and known.sort is not Sort.PERSON
