"""Which finding a denial denies: only one whose whole proposition its words exclude.

"The volunteers are not police" excludes that the volunteers are police and nothing wider. "There
is no such station" excludes that one was opened, too.
"""

from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.comparing import Weights, conflict
from firsthand.origins.drafts import Draft
from firsthand.origins.families import BE, EXIST, GENERIC, OPERATE, SAY
from firsthand.origins.grouping import Read
from firsthand.origins.propositions import Proposition
from firsthand.origins.stems import stem

_WHOLE: Final = 0.66
"""The share of a denial's words that a charge must hold for the denial to reach it."""
_EMPTY_WORDS: Final = frozenset(
    stem(word)
    for word in """fabrication false falsehood lie lies lying baseless groundless unfounded untrue
    invented invention nonsense smear slander rumour rumor claim claims allegation allegations
    accusation accusations charge charges pure complete wholly entirely totally fake malicious
    ridiculous absurd fiction propaganda story article word words any all wrongdoing"""
    .split()
) | {"~file"}
_WORDS_SAID: Final = frozenset(
    stem(word) for word in "said words quote quoted quotation statement remark interview".split()
)


def is_empty(proposition: Proposition) -> bool:
    """Tell whether a denial names nothing: "a fabrication", "the report is false"."""
    return not {term for term in proposition.terms if not term.startswith("@")} - _EMPTY_WORDS


def excludes(denial: Read, draft: Draft, weights: Weights, case: Case) -> float:
    """Weigh how well a denial excludes a finding; 0 when it does not."""
    charges = [read for read in draft.supports if not read.proposition.is_negated]
    if not charges or is_empty(denial.proposition):
        return 0.0
    if denial.proposition.family == SAY:
        return _disowns(denial, charges, weights, case)
    return max(_reach(denial.proposition, read.proposition, weights) for read in charges)


def _reach(denied: Proposition, charge: Proposition, weights: Weights) -> float:
    if not _same_matter(denied, charge):
        return 0.0
    held = denied.terms & (charge.terms | charge.also)
    loose = {term for term in denied.terms - held if term not in GENERIC}
    total = weights.of(held) + weights.of(loose)
    covered = weights.of(held) / total if total else 0.0
    if covered < _WHOLE or not held - GENERIC:
        return 0.0
    if _forbidden(denied, charge):
        return 0.0
    if denied.family == BE and not (denied.subject & charge.subject and denied.rest & charge.rest):
        return 0.0
    there = weights.of(charge.terms)
    back = weights.of(charge.terms & (denied.terms | denied.also)) / there if there else 0.0
    if not (denied.is_universal or denied.family in {EXIST, OPERATE}) and back < _WHOLE / 2:
        return 0.0
    return (covered + back) / 2


def _same_matter(denied: Proposition, charge: Proposition) -> bool:
    if denied.family == charge.family:
        return True
    return denied.family == EXIST and charge.family in {OPERATE, "began"}


def _forbidden(denied: Proposition, charge: Proposition) -> bool:
    reason = conflict(denied, charge, 1.0)
    return reason in {"period", "means", "names", "agent", "figures"} and not (
        reason in {"agent", "names"} and denied.family in {EXIST, OPERATE} and not denied.names
    )


def _disowns(denial: Read, charges: list[Read], weights: Weights, case: Case) -> float:
    """Weigh "I never said that families were followed" against words put into one's mouth."""
    speaker = case.speaker(denial.claim)
    best = 0.0
    for charge in charges:
        if case.speaker(charge.claim) != speaker or len(case.speakers(charge.claim)) < 2:
            continue
        ours = {term for term in denial.proposition.terms if term not in _WORDS_SAID}
        theirs = charge.proposition.terms
        total = min(weights.of(ours), weights.of(theirs))
        shared = weights.of(ours & theirs)
        best = max(best, shared / total if total and shared / total >= _WHOLE / 2 else 0.0)
    return best
