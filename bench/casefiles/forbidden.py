"""Inferences that a gold file forbids, as checks on what a trace makes of its sources.

The gold says them in sentences for people ("the police confirm that the posts exist"). What is
checked is their general form, with the gold's own claims as the measure: nobody is made to say
what another says, a denial reaches nothing it does not deny, a figure stays with what it counts,
and what only a teaser or caption says is said by nobody.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from bench.casefiles.gold import Gold, GoldClaim
from bench.casefiles.scoring import stands_for
from firsthand.values.claim import STANCES_FOR, UNIDENTIFIED, Claim
from firsthand.values.finding import Finding, Trace
from firsthand.values.source import SPEAKING_ROLES, Source

_NAME = re.compile(r"\b[A-ZÀ-Ý][\w’'-]+")


def inferences_drawn(gold: Gold, trace: Trace) -> list[str]:
    """Name every forbidden inference that a trace draws; nothing where the gold forbids none."""
    if not gold.forbidden:
        return []
    sources = {source.id: source for source in trace.sources}
    matched = {
        claim.id: [one for one in gold.claims if stands_for(one, claim, sources[claim.source])]
        for claim in trace.claims
    }
    return [
        *_words_in_another_mouth(gold, trace, matched),
        *_denials_that_reach_too_far(gold, trace, matched),
        *_figures_of_two_things(trace, matched),
        *_names_from_beside_the_story(trace, sources),
    ]


def _words_in_another_mouth(
    gold: Gold, trace: Trace, matched: dict[str, list[GoldClaim]]
) -> Iterator[str]:
    for claim in trace.claims:
        said_by = {name for one in matched[claim.id] for name in one.chain}
        if claim.stance not in STANCES_FOR or claim.speaker == UNIDENTIFIED or not said_by:
            continue
        own = {one.chain[-1] for one in matched[claim.id]} if claim.is_own_voice else said_by
        if not any(gold.means(name, claim.speaker) for name in own):
            yield f"{claim.speaker} is made to say what {sorted(own)} say: {claim.text[:60]!r}"


def _denials_that_reach_too_far(
    gold: Gold, trace: Trace, matched: dict[str, list[GoldClaim]]
) -> Iterator[str]:
    for finding in trace.findings:
        stated = _gold_ids(finding.supports, matched)
        denied = _gold_ids(finding.denies, matched)
        for one, other in gold.compatible:
            if (one in stated and other in denied) or (other in stated and one in denied):
                yield f"{one} does not contradict {other}: {finding.proposition[:60]!r}"


def _figures_of_two_things(trace: Trace, matched: dict[str, list[GoldClaim]]) -> Iterator[str]:
    for finding in trace.findings:
        counted = [one for one in _gold_in(finding, matched) if one.figures]
        for one, other in combinations(counted, 2):
            if one.sentence == other.sentence or one.figures & other.figures:
                continue
            if one.chain[-1] != other.chain[-1]:
                yield f"{one.id} and {other.id} count two things: {finding.proposition[:60]!r}"


def _names_from_beside_the_story(trace: Trace, sources: dict[str, Source]) -> Iterator[str]:
    beside = {source.id: _names_beside(source) for source in sources.values()}
    for claim in trace.claims:
        for name in _names_in(claim) & beside[claim.source]:
            yield f"{name!r} stands only beside the story: {claim.text[:60]!r}"


def _names_in(claim: Claim) -> set[str]:
    return {name for words in (claim.text, *claim.entities) for name in _NAME.findall(words)}


def _names_beside(source: Source) -> set[str]:
    speaking, silent = set[str](), set[str]()
    for passage in source.passages:
        names = _NAME.findall(passage.span.within(source.text))
        (speaking if passage.role in SPEAKING_ROLES else silent).update(names)
    return silent - speaking


def _gold_ids(claim_ids: tuple[str, ...], matched: dict[str, list[GoldClaim]]) -> set[str]:
    return {one.id for claim_id in claim_ids for one in matched.get(claim_id, ())}


def _gold_in(finding: Finding, matched: dict[str, list[GoldClaim]]) -> list[GoldClaim]:
    found = {one.id: one for claim_id in finding.supports for one in matched.get(claim_id, ())}
    return list(found.values())
