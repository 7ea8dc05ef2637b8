"""Who is one party with whom: as the case has it, and as persons joined and parted them.

Invariant: where a person's decisions contradict each other, joining stands. Too coarse costs a
corroboration, too fine invents one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.values.brief import BriefSpeaker
from firsthand.values.change import Change, Pair


class Unions:
    """Names that are one with each other, step by step."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        """Join some pairs of names."""
        self._ahead: dict[str, str] = {}
        for left, right in sorted(pairs):
            self.join(left, right)

    def join(self, left: str, right: str) -> None:
        """Take two names, and all that are one with either, for one."""
        ours, theirs = self.one(left), self.one(right)
        if ours != theirs:
            self._ahead[max(ours, theirs)] = min(ours, theirs)

    def one(self, name: str) -> str:
        """Give the name that stands for all that are one with this one."""
        while name in self._ahead:
            name = self._ahead[name]
        return name


class Joining:
    """The speakers of one finding, and which of them answer for one another."""

    def __init__(self, speakers: Mapping[str, BriefSpeaker], change: Change) -> None:
        """Learn who was joined and parted by hand."""
        self._speakers = speakers
        self._joined = change.joined
        self._bodies = Unions(change.joined)
        self._parties = Unions((self.party_of(a), self.party_of(b)) for a, b in change.joined)
        self._parted = sorted(
            pair for pair in change.parted if self._bodies.one(pair[0]) != self._bodies.one(pair[1])
        )
        self._apart = {frozenset(pair) for pair in self._parted}

    def party_of(self, name: str) -> str:
        """Give the state, owner or parent that answers for a speaker; itself when nobody does."""
        known = self._speakers.get(name)
        return known.party if known else name

    def are_parted(self, left: str, right: str) -> bool:
        """Tell whether a person said that two speakers are not one party."""
        return frozenset((left, right)) in self._apart

    def are_one(self, left: str, right: str) -> bool:
        """Tell whether two speakers answer for one another."""
        ours, theirs = self.party_of(left), self.party_of(right)
        return self._parties.one(ours) == self._parties.one(theirs) and not self.are_parted(
            left, right
        )

    def answer_to_one(self, left: str, right: str) -> bool:
        """Tell whether two speakers are one party, or have one body above them."""
        if self.are_parted(left, right):
            return False
        return self.are_one(left, right) or bool(self._lineage(left) & self._lineage(right))

    def _lineage(self, name: str) -> frozenset[str]:
        known = self._speakers.get(name)
        return frozenset(known.lineage) if known else frozenset({name})

    def joined_with(self, name: str) -> list[str]:
        """List a speaker and all whom persons joined with it."""
        named = {other for pair in self._joined for other in pair}
        one = self._bodies.one(name)
        return sorted({name} | {other for other in named if self._bodies.one(other) == one})

    def first_of_each(self, names: Sequence[str]) -> dict[str, str]:
        """Give, for each speaker, the first of those with whom it is one origin.

        Organs of one state are one origin: they repeat one another by office. So are those whom a
        person joined.
        """
        unions = Unions(self._joined)
        seats: dict[str, list[str]] = defaultdict(list)
        for name in names:
            known = self._speakers.get(name)
            if known and known.is_of_a_state:
                seats_of_state = seats[known.party]
                seat = next((s for s in seats_of_state if self._may_sit(name, s, unions)), None)
                if seat is None:
                    # No body's name holds this sign, so a seat is never taken for a speaker.
                    seat = f"\x00{known.party}\x00{len(seats_of_state)}"
                    seats_of_state.append(seat)
                unions.join(name, seat)
        first: dict[str, str] = {}
        return {name: first.setdefault(unions.one(name), name) for name in names}

    def _may_sit(self, name: str, seat: str, unions: Unions) -> bool:
        here, there = unions.one(name), unions.one(seat)
        return not any(
            {unions.one(left), unions.one(right)} == {here, there} for left, right in self._parted
        )
