"""Whom ``it``, ``she`` and ``they`` mean."""

from typing import Final

from firsthand.claims.english.cast import Cast, Known, Sort
from firsthand.claims.english.frames import main_subject
from firsthand.claims.english.memory import STRANGER, Memory
from firsthand.claims.english.names import name_runs
from firsthand.claims.english.nouns import FEMALE, MALE
from firsthand.claims.english.page import Page
from firsthand.claims.english.wording import Finder, Wording
from firsthand.claims.english.words import SUBJECT_PRONOUNS
from firsthand.values.claim import UNIDENTIFIED, Setting

# A pronoun reaches back a paragraph or two, never a page.
_REACH: Final = 1500
_PERSONAL: Final = {"he": "he", "him": "he", "she": "she", "her": "she"}


class Pronouns:
    """Resolves the pronouns of one page against who has spoken and who was spoken of."""

    def __init__(
        self, page: Page, cast: Cast, memory: Memory, affiliations: dict[str, str], find: Finder
    ) -> None:
        """Keep what the page and its speakers tell."""
        self._page = page
        self._cast = cast
        self._memory = memory
        self._affiliations = affiliations
        self._find = find

    def meant(self, pronoun: str, wording: Wording) -> Known | None:
        """Find whom a pronoun of the third person means at one place."""
        gender = _PERSONAL.get(pronoun)
        direct = self._memory.is_direct(wording.offset)
        if wording.outer and wording.outer[-1] != UNIDENTIFIED:
            inside = self._cast.called(wording.outer[-1])
            if inside is not None and not direct and self._is_speaker(inside, gender):
                return inside
            if pronoun == "they" and direct:
                return None
        candidates = self._candidates(gender, wording.offset)
        if not candidates:
            return None
        place, known = max(candidates, key=lambda pair: pair[0])
        if wording.offset - place > _REACH:
            return None
        if gender and known is not STRANGER and _fits(known, gender):
            known.gender = gender
            if known.sort is Sort.UNKNOWN:
                known.sort = Sort.PERSON
        return known

    def _is_speaker(self, inside: Known, gender: str | None) -> bool:
        """Tell whether a pronoun in somebody's reported words can mean them or their body."""
        speaks_for = inside.name in self._affiliations and gender is None
        return speaks_for or (inside.sort is Sort.PERSON) == (gender is not None)

    def _candidates(self, gender: str | None, offset: int) -> list[tuple[int, Known]]:
        """Find who may be meant: who spoke, else who was spoken of; last who others spoke of."""
        found = [
            (heard.offset, heard.known)
            for heard in self._memory.near(offset, _REACH)
            if _fits(heard.known, gender) or (gender and _speaks_as(heard.voice, gender))
        ]
        subject = self._subject_of_last_sentence(offset)
        if subject is not None and _fits(subject[1], gender):
            found.append(subject)
        if gender is None:
            return found
        people = [k for k in self._cast.known if k.sort is Sort.PERSON and _fits(k, gender)]
        for told in (False, True):
            for known in people:
                places = [p for p in known.places if p < offset and self._memory.is_told(p) is told]
                if places:
                    found.append((max(places), known))
            if found:
                # A name that only stands in somebody's words is the last that a pronoun means.
                return found
        return found

    def _subject_of_last_sentence(self, offset: int) -> tuple[int, Known] | None:
        """Find whom the sentence before speaks of: ``The group stood firm. It said …``."""
        page = self._page
        number = page.sentence_at(offset)
        if not number or page.sentences[number - 1].setting is Setting.HEADLINE:
            return None
        sentence = page.sentences[number - 1]
        run = main_subject(page, sentence.first, sentence.last)
        if run is None or run[0] > sentence.first + 3:
            return None
        if page.lower[run[0]] in SUBJECT_PRONOUNS or page.lower[run[0]] in {"a", "an"}:
            return None
        if page.lower[run[1] : run[1] + 1] in (
            ["asked"],
            ["contacted"],
            ["approached"],
            ["emailed"],
        ):
            # "The paper asked the council. It has not replied."
            asked = next(
                iter(name_runs(page, run[1] + 1, sentence.last, sentence_first=sentence.first)),
                None,
            )
            run = asked or run
        known = self._find(Wording(first=run[0], last=run[1], offset=sentence.span.start))
        return (page.tokens[run[0]].start, known) if known else None


def _speaks_as(voice: str | None, gender: str) -> bool:
    """Tell whether ``he`` or ``she`` may be who spoke for a body: ``a spokeswoman``."""
    if voice is None:
        return False
    return voice not in (MALE if gender == "she" else FEMALE)


def _fits(known: Known, gender: str | None) -> bool:
    if gender is None:
        return known.sort is not Sort.PERSON
    if known.sort in {Sort.BODY, Sort.LAW}:
        return False
    return known.gender in {None, gender} and (
        known.sort is Sort.PERSON or 1 < len(known.name.split()) < 5
    )
