"""A brief: one finding with every fact that its lines are drawn from, and nothing else of the case.

Invariant: plain values only, so that a brief can be stored as JSON and the lines drawn from it
later are those that the whole case would give. A brief holds words and terms of its claims; where
they are testimony it must be kept as closely as the testimony itself.
"""

from dataclasses import dataclass, field
from datetime import date

from firsthand.values.act import ActKind
from firsthand.values.claim import Basis, Stance
from firsthand.values.proposition import Proposition
from firsthand.values.spans import Span

Order = tuple[date, str, str, Span, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefClaim:
    """One claim of a finding, with what the rules ask of it.

    ``speakers`` is its chain as bodies, from the publisher to whoever's words they are, and
    ``basis`` how that speaker knows, both as the case weighed them. ``wording`` is the place of
    what it says among the brief's wordings. ``part`` names the finding that it was grouped in:
    what a person put together from two findings agrees by that decision. ``documents`` are the
    kinds of document that its sentence names. ``shown`` is its text as a finding shows it, with so
    many ``pronouns``. ``disowns_saying`` is for "I never said that", ``of_itself`` for words that
    open with *it*, *we* or *our*.
    """

    id: str
    source: str
    file: str
    published_on: date | None
    place: Span
    speakers: tuple[str, ...]
    stance: Stance
    basis: Basis
    shown: str
    part: str
    wording: int | None = None
    documents: tuple[str, ...] = ()
    pronouns: int = 0
    in_pieces: bool = False
    is_own_voice: bool = False
    is_by_nobody: bool = False
    is_withheld: bool = False
    only_reports: bool = False
    disowns_saying: bool = False
    of_itself: bool = False

    @property
    def order(self) -> Order:
        """Sort claims as the case does: by day, the undated last, by file, and by place in it."""
        return (self.published_on or date.max, self.file, self.source, self.place, self.id)

    @property
    def speaker(self) -> str:
        """The body whose words these are."""
        return self.speakers[-1]

    @property
    def publisher(self) -> str:
        """The body that published the claim's source."""
        return self.speakers[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSpeaker:
    """A body that a finding's claims go through, and who answers for it.

    ``is_of_a_state`` tells whether the party is a state. ``names`` are the body's own,
    ``party_names`` those of the party above it. What the rest of the case says of its party:
    ``runs`` are the things it is said to run, ``runs_something`` whether there is any under its
    own name, ``is_accused_elsewhere`` whether it denies a charge that names it.
    """

    name: str
    party: str
    is_identified: bool
    is_of_a_state: bool
    lineage: tuple[str, ...]
    names: tuple[str, ...]
    party_names: tuple[str, ...]
    runs: tuple[str, ...] = ()
    is_accused_elsewhere: bool = False
    runs_something: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """One source that derives from another; ``by_text`` where its very words do."""

    derived: str
    root: str
    by_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One claim that tells of an official act.

    ``on`` is the day it gives for the act, ``is_sure`` unless that is only the day it was told by
    somebody else; ``said_on`` is the day the words were said.
    """

    claim: str
    by: str | None
    on: date | None
    is_sure: bool
    said_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAct:
    """An official act as all claims tell of it, in the case's order."""

    kind: ActKind
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One finding's claims on each side, in the case's order, and the facts its lines rest on.

    ``proposition`` is shown only when no claim is left to show. ``derivations`` lead from the
    finding's sources to those of them that they derive from, and ``first_texts`` gives, for a
    source that took words over from anywhere, the sources where those began. ``weights`` tell how
    much each term tells in the case.
    """

    id: str
    proposition: str
    supports: tuple[BriefClaim, ...] = ()
    denies: tuple[BriefClaim, ...] = ()
    withdrawals: tuple[BriefClaim, ...] = ()
    beside: tuple[BriefClaim, ...] = ()
    party_statements: tuple[str, ...] = ()
    wordings: tuple[Proposition, ...] = ()
    speakers: tuple[BriefSpeaker, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    acts: tuple[ToldAct, ...] = ()
    first_texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)

    @property
    def claims(self) -> tuple[BriefClaim, ...]:
        """All its claims, on every side."""
        return (*self.supports, *self.denies, *self.withdrawals, *self.beside)
