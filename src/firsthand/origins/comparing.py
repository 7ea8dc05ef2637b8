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
from firsthand.origins.wordlists import one_of
from firsthand.values.proposition import Figure, Proposition, Scope

SAME: Final = 0.5
"""From this agreement on, two propositions without a conflict are one finding."""
PERHAPS: Final = 0.38
"""From this agreement on, a merge is proposed to a person."""
_VERBLESS: Final = 0.85
_OTHER_VERB: Final = 0.6
"""How much two statements agree, under other verbs, before a person is asked."""
_AGREED_UNDER_OTHER_VERBS: Final = 3
_GENERIC_SHARE: Final = 0.35
_ALMOST_THE_SAME_WORDS: Final = 0.72


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term tells, in one case: rare terms more, words for anything less."""

    by_term: Mapping[str, float] = field(default_factory=dict)
    unseen: float = 1.0

    def of(self, terms: Iterable[str]) -> float:
        """Add up the weights of terms; the sum does not hang on their order."""
        by_term, unseen = self.by_term, self.unseen
        return math.fsum([by_term.get(term, unseen) for term in terms])


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
    both_say = left.terms & right.terms
    only_left = left.terms & right.also - both_say
    only_right = right.terms & left.also - both_say
    if not (both_say or only_left or only_right):
        return 0.0
    figures = _figure_weight(common_figures(left.figures, right.figures))
    common = weights.of(both_say) + figures
    here, there = weights.of(left.terms) + figures, weights.of(right.terms) + figures
    in_left, in_right = common + weights.of(only_left), common + weights.of(only_right)
    covered = max(in_left / here if here else 0.0, in_right / there if there else 0.0)
    both = (in_left + in_right) / 2
    alike = (covered + both / (here + there - both)) / 2
    if (left.family is None) != (right.family is None):
        # A phrase without a verb may belong to any predicate: it must agree the better.
        alike *= _VERBLESS
    return alike


def _figure_weight(figures: frozenset[Figure]) -> float:
    return math.fsum(1.5 if figure.value > 9 else 0.3 for figure in figures)


def conflict(left: Proposition, right: Proposition, agreed: float) -> str | None:
    """Say what forbids that two propositions are one, if anything does."""
    apart = (
        ("predicate", not _same_predicate(left, right, agreed)),
        ("words", left.words != right.words),
        ("modality", _differ_in_modality(left, right)),
        ("who says we", _differ(left.first_person, right.first_person)),
        ("whose story", _differ(left.witness, right.witness)),
        ("scope", _other_scope(left, right)),
        ("period", _apart(left.years, right.years) or _apart(left.months, right.months)),
        ("means", _other_means(left, right)),
        ("agent", _names_apart(left.subject, right.subject, left, right)),
        ("names", _names_apart(left.rest, right.rest, left, right)),
        ("arguments", not _meet_enough(left, right)),
        ("figures", _figures_exclude(left, right, agreed)),
    )
    return next((reason for reason, holds in apart if holds), None)


def common_figures(left: frozenset[Figure], right: frozenset[Figure]) -> frozenset[Figure]:
    """List the figures of the left that the right has too, of the same or of an unsaid thing."""
    if not left or not right:
        return frozenset()
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


def _count_the_same(left: Proposition, right: Proposition) -> bool:
    """Tell whether both give one large figure of one thing: then it is told in two ways."""
    return any(
        figure.value > 9 and figure.unit and figure.unit not in GENERIC
        for figure in common_figures(left.figures, right.figures)
    ) and not (left.is_negated or right.is_negated)


def may_share_predicate(
    left: Proposition,
    right: Proposition,
    *,
    apart: frozenset[str] | None = None,
) -> bool:
    """Tell whether two propositions can be one at all, before anything is weighed.

    ``apart`` are families that can only be one with themselves.
    """
    if apart is None and _count_the_same(left, right):
        apart = frozenset()
    alone = _SAY_WHAT_THEY_ARE if apart is None else apart | {SAY}
    both = {left.family, right.family}
    if len(both) == 1 or None in both:
        return True
    # Verbs that tell something by themselves differ where their words differ; of verbs that nobody
    # listed it is not known, and the arguments must decide.
    return not both & alone and len(both & _TELLING) < 2


def _same_predicate(left: Proposition, right: Proposition, agreed: float) -> bool:
    if left.family == right.family:
        return left.family != SAY or agreed >= _ALMOST_THE_SAME_WORDS
    both = {left.family, right.family}
    if None in both:
        return SAY not in both
    if _count_the_same(left, right) and may_share_predicate(left, right, apart=frozenset()):
        return True
    return agreed >= _ALMOST_THE_SAME_WORDS and may_say_it_in_other_words(left, right, agreed)


def may_say_it_in_other_words(left: Proposition, right: Proposition, agreed: float) -> bool:
    """Tell whether two propositions under other verbs agree so much that a person should look."""
    return (
        left.family != right.family
        and may_share_predicate(left, right)
        and agreed >= _OTHER_VERB
        and agrees_under_any_verb(left, right)
        and not (left.is_negated or right.is_negated)
    )


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


def _figures_exclude(left: Proposition, right: Proposition, agreed: float) -> bool:
    """Tell another count from the same count, changed on the way."""
    changed = changed_units(left, right)
    if not changed:
        return False
    kept = common_figures(left.figures, right.figures)
    if not kept and len(changed) > 1:
        # "18 in 12 countries" beside "54 in 30" is another count, not the same one changed.
        return True
    return agreed < _ALMOST_THE_SAME_WORDS and all(figure.value <= 2 for figure in kept)


def _other_means(left: Proposition, right: Proposition) -> bool:
    """Tell whether one number is said of all, and of what went one way only."""
    if left.means <= right.terms and right.means <= left.terms:
        return False
    if left.means and right.means:
        return not left.means & right.means
    return any(figure.value > 9 for figure in common_figures(left.figures, right.figures))


def _differ_in_modality(left: Proposition, right: Proposition) -> bool:
    if left.family is None or right.family is None:
        return False
    return left.is_doubtful != right.is_doubtful


def _differ(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and left != right


def _other_scope(left: Proposition, right: Proposition) -> bool:
    if {left.scope, right.scope} == {Scope.ONE, Scope.MANY} and left.family != EXIST:
        return True
    return left.is_negated and right.is_negated and bool(left.places) != bool(right.places)


_SAY_WHAT_THEY_ARE: Final = frozenset({BE, EXIST, SAY, "began", "purpose", "have"})
_TELLING: Final = one_of(
    """operate coerce bringback persuade return close staff follow watch pay command kill detain
    suspend declare investigate sue charge convict steal beat order renew purpose remov"""
) | {"remove", "deprive", "expel", "deport", "search", "break", "fine", "ban", "block"}


def agrees_under_any_verb(left: Proposition, right: Proposition) -> bool:
    """Tell whether two propositions share so much that their verbs hardly matter; names help."""
    common = {term for term in left.terms & right.terms - GENERIC if term[0] != "@"}
    large = any(figure.value > 9 for figure in common_figures(left.figures, right.figures))
    told = len(common) + 2 * large
    return told > 1 and agree_in(left, right) >= _AGREED_UNDER_OTHER_VERBS


def _tell_in_common(left: Proposition, right: Proposition) -> bool:
    """Tell whether more than names agrees: who and where are not yet what."""
    words = (left.terms & (right.terms | right.also)) | (right.terms & left.also)
    when = left.years & right.years or left.months & right.months
    wide = frozenset() if left.family in _TELLING else GENERIC
    told = any(term[0] != "@" for term in words - wide)
    return told or bool(when) or bool(common_figures(left.figures, right.figures))


def agree_in(left: Proposition, right: Proposition) -> int:
    """Count the things in which two propositions agree, other than words that fit anything."""
    words = (left.terms & (right.terms | right.also)) | (right.terms & left.also)
    when = len(left.years & right.years) + len(left.months & right.months)
    figures = common_figures(left.figures, right.figures)
    # A large figure of one thing is not met twice by chance.
    counted = sum(2 if figure.value > 9 and figure.unit else 1 for figure in figures)
    return len(words - GENERIC) + counted + when


def _says(proposition: Proposition) -> int:
    """Count the things that a proposition says, other than words that fit anything."""
    counted = (proposition.terms - GENERIC, proposition.figures, proposition.years)
    large = sum(figure.value > 9 for figure in proposition.figures)
    return sum(len(part) for part in counted) + bool(proposition.months) + large


def _meet_enough(left: Proposition, right: Proposition) -> bool:
    """Ask more of predicates that say little: what is, where it is, and who runs it."""
    # A verb that tells something by itself, like *press*, is one of the two things to agree in.
    needed = 1 if left.family in _TELLING else 2
    if min(_says(left), _says(right), agree_in(left, right)) < needed:
        return left.terms == right.terms and left.figures == right.figures
    if not _tell_in_common(left, right):
        return False
    if left.family is None or right.family is None:
        # Names and a number are not enough to tell what a phrase without a verb is about.
        common = {term for term in left.terms & right.terms - GENERIC if term[0] != "@"}
        if len(common) < (2 if left.family == right.family else 1):
            return False
    if left.family == BE:
        if bool(left.subject) != bool(right.subject):
            return False
        return bool(left.rest & right.rest) and (
            not left.subject or bool(left.subject & right.subject)
        )
    return True
