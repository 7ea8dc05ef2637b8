"""Gives each speaker of a document one name, whatever words stand for them at each place."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from firsthand.claims.english.cast import Cast, Known, Sort, initials_of, name_key
from firsthand.claims.english.documents import Documents
from firsthand.claims.english.names import name_runs
from firsthand.claims.english.nouns import (
    BODY_SORTS,
    DOCUMENTS,
    LAWS,
    ROLES,
    SPEAKS_FOR,
    STANDING_BODIES,
)
from firsthand.claims.english.frames import main_subject
from firsthand.claims.english.page import Page
from firsthand.claims.english.phrases import phrase_before
from firsthand.claims.english.transcripts import turns_in
from firsthand.claims.english.words import (
    DETERMINERS,
    PREPOSITIONS,
    DAYS,
    MONTHS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    VERB_FORMS,
)
from firsthand.values.claim import UNIDENTIFIED, Setting
from firsthand.values.spans import Span

_OWN: Final = frozenset({"we", "i", "us", "me", "our", "my"})
_NEAR: Final = 700
_SELF: Final = frozenset("paper newspaper reporter reporters newsroom website broadcaster".split())


class Place(Enum):
    """Where in a chain a speaker stands."""

    OUTER = "named by the publisher"
    INNER = "named by another speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Somebody who spoke, and where."""

    known: Known
    offset: int


_SEEN_BY: Final = re.compile(
    r"\b(?:seen|obtained|reviewed|examined|viewed|acquired)\s+by\s+(?P<by>[^,;]+)$"
    r"|\b(?:that|which)\s+(?P<who>[^,;]+?)\s+(?:has|have|had)\s+(?:seen|obtained|reviewed|examined|viewed)\b"
)
_STRANGER: Final = Known(name=UNIDENTIFIED, sort=Sort.PERSON)


