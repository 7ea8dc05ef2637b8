"""Whom a phrase without a plain name means: ``the group``, ``Oland's ministry``, ``a report``."""

import re
from typing import Final

from firsthand.claims.english.cast import Cast, Known, Sort, name_key
from firsthand.claims.english.documents import Documents
from firsthand.claims.english.memory import STRANGER, Memory, latest
from firsthand.claims.english.names import name_runs, place_end
from firsthand.claims.english.nouns import (
    BODY_SORTS,
    DOCUMENTS,
    LAWS,
    ROLES,
    SPEAKS_FOR,
    STANDING_BODIES,
    STATEMENTS,
)
from firsthand.claims.english.page import Page
from firsthand.claims.english.phrases import Run
from firsthand.claims.english.wording import Finder, Wording, article_of, name_of, noun_end
from firsthand.claims.english.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NUMBER_WORDS,
    PREPOSITIONS,
    VERB_FORMS,
)

_OFFICIALS: Final = frozenset({"official", "officials", "diplomats", "prosecutors"})
STAFF: Final = frozenset(
    {"scientists", "boffins", "analysts", "activists", "technicians", "experts"}
)
_VOICES: Final = frozenset({"spokesperson", "spokesman", "spokeswoman"})
_POSSESSIVE: Final = frozenset({"’s", "'s", "’", "'", "s"})
_INDEFINITE: Final = frozenset({"a", "an", "one", "another"})
_OF_BODY: Final = frozenset({"for", "of", "at", "from", "with", "in"})
_SOME: Final = frozenset({"several", "some", "many", "other", "senior", "most", "few"})
_PERSONAL: Final = frozenset({"his", "her", "their", "my", "our"})
_APART: Final = frozenset({"office", "ministry", "court", "government", "party"})
RETINUE: Final = frozenset(
    {"lawyers", "attorneys", "solicitors", "family", "relatives", "office", "team"}
)
"""People who speak for a person, and are named by whose they are."""
_AGED: Final = re.compile(r"\d\d-year-old|old")


_OFFICES: Final = frozenset({"commissioner", "ombudsman", "prosecutor", "auditor", "inspector"})
"""Single people who are offices: what they say is the office's word."""
_LEADS_OFFICE: Final = DETERMINERS | {"’s", "'s", "’", "'"}
_LONGEST_OFFICE: Final = 4


def _qualifies(page: Page, index: int) -> bool:
    """Tell whether a token is a plain word before a noun: ``data protection``."""
    lower = page.lower[index]
    return (
        lower.isalpha()
        and not page.is_capital(index)
        and lower not in DETERMINERS
        and lower not in PREPOSITIONS
        and lower not in CONJUNCTIONS
        and lower not in AUXILIARIES
        and VERB_FORMS.get(lower) is None
    )


