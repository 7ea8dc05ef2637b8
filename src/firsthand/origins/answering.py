"""Who answers for whom against a finding: the accused for himself, and who disowns his words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from firsthand.origins.denials import is_pointer
from firsthand.origins.families import EXIST, GENERIC, SAY
from firsthand.origins.membership import Membership
from firsthand.origins.propositions import name_terms
from firsthand.values.brief import BriefClaim
from firsthand.values.proposition import Proposition

_EVERYTHING_ELSE: Final = frozenset({SAY, None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A speaker with the terms of its own names, those of the party's above it, and what it runs.

    ``runs`` are the things that the party is said, anywhere in the case, to run.
    """

    speaker: str
    names: tuple[frozenset[str], ...]
    party_names: tuple[frozenset[str], ...]
    runs: frozenset[str]


def called(
    speaker: str, names: Iterable[str], party_names: Iterable[str], runs: Iterable[str]
) -> Called:
    """Read a speaker's names as the terms that they would leave in a claim."""
    return Called(
        runs=frozenset(runs),
        speaker=speaker,
        names=tuple(terms for name in names if (terms := name_terms(name))),
        party_names=tuple(terms for name in party_names if (terms := name_terms(name))),
    )


def charges(said: Proposition, by: str, accused: Called) -> bool:
    """Tell whether what somebody says charges a speaker, or the party that answers for it."""
    terms = said.terms | said.also
    if any(name <= terms for name in accused.names):
        return True
    # A state that is only where a thing happened is not charged with it.
    acting = terms - (said.places - said.subject)
    if any(party <= acting for party in accused.party_names):
        return True
    if said.first_person and by == accused.speaker:
        return True
    return not accused.runs.isdisjoint(said.terms)


def disowns(claim: BriefClaim, held: Membership) -> bool:
    """Tell whether a denial in a finding takes no answer for words put into the denier's mouth."""
    if any(other.speakers == (claim.speaker,) for other in held.supports):
        return False
    said = held.said(claim)
    if said is not None and (said.family == SAY or is_pointer(said)):
        return True
    return any(other.speaker == claim.speaker for other in held.supports)


def answers_for(speaker: str, held: Membership) -> bool:
    """Tell whether a denier is accused, or, where nobody accuses, the one concerned."""
    for claim in held.denies:
        said = held.said(claim)
        of_saying = claim.disowns_saying or (said is not None and said.family == SAY)
        if claim.speaker == speaker and of_saying and disowns(claim, held):
            # Who never said the words that others put into his mouth is accused of nothing.
            return False
    return any(_is_concerned(name, held) for name in held.joining.joined_with(speaker))


def _is_concerned(speaker: str, held: Membership) -> bool:
    if _is_accused(speaker, held) or _denies_of_itself(speaker, held):
        return True
    known = held.speaker(speaker)
    if held.supports:
        # Two men nobody names visit a mother; the embassy of the state that others accuse denies
        # it: a denier answers here for a matter of which its party is accused elsewhere.
        return known.is_accused_elsewhere and all(
            held.speaker(claim.speaker).party != known.party for claim in held.supports
        )
    if known.runs_something:
        return True
    own = [said for claim in held.denies if (said := held.said(claim)) is not None]
    return any(said.first_person or said.witness for said in own)


def _is_accused(speaker: str, held: Membership) -> bool:
    known = held.speaker(speaker)
    if held.joining.are_parted(speaker, known.party):
        known = replace(known, party_names=(), runs=())
    accused = called(speaker, known.names, known.party_names, known.runs)
    return any(
        charges(said, claim.speaker, accused)
        for claim in held.core
        if (said := held.said(claim)) is not None
    )


def _denies_of_itself(speaker: str, held: Membership) -> bool:
    """Tell whether a denier speaks of its own doings: "it never asked", "we paid nobody"."""
    own = [name_terms(name) for name in held.speaker(speaker).lineage]
    for claim in held.denies:
        said = held.said(claim)
        if claim.speaker != speaker or said is None or disowns_words(said):
            continue
        if said.family in {EXIST, SAY}:
            continue
        if claim.of_itself or any(terms and terms <= said.subject for terms in own):
            return True
    return False


def disowns_words(proposition: Proposition) -> bool:
    """Tell whether a denial is about having said so, and not about what was said."""
    return proposition.family in _EVERYTHING_ELSE or not proposition.terms - GENERIC
