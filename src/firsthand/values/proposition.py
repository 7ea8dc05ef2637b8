"""What a claim says, as a structure to compare: predicate, arguments, figures, polarity."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Voice(StrEnum):
    """Whether what stands before the verb acts or is acted upon."""

    ACTIVE = "active"
    PASSIVE = "passive"
    COPULA = "copula"
    VERBLESS = "verbless"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Figure:
    """A number with the family or stem of what it counts, and the word itself.

    Figures have an order, so that a set of them can be written in the same way every time.
    """

    value: Decimal
    unit: str
    word: str = field(default="", compare=False)


class Scope(StrEnum):
    """Whether a statement speaks of one of the places where something is done, or of them all."""

    ONE = "one"
    MANY = "many"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What a claim says.

    ``terms`` are all its terms, wherever they stand.
    ``subject`` and ``rest`` hold terms: stems of common words, ``~family`` for words that have one,
    ``@name`` for names; ``places`` are the names that only say where; ``thing``
    is what is said to be there or to be run. ``also`` holds what may agree
    with another claim and never sets two apart: what the names belong to, details, names that stand
    for pronouns. ``years`` and ``months`` say when; ``means`` by what way; ``first_person`` whose
    "we" it is, ``witness`` whose own story, told of *him* or *her*. ``words`` are the very words of
    a speaker where they tell nothing by themselves ("that", "it had nothing to add"): such
    statements are alike only when they are the same.
    """

    family: str | None
    voice: Voice
    subject: frozenset[str]
    rest: frozenset[str]
    also: frozenset[str]
    figures: frozenset[Figure]
    years: frozenset[str]
    months: frozenset[str]
    means: frozenset[str]
    places: frozenset[str]
    thing: str | None
    scope: Scope
    is_negated: bool
    is_universal: bool
    is_doubtful: bool
    first_person: str | None
    witness: str | None
    words: str | None

    terms: frozenset[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Join the terms once: they are compared by the million."""
        object.__setattr__(self, "terms", self.subject | self.rest)

    @property
    def names(self) -> frozenset[str]:
        """The terms that are names."""
        return frozenset(term for term in self.terms if term.startswith("@"))
