"""Independence must be shown: what two origins lack of it, in plain words."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from firsthand.origins.membership import Membership
from firsthand.origins.stems import stem
from firsthand.origins.wordlists import one_of
from firsthand.values.brief import BriefClaim
from firsthand.values.claim import OWN_BASES, Basis
from firsthand.values.finding import Origin

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


_STRENGTH: Final = (
    Basis.WITNESSED,
    Basis.OWN_DOCUMENT,
    Basis.OWN_INQUIRY,
    Basis.OWN_ACT,
    Basis.TOLD,
    Basis.DEDUCED,
    Basis.NOT_STATED,
)


def strongest(bases: Iterable[Basis]) -> Basis:
    """Give the strongest of some bases; *not stated*, when there is none."""
    return min(bases, key=_STRENGTH.index, default=Basis.NOT_STATED)


def independent_among(origins: Sequence[Origin], held: Membership) -> tuple[Origin, ...]:
    """Give the largest set of origins each of which is independent of every other, earliest first.

    Two or more make a corroboration.
    """
    grounded = [origin for origin in origins if origin.basis in OWN_BASES][:_CONSIDERED]
    shown = {(a.name, b.name) for a, b in combinations(grounded, 2) if lacking(a, b, held) is None}
    for size in range(len(grounded), 1, -1):
        for chosen in combinations(grounded, size):
            if all((a.name, b.name) in shown for a, b in combinations(chosen, 2)):
                return chosen
    return tuple(origins[:1])


def lacking(left: Origin, right: Origin, held: Membership) -> str | None:
    """Say what is missing for two origins to be independent; nothing when it is shown."""
    for origin in (left, right):
        if origin.basis not in OWN_BASES:
            return f"{origin.name} states no basis of its own"
    if held.joining.answer_to_one(left.name, right.name):
        return f"{left.name} and {right.name} answer to one party ({left.party})"
    shared = _one_ground(left, right, held)
    if shared is not None:
        return shared
    if not _speak_of_one_thing(left, right, held):
        return f"what {left.name} and {right.name} say of their own may not be one thing"
    return None


def _one_ground(left: Origin, right: Origin, held: Membership) -> str | None:
    """Say what page or document two origins may both rest on, if any."""
    if _one_derives(left, right, held) or _one_derives(right, left, held):
        return f"one of {left.name} and {right.name} derives from the other"
    if _one_text(left, right, held):
        return f"{left.name} and {right.name} may both repeat one text"
    if _one_document(left, right, held):
        return f"{left.name} and {right.name} may rest on one document"
    return None


def _speak_of_one_thing(left: Origin, right: Origin, held: Membership) -> bool:
    """Tell whether what two origins know of their own agrees by itself, not only through others."""
    ours, theirs = (_grounds(origin, held)[:_CONSIDERED] for origin in (left, right))
    return any(held.agree(a, b) for a in ours for b in theirs)


def _own_claims(origin: Origin, held: Membership) -> list[BriefClaim]:
    claims = map(held.claim, origin.claims)
    return [claim for claim in claims if claim.speaker == origin.name]


def _grounds(origin: Origin, held: Membership) -> list[BriefClaim]:
    """List what an origin says itself and on a basis of its own."""
    return [claim for claim in _own_claims(origin, held) if claim.basis in OWN_BASES]


def _one_derives(left: Origin, right: Origin, held: Membership) -> bool:
    """Tell whether all that the left says of its own stands on pages taken from the right's."""
    theirs = {held.claim(name).source for name in right.claims}
    grounds = _grounds(left, held)
    return bool(grounds) and all(
        not theirs.isdisjoint(held.derivations.text_roots_of(claim.source))
        or not theirs.isdisjoint(held.first_texts.get(claim.source, ()))
        for claim in grounds
    )


def _one_text(left: Origin, right: Origin, held: Membership) -> bool:
    """Tell whether all that both say of their own stands on copied pages, some of one page.

    Two copies of a page that is not here, or does not count now, are no two voices.
    """
    ours, theirs = (
        [held.first_texts.get(claim.source, ()) for claim in _grounds(origin, held)]
        for origin in (left, right)
    )
    began = frozenset[str]().union(*theirs)
    return all(ours) and all(theirs) and not all(began.isdisjoint(texts) for texts in ours)


def _one_document(left: Origin, right: Origin, held: Membership) -> bool:
    # Of organs or bodies taken as one, only what is said in the origin's own name is compared.
    if any(
        strongest(claim.basis for claim in _grounds(origin, held)) is not Basis.OWN_DOCUMENT
        for origin in (left, right)
    ):
        return False
    ours, theirs = (
        frozenset[str]().union(*(claim.documents for claim in _own_claims(origin, held)))
        for origin in (left, right)
    )
    return not ours or not theirs or bool(ours & theirs)


def documents_named(sentence: str) -> tuple[str, ...]:
    """List the kinds of document that a sentence names."""
    return tuple(sorted({stem(word.strip(".,;:'\"”“")) for word in sentence.split()} & _DOCUMENTS))
