"""Where each claim of a finding began: the innermost speaker, after all that derives is collapsed.

Every step here takes origins away and none adds one, because a second origin that is not there
would make a finding look corroborated.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from firsthand.origins.case import TEXT_KINDS, Case
from firsthand.values.claim import OWN_BASES, Basis, Claim
from firsthand.values.finding import Origin

_STRENGTH = (
    Basis.WITNESSED,
    Basis.OWN_DOCUMENT,
    Basis.OWN_INQUIRY,
    Basis.OWN_ACT,
    Basis.TOLD,
    Basis.DEDUCED,
    Basis.NOT_STATED,
)


class Tracks:
    """Follows the claims on one side of one finding back to their origins.

    ``disowned`` names the speakers who say that the words put into their mouths are not theirs.
    """

    def __init__(self, case: Case, claims: Sequence[Claim], disowned: Iterable[str] = ()) -> None:
        """Learn, from the claims themselves, who passes on whose words."""
        self._case = case
        self._claims = sorted(
            (claim for claim in claims if not case.is_withheld_testimony(claim)),
            key=case.order_of,
        )
        self._disowned = frozenset(disowned)
        self._by_source: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            self._by_source[claim.source].append(claim)
        self._leads_to = self._passed_on()

    def origins(self) -> list[Origin]:
        """List the origins, the earliest first; claims without an identified one are left out."""
        began: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            speaker = self.origin_of(claim)
            if speaker is not None:
                began[speaker].append(claim)
        return [self._origin(name, held) for name, held in self._one_party_each(began).items()]

    def origin_of(self, claim: Claim) -> str | None:
        """Name the speaker with whom a claim began; nobody, when that is not identified."""
        began = self._began(claim)
        return None if began is None else self._followed(began)

    def _began(self, claim: Claim) -> str | None:
        speakers = self._chain(claim)
        if not self._case.parties.is_identified(speakers[-1]):
            return None
        if len(speakers) > 1:
            return speakers[-1]
        source = self._echoed_by_own_voice(claim)
        return source if source is not None else speakers[0]

    def _chain(self, claim: Claim) -> list[str]:
        """Give a claim's chain without those at its end who disown the words."""
        speakers = self._case.speakers(claim)
        while len(speakers) > 1 and speakers[-1] in self._disowned:
            speakers.pop()
        return speakers

    def _echoed_by_own_voice(self, claim: Claim) -> str | None:
        """Find whose words a publisher's own voice repeats, where its page or an echo shows it."""
        has_own_basis = self._case.basis_of(claim) in OWN_BASES
        if not has_own_basis:
            for other in self._by_source[claim.source]:
                speakers = self._chain(other)
                if len(speakers) > 1 and self._case.parties.is_identified(speakers[-1]):
                    return speakers[-1]
        kinds = TEXT_KINDS if has_own_basis else None
        roots = self._case.derives_from(claim.source, kinds)
        before = sorted(
            (other for root in roots for other in self._by_source.get(root, ())),
            key=self._case.order_of,
        )
        for other in before:
            speakers = self._chain(other)
            if len(speakers) > 1 and self._case.parties.is_identified(speakers[-1]):
                return speakers[-1]
        return self._case.publisher_of(before[0]) if before else None

    def _passed_on(self) -> dict[str, str]:
        """Say of each speaker who only passes words on whose words they are."""
        grounded = {
            self._case.speaker(claim)
            for claim in self._claims
            if self._case.basis_of(claim) in OWN_BASES
            and not self._case.derives_from(claim.source, TEXT_KINDS)
        }
        leads: dict[str, str] = {}
        for claim in self._claims:
            speakers = self._case.speakers(claim)
            for outer, inner in pairwise(speakers):
                if inner in self._disowned or not self._case.parties.is_identified(inner):
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
        published = [
            (self._case.order_of(claim), self._case.publisher_of(claim)) for claim in self._claims
        ]
        first = min(((when, name) for when, name in published if name in loop), default=None)
        return first[1] if first else min(loop)

    def _one_party_each(self, began: dict[str, list[Claim]]) -> dict[str, list[Claim]]:
        """Take organs of one state together: they repeat one another by office."""
        named: dict[str, str] = {}
        joined: dict[str, list[Claim]] = defaultdict(list)
        for speaker, claims in began.items():
            party = self._case.parties.party_of(speaker)
            key = party if self._case.parties.is_state(party) else speaker
            joined[named.setdefault(key, speaker)] += claims
        return joined

    def _origin(self, name: str, claims: list[Claim]) -> Origin:
        held = sorted(claims, key=self._case.order_of)
        own = [claim for claim in held if self._speaks_itself(name, claim)]
        return Origin(
            name=name,
            party=self._case.parties.party_of(name),
            basis=min(
                (self._case.basis_of(claim) for claim in own),
                key=_STRENGTH.index,
                default=Basis.NOT_STATED,
            ),
            claims=tuple(claim.id for claim in held),
            sources=tuple(dict.fromkeys(claim.source for claim in held)),
        )

    def _speaks_itself(self, name: str, claim: Claim) -> bool:
        speaker = self._case.speaker(claim)
        return speaker == name or self._case.parties.are_one(speaker, name)
