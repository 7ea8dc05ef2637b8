"""Gives each claim its stance, and each silence or denial the claims it is about."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.claims.english.speakers import Speakers, is_part_of_name
from firsthand.claims.english.stances import (
    announces_investigation,
    answers_a_charge,
    content_stems,
    denies_by_negation,
    denies_outright,
    investigator_in,
    owns_to_not_knowing,
)
from firsthand.values.claim import UNIDENTIFIED, Claim, Stance
from firsthand.values.source import SourceKind

_FIRM: Final = frozenset(
    {
        Stance.DENIES,
        Stance.DECLINES_TO_COMMENT,
        Stance.DOES_NOT_SAY,
        Stance.NOT_CONFIRMED,
        Stance.WITHDRAWS,
        Stance.ALLEGES,
    }
)
# "Denied the allegations": the words of the denial do not say what is denied.
_EMPTY_DENIAL: Final = re.compile(
    r"(?:(?:the|these|those|any|all|its|their|his|her|such|this|that|\w+[’']s)\s+)*"
    r"(?:(?:group|report|union|paper)[’']s\s+)?"
    r"(?:allegations?|accusations?|claims?|charges?|reports?|findings|characteri[sz]ation|assertions?|it"
    r"|wrongdoing|figures|suggestions?|rumou?rs)(?:\s+as\s+.{1,60})?"
)
# A body that issues a statement of what is not so answers somebody, named or not.
_OWN_STATEMENTS: Final = frozenset({SourceKind.STATEMENT, SourceKind.POST})
_BARE: Final = word_set("an the a as its our their new criminal now")
_OWN_WORDS: Final = word_set("we it they i he she")


class Verdicts:
    """Decides stances in reading order: a denial answers what was said before it."""

    def __init__(self, speakers: Speakers, kind: SourceKind) -> None:
        """Start with nothing charged."""
        self._speakers = speakers
        self._own = kind
        # Who has just denied a charge goes on denying it.
        self._last_denier: str | None = None
        self._charges: list[tuple[str, frozenset[str]]] = []

    def hear_question(self, words: str) -> None:
        """Take a question as a charge that its answer may deny."""
        self._charges.append((UNIDENTIFIED, content_stems(words)))

    def stance_of(self, saying: Saying, chain: tuple[str, ...], words: str) -> Stance:
        """Decide what a speaker does with some words, and remember it for the next."""
        stance = self._decided(saying, chain, words)
        if stance is Stance.DENIES:
            self._last_denier = chain[-1]
        elif self._last_denier not in chain:
            self._last_denier = None
        return stance

    def _decided(self, saying: Saying, chain: tuple[str, ...], words: str) -> Stance:
        stance = saying.stance
        if stance in _FIRM:
            self._remember(stance, chain, words)
            return stance
        if owns_to_not_knowing(words) and saying.manner is not Manner.AGENTLESS:
            return Stance.DOES_NOT_SAY
        if announces_investigation(words) and self._is_own_inquiry(chain, words, saying):
            return Stance.ANNOUNCES_INVESTIGATION
        if self._may_deny(saying, chain) and denies_by_negation(words):
            if (
                self._own in _OWN_STATEMENTS
                or self._last_denier == chain[-1]
                or denies_outright(words)
            ):
                return Stance.DENIES
            charged = [stems for speaker, stems in self._charges if speaker != chain[-1]]
            others: frozenset[str] = frozenset().union(*charged) if charged else frozenset()
            own = [stems for speaker, stems in self._charges if speaker == chain[-1]]
            # Who has spoken of these things before is telling more of them, not answering.
            others -= frozenset().union(*own) if own else frozenset()
            if answers_a_charge(words, others):
                return Stance.DENIES
        self._remember(stance, chain, words)
        return stance

    def _may_deny(self, saying: Saying, chain: tuple[str, ...]) -> bool:
        """Only a speaker denies: a newsroom that says what is not so reports it."""
        if saying.manner is Manner.AGENTLESS or self._own is SourceKind.TESTIMONY:
            return False
        return len(chain) > 1 or self._own in _OWN_STATEMENTS

    def _remember(self, stance: Stance, chain: tuple[str, ...], words: str) -> None:
        if stance in {Stance.ASSERTS, Stance.ALLEGES} and len(chain) > 1:
            self._charges.append((chain[-1], content_stems(words)))

    def _is_own_inquiry(self, chain: tuple[str, ...], words: str, saying: Saying) -> bool:
        """Only who investigates can announce it; a newsroom that tells of it asserts."""
        speaker = chain[-1]
        if saying.manner is Manner.AGENTLESS:
            return False
        subject = investigator_in(words)
        last = subject.split()[-1].lower().strip(".,’'") if subject else ""
        if len(chain) == 1:
            return is_part_of_name(subject or "-", speaker) if subject else False
        if (
            not subject
            or last in _OWN_WORDS
            or all(word in _BARE for word in subject.lower().split())
        ):
            return True
        body = self._speakers.affiliations.get(speaker)
        names = [name for name in (speaker, body) if name]
        return (
            any(is_part_of_name(_last_name(subject), name) for name in names)
            or speaker == UNIDENTIFIED
        )

    def about(self, claims: list[Claim]) -> Iterator[tuple[Claim, tuple[str, ...]]]:
        """Pair each claim with the claims it is about."""
        for claim in claims:
            if claim.stance is Stance.NOT_CONFIRMED:
                yield claim, tuple(self._unconfirmed_by(claim, claims))
            elif claim.stance is Stance.DENIES and _EMPTY_DENIAL.fullmatch(claim.text.lower()):
                yield claim, tuple(self._denied_by(claim, claims))
            elif claim.stance is Stance.WITHDRAWS:
                yield claim, tuple(_taken_back_by(claim, claims))
            else:
                yield claim, ()

    def _unconfirmed_by(self, claim: Claim, claims: list[Claim]) -> Iterable[str]:
        """Find the claims of the speaker whose words were not confirmed."""
        owner = self._owner_of(claim)
        for other in claims:
            if other.id == claim.id or other.stance not in {Stance.ASSERTS, Stance.ALLEGES}:
                continue
            if len(other.chain) < 2:
                continue
            if (
                owner is None
                or other.chain[1] == owner
                or (self._speakers.affiliations.get(other.chain[1]) == owner)
            ):
                yield other.id

    def _denied_by(self, claim: Claim, claims: list[Claim]) -> Iterable[str]:
        """Find what ``the mill denied the allegations`` denies: what was last charged before it."""
        before = [
            other
            for other in claims[: claims.index(claim)]
            if other.stance in {Stance.ASSERTS, Stance.ALLEGES}
            and len(other.chain) > 1
            and other.speaker not in {claim.speaker, UNIDENTIFIED}
        ]
        owner = self._owner_of(claim) or (before[-1].chain[1] if before else None)
        return (other.id for other in before if other.chain[1] == owner)

    def _owner_of(self, claim: Claim) -> str | None:
        name = self._speakers.name_at(claim.content[0])
        if name == UNIDENTIFIED:
            name = self._speakers.owner_in(claim.content[0]) or UNIDENTIFIED
        return None if name == UNIDENTIFIED else name


def _last_name(subject: str) -> str:
    words = subject.split()
    taken: list[str] = []
    for word in reversed(words):
        if word[:1].isupper():
            taken.append(word)
        elif taken or word.lower() in {"that", "the"}:
            break
        else:
            taken.append(word)
    return " ".join(reversed(taken))


def _taken_back_by(claim: Claim, claims: list[Claim]) -> Iterable[str]:
    stems = content_stems(claim.text)
    for other in claims:
        if (
            other.id != claim.id
            and other.speaker == claim.speaker
            and other.stance
            in {
                Stance.ASSERTS,
                Stance.ALLEGES,
            }
            and (not stems or stems & content_stems(other.text))
        ):
            yield other.id
