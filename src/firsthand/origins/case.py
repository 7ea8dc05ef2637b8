"""One case as this room's rules see it: its sources, its parties, and who derives from whom."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from firsthand.origins.derivations import Derivations, steps_of
from firsthand.origins.parties import Parties
from firsthand.values.claim import Basis, Claim
from firsthand.values.echo import Echo
from firsthand.values.source import Handling, Source, SourceKind
from firsthand.values.spans import Span

_LATEST: Final = date.max


class Case:
    """Sources in one order, with their parties and their echoes."""

    def __init__(
        self, sources: Iterable[Source], parties: Parties, echoes: Iterable[Echo] = ()
    ) -> None:
        """Put sources in the case's order: by date, then by file and id."""
        self.sources = tuple(sorted(sources, key=source_order))
        self.parties = parties
        self._by_id = {source.id: source for source in self.sources}
        self._rank = {source.id: place for place, source in enumerate(self.sources)}
        self._speakers: dict[str, list[str]] = {}
        self._reported: Mapping[str, Claim] = {}
        self._bases: Mapping[str, Basis] = {}
        self.derivations = Derivations(steps_of(echoes))

    def read_through(self, reported: Mapping[str, Claim]) -> None:
        """Take claims that only report another's words for those words (by claim id)."""
        self._reported = reported
        self._speakers.clear()

    def weigh_bases(self, bases: Mapping[str, Basis]) -> None:
        """Take other bases for claims (by id) than the ones their extractor gave."""
        self._bases = bases

    def basis_of(self, claim: Claim) -> Basis:
        """Tell how a claim's speaker knows, as far as their words show it."""
        return self._bases.get(claim.id, claim.basis)

    def source(self, name: str) -> Source:
        """Find a source by its id."""
        return self._by_id[name]

    def rank_of(self, source: str) -> int:
        """Give a source's place in the case's order."""
        return self._rank[source]

    def day_of(self, claim: Claim) -> date:
        """Give the day a claim's source came out; the end of time when that is not known."""
        return self._by_id[claim.source].published_on or _LATEST

    def order_of(self, claim: Claim) -> tuple[int, Span, str]:
        """Sort claims by their source's place in the case, then by their words' place in it."""
        return (self._rank[claim.source], claim.content[0], claim.id)

    def speakers(self, claim: Claim) -> list[str]:
        """Give a claim's chain as bodies, a spokesperson and her body being one link."""
        known = self._speakers.get(claim.id)
        if known is None:
            known = self._speakers[claim.id] = self._links(claim)
        return list(known)

    def _links(self, claim: Claim) -> list[str]:
        links: list[str] = []
        for name in self._reported.get(claim.id, claim).chain:
            speaker = self.parties.speaker_of(name, claim.source)
            if not links or links[-1] != speaker:
                links.append(speaker)
        return links

    def speaker(self, claim: Claim) -> str:
        """Give the body whose words a claim's are."""
        return self.speakers(claim)[-1]

    def publisher_of(self, claim: Claim) -> str:
        """Give the body that published a claim's source."""
        return self.speakers(claim)[0]

    def is_withheld_testimony(self, claim: Claim) -> bool:
        """Tell whether a claim comes from testimony that no one has yet judged."""
        source = self._by_id[claim.source]
        return source.kind is SourceKind.TESTIMONY and source.handling is Handling.CONFIDENTIAL


def source_order(source: Source) -> tuple[date, str, str]:
    """Sort sources by date, the undated last, then by file and id."""
    return (source.published_on or _LATEST, source.file, source.id)