class Speakers:
    """Resolves the speakers of one page in reading order, remembering who spoke."""

    def __init__(self, page: Page, publisher: str) -> None:
        """Meet the page's cast."""
        self.page = page
        self.publisher = publisher
        self.cast = Cast(page)
        self.documents = Documents(page, self.cast)
        self.affiliations: dict[str, str] = {}
        self._heard: list[Heard] = []
        self._labels: dict[Span, Known] = {}
        self._direct: list[Span] = []
        self._direct_starts: list[int] = []
        for turn in turns_in(page):
            self.label(turn.who)

    def name_at(self, source: Span, outer: tuple[str, ...] = ()) -> str:
        """Name the speaker whom some words stand for.

        ``outer`` are the speakers inside whose words these stand, outermost first.
        """
        if source in self._labels:
            return self._labels[source].name
        first, last = self.page.token_from(source.start), self.page.token_from(source.end)
        if first >= last:
            return UNIDENTIFIED
        known = self._known_at(first, last, source.start, outer)
        if known is None:
            self._hear_stranger(first, source.start, outer)
            return UNIDENTIFIED
        if known is _STRANGER:
            return UNIDENTIFIED
        self._hear(known, source.start, Place.INNER if outer else Place.OUTER)
        return known.name

    def _hear_stranger(self, first: int, offset: int, outer: tuple[str, ...]) -> None:
        """Remember that somebody without a name spoke: ``he`` may mean them."""
        if not outer and self.page.lower[first] in {"a", "an", "one", "another"}:
            self._heard.append(Heard(known=_STRANGER, offset=offset))

    def hear(self, name: str, offset: int) -> None:
        """Remember that somebody spoke, for the pronouns that follow."""
        known = self.cast.called(name)
        if known is not None:
            self._hear(known, offset, Place.OUTER)

    def _hear(self, known: Known, offset: int, place: Place) -> None:
        known.places.append(offset)
        if place is Place.OUTER:
            self._heard.append(Heard(known=known, offset=offset))

    def meant_by(self, words: Span, outer: tuple[str, ...]) -> str | None:
        """Name whom some words mean, without taking it that they speak; None when not known."""
        first, last = self.page.token_from(words.start), self.page.token_from(words.end)
        known = self._known_at(first, last, words.start, outer) if first < last else None
        return known.name if known and known is not _STRANGER else None

    def owner_in(self, words: Span) -> str | None:
        """Name whose findings some words speak of: ``the group's findings``, ``his account``."""
        first, last = self.page.token_from(words.start), self.page.token_from(words.end)
        for index in range(first, last):
            lower = self.page.lower[index]
            if lower in {"his", "her", "its", "their"}:
                pronoun = {"his": "he", "her": "she", "its": "it", "their": "they"}[lower]
                known = self._by_pronoun(pronoun, words.start, ())
                return known.name if known else None
            if lower in {"’s", "'s", "’", "'"} and index > first:
                known = self._known_at(first, index, words.start, ())
                return known.name if known else None
        return None

    def quote(self, direct: Iterable[Span]) -> None:
        """Learn which stretches of the page are somebody's very words."""
        self._direct = sorted([*direct, *(p for t in turns_in(self.page) for _, p in t.sentences)])
        self._direct_starts = [span.start for span in self._direct]

    def label(self, words: Span) -> None:
        """Let a transcript's label name its speaker, in capitals or not."""
        name = " ".join(words.within(self.page.text).split())
        known = self.cast.called(name) or self._by_family_name(name)
        if known is None:
            known = self.cast.add(name.title() if name.isupper() else name, Sort.UNKNOWN)
        self._labels[words] = known

    def _by_family_name(self, name: str) -> Known | None:
        key = name_key(name).split()[-1]
        people = [
            k for k in self.cast.known if name_key(k.name).split()[-1] == key and k.sort is Sort.PERSON
        ]
        return people[0] if len(people) == 1 and " " not in name else None

    def is_publisher(self, name: str) -> bool:
        """Tell whether a name means the publisher: ``the Courier`` for the Port Vale Courier."""
        initials = initials_of(self.publisher)
        return is_part_of_name(name, self.publisher) or (
            name.isupper() and len(name) > 1 and name.lower() == initials
        )

    def _known_at(
        self, first: int, last: int, offset: int, outer: tuple[str, ...]
    ) -> Known | None:
        page = self.page
        while first < last and (
            page.lower[first] in DETERMINERS or page.lower[first] in {"so-called", "“", '"', ","}
        ):
            if page.lower[first] in {"this", "these", "some"} and last - first == 1:
                return None
            first += 1
        if first >= last:
            return None
        if page.lower[first] in RELATIVES and page.lower[first] != "where":
            return self._before_relative(first, offset, outer)
        seen = _SEEN_BY.search(page.words(first, last))
        if seen:
            return self._who_saw(seen, first, offset, outer)
        if last - first == 1 and page.lower[first] in SUBJECT_PRONOUNS | {"him", "her", "them"}:
            return self._by_pronoun(page.lower[first], offset, outer)
        if page.lower[first] in _OWN and last - first == 1:
            return self._self_of(outer)
        head_end = self._head_end(first, last)
        person = self._person(first, last, head_end, offset, outer)
        if person is not None:
            return person
        called = self._called_in(first, last)
        if called is not None:
            return called
        return self._by_noun(first, head_end, last, offset, outer)

    def _before_relative(
        self, relative: int, offset: int, outer: tuple[str, ...]
    ) -> Known | None:
        """Find whom ``who`` means: what stands right before it."""
        number = self.page.sentence_at(offset)
        if number is None:
            return None
        end = relative
        low = self.page.sentences[number].first
        while end > low and self.page.lower[end - 1] in {",", "“", '"'}:
            end -= 1
        run = phrase_before(self.page, end, low)
        return self._known_at(run[0], run[1], offset, outer) if run else None

    def _who_saw(
        self, seen: re.Match[str], first: int, offset: int, outer: tuple[str, ...]
    ) -> Known | None:
        """Find whose document it is by who has seen it: ``a lease seen by this newspaper``."""
        start = self.page.tokens[first].start
        group = "by" if seen.group("by") else "who"
        words = seen.group(group).lower().split()
        if words[-1] in _SELF or words[-1] in _OWN:
            return self._self_of(outer)
        low = self.page.token_from(start + seen.start(group))
        high = self.page.token_from(start + seen.end(group))
        return self._known_at(low, high, offset, outer)

    def _head_end(self, first: int, last: int) -> int:
        """Cut what only describes: asides and relative clauses."""
        for index in range(first + 1, last):
            lower = self.page.lower[index]
            if lower == "," or (lower in RELATIVES and lower != "that"):
                return index
        return last

    def _self_of(self, outer: tuple[str, ...]) -> Known | None:
        name = outer[-1] if outer else self.publisher
        return None if name == UNIDENTIFIED else self.cast.add(name, Sort.UNKNOWN)

    def _by_pronoun(self, pronoun: str, offset: int, outer: tuple[str, ...]) -> Known | None:
        personal = pronoun in {"he", "she", "him", "her"}
        if pronoun in {"i", "we"}:
            return self._self_of(outer)
        if outer and outer[-1] != UNIDENTIFIED:
            inside = self.cast.called(outer[-1])
            if inside is not None and not self._is_direct(offset):
                speaks_for = inside.name in self.affiliations and not personal
                if speaks_for or (inside.sort is Sort.PERSON) == personal:
                    return inside
            if pronoun == "they" and self._is_direct(offset):
                return None
        gender = {"him": "he", "her": "she"}.get(pronoun, pronoun) if personal else None
        heard = [
            (h.offset, h.known) for h in self._heard if _fits(h.known, gender) and h.offset < offset
        ]
        if personal:
            for known in self.cast.known:
                if known.sort is Sort.PERSON and _fits(known, gender):
                    place = known.last_before(offset)
                    if place >= 0:
                        heard.append((place, known))
        subject = self._subject_of_last_sentence(offset)
        if subject is not None and _fits(subject[1], gender):
            heard.append(subject)
        if not heard:
            return None
        place, known = max(heard, key=lambda pair: pair[0])
        # A pronoun reaches back a paragraph or two, never a page.
        if offset - place > 1500:
            return None
        if personal and known is not _STRANGER:
            known.gender = gender
            if known.sort is Sort.UNKNOWN:
                known.sort = Sort.PERSON
        return known

    def _is_direct(self, offset: int) -> bool:
        """Tell whether an offset stands in quoted words, where a speaker says ``I``, not ``he``."""
        place = bisect_right(self._direct_starts, offset) - 1
        return place >= 0 and offset < self._direct[place].end

    def _subject_of_last_sentence(self, offset: int) -> tuple[int, Known] | None:
        """Find whom the sentence before speaks of: ``The group stood firm. It said …``"""
        page = self.page
        number = page.sentence_at(offset)
        if not number or page.sentences[number - 1].setting is Setting.HEADLINE:
            return None
        sentence = page.sentences[number - 1]
        run = main_subject(page, sentence.first, sentence.last)
        if run is None or run[0] > sentence.first + 3 or page.lower[run[0]] in SUBJECT_PRONOUNS or page.lower[run[0]] in {"a", "an"}:
            return None
        known = self._known_at(run[0], run[1], sentence.span.start, ())
        return (page.tokens[run[0]].start, known) if known else None

    def _person(
        self, first: int, last: int, head_end: int, offset: int, outer: tuple[str, ...]
    ) -> Known | None:
        """Find a person with a name: ``Jo Vale, a spokeswoman for the port``."""
        page = self.page
        runs = name_runs(page, first, last, sentence_first=-1)
        roles = [i for i in range(first, last) if page.lower[i] in ROLES]
        if not runs or not roles:
            return None
        head_runs = [run for run in runs if run[0] < head_end]
        body: str | None = None
        person_run: tuple[int, int] | None = None
        if roles[0] >= head_end and head_runs:
            # Name first, role behind a comma.
            person_run = head_runs[-1]
            body = self._body_behind(roles[0], last, offset, outer)
            named_body = self.cast.called(page.words(*person_run))
            if named_body is not None and named_body.sort is Sort.BODY:
                return named_body
        else:
            person_run, body = self._titled(first, last, head_end, roles, runs, offset, outer)
        if person_run is None:
            return None
        start = person_run[0]
        while start < person_run[1] - 1 and page.lower[start] in ROLES:
            start += 1
        name = " ".join(page.words(start, person_run[1]).split())
        known = self.cast.called(name) or self.cast.add(name, Sort.PERSON)
        if known.sort in {Sort.UNKNOWN, Sort.PLACE}:
            known.sort = Sort.PERSON
        if known.sort is not Sort.PERSON:
            return known
        if body and body not in {UNIDENTIFIED, known.name}:
            self.affiliations.setdefault(known.name, body)
        return known

    def _titled(
        self,
        first: int,
        last: int,
        head_end: int,
        roles: list[int],
        runs: list[tuple[int, int]],
        offset: int,
        outer: tuple[str, ...],
    ) -> tuple[tuple[int, int] | None, str | None]:
        """Read ``[body] role Name`` and ``the body's role, Name,``."""
        page = self.page
        role = max((i for i in roles if i < head_end), default=roles[0])
        behind = next((run for run in runs if run[0] >= role), None)
        if behind is not None and all(
            page.lower[i] in ROLES or page.lower[i] == "," or page.lower[i] == "-"
            for i in range(role, behind[0])
        ):
            if behind[0] == role and behind[1] == role + 1:
                return None, None
            body_words = (first, next((i for i in roles if i >= first), role))
            body = None
            if body_words[1] > body_words[0]:
                end = body_words[1]
                while end > first and page.lower[end - 1] in {"’s", "'s", "’", "'"}:
                    end -= 1
                known = self._known_at(first, end, offset, outer) if end > first else None
                body = known.name if known else None
            if body is None and behind[1] < last:
                body = self._body_behind(behind[1], last, offset, outer)
            return behind, body
        # "the director of the group, Jo Vale,"
        aside = [run for run in runs if run[0] >= head_end]
        if aside and aside[0][0] == head_end + 1:
            return aside[0], self._body_behind(role, head_end, offset, outer)
        return None, None

    def _body_behind(
        self, role: int, last: int, offset: int, outer: tuple[str, ...]
    ) -> str | None:
        page = self.page
        for index in range(role, last):
            if page.lower[index] in {"for", "of", "at", "with", "from"} and index + 1 < last:
                known = self._known_at(index + 1, self._head_end(index + 1, last), offset, outer)
                return known.name if known and known.sort is not Sort.PERSON else None
        wrote = any(page.lower[i] in DOCUMENTS for i in range(role, last))
        return self.documents.last_author(offset) if wrote else None

    def _called_in(self, first: int, last: int) -> Known | None:
        """Find a name given in passing: ``a charity called X``."""
        for index in range(first, last - 1):
            if self.page.lower[index] in {"called", "named"}:
                return self.cast.called(self.page.words(index + 1, last)) or next(
                    (
                        self.cast.called(self.page.words(*run))
                        for run in name_runs(self.page, index + 1, last, sentence_first=-1)
                    ),
                    None,
                )
        return None

    def _by_noun(
        self, first: int, head_end: int, last: int, offset: int, outer: tuple[str, ...]
    ) -> Known | None:
        page = self.page
        lowers = page.lower[first:head_end]
        law = self._law_in(first, head_end)
        if law is not None:
            return law
        whole = self.cast.called(page.words(first, head_end))
        if whole is not None:
            return whole
        main_end = next(
            (i for i in range(first + 1, head_end) if page.lower[i] in PREPOSITIONS), head_end
        )
        main_end = self._noun_end(first, main_end)
        head = page.lower[main_end - 1]
        plain_head = not page.is_capital(main_end - 1)
        if plain_head and head in {"spokesperson", "spokesman", "spokeswoman"} and head_end == main_end:
            return self._spokesperson(offset, lowers)
        if plain_head and head in SPEAKS_FOR and head in ROLES | SPEAKS_FOR:
            voice = self._voice_of(first, main_end, head_end, offset, outer)
            return voice or (self._by_sort(head, offset, first) if head in BODY_SORTS else None)
        if plain_head and (head in DOCUMENTS):
            known = self.documents.author_of(first, main_end, head_end, offset)
            if known is not None:
                return known
            name = self._name_of_document(first, head_end)
            return name
        if plain_head and head in LAWS and head not in {"order", "article", "section"}:
            laws = [k for k in self.cast.known if k.sort is Sort.LAW]
            return _latest(laws, offset) if laws else None
        runs = name_runs(page, first, head_end, sentence_first=-1)
        if runs and runs[0][0] == first and runs[0][1] >= main_end:
            name = " ".join(page.words(*runs[0]).split())
            return self.cast.called(name) or self.cast.add(name, Sort.UNKNOWN)
        if runs and not plain_head:
            return self._named_head(first, main_end, head_end, runs)
        if re.fullmatch(r"\d\d-year-old", head) or (head == "old" and main_end - first > 1):
            people = [h.known for h in self._heard if h.known.sort is Sort.PERSON]
            return people[-1] if people else _latest([k for k in self.cast.known if k.sort is Sort.PERSON], offset)
        if plain_head and head in ROLES and head not in BODY_SORTS:
            return None if runs else self._described_person(head, offset, first)
        if runs and head in BODY_SORTS:
            end = head_end if page.lower[main_end : main_end + 1] in (["of"], ["in"]) else main_end
            # "the Toronto-based group" describes; "the Oland consulate" names.
            described = self._by_sort(head, offset, first)
            if described is not None and head not in STANDING_BODIES:
                return described
            name = " ".join(page.words(first, end).split())
            return self.cast.called(name) or self.cast.add(name, Sort.BODY)
        return self._by_sort(head, offset, first) or self._standing(first, main_end, head_end, head)

    def _law_in(self, first: int, last: int) -> Known | None:
        """Find a law by its name: ``Article 9 of Oland's Clean Rivers Act``."""
        page = self.page
        for run in name_runs(page, first, last, sentence_first=-1):
            if page.lower[run[1] - 1] in LAWS and run[1] - run[0] > 1 and run[1] == last:
                name = " ".join(page.words(*run).split())
                return self.cast.called(name) or self.cast.add(name, Sort.LAW)
        return None

    def _noun_end(self, first: int, last: int) -> int:
        """Cut what follows a noun without being its head: ``report released last month``."""
        page = self.page
        for index in range(first + 1, last):
            shape = VERB_FORMS.get(page.lower[index])
            behind = page.lower[index - 1]
            timely = page.lower[index] in TIME_WORDS | DAYS or page.lower[index] in MONTHS
            if (shape in {"past", "ing"} or timely) and (
                behind in DOCUMENTS or behind in BODY_SORTS or behind in ROLES
            ):
                return index
        return last

    def _named_head(
        self, first: int, main_end: int, head_end: int, runs: list[tuple[int, int]]
    ) -> Known | None:
        page = self.page
        run = next((r for r in runs if r[1] >= main_end), runs[-1])
        name = " ".join(page.words(*run).split())
        known = self.cast.called(name)
        if known is not None and known.sort is Sort.LAW:
            return known
        # "Oland's Interior Ministry": whose ministry it is belongs to the name.
        owned = run[0] - 1 > first and page.lower[run[0] - 1] in {"’s", "'s"}
        owner = next((r for r in runs if r[1] == run[0] - 1), None)
        if owned and owner and page.lower[run[1] - 1] in BODY_SORTS and run[1] - run[0] <= 3:
            full = " ".join(page.words(owner[0], run[1]).split())
            both = self.cast.called(full)
            if both is not None:
                return both
            if known is not None and name_key(known.name) == name_key(name):
                known.name = full
                self.cast.alias(full, known)
                return known
            made = self.cast.add(full, Sort.BODY)
            self.cast.alias(name, made)
            return made
        return known or self.cast.add(name, Sort.UNKNOWN)

    def _spokesperson(self, offset: int, lowers: list[str]) -> Known | None:
        people = [h for h in self._heard if h.known.sort is Sort.PERSON and h.offset < offset]
        spokes = [h.known for h in people if h.known.name in self.affiliations]
        if spokes:
            return spokes[-1]
        bodies = [h.known for h in self._heard if h.known.sort is not Sort.PERSON]
        del lowers
        return bodies[-1] if bodies else None

    def _voice_of(
        self, first: int, main_end: int, head_end: int, offset: int, outer: tuple[str, ...]
    ) -> Known | None:
        """Find the body that a nameless official speaks for."""
        page = self.page
        for index in range(main_end, head_end):
            if page.lower[index] in {"for", "of", "at", "from", "with", "in"} and index + 1 < head_end:
                return self._known_at(index + 1, head_end, offset, outer)
        end = main_end - 1
        while end > first and page.lower[end - 1] in {"’s", "'s", "’", "'", "s"}:
            end -= 1
        if end > first:
            known = self._known_at(first, end, offset, outer)
            return known if known is None or known.sort is not Sort.PERSON else None
        return None

    def _name_of_document(self, first: int, head_end: int) -> Known | None:
        runs = name_runs(self.page, first, head_end, sentence_first=-1)
        return self.cast.called(self.page.words(*runs[0])) if runs else None

    def _described_person(self, role: str, offset: int, first: int) -> Known | None:
        """Find whom ``the director`` means: the last person who was called so."""
        if self.page.lower[first - 1 : first] in (["a"], ["an"], ["another"], ["one"]):
            return None
        people = [k for k in self.cast.known if role in k.words or role in _roles_of(self, k)]
        return _latest(people, offset) if people else None

    def _by_sort(self, head: str, offset: int, first: int) -> Known | None:
        singular = head[:-1] if head.endswith("s") and head[:-1] in BODY_SORTS else head
        sort = BODY_SORTS.get(head) or BODY_SORTS.get(singular)
        if sort is None or head not in BODY_SORTS:
            # "groups" are several; none of them is meant.
            return None
        article = self.page.lower[first - 1] if first else ""
        same_word = [k for k in self.cast.known if singular in k.words or head in k.words]
        same_sort = [
            k for k in self.cast.known if any(BODY_SORTS.get(word) == sort for word in k.words)
        ]
        if not same_word and not same_sort and article in {"the", "this"}:
            return self._last_untold(offset)
        for candidates in (same_word, same_sort):
            fitting = [k for k in candidates if k.sort is not Sort.PERSON and k.sort is not Sort.LAW]
            if article in {"a", "an", "one", "another"} and len(fitting) != 1:
                continue
            if fitting:
                return _latest(fitting, offset)
        return None

    def _last_untold(self, offset: int) -> Known | None:
        """Find a body of no told sort that spoke last: then ``the company`` can mean no other."""
        near = [h for h in self._heard if offset - _NEAR < h.offset < offset]
        if not near:
            return None
        known = near[-1].known
        told = known.sort in {Sort.PERSON, Sort.LAW} or known.words
        return None if told or known is _STRANGER else known

    def _standing(self, first: int, main_end: int, head_end: int, head: str) -> Known | None:
        """Name a body that goes without a name: ``the foreign ministry``, ``police``."""
        modified = main_end - first > 1 and head in BODY_SORTS
        if head not in STANDING_BODIES and not modified:
            return None
        end = main_end
        if self.page.lower[main_end : main_end + 1] in (["of"], ["in"]):
            end = head_end
        article = self.page.lower[first - 1] if first else ""
        if article in {"a", "an", "one", "another", "some"}:
            return None
        if head not in STANDING_BODIES and article not in {"the", "’s", "'s", "this", "that"}:
            return None
        return self.cast.add(" ".join(self.page.words(first, end).split()), Sort.BODY)


def _roles_of(speakers: Speakers, known: Known) -> set[str]:
    del speakers
    return known.words & ROLES


def _latest(candidates: list[Known], offset: int) -> Known | None:
    """Choose who was mentioned last; where nobody was yet, who comes first."""
    before = [k for k in candidates if k.last_before(offset) >= 0]
    if before:
        return max(before, key=lambda k: (k.last_before(offset), k.name))
    return min(candidates, key=lambda k: (min(k.places, default=0), k.name), default=None)


def _fits(known: Known, gender: str | None) -> bool:
    if gender is None:
        return known.sort is not Sort.PERSON
    if known.sort in {Sort.BODY, Sort.LAW}:
        return False
    return known.gender in {None, gender} and (
        known.sort is Sort.PERSON or 1 < len(known.name.split()) < 5
    )


def is_part_of_name(short: str, full: str) -> bool:
    """Tell whether a name is a part of a longer one, or the other way round.

    >>> is_part_of_name("the Courier", "Port Vale Courier")
    True
    """
    left, right = name_key(short).split(), name_key(full).split()
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    return all(word in longer for word in shorter)
