"""The course of a finding: the official acts about its matter, dated, sorted, each once.

An act belongs to a finding only where it is about what the finding says: a probe into threats is no
probe into everything that is said of the place, and an order to close two offices is none to close
the other forty-five.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.comparing import Weights
from firsthand.origins.drafts import Draft
from firsthand.origins.families import EXIST, GENERIC, OPERATE
from firsthand.origins.grouping import Read, inside_pairs
from firsthand.origins.propositions import name_terms
from firsthand.values.act import ActKind
from firsthand.values.brief import Telling, ToldAct
from firsthand.values.claim import Claim
from firsthand.values.proposition import Proposition, Scope
from firsthand.values.source import SourceKind

_SHARE: Final = 0.5
_LAST: Final = date.max
_PROBES: Final = frozenset({ActKind.INVESTIGATION_OPENED, ActKind.INVESTIGATION_CLOSED})
_SAME_MOMENT_DAYS: Final = 3


class Course:
    """The official acts that one case tells of, ready to be set beside its findings."""

    def __init__(self, reads: Iterable[Read], weights: Weights, case: Case) -> None:
        """Merge the tellings of each act: one kind, one authority, one day."""
        self._case, self._weights = case, weights
        reads = list(reads)
        self._inside = _claims_inside(reads)
        self._merged: list[list[Read]] = []
        self._holders: dict[str, set[int]] = defaultdict(set)
        named: dict[ActKind, set[str]] = defaultdict(set)
        of_matter: dict[tuple[ActKind, str], list[int]] = defaultdict(list)
        tellings = [read for read in reads if read.claim.act is not None]
        for read in sorted(
            tellings, key=lambda r: (self._day(r.claim) or _LAST, case.order_of(r.claim))
        ):
            kind, own = _kind([read]), read.proposition.names - self._names_of_authority(read)
            of_names = [(kind, name) for name in own or named[kind]]
            near = {place for about in [(kind, ""), *of_names] for place in of_matter[about]}
            same = next((p for p in sorted(near) if self._one_act(self._merged[p], read)), None)
            if same is not None:
                self._merged[same].append(read)
                continue
            for name in own or ("",):
                of_matter[kind, name].append(len(self._merged))
            named[kind] |= own
            self._merged.append([read])
        self._endings = [h for h in self._merged if _kind(h) is ActKind.INVESTIGATION_CLOSED]
        for place, held in enumerate(self._merged):
            for read in held:
                keys = (read.claim.id, *self._inside.get(read.claim.id, ()))
                for key in (*keys, *read.proposition.names):
                    self._holders[key].add(place)

    def of(self, draft: Draft) -> tuple[ToldAct, ...]:
        """List the acts about a finding's matter, as claims tell of them."""
        if _tells_of_an_act(draft):
            return ()
        about = [held for held in self._near(draft) if any(self._is_about(r, draft) for r in held)]
        probed = {
            self._authority(held) for held in about if _kind(held) is ActKind.INVESTIGATION_OPENED
        }
        for held in self._endings if probed else ():
            if self._authority(held) in probed and held not in about:
                about.append(held)
        return tuple(map(self._told, about))

    def _near(self, draft: Draft) -> list[list[Read]]:
        keys = {claim.id for claim in (*draft.claims, *draft.beside)}
        for read in draft.core:
            keys |= read.proposition.names | read.proposition.also
        places = {place for key in keys for place in self._holders.get(key, ())}
        return [self._merged[place] for place in sorted(places)]

    def _is_about(self, read: Read, draft: Draft) -> bool:
        held = {claim.id for claim in (*draft.claims, *draft.beside)}
        if read.claim.id in {claim.id for claim in draft.beside}:
            return _kind([read]) in _PROBES or not draft.core
        if held & self._inside.get(read.claim.id, frozenset()):
            return True
        if any(core.proposition.scope is Scope.MANY for core in draft.core) and draft.supports:
            widest = max(draft.core, key=lambda core: len(core.proposition.figures))
            return self._same_matter(read.proposition, widest.proposition, read)
        return any(
            self._same_matter(read.proposition, core.proposition, read) for core in draft.core
        )

    def _same_matter(self, act: Proposition, said: Proposition, read: Read) -> bool:
        kind = _kind([read])
        if kind in _PROBES:
            return False
        if kind is ActKind.CLOSURE_ORDERED:
            places = act.places & (said.names | said.also)
            things = bool(said.thing) and said.thing in act.terms
            is_of_many = said.scope is not Scope.ONE and any(f.value > 3 for f in said.figures)
            return (
                bool(things and places)
                and not is_of_many
                and said.family in {EXIST, OPERATE, "began", None}
            )
        ours = act.terms - GENERIC - self._names_of_authority(read)
        theirs = said.terms - GENERIC
        least = min(self._weights.of(ours), self._weights.of(theirs))
        shared = self._weights.of(ours & theirs)
        return bool(act.names & said.names) and bool(least) and shared / least >= _SHARE

    def _names_of_authority(self, read: Read) -> frozenset[str]:
        by = self._authority([read])
        return name_terms(by) if by else frozenset()

    def _one_act(self, held: Sequence[Read], read: Read) -> bool:
        if _kind(held) is not _kind([read]):
            return False
        ours, theirs = self._authority(held), self._authority([read])
        if ours and theirs and not self._case.parties.are_one(ours, theirs):
            return False
        if not self._may_be_of_one_matter(held[0], read):
            return False
        days = [day for r in held if (day := self._sure_day(r.claim))]
        other = self._sure_day(read.claim)
        return not days or not other or abs((min(days) - other).days) <= _SAME_MOMENT_DAYS

    def _may_be_of_one_matter(self, left: Read, right: Read) -> bool:
        ours = left.proposition.names - self._names_of_authority(left)
        theirs = right.proposition.names - self._names_of_authority(right)
        return not ours or not theirs or bool(ours & theirs)

    def _authority(self, held: Sequence[Read]) -> str | None:
        names = sorted(
            {
                self._case.parties.speaker_of(read.claim.act.by, read.claim.source)
                for read in held
                if read.claim.act and read.claim.act.by
            }
        )
        return names[0] if names else None

    def _day(self, claim: Claim) -> date | None:
        """Give the day of an act: as told, else the day its own author made it known."""
        act = claim.act
        if act is None or act.on:
            return act.on if act else None
        source = self._case.source(claim.source)
        is_own = act.by and self._case.publisher_of(claim) == self._case.parties.speaker_of(
            act.by, claim.source
        )
        return source.published_on if is_own or source.kind is SourceKind.STATEMENT else None

    def _sure_day(self, claim: Claim) -> date | None:
        """Give the day of an act, unless it is only the day on which somebody else told of it."""
        day, act = self._day(claim), claim.act
        source = self._case.source(claim.source)
        if day is None or act is None or day != source.published_on:
            return day
        by = self._case.parties.speaker_of(act.by, claim.source) if act.by else None
        return day if by == self._case.publisher_of(claim) else None

    def _told(self, held: Sequence[Read]) -> ToldAct:
        ordered = sorted((read.claim for read in held), key=self._case.order_of)
        return ToldAct(kind=_kind(held), tellings=tuple(map(self._telling, ordered)))

    def _telling(self, claim: Claim) -> Telling:
        by = claim.act.by if claim.act else None
        return Telling(
            claim=claim.id,
            by=self._case.parties.speaker_of(by, claim.source) if by else None,
            on=self._day(claim),
            is_sure=self._sure_day(claim) is not None,
            said_on=claim.said_on,
        )


def _kind(held: Sequence[Read]) -> ActKind:
    act = held[0].claim.act
    if act is None:
        raise ValueError("a claim without an act was taken for a telling of one")
    return act.kind


def _tells_of_an_act(draft: Draft) -> bool:
    """Tell whether a finding is itself about an act: then it has no course of its own."""
    return bool(draft.supports) and any(read.claim.act is not None for read in draft.supports)


def _claims_inside(reads: Sequence[Read]) -> Mapping[str, frozenset[str]]:
    """Find, for each telling of an act, the claims whose words lie inside its own."""
    found: dict[str, set[str]] = defaultdict(set)
    for outer, inner in inside_pairs(reads):
        if outer.claim.act is not None:
            found[outer.claim.id].add(inner.claim.id)
    return {name: frozenset(inside) for name, inside in found.items()}
