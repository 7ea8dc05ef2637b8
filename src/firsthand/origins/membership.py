"""One finding's claims as the rules see them: what its brief holds, and what was changed since."""

from collections.abc import Iterable

from firsthand.origins.comparing import SAME, Weights, agreement, conflict
from firsthand.origins.derivations import Derivations
from firsthand.origins.joining import Joining
from firsthand.values.brief import Brief, BriefClaim, BriefSpeaker
from firsthand.values.change import Change
from firsthand.values.proposition import Proposition


class Membership:
    """The claims that are left on each side, and all that the rules may ask about them."""

    def __init__(self, brief: Brief, change: Change) -> None:
        """Take a finding's brief with what was changed since."""
        self._brief, self._change = brief, change
        self._speakers = {speaker.name: speaker for speaker in brief.speakers}
        self.supports = self._left_in(brief.supports)
        self.denies = self._left_in(brief.denies)
        self.withdrawals = self._left_in(brief.withdrawals)
        self.beside = self._left_in(brief.beside)
        self._by_id = {claim.id: claim for claim in (*self.supports, *self.denies)}
        self._weights = Weights(by_term=brief.weights)
        self.derivations = Derivations(brief.derivations)
        self.joining = Joining(self._speakers, change)
        self.first_texts = brief.first_texts

    def _left_in(self, claims: Iterable[BriefClaim]) -> list[BriefClaim]:
        return [claim for claim in claims if claim.id not in self._change.left_out]

    @property
    def core(self) -> list[BriefClaim]:
        """The claims that say what the finding is about: those for it, else those against."""
        return self.supports or self.denies

    @property
    def claims(self) -> list[BriefClaim]:
        """All claims that are left."""
        return [*self.supports, *self.denies, *self.withdrawals, *self.beside]

    def claim(self, name: str) -> BriefClaim:
        """Find a claim for or against by its id."""
        return self._by_id[name]

    def counts(self, claim: BriefClaim) -> bool:
        """Tell whether a claim may count: testimony does only after an accepted judgement."""
        return not claim.is_withheld or claim.id in self._change.accepted

    def said(self, claim: BriefClaim) -> Proposition | None:
        """Give what a claim says; nothing for what stands beside."""
        return None if claim.wording is None else self._brief.wordings[claim.wording]

    def speaker(self, name: str) -> BriefSpeaker:
        """Give what is known of a speaker; one that the case never met answers for itself."""
        known = self._speakers.get(name)
        return known or BriefSpeaker(
            name=name,
            party=name,
            is_identified=True,
            is_of_a_state=False,
            lineage=(name,),
            names=(),
            party_names=(name,),
        )

    def is_identified(self, name: str) -> bool:
        """Tell whether a speaker's name says who it is."""
        return self.speaker(name).is_identified

    def took_back(self, name: str) -> bool:
        """Tell whether an origin, or who is one party with it, took its words back."""
        back = [claim.speaker for claim in self.withdrawals]
        return any(self.joining.are_one(other, name) for other in (*back, *self._change.withdrawn))

    def agree(self, left: BriefClaim, right: BriefClaim) -> bool:
        """Tell whether two claims say one thing, each by itself or because a person said so."""
        if left.part != right.part:
            return True
        ours, theirs = self.said(left), self.said(right)
        if ours is None or theirs is None:
            return False
        agreed = agreement(ours, theirs, self._weights)
        return agreed >= SAME and conflict(ours, theirs, agreed) is None
