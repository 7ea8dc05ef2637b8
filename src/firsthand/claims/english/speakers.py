"""Gives each speaker of a document one name, whatever words stand for them at each place."""

import re
from collections.abc import Iterable
from typing import Final

from firsthand.claims.english.cast import Cast, Known, Sort, initials_of, name_key
from firsthand.claims.english.descriptions import RETINUE, STAFF, Descriptions
from firsthand.claims.english.documents import Documents
from firsthand.claims.english.introductions import Introductions, is_person_noun
from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.memory import STRANGER, Memory, latest
from firsthand.claims.english.names import name_runs
from firsthand.claims.english.nouns import ROLES, SPEAKS_FOR
from firsthand.claims.english.page import Page
from firsthand.claims.english.persons import Persons
from firsthand.claims.english.phrases import has_finite_verb, phrase_before
from firsthand.claims.english.pronouns import Pronouns
from firsthand.claims.english.transcripts import turns_in
from firsthand.claims.english.wording import Wording, article_of, head_end, noun_end
from firsthand.claims.english.words import DETERMINERS, PREPOSITIONS, RELATIVES, SUBJECT_PRONOUNS
from firsthand.values.claim import UNIDENTIFIED
from firsthand.values.spans import Span

_OWN: Final = word_set("we i us me our my")
_THIRD: Final = SUBJECT_PRONOUNS - _OWN | {"him", "her", "them"}
_SELF: Final = word_set("paper newspaper reporter reporters newsroom website broadcaster")
_AUTHORED: Final = word_set(
    "ruling report memo letter statement email message decision judgment complaint study note"
)
_ONLY_READ: Final = re.compile(r"\b(?:seen|obtained|reviewed|examined|viewed|acquired)\b")
_PRONOUN_OF: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
_NEAR: Final = 700
_MISSION: Final = re.compile(
    r"(?:Embassy|Consulate(?: General)?) of (?P<country>[A-Z][\w’'-]*)(?: in .+)?$"
)
_MINISTRY: Final = re.compile(r"(?:\w+ )?[Mm]inistry")
# Roles that leave room for another: a neighbour may be a pensioner too.
_LOOSE: Final = word_set("member neighbour neighbor resident witness tenant owner mr mrs ms exile")
_POLITICAL: Final = word_set(
    "mp minister senator congressman congresswoman councillor mayor secretary governor mr mrs ms"
)
# "a student, whom the paper names only as Rona": what follows is no second name for her.
_NO_APPOSITION: Final = PREPOSITIONS | RELATIVES | {"whom"}
_KNOWN_AS: Final = frozenset({"identify", "identified", "identifies", "known", "name"})
_GAVE: Final = (
    "published|issued|released|compiled|wrote|handed|sent|submitted|produced|commissioned|filed"
)
_HELD_BY: Final = re.compile(
    r"\b(?:seen|obtained|reviewed|examined|viewed|acquired)\s+by\s+(?P<by>[^,;]+)$"
    r"|\b(?:that|which)\s+(?P<who>[^,;]+?)\s+(?:has|have|had)\s+"
    rf"(?:seen|obtained|reviewed|examined|viewed|written|{_GAVE})\b"
    rf"|\b(?:that|which)\s+(?P<gave>[^,;]+?)\s+(?:{_GAVE})\b"
)


