"""What people and dates change about a finding after it was traced."""

from dataclasses import dataclass, fields
from typing import Final

from firsthand.values.act import OfficialAct

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """All that differs from what the trace found; nothing, when empty.

    ``left_out`` are claims (by id) that do not count now, ``acts_without`` claims that no longer
    tell of an act, ``accepted`` claims of withheld testimony that a judgement lets count. ``acts``
    were recorded by hand. ``withdrawn`` names who took their words back. ``joined`` pairs speakers
    that a person declared one party; ``parted`` undoes only the machine's own joining of two
    bodies of one party, and never gives a basis to anybody.
    """

    left_out: frozenset[str] = frozenset()
    acts: frozenset[OfficialAct] = frozenset()
    acts_without: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    joined: frozenset[Pair] = frozenset()
    parted: frozenset[Pair] = frozenset()
    accepted: frozenset[str] = frozenset()

    def __or__(self, other: "Change") -> "Change":
        """Make both changes, in whatever order."""
        return Change(
            **{part.name: getattr(self, part.name) | getattr(other, part.name) for part in _PARTS}
        )


_PARTS: Final = fields(Change)
NOTHING: Final = Change()
"""No change: what the trace found stands."""
