"""Findings put together and taken apart by a person, as briefs.

Invariant: a brief holds words, speakers and steps of its own claims only; what leaves it leaves
nothing of itself behind.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from firsthand.origins.derivations import Derivations
from firsthand.origins.redrawing import redrawn
from firsthand.values.brief import Brief, BriefClaim, Derivation, ToldAct
from firsthand.values.proposition import Proposition


def merged(briefs: Sequence[Brief], steps: Iterable[Derivation]) -> Brief:
    """Put findings together that, a person says, say one thing; the first gives its id.

    ``steps`` are the whole case's: they show which source of one finding derives from one of
    another. What stands for one of them counts, whatever side of another it stood on or beside.
    That claims of different findings agree holds by the person's decision.
    """
    gathering = _Gathering()
    supports = gathering.side((brief, brief.supports) for brief in briefs)
    denies = gathering.side((brief, brief.denies) for brief in briefs)
    withdrawals = gathering.side((brief, brief.withdrawals) for brief in briefs)
    beside = gathering.side((brief, brief.beside) for brief in briefs)
    stated = {name for brief in briefs for name in brief.party_statements}
    within = [step for brief in briefs for step in brief.derivations]
    sources = dict.fromkeys(claim.source for brief in briefs for claim in brief.claims)
    return replace(
        briefs[0],
        supports=supports,
        denies=denies,
        withdrawals=withdrawals,
        beside=beside,
        party_statements=tuple(claim.id for claim in beside if claim.id in stated),
        wordings=gathering.wordings,
        speakers=tuple({s.name: s for brief in briefs for s in brief.speakers}.values()),
        derivations=tuple(Derivations([*within, *steps]).among(sources)),
        first_texts={name: texts for brief in briefs for name, texts in brief.first_texts.items()},
        acts=tuple(dict.fromkeys(act for brief in briefs for act in brief.acts)),
        weights={term: weight for brief in briefs for term, weight in brief.weights.items()},
    )


def split(brief: Brief, claims: Collection[str], new_id: str) -> tuple[Brief, Brief]:
    """Let claims leave into a finding of their own; official acts stay with both."""
    leaving = frozenset(claims)
    stays = _only(brief, [claim for claim in brief.claims if claim.id not in leaving])
    leaves = _only(brief, [claim for claim in brief.claims if claim.id in leaving])
    parted = replace(
        leaves,
        id=new_id,
        supports=tuple(_in_part(new_id, leaves.supports)),
        denies=tuple(_in_part(new_id, leaves.denies)),
        withdrawals=tuple(_in_part(new_id, leaves.withdrawals)),
        beside=tuple(_in_part(new_id, leaves.beside)),
    )
    return stays, parted


def without(brief: Brief, claims: Collection[str]) -> Brief:
    """Erase claims from a brief, with all that only they brought into it."""
    erased = frozenset(claims)
    acts = (
        ToldAct(
            kind=act.kind,
            tellings=tuple(telling for telling in act.tellings if telling.claim not in erased),
        )
        for act in brief.acts
    )
    kept = _only(brief, [claim for claim in brief.claims if claim.id not in erased])
    return replace(kept, acts=tuple(act for act in acts if act.tellings))


def _in_part(new_id: str, claims: Iterable[BriefClaim]) -> Iterable[BriefClaim]:
    """Mark claims as of another finding, so that putting it back is a decision, too."""
    return (replace(claim, part=f"{claim.part}/{new_id}") for claim in claims)


def _only(brief: Brief, claims: Sequence[BriefClaim]) -> Brief:
    kept = {claim.id for claim in claims}
    gathering = _Gathering(kept)
    supports = gathering.side([(brief, brief.supports)])
    denies = gathering.side([(brief, brief.denies)])
    terms = frozenset[str]().union(*(said.terms for said in gathering.wordings))
    met = {name for claim in claims for name in claim.speakers}
    sources = dict.fromkeys(claim.source for claim in claims)
    only = replace(
        brief,
        proposition="",
        supports=supports,
        denies=denies,
        withdrawals=gathering.side([(brief, brief.withdrawals)]),
        beside=gathering.side([(brief, brief.beside)]),
        party_statements=tuple(name for name in brief.party_statements if name in kept),
        wordings=gathering.wordings,
        speakers=tuple(speaker for speaker in brief.speakers if speaker.name in met),
        derivations=tuple(Derivations(brief.derivations).among(sources)),
        first_texts={name: held for name, held in brief.first_texts.items() if name in sources},
        weights={term: weight for term, weight in brief.weights.items() if term in terms},
    )
    return replace(only, proposition=redrawn(only).proposition)


class _Gathering:
    """Gathers claims side by side, each once, with what they say."""

    def __init__(self, kept: Collection[str] | None = None) -> None:
        self._kept = kept
        self._seen: set[str] = set()
        self._places: dict[Proposition, int] = {}

    @property
    def wordings(self) -> tuple[Proposition, ...]:
        return tuple(self._places)

    def side(self, held: Iterable[tuple[Brief, Iterable[BriefClaim]]]) -> tuple[BriefClaim, ...]:
        """Take the claims of one side that no earlier side holds, in the case's order."""
        found: dict[str, BriefClaim] = {}
        for brief, claims in held:
            for claim in claims:
                is_kept = self._kept is None or claim.id in self._kept
                if is_kept and claim.id not in self._seen and claim.id not in found:
                    found[claim.id] = self._reworded(claim, brief)
        self._seen |= found.keys()
        return tuple(sorted(found.values(), key=lambda claim: claim.order))

    def _reworded(self, claim: BriefClaim, brief: Brief) -> BriefClaim:
        if claim.wording is None:
            return claim
        place = self._places.setdefault(brief.wordings[claim.wording], len(self._places))
        return replace(claim, wording=place)
