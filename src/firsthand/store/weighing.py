"""The weight of testimony that is not shown: counted only with consent, told only in two steps.

A confidential testimony counts for a finding where a person added one of its claims to the finding,
a judgement accepted that claim, and the consent *may be counted* stands. One or two are told as
*none shown*: an exact low number could point to who spoke.
"""

from collections import defaultdict
from datetime import UTC, datetime
from typing import Final

from django.db.models import Q

from firsthand.record.contents.of_claims import ClaimAdded
from firsthand.record.contents.of_findings import Verdict
from firsthand.record.contents.of_people import Use
from firsthand.store.decided import Until
from firsthand.store.models import Claim, Consent, Judgement, Subject
from firsthand.values.source import Handling

_SHOWN_FROM: Final = 3
NONE_SHOWN: Final = "none shown"
THREE_OR_MORE: Final = "3 or more"


def withheld_weights(findings: list[str], alias: str, until: Until) -> dict[str, str]:
    """Give, for each finding that has any, the weight of the testimony behind it."""
    entries = _added_to(findings, alias, until)
    if not entries:
        return {}
    claims = dict(
        Claim.objects.using(alias)
        .filter(first_entry_id__in=entries, source__handling=Handling.CONFIDENTIAL.value)
        .values_list("first_entry_id", "id")
    )
    sources = dict(
        Claim.objects.using(alias).filter(id__in=claims.values()).values_list("id", "source_id")
    )
    accepted = _accepted(list(claims.values()), alias, until)
    counted = _may_be_counted(set(sources.values()), alias, until)
    held: dict[str, set[str]] = defaultdict(set)
    for entry, claim in claims.items():
        if claim in accepted and sources[claim] in counted:
            for finding in entries[entry]:
                held[finding].add(sources[claim])
    return {
        finding: THREE_OR_MORE if len(known) >= _SHOWN_FROM else NONE_SHOWN
        for finding, known in held.items()
    }


def _added_to(findings: list[str], alias: str, until: Until) -> dict[int, list[str]]:
    rows = Subject.objects.using(alias).filter(subject__in=findings, entry__kind=ClaimAdded.kind)
    found: dict[int, list[str]] = defaultdict(list)
    for entry, finding in until.of(rows).values_list("entry_id", "subject"):
        found[entry].append(finding)
    return dict(found)


def _accepted(claims: list[str], alias: str, until: Until) -> set[str]:
    rows = until.of(Judgement.objects.using(alias).filter(subject__in=claims))
    latest = dict(rows.order_by("entry_id").values_list("subject", "verdict"))
    return {claim for claim, verdict in latest.items() if verdict == Verdict.ACCEPTED.value}


def _may_be_counted(sources: set[str], alias: str, until: Until) -> set[str]:
    # By today's consent, whatever day is asked for: what was taken back counts nowhere any more.
    today = datetime.now(UTC).date()
    rows = until.of(Consent.objects.using(alias).filter(source__in=sources, withdrawn=None))
    standing = rows.filter(use=Use.COUNTED.value).filter(Q(until=None) | Q(until__gte=today))
    return set(standing.values_list("source", flat=True))
