"""Findings and claims as CSV, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from firsthand.drawings.plain import course_words, finding_line
from firsthand.drawings.safe import for_cell
from firsthand.values.finding import Trace

Cell = str | int | float

_FINDING_HEAD = (
    "finding", "proposition", "line", "support", "support_reason", "dispute", "dispute_reason",
    "course", "course_reason", "origins_for", "origins_against", "sources_for", "claims_for",
    "claims_against", "claims_beside",
)  # fmt: skip
_CLAIM_HEAD = (
    "claim", "source", "file", "publisher", "published_on", "chain", "speaker", "stance",
    "quotation", "text", "hedges", "figures", "start", "end", "confidence", "findings",
)  # fmt: skip


def findings_csv(trace: Trace) -> str:
    """Write a line a finding: its proposition, its three lines with reasons, its counts."""
    return _table(
        _FINDING_HEAD,
        (
            (
                finding.id,
                finding.proposition,
                finding_line(finding),
                finding.support.value,
                finding.support_reason,
                finding.dispute.value,
                finding.dispute_reason,
                course_words(finding.course),
                finding.course_reason,
                _joined(origin.name for origin in finding.origins_for),
                _joined(origin.name for origin in finding.origins_against),
                finding.repeated_by,
                len(finding.supports),
                len(finding.denies),
                len(finding.beside),
            )
            for finding in trace.findings
        ),
    )


def claims_csv(trace: Trace) -> str:
    """Write a line a claim: who says it through whom, in which words, and in which findings.

    ``start`` and ``end`` are the first and the last code point of the content in the source's text;
    content in several pieces is whole in the JSON only.
    """
    sources = {source.id: source for source in trace.sources}
    findings: dict[str, list[str]] = {}
    for finding in trace.findings:
        for claim_id in (*finding.supports, *finding.denies, *finding.beside):
            findings.setdefault(claim_id, []).append(finding.id)
    return _table(
        _CLAIM_HEAD,
        (
            (
                claim.id,
                claim.source,
                sources[claim.source].file,
                sources[claim.source].publisher or "",
                str(sources[claim.source].published_on or ""),
                " → ".join(claim.chain),
                claim.speaker,
                claim.stance.value,
                claim.quotation.value,
                claim.text,
                _joined(claim.hedges),
                _joined(f"{q.value} {q.unit or ''}".strip() for q in claim.quantities),
                min((span.start for span in claim.content), default=0),
                max((span.end for span in claim.content), default=0),
                round(claim.confidence, 3),
                _joined(findings.get(claim.id, ())),
            )
            for claim in trace.claims
        ),
    )


def _joined(names: Iterable[str]) -> str:
    return " | ".join(names)


def _table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    page = io.StringIO(newline="")
    writer = csv.writer(page, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    for row in rows:
        writer.writerow([for_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return page.getvalue()
