"""Where each claim of a finding began: the innermost speaker, after all that derives is collapsed.

Every step here takes origins away and none adds one, because a second origin that is not there
would make a finding look corroborated.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from firsthand.origins.independence import strongest
from firsthand.origins.membership import Membership
from firsthand.values.brief import BriefClaim
from firsthand.values.claim import OWN_BASES
from firsthand.values.finding import Origin


class Tracks:
    """Follows the claims on one side of one finding back to their origins.

    ``disowned`` names the speakers who say that the words put into their mouths are not theirs.
    """

    def __init__(
        self, held: Membership, claims: Sequence[BriefClaim], disowned: Iterable[str] = ()
    ) -> None:
        """Learn, from the claims themselves, who passes on whose words."""
        self._held = held
        self._claims = [claim for claim in claims if held.counts(claim)]
        self._disowned = frozenset(disowned)
        self._first: dict[str, tuple[int, BriefClaim]] = {}
        self._first_attributed: dict[str, tuple[int, str]] = {}
        for place, claim in enumerate(self._claims):
            self._first.setdefault(claim.source, (place, claim))
            speakers = self._chain(claim)
            if len(speakers) > 1 and held.is_identified(speakers[-1]):
                self._first_attributed.setdefault(claim.source, (place, speakers[-1]))
        self._leads_to = self._passed_on()
        self._ends: dict[str, str] = {}

    def origins(self) -> list[Origin]:
        """List the origins, the earliest first; claims without an identified one are left out."""
        began: dict[str, list[BriefClaim]] = defaultdict(list)
        for claim in self._claims:
            speaker = self.origin_of(claim)
            if speaker is not None:
                began[speaker].append(claim)
        return [self._origin(name, held) for name, held in self._one_party_each(began).items()]

    def origin_of(self, claim: BriefClaim) -> str | None:
        """Name the speaker with whom a claim began; nobody, when that is not identified."""
        began = self._began(claim)
        if began is None:
            return None
        if began not in self._ends:
            self._ends[began] = self._followed(began)
        return self._ends[began]

    def _began(self, claim: BriefClaim) -> str | None:
        speakers = self._chain(claim)
        if not self._held.is_identified(speakers[-1]):
            return None
        if len(speakers) > 1:
            return speakers[-1]
        source = self._echoed_by_own_voice(claim)
        return source if source is not None else speakers[0]

    def _chain(self, claim: BriefClaim) -> tuple[str, ...]:
        """Give a claim's chain without those at its end who disown the words."""
        speakers = claim.speakers
        while len(speakers) > 1 and speakers[-1] in self._disowned:
            speakers = speakers[:-1]
        return speakers

    def _echoed_by_own_voice(self, claim: BriefClaim) -> str | None:
        """Find whose words a publisher's own voice repeats, where its page or an echo shows it."""
        has_own_basis = claim.basis in OWN_BASES
        if not has_own_basis and claim.source in self._first_attributed:
            return self._first_attributed[claim.source][1]
        derivations = self._held.derivations
        roots = (
            derivations.text_roots_of(claim.source)
            if has_own_basis
            else derivations.roots_of(claim.source)
        )
        attributed = (self._first_attributed[r] for r in roots if r in self._first_attributed)
        first = min(attributed, default=None)
        if first is not None:
            return first[1]
        before = min((self._first[r] for r in roots if r in self._first), default=None, key=_place)
        return before[1].publisher if before else None

    def _passed_on(self) -> dict[str, str]:
        """Say of each speaker who only passes words on whose words they are."""
        grounded = {
            claim.speaker
            for claim in self._claims
            if claim.basis in OWN_BASES and claim.source not in self._held.first_texts
        }
        leads: dict[str, str] = {}
        for claim in self._claims:
            speakers = claim.speakers
            for outer, inner in pairwise(speakers):
                if inner in self._disowned or not self._held.is_identified(inner):
                    break
                if outer not in grounded and outer != inner:
                    leads.setdefault(outer, inner)
        return leads

    def _followed(self, speaker: str) -> str:
        path = [speaker]
        while path[-1] in self._leads_to:
            ahead = self._leads_to[path[-1]]
            if ahead in path:
                return self._first_of(path[path.index(ahead) :])
            path.append(ahead)
        return path[-1]

    def _first_of(self, loop: list[str]) -> str:
        """Choose, in a loop of citations, the one that published first."""
        published = [(claim.order, claim.publisher) for claim in self._claims]
        first = min(((when, name) for when, name in published if name in loop), default=None)
        return first[1] if first else min(loop)

    def _one_party_each(self, began: dict[str, list[BriefClaim]]) -> dict[str, list[BriefClaim]]:
        """Take those together who are one origin: organs of one state, and whom a person joined."""
        first = self._held.joining.first_of_each(list(began))
        joined: dict[str, list[BriefClaim]] = defaultdict(list)
        for speaker, claims in began.items():
            joined[first[speaker]] += claims
        return joined

    def _origin(self, name: str, claims: list[BriefClaim]) -> Origin:
        held = sorted(claims, key=attrgetter("order"))
        own = [claim for claim in held if self._speaks_itself(name, claim)]
        return Origin(
            name=name,
            party=self._held.joining.party_of(name),
            basis=strongest(claim.basis for claim in own),
            claims=tuple(claim.id for claim in held),
            sources=tuple(dict.fromkeys(claim.source for claim in held)),
        )

    def _speaks_itself(self, name: str, claim: BriefClaim) -> bool:
        return claim.speaker == name or self._held.joining.are_one(claim.speaker, name)


def _place(found: tuple[int, BriefClaim]) -> int:
    return found[0]