class Descriptions:
    """Resolves the described speakers of one page."""

    def __init__(
        self,
        page: Page,
        cast: Cast,
        documents: Documents,
        memory: Memory,
        affiliations: dict[str, str],
        find: Finder,
    ) -> None:
        """Keep what the page and its speakers tell."""
        self._page = page
        self._cast = cast
        self._documents = documents
        self._memory = memory
        self._affiliations = affiliations
        self._find = find

    def meant(self, wording: Wording) -> Known | None:
        """Find whom a phrase means; its article is already cut off, its asides too."""
        page, first = self._page, wording.first
        known = self._law_in(wording) or self._cast.called(page.words(first, wording.last))
        if known is not None:
            return known
        main_end = noun_end(page, first, wording.last)
        runs = name_runs(page, first, wording.last, sentence_first=-1)
        if any(run[0] < main_end <= run[1] for run in runs):
            return self._by_name(wording, main_end, runs)
        head = page.lower[main_end - 1]
        offices = self._offices_of(head) if not runs else []
        if len(offices) == 1:
            return offices[0]
        if head in STAFF:
            return self._staff_of(wording, main_end)
        if head in BODY_SORTS and head in DOCUMENTS and not runs:
            # "the website Open Harbour reports …, according to the website": it is a body here.
            bodies = [known for known in self._cast.known if head in known.words]
            if len(bodies) == 1:
                return bodies[0]
        return self._by_noun(wording, main_end, runs)

    def _offices_of(self, head: str) -> list[Known]:
        """Find the offices whose people ``prosecutors`` are, by their names."""
        if head != "prosecutors":
            return []
        return [known for known in self._cast.known if "prosecutor" in name_key(known.name)]

    def _by_noun(  # noqa: PLR0911 - one sort of noun, one way to find it
        self, wording: Wording, main_end: int, runs: list[Run]
    ) -> Known | None:
        page, first, offset = self._page, wording.first, wording.offset
        head = page.lower[main_end - 1]
        if head in _VOICES and wording.last == main_end == first + 1:
            return self._memory.last_voice(offset, self._affiliations)
        if head in SPEAKS_FOR:
            voice = self._voice_of(wording, main_end)
            return voice or (self._by_sort(head, offset, first) if head in BODY_SORTS else None)
        if head in DOCUMENTS:
            return self._author_of(wording, main_end)
        if head in LAWS and head not in {"order", "article", "section"}:
            return latest([k for k in self._cast.known if k.sort is Sort.LAW], offset)
        if runs and runs[0][0] == first and runs[0][1] >= main_end:
            name = name_of(page, runs[0])
            return self._cast.called(name) or self._cast.add(name, Sort.UNKNOWN)
        if _AGED.fullmatch(head) and (head != "old" or main_end - first > 1):
            people = [k for k in self._cast.known if k.sort is Sort.PERSON]
            return self._memory.last_person() or latest(people, offset)
        if head in ROLES and head not in BODY_SORTS:
            if runs:
                return None
            return self._person_called(head, offset, first) or self._office(wording, main_end)
        if runs and head in BODY_SORTS:
            return self._body_with_name(wording, main_end, head)
        return (
            self._by_sort(head, offset, first)
            or (self._office(wording, main_end) if main_end == first + 1 else None)
            or self._standing(wording, main_end, head)
            or self._office(wording, main_end)
        )

    def _office(self, wording: Wording, main_end: int) -> Known | None:
        """Find the office that ``the commissioner`` holds, by its first full description."""
        page, first = self._page, wording.first
        head = page.lower[main_end - 1]
        if (head not in BODY_SORTS and head not in _OFFICES) or article_of(page, first) != "the":
            return None
        if main_end - first > 1:
            return self._cast.add(name_of(page, (first, main_end)), Sort.BODY)
        for index in range(first):
            if page.lower[index] != head:
                continue
            start = index
            while start > max(0, index - _LONGEST_OFFICE) and _qualifies(page, start - 1):
                start -= 1
            if start < index and page.lower[start - 1] in _LEADS_OFFICE:
                return self._cast.add(name_of(page, (start, index + 1)), Sort.BODY)
        return None

    def _body_with_name(self, wording: Wording, main_end: int, head: str) -> Known | None:
        """Read ``the Lowmarket-based group``, which describes, and ``the Oland consulate``."""
        page, first = self._page, wording.first
        if article_of(page, first) in _INDEFINITE:
            return self._by_sort(head, wording.offset, first)
        name = name_of(page, (first, place_end(page, main_end, wording.last)))
        known = self._cast.called(name)
        if known is not None:
            return known
        words = {word[:5] for word in page.lower[first : main_end - 1]}
        described = self._by_sort(head, wording.offset, first)
        based = any(word.endswith("-based") for word in page.lower[first:main_end])
        shares = described is not None and words & {
            word[:5] for word in name_key(described.name).split()
        }
        if described is not None and (based or shares) and head not in STANDING_BODIES:
            return described
        return self._cast.add(name, Sort.BODY)

    def _law_in(self, wording: Wording) -> Known | None:
        """Find a law by its name: ``Article 9 of Oland's Clean Rivers Act``."""
        page = self._page
        for run in name_runs(page, wording.first, wording.last, sentence_first=-1):
            if page.lower[run[1] - 1] in LAWS and run[1] - run[0] > 1 and run[1] == wording.last:
                name = name_of(page, run)
                return self._cast.called(name) or self._cast.add(name, Sort.LAW)
        return None

    def _author_of(self, wording: Wording, main_end: int) -> Known | None:
        """Find whose words a document's are."""
        page, first = self._page, wording.first
        owner = next((i for i in range(first + 1, main_end) if page.lower[i] in {"’s", "'s"}), None)
        if owner is not None and not page.is_capital(owner - 1):
            # "the group's study": whoever "the group" means.
            return self._find(wording.part(first, owner))
        known = self._documents.author_of(first, main_end, wording.last, wording.offset)
        if known is not None:
            return known
        if page.lower[main_end - 1] in STATEMENTS and article_of(page, first) == "the":
            return self._memory.last_body(wording.offset)
        runs = name_runs(page, first, wording.last, sentence_first=-1)
        return self._cast.called(page.words(*runs[0])) if runs else None

    def _by_name(self, wording: Wording, main_end: int, runs: list[Run]) -> Known | None:
        page = self._page
        run = next((r for r in runs if r[1] >= main_end), runs[-1])
        if run[0] == wording.first:
            name = name_of(page, run)
            return self._cast.called(name) or self._cast.add(name, Sort.UNKNOWN)
        known = self._cast.called(name_of(page, run))
        if known is not None and known.sort is Sort.LAW:
            return known
        mark = run[0] - (2 if page.lower[run[0] - 1] == "own" else 1)
        owner = next((r for r in runs if r[1] == mark), None)
        owned = mark > wording.first and page.lower[mark] in {"’s", "'s"}
        if owned and owner and page.lower[run[1] - 1] in BODY_SORTS and run[1] - run[0] <= 3:
            return self._owned_body(owner, run, known)
        return known or self._cast.add(name_of(page, run), Sort.UNKNOWN)

    def _owned_body(self, owner: Run, run: Run, known: Known | None) -> Known:
        """Name ``Oland's Interior Ministry``: whose ministry it is belongs to the name."""
        short = name_of(self._page, run)
        full = f"{name_of(self._page, (owner[0], owner[1] + 1))} {short}"
        both = self._cast.called(full)
        if both is not None:
            return both
        if known is not None and name_key(known.name) == name_key(short):
            known.name = full
            self._cast.alias(full, known)
            return known
        made = self._cast.add(full, Sort.BODY)
        self._cast.alias(short, made)
        return made

    def _staff_of(self, wording: Wording, main_end: int) -> Known | None:
        """Find the body that nameless experts work for: ``scientists at Open Pages``."""
        page, last = self._page, wording.last
        if main_end + 1 < last and page.lower[main_end] in {"at", "from", "of"}:
            known = self._find(wording.part(main_end + 1, last))
            several = known is not None and len(known.name.split()) > 1
            return known if known and several and known.sort is not Sort.PERSON else None
        return None

    def _voice_of(self, wording: Wording, main_end: int) -> Known | None:
        """Find the body that a nameless official speaks for."""
        page, first, last = self._page, wording.first, wording.last
        for index in range(main_end, last - 1):
            if page.lower[index] in _OF_BODY:
                known = self._find(wording.part(index + 1, last))
                # "Officials in Oland" speak from a place, which has not spoken.
                placed = page.lower[index] in {"in", "from"}
                return known if known and (known.sort is Sort.BODY or not placed) else None
        end = main_end - 1
        while end > first and page.lower[end - 1] in _POSSESSIVE:
            end -= 1
        known = self._find(wording.part(first, end)) if end > first else None
        if known is None or known.sort is Sort.PERSON:
            return self.speaking_for(known, page.lower[main_end - 1]) if known else None
        if known.sort is Sort.UNKNOWN and page.lower[main_end - 1] in _OFFICIALS:
            if page.lower[first] in NUMBER_WORDS or page.lower[first] in _SOME:
                return None
            # "Oland officials" are somebody of Oland, and Oland itself has not spoken.
            name = name_of(page, (first, main_end))
            return self._cast.called(name) or self._cast.add(name, Sort.BODY)
        return known

    def speaking_for(self, known: Known, noun: str) -> Known | None:
        """Name who speaks for somebody: a body itself, of a person ``Vale's lawyers``."""
        if known.sort is not Sort.PERSON:
            return known if noun in SPEAKS_FOR and known is not STRANGER else None
        if noun not in RETINUE or known is STRANGER:
            return None
        name = f"{known.name.split()[-1]}’s {noun}"
        return self._cast.called(name) or self._cast.add(name, Sort.BODY)

    def _person_called(self, role: str, offset: int, first: int) -> Known | None:
        """Find whom ``the director`` means: the last person who was called so."""
        if article_of(self._page, first) in _INDEFINITE:
            return None
        return latest([known for known in self._cast.known if role in known.words], offset)

    def _by_sort(self, head: str, offset: int, first: int) -> Known | None:
        """Find a body by its sort: ``the force``; of ``groups`` none is meant."""
        sort = BODY_SORTS.get(head)
        if sort is None:
            return None
        article = article_of(self._page, first)
        bodies = [k for k in self._cast.known if k.sort not in {Sort.PERSON, Sort.LAW}]
        same_word = [k for k in bodies if head in k.words]
        same_sort = [k for k in bodies if any(BODY_SORTS.get(word) == sort for word in k.words)]
        definite = article in {"the", "this"}
        if same_word and (article not in _INDEFINITE or len(same_word) == 1):
            return latest(same_word, offset)
        if article in _PERSONAL:
            # "his newspaper" is one of his, and no other that the page names.
            return None
        if definite and sort not in _APART:
            untold = self._memory.last_untold(offset)
            if untold is not None:
                # One body of this sort that has spoken is nearer than one of no sort at all.
                spoken = [one for one in same_sort if self._memory.has_spoken(one)]
                return spoken[0] if len(spoken) == len(same_sort) == 1 else untold
        if sort in _APART or (self._page.lower[first] != head and sort != "group"):
            # "the export office" is no board, though both are authorities.
            return None
        lone = len(same_sort) == 1 or article not in _INDEFINITE
        return latest(same_sort, offset) if same_sort and lone else None

    def _standing(self, wording: Wording, main_end: int, head: str) -> Known | None:
        """Name a body that goes without a name: ``the foreign ministry``, ``police``."""
        page, first = self._page, wording.first
        article = article_of(page, first)
        modified = main_end - first > 1 and head in BODY_SORTS
        definite = article in {"the", "’s", "'s", "this", "that"}
        if article in _INDEFINITE | {"some"}:
            return None
        if head not in STANDING_BODIES and not (modified and definite):
            return None
        name = name_of(page, (first, place_end(page, main_end, wording.last)))
        return self._cast.add(name, Sort.BODY)
