"""How speakers know, weighed against what their words say: whose act, whose eyes."""

from collections.abc import Sequence
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.families import EXIST, PERCEIVE, verb_family
from firsthand.origins.grouping import Read
from firsthand.origins.propositions import name_terms
from firsthand.values.claim import Basis
from firsthand.values.proposition import Voice

_SEEN: Final = frozenset({Basis.WITNESSED, Basis.OWN_INQUIRY, Basis.OWN_DOCUMENT})


def weighed_bases(reads: Sequence[Read], case: Case) -> dict[str, Basis]:
    """Give the claims (by id) whose basis is not what their extractor gave.

    "The counter opened in May" is nobody's own act in the mouth of a tenant; taken for one, it
    would make a corroboration out of hearsay. And what the same breath says was seen was seen.
    """
    weighed = {
        read.claim.id: Basis.NOT_STATED
        for read in reads
        if read.claim.basis is Basis.OWN_ACT and not _is_own_act(read, case)
    }
    by_sentence: dict[tuple[str, int, tuple[str, ...]], Basis] = {}
    for read in reads:
        if read.claim.basis in _SEEN:
            by_sentence.setdefault(_breath(read), read.claim.basis)
    for read in reads:
        if read.claim.basis is Basis.NOT_STATED:
            basis = by_sentence.get(_breath(read)) or _by_cue(read, case)
            if basis:
                weighed[read.claim.id] = basis
    return weighed


def _breath(read: Read) -> tuple[str, int, tuple[str, ...]]:
    claim = read.claim
    return (claim.source, claim.sentence.start, claim.chain)


def _by_cue(read: Read, case: Case) -> Basis | None:
    """Read how a speaker knows from the verb that brings the words: who *found* it was there."""
    text = case.source(read.claim.source).text
    words = [word for span in read.claim.cue for word in span.within(text).casefold().split()]
    return Basis.WITNESSED if any(verb_family(word) == PERCEIVE for word in words) else None


def _is_own_act(read: Read, case: Case) -> bool:
    proposition = read.proposition
    if proposition.first_person:
        return True
    above = case.parties.lineage(case.speaker(read.claim))
    names = set().union(*map(name_terms, above))
    if proposition.subject & names:
        return True
    first = read.claim.text.split()[:1]
    stands_for_itself = bool(first) and first[0].casefold() in {"it", "they", "he", "she"}
    return (
        stands_for_itself
        and proposition.voice is Voice.ACTIVE
        and proposition.family not in {EXIST, "began"}
    )
