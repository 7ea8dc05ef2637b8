"""A claim: one attributed statement, anchored to the exact words of one source."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from firsthand.values.act import ActMention
from firsthand.values.quantity import Quantity
from firsthand.values.spans import Span

UNIDENTIFIED: Final = "unidentified"
"""The name of a speaker whom the source does not identify; never counted as an origin."""


class Stance(StrEnum):
    """What a speaker does with the words: claim them, doubt them, refuse to speak of them."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    DENIES = "denies"
    CONFIRMS = "confirms"
    DECLINES_TO_COMMENT = "declines_to_comment"
    NOT_CONFIRMED = "not_confirmed"
    DOES_NOT_SAY = "does_not_say"
    ANNOUNCES_INVESTIGATION = "announces_investigation"
    WITHDRAWS = "withdraws"


STANCES_FOR: Final = frozenset({Stance.ASSERTS, Stance.ALLEGES, Stance.CONFIRMS})
STANCES_AGAINST: Final = frozenset({Stance.DENIES})


class Quotation(StrEnum):
    """Whether the words are the speaker's own."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Setting(StrEnum):
    """Where on its page a claim stands."""

    HEADLINE = "headline"
    BODY = "body"


class Basis(StrEnum):
    """How a speaker says that they know (HURIDOCS: source connection to information)."""

    WITNESSED = "witnessed"
    OWN_DOCUMENT = "own document"
    OWN_INQUIRY = "own inquiry"
    OWN_ACT = "own act"
    TOLD = "told"
    DEDUCED = "deduced"
    NOT_STATED = "not stated"


OWN_BASES: Final = frozenset(
    {Basis.WITNESSED, Basis.OWN_DOCUMENT, Basis.OWN_INQUIRY, Basis.OWN_ACT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who says what, of whom, in which words.

    ``chain`` runs from the publisher to the innermost speaker; within a source one speaker has one
    name. A claim in the publisher's own voice has a chain of one and no ``cue``. ``text`` is the
    content as written; ``read_as`` is the same with its pronouns and descriptions resolved inside
    the document, for comparing, never for showing as a quotation. ``about`` holds the ids of the
    claims that a *not confirmed*, a denial without content or a withdrawal is about.
    ``confidence`` lies between 0 and 1.
    """

    id: str
    source: str
    chain: tuple[str, ...]
    content: tuple[Span, ...]
    text: str
    read_as: str
    stance: Stance
    quotation: Quotation
    sentence: Span
    setting: Setting = Setting.BODY
    cue: tuple[Span, ...] = ()
    speaker_spans: tuple[Span, ...] = ()
    hedges: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    entities: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    basis: Basis = Basis.NOT_STATED
    act: ActMention | None = None
    said_on: date | None = None
    confidence: float = 1.0
    engine: str = "rules"

    @property
    def speaker(self) -> str:
        """The innermost speaker: whose words these are."""
        return self.chain[-1]

    @property
    def is_own_voice(self) -> bool:
        """Whether the publisher says it without naming anybody else."""
        return len(self.chain) == 1
