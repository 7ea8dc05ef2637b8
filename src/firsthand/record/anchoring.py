"""Anchors: claims by which a decision about a finding is found again after a new trace.

A finding's id comes from its first claim; new sources may bring an earlier one. What a person
decided about a finding must not be lost with the id, so the entry keeps claims of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from firsthand.record.contents.base import Content
from firsthand.record.contents.of_findings import (
    FindingsMerged,
    FindingSplit,
    Judged,
    OfficialActRecorded,
)
from firsthand.record.ledger import CaseView

_KEPT: Final = 12


def anchored(content: Content, case: CaseView) -> Content:
    """Give a decision the claims by which its findings are found again."""
    if isinstance(content, Judged) and not content.anchors and case.has_finding(content.subject):
        return replace(content, anchors=_claims(content.subject, case))
    if isinstance(content, FindingsMerged) and not content.left_anchors:
        left, right = _claims(content.left, case), _claims(content.right, case)
        return replace(content, left_anchors=left, right_anchors=right)
    if isinstance(content, FindingSplit) and not content.anchors:
        return replace(content, anchors=_claims(content.finding, case))
    if isinstance(content, OfficialActRecorded) and not content.anchors:
        kept = tuple(claim for finding in content.findings for claim in _claims(finding, case)[:3])
        return replace(content, anchors=kept)
    return content


def found_again(
    finding: str, anchors: Iterable[str], known: Iterable[str], holds: Mapping[str, str]
) -> str | None:
    """Find a finding by its id, else the one that holds most of its anchors.

    ``known`` are the ids of today's findings; ``holds`` gives, for a claim, the finding it is in.

    >>> found_again("f1", ("c1", "c2"), {"f2"}, {"c1": "f2"})
    'f2'
    """
    if finding in known:
        return finding
    counted = Counter(holds[claim] for claim in anchors if claim in holds)
    return min(counted, key=lambda found: (-counted[found], found), default=None)


def _claims(finding: str, case: CaseView) -> tuple[str, ...]:
    return case.claims_of(finding)[:_KEPT]
