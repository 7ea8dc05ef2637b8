"""Independence must be shown: what two origins lack of it, in plain words."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from firsthand.origins.case import TEXT_KINDS, Case
from firsthand.origins.said import Said
from firsthand.origins.stems import stem
from firsthand.origins.wordlists import one_of
from firsthand.values.claim import OWN_BASES, Basis, Claim
from firsthand.values.finding import Origin
from firsthand.values.spans import Span

_CONSIDERED: Final = 12
"""More origins than this need not be told apart: two that are independent are enough."""
_DOCUMENTS: Final = frozenset(
    stem(word)
    for word in sorted(
        one_of(
            """memo memorandum contract lease email e-mail letter invoice roster list recording
            video photograph photo database register ledger file report document cable
            minutes transcript receipt permit licence passport notice order form spreadsheet
            map screenshot footage leak dossier"""
        )
    )
)


def independent_among(origins: Sequence[Origin], case: Case, said: Said) -> tuple[Origin, ...]:
    """Give the largest set of origins each of which is independent of every other, earliest first.

    Two or more make a corroboration. ``said`` holds what each claim says.
    """
    grounded = [origin for origin in origins if origin.basis in OWN_BASES][:_CONSIDERED]
    shown = {
        (a.name, b.name) for a, b in combinations(grounded, 2) if lacking(a, b, case, said) is None
    }
    for size in range(len(grounded), 1, -1):
        for chosen in combinations(grounded, size):
            if all((a.name, b.name) in shown for a, b in combinations(chosen, 2)):
                return chosen
    return tuple(origins[:1])


def lacking(left: Origin, right: Origin, case: Case, said: Said) -> str | None:
    """Say what is missing for two origins to be independent; nothing when it is shown."""
    for origin in (left, right):
        if origin.basis not in OWN_BASES:
            return f"{origin.name} states no basis of its own"
    parties = case.parties
    if parties.are_one(left.name, right.name) or parties.lineage(left.name) & parties.lineage(
        right.name
    ):
        return f"{left.name} and {right.name} answer to one party ({left.party})"
    if _one_derives(left, right, case, said) or _one_derives(right, left, case, said):
        return f"one of {left.name} and {right.name} derives from the other"
    if _one_document(left, right, case, said):
        return f"{left.name} and {right.name} may rest on one document"
    if not _speak_of_one_thing(left, right, case, said):
        return f"what {left.name} and {right.name} say of their own may not be one thing"
    return None


def _speak_of_one_thing(left: Origin, right: Origin, case: Case, said: Said) -> bool:
    """Tell whether what two origins know of their own agrees by itself, not only through others."""
    ours, theirs = (
        [c.id for c in _own_claims(origin, case, said) if case.basis_of(c) in OWN_BASES]
        for origin in (left, right)
    )
    return any(said.agree(a, b) for a in ours[:_CONSIDERED] for b in theirs[:_CONSIDERED])


def _own_claims(origin: Origin, case: Case, said: Said) -> list[Claim]:
    return [
        said.claim(name) for name in origin.claims if case.speaker(said.claim(name)) == origin.name
    ]


def _one_derives(left: Origin, right: Origin, case: Case, said: Said) -> bool:
    """Tell whether all that the left says of its own stands on pages taken from the right's."""
    theirs = {said.claim(name).source for name in right.claims}
    grounds = [c.source for c in _own_claims(left, case, said) if case.basis_of(c) in OWN_BASES]
    return bool(grounds) and all(
        theirs & set(case.derives_from(source, TEXT_KINDS)) for source in grounds
    )


def _one_document(left: Origin, right: Origin, case: Case, said: Said) -> bool:
    if left.basis is not Basis.OWN_DOCUMENT or right.basis is not Basis.OWN_DOCUMENT:
        return False
    ours, theirs = (
        set().union(*(_documents_named(c, case) for c in _own_claims(origin, case, said)), ())
        for origin in (left, right)
    )
    return not ours or not theirs or bool(ours & theirs)


def _documents_named(claim: Claim, case: Case) -> set[str]:
    words: Span = claim.sentence
    text = words.within(case.source(claim.source).text)
    return {stem(word.strip(".,;:'\"”“")) for word in text.split()} & _DOCUMENTS
