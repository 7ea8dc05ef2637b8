"""Whether two propositions say the same thing: how much agrees, and what forbids it.

Agreement is weighed; a conflict is absolute. No amount of common words makes one finding of two
statements whose predicate, agents, places, periods or figures exclude one another.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from firsthand.origins.families import BE, EXIST, GENERIC, SAY
from firsthand.origins.propositions import Figure, Proposition, Scope

SAME: Final = 0.5
"""From this agreement on, two propositions without a conflict are one finding."""
PERHAPS: Final = 0.38
"""From this agreement on, a merge is proposed to a person."""
_VERBLESS: Final = 0.85
_GENERIC_SHARE: Final = 0.35
_ALMOST_THE_SAME_WORDS: Final = 0.72


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term tells, in one case: rare terms more, words for anything less."""

    by_term: Mapping[str, float] = field(default_factory=dict)
    unseen: float = 1.0

    def of(self, terms: Iterable[str]) -> float:
        """Add up the weights of terms."""
        return sum(self.by_term.get(term, self.unseen) for term in sorted(terms))


def weights_among(propositions: Iterable[Proposition]) -> Weights:
    """Weigh terms by how few of the case's distinct propositions use them."""
    listed = list(propositions)
    counts = Counter(term for proposition in listed for term in proposition.terms)
    top = math.log(2 + len(listed))
    return Weights(
        by_term={
            term: (_GENERIC_SHARE if term in GENERIC else 1.0)
            * max(0.25, math.log((2 + len(listed)) / (1 + count)) / top)
            for term, count in counts.items()
        }
    )


def agreement(left: Proposition, right: Proposition, weights: Weights) -> float:
    """Weigh what two propositions share, from 0 to 1, arguments and figures together."""
    shared_left = {term for term in left.terms if term in right.terms or term in right.also}
    shared_right = {term for term in right.terms if term in left.terms or term in left.also}
    if not (shared_left or shared_right):
        return 0.0
    figures = _figure_weight(common_figures(left.figures, right.figures))
    here, there = weights.of(left.terms) + figures, weights.of(right.terms) + figures
    in_left, in_right = weights.of(shared_left) + figures, weights.of(shared_right) + figures
    covered = max(in_left / here if here else 0.0, in_right / there if there else 0.0)
    both = min(in_left, in_right) + (max(in_left, in_right) - min(in_left, in_right)) / 2
    alike = (covered + both / (here + there - both)) / 2
    if (left.family is None) != (right.family is None):
        # A phrase without a verb may belong to any predicate: it must agree the better.
        alike *= _VERBLESS
    return alike


def _figure_weight(figures: frozenset[Figure]) -> float:
    return sum(sorted(1.5 if figure.value > 9 else 0.3 for figure in figures))


def conflict(left: Proposition, right: Proposition, agreed: float) -> str | None:
    """Say what forbids that two propositions are one, if anything does."""
    if not _same_predicate(left, right, agreed):
        return "predicate"
    if left.is_doubtful != right.is_doubtful:
        return "modality"
    if left.first_person != right.first_person and left.first_person and right.first_person:
        return "who says we"
    if left.witness != right.witness and left.witness and right.witness:
        return "whose story"
    if {left.scope, right.scope} == {Scope.ONE, Scope.MANY} and left.family != EXIST:
        return "scope"
    if left.is_negated and right.is_negated and bool(left.places) != bool(right.places):
        return "scope"
    if _apart(left.years, right.years) or _apart(left.months, right.months):
        return "period"
    if not (left.means <= right.terms and right.means <= left.terms):
        return "means"
    if _names_apart(left.subject, right.subject, left, right):
        return "agent"
    if _names_apart(left.rest, right.rest, left, right):
        return "names"
    if not _meet_enough(left, right):
        return "arguments"
    return _figure_conflict(left, right, agreed)


def common_figures(left: frozenset[Figure], right: frozenset[Figure]) -> frozenset[Figure]:
    """List the figures of the left that the right has too, of the same or of an unsaid thing."""
    return frozenset(
        figure
        for figure in left
        if any(
            figure.value == other.value
            and (figure.unit == other.unit or not figure.unit or not other.unit)
            for other in right
        )
    )


def changed_units(left: Proposition, right: Proposition) -> frozenset[str]:
    """List what both count with no value in common."""
    ours = {figure.unit for figure in left.figures} & {figure.unit for figure in right.figures}
    return frozenset(
        unit
        for unit in ours
        if not {f.value for f in left.figures if f.unit == unit}
        & {f.value for f in right.figures if f.unit == unit}
    )


def _same_predicate(left: Proposition, right: Proposition, agreed: float) -> bool:
    if left.family == right.family:
        return left.family != SAY or agreed >= _ALMOST_THE_SAME_WORDS
    if left.family is None or right.family is None:
        return SAY not in {left.family, right.family}
    return False


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left) and bool(right) and not left & right


def _names_apart(
    here: frozenset[str], there: frozenset[str], left: Proposition, right: Proposition
) -> bool:
    ours = {term for term in here if term.startswith("@")}
    theirs = {term for term in there if term.startswith("@")}
    if not ours or not theirs or ours & theirs:
        return False
    return not (ours & (right.also | right.names) or theirs & (left.also | left.names))


def _figure_conflict(left: Proposition, right: Proposition, agreed: float) -> str | None:
    changed = changed_units(left, right)
    if not changed:
        return None
    kept = common_figures(left.figures, right.figures)
    if not kept and len(changed) > 1:
        # "18 in 12 countries" beside "54 in 30" is another count, not the same one changed.
        return "figures"
    if any(figure.value > 2 for figure in kept) or agreed >= _ALMOST_THE_SAME_WORDS:
        return None
    return "figures"


def _says(proposition: Proposition) -> int:
    """Count the things that a proposition says, other than words that fit anything."""
    counted = (proposition.terms - GENERIC, proposition.figures, proposition.years)
    return sum(len(part) for part in counted) + bool(proposition.months)


def _meet_enough(left: Proposition, right: Proposition) -> bool:
    """Ask more of predicates that say little: what is, where it is, and who runs it."""
    if min(_says(left), _says(right)) < 2:
        return left.terms == right.terms
    if left.family == BE:
        if bool(left.subject) != bool(right.subject):
            return False
        return bool(left.rest & right.rest) and (
            not left.subject or bool(left.subject & right.subject)
        )
    if left.family in {EXIST, "began"}:
        shared = (left.terms & (right.terms | right.also)) | (right.terms & left.also)
        shared |= (left.years & right.years) | (left.months & right.months)
        return len(shared - GENERIC) >= 2
    return True