class Speakers:
    """Resolves the speakers of one page in reading order, remembering who spoke."""

    def __init__(self, page: Page, publisher: str) -> None:
        """Meet the page's cast."""
        self.page = page
        self.publisher = publisher
        self.cast = Cast(page)
        self.documents = Documents(page, self.cast)
        self.affiliations: dict[str, str] = {}
        self._memory = Memory()
        known = (self.affiliations, self._known_at)
        self._pronouns = Pronouns(page, self.cast, self._memory, *known)
        self._persons = Persons(page, self.cast, self.documents, *known)
        self._descriptions = Descriptions(page, self.cast, self.documents, self._memory, *known)
        self._introductions = Introductions(page, self.cast)
        self._turns = turns_in(page)
        self._labels = {turn.who: self._labelled(turn.who) for turn in self._turns}

    def name_at(self, source: Span, outer: tuple[str, ...] = ()) -> str:
        """Name the speaker whom some words stand for, and remember that they spoke.

        ``outer`` are the speakers inside whose words these stand, outermost first.
        """
        if source in self._labels:
            return self._labels[source].name
        wording = self._wording(source, outer)
        if wording is None:
            return UNIDENTIFIED
        wording = self._out_of_relative(wording)
        known = self._known_at(wording) or self._known_at(self._with_aside(wording))
        if known is None and not outer and self.page.lower[wording.first] in {"a", "an", "one"}:
            known = self._introductions.bound(wording) or STRANGER
        if known is None:
            return UNIDENTIFIED
        self._take_home(known)
        if known is not STRANGER:
            known.places.append(source.start)
        if not outer:
            self._memory.hear(known, source.start, self._voice_in(wording, known))
        return known.name

    def _take_home(self, known: Known) -> None:
        """Give a ministry its country where an embassy speaks of it: its own country's."""
        sends = _MISSION.match(self.publisher)
        if sends and _MINISTRY.fullmatch(known.name):
            short, known.name = known.name, f"{known.name} of {sends.group('country')}"
            self.cast.alias(known.name, known)
            self.cast.alias(short, known)

    def _voice_in(self, wording: Wording, known: Known) -> str | None:
        """Give the noun of who speaks for a body without a name: ``an embassy spokesman``."""
        if known.sort is Sort.PERSON:
            return None
        end = head_end(self.page, wording.first, wording.last)
        nouns = self.page.lower[wording.first : end]
        return next((noun for noun in nouns if noun in SPEAKS_FOR and noun in ROLES), None)

    def meant_by(self, words: Span, outer: tuple[str, ...]) -> str | None:
        """Name whom some words mean, without taking it that they speak; None when not known."""
        wording = self._wording(words, outer)
        known = self._known_at(wording) if wording else None
        return known.name if known and known is not STRANGER else None

    def owner_in(self, words: Span) -> str | None:
        """Name whose findings some words speak of: ``the group's findings``, ``his account``."""
        wording = self._wording(words, ())
        if wording is None:
            return None
        for index in range(wording.first, wording.last):
            lower = self.page.lower[index]
            known: Known | None = None
            if lower in _PRONOUN_OF:
                known = self._pronouns.meant(_PRONOUN_OF[lower], wording)
            elif lower in {"’s", "'s", "’", "'"} and index > wording.first:
                known = self._known_at(wording.part(wording.first, index))
            else:
                continue
            return known.name if known and known is not STRANGER else None
        return None

    def final_name(self, name: str) -> str:
        """Give the fullest name that the whole page gave a speaker."""
        known = self.cast.called(name)
        return known.name if known and name != self.publisher else name

    def quote(self, direct: Iterable[Span]) -> None:
        """Learn which stretches of the page are somebody's very words."""
        turned = (part for turn in self._turns for _, part in turn.sentences)
        self._memory.quote([*direct, *turned])

    def tell(self, told: Iterable[Span]) -> None:
        """Learn which stretches of the page are what somebody is said to say."""
        self._memory.tell(told)

    def is_publisher(self, name: str) -> bool:
        """Tell whether a name means the publisher: ``the Courier`` for the Port Vale Courier."""
        short = name.isupper() and len(name) > 1 and name.lower() == initials_of(self.publisher)
        return short or is_part_of_name(name, self.publisher)

    def _wording(self, words: Span, outer: tuple[str, ...]) -> Wording | None:
        first, last = self.page.token_from(words.start), self.page.token_from(words.end)
        if first >= last:
            return None
        return Wording(first=first, last=last, offset=words.start, outer=outer)

    def _labelled(self, words: Span) -> Known:
        """Find whom a transcript's label names, in capitals or not."""
        name = " ".join(words.within(self.page.text).split())
        key = name_key(name)
        people = [
            known
            for known in self.cast.known
            if known.sort is Sort.PERSON and name_key(known.name).split()[-1] == key
        ]
        known = self.cast.called(name) or (people[0] if len(people) == 1 else None)
        return known or self.cast.add(name.title() if name.isupper() else name, Sort.UNKNOWN)

    def _with_aside(self, wording: Wording) -> Wording:
        """Take in what stands behind a comma: ``One, a foreman whom we call Otto, said``."""
        lower, last = self.page.lower, wording.last
        if last < len(lower) and lower[last] == ",":
            near = range(last + 1, min(last + 12, len(lower)))
            closing = next((i for i in near if lower[i] in {",", ".", "”", '"'}), None)
            if closing is not None and lower[closing] == ",":
                return wording.part(wording.first, closing)
        return wording

    def _out_of_relative(self, wording: Wording) -> Wording:
        """Cut ``the union handed to police`` behind ``a file that``: the union is who speaks."""
        if wording.first and self.page.lower[wording.first - 1] in {"that", "which"}:
            for index in range(wording.first + 1, wording.last):
                possessive = self.page.lower[index] in {"’s", "'s"}
                if not possessive and has_finite_verb(self.page, index, index + 1):
                    return wording.part(wording.first, index)
        return wording

    def _known_at(self, wording: Wording) -> Known | None:  # noqa: PLR0911 - a way for each opening
        page, first, last = self.page, wording.first, wording.last
        if last - first == 1 and page.lower[first] in _PRONOUN_OF:
            return self._pronouns.meant(_PRONOUN_OF[page.lower[first]], wording)
        while first < last and (
            page.lower[first] in DETERMINERS or page.lower[first] in {"so-called", "“", '"', ","}
        ):
            first += 1
        if first >= last:
            return None
        wording = wording.part(first, last)
        opening = page.lower[first]
        if opening in RELATIVES and opening != "where":
            return self._before_relative(wording)
        if last - first == 1 and opening in _THIRD:
            return self._pronouns.meant(opening, wording)
        if last - first == 1 and opening in _OWN:
            return self._self_of(wording)
        held = _HELD_BY.search(page.words(first, last))
        if held:
            return self._holder(held, wording)
        head = wording.part(first, head_end(page, first, last))
        return (
            self._persons.named_in(wording)
            or self._called_in(wording)
            or self._owned_by_pronoun(head)
            or self._descriptions.meant(head)
            or self._described_before(head)
        )

    def _owned_by_pronoun(self, head: Wording) -> Known | None:
        """Find whom ``his lawyers`` and ``its spokesman`` speak for."""
        owner = _PRONOUN_OF.get(article_of(self.page, head.first))
        noun = self.page.lower[noun_end(self.page, head.first, head.last) - 1]
        if owner is None or noun not in SPEAKS_FOR | RETINUE | STAFF:
            return None
        known = self._pronouns.meant(owner, head)
        if known and noun in STAFF:
            return known if known.sort is not Sort.PERSON else None
        return self._descriptions.speaking_for(known, noun) if known else None

    def _described_before(self, head: Wording) -> Known | None:
        """Find whom ``the mother-of-two`` means: the person who was last spoken to or of."""
        page = self.page
        if article_of(page, head.first) != "the" or name_runs(
            page, head.first, head.last, sentence_first=-1
        ):
            return None
        noun = page.lower[noun_end(page, head.first, head.last) - 1]
        told = [k for k in self.cast.known if noun in k.words and k.sort is Sort.PERSON]
        if told:
            return latest(told, head.offset)
        if self._introductions.is_unnamed(noun) or not is_person_noun(noun):
            return None
        known = self._memory.last_person()
        if known is None or noun not in ROLES:
            return known
        # A role may be somebody else's, unless the last to speak has none yet.
        last = self._memory.near(head.offset, _NEAR)
        fits = not known.words & ROLES - _LOOSE or {noun} | known.words & ROLES <= _POLITICAL
        return known if last and last[-1].known is known and fits else None

    def _self_of(self, wording: Wording) -> Known | None:
        name = wording.outer[-1] if wording.outer else self.publisher
        return None if name == UNIDENTIFIED else self.cast.add(name, Sort.UNKNOWN)

    def _before_relative(self, wording: Wording) -> Known | None:
        """Find whom ``who`` means: what stands right before it."""
        page = self.page
        number = page.sentence_at(wording.offset)
        if number is None:
            return None
        low, end = page.sentences[number].first, wording.first
        while end > low and page.lower[end - 1] in {",", "“", '"'}:
            end -= 1
        start = end
        while start > low and page.lower[start - 1] not in PREPOSITIONS:
            start -= 1
        run = phrase_before(page, end, low) or ((start, end) if low < start < end else None)
        known = self._known_at(wording.part(*run)) if run else None
        if known is None and low < start < end and page.lower[max(low, start - 2)] in SPEAKS_FOR:
            # "the finding of campaigners at Open Pages, who say": whom they speak for.
            known = self._known_at(wording.part(start, end))
        if known is not None and self.is_publisher(known.name):
            # "it said in a note to the Courier, which also stated": the note states, not the paper.
            return self._memory.last_body(wording.offset)
        return known

    def _holder(self, held: re.Match[str], wording: Wording) -> Known | None:
        """Find whose document it is by who has it: ``a lease seen by this newspaper``."""
        start = self.page.tokens[wording.first].start
        group = next(name for name in ("by", "who", "gave") if held.group(name))
        last_word = held.group(group).lower().split()[-1]
        head = self.page.text[start : start + held.start()].lower().split()[-1:]
        if group == "by" and head and head[0] in _AUTHORED:
            # Who has read a ruling is not who gave it.
            low = self.page.token_from(start + held.start())
            return self._descriptions.meant(wording.part(wording.first, low))
        behind = self.page.lower[wording.last] if wording.last < len(self.page.lower) else ""
        if group == "by" and behind in {"says", "said", "states", "warns", "notes", "stated"}:
            # A memo seen by a paper speaks for whoever wrote it, and nobody has said who.
            return None
        if last_word in _SELF or last_word in _OWN:
            return self._self_of(wording)
        low = self.page.token_from(start + held.start(group))
        high = self.page.token_from(start + held.end(group))
        known = self._known_at(wording.part(low, high)) if low < high else None
        if (
            known is not None
            and _ONLY_READ.search(held.group())
            and not self.is_publisher(known.name)
        ):
            # What others have seen is evidence; it does not speak with their voice.
            return None
        return known

    def _called_in(self, wording: Wording) -> Known | None:
        """Find a name given in passing: ``a charity called X``."""
        page, last = self.page, wording.last
        end = head_end(page, wording.first, last)
        if end < last and page.lower[end] == "," and not page.is_capital(end - 1):
            # "A second target, the satirist Jo Vale," and "The group, Open Pages,"
            run = next(iter(name_runs(page, end + 1, last, sentence_first=-1)), None)
            before = page.lower[end + 1 : run[0]] if run else []
            if run and not set(before) & _NO_APPOSITION and len(before) < 4:
                return self.cast.called(page.words(*run))
        for index in range(wording.first, last - 1):
            as_known = page.lower[index] == "as" and _KNOWN_AS & set(
                page.lower[max(wording.first, index - 3) : index]
            )
            if as_known or page.lower[index] in {"called", "named", "call", "calls"}:
                runs = name_runs(page, index + 1, last, sentence_first=-1)
                named = [page.words(index + 1, last), *(page.words(*run) for run in runs)]
                return next((k for k in map(self.cast.called, named) if k), None)
        return None


def is_part_of_name(short: str, full: str) -> bool:
    """Tell whether a name is a part of a longer one, or the other way round.

    >>> is_part_of_name("the Courier", "Port Vale Courier")
    True
    """
    left, right = name_key(short).split(), name_key(full).split()
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    # A paper's last word is its own ("the Courier"); its first may be only where it appears.
    telling = len(shorter) > 1 or shorter[-1] == longer[-1]
    return telling and all(word in longer for word in shorter)
