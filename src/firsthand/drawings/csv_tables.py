"""Tables as CSV, and the one of claims with their findings, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

from firsthand.drawings.plain import course_words
from firsthand.drawings.safe import for_cell
from firsthand.values.claim import Claim
from firsthand.values.finding import Trace
from firsthand.values.source import Source

Cell = str | int | float

_HEAD = (
    "claim", "source", "file", "publisher", "published_on", "chain", "speaker", "stance",
    "quotation", "text", "hedges", "figures", "start", "end", "confidence", "finding",
    "proposition", "side", "support", "dispute", "course",
)  # fmt: skip


def claims_csv(trace: Trace) -> str:
    """Write a line a claim: who says it through whom, in which words, and in which finding.

    A claim that stands in two findings has two lines; one that stands in none has its last columns
    empty. ``side`` is for, against or beside. ``start`` and ``end`` are the first and the last code
    point of the content in the source's text; content in several pieces is whole in the JSON only.
    """
    sources = {source.id: source for source in trace.sources}
    places = _places(trace)
    return table(
        _HEAD,
        (
            (*_claim_cells(claim, sources[claim.source]), *cells)
            for claim in trace.claims
            for cells in places.get(claim.id, [("",) * 6])
        ),
    )


def _claim_cells(claim: Claim, source: Source) -> tuple[Cell, ...]:
    return (
        claim.id,
        source.id,
        source.file,
        source.publisher or "",
        str(source.published_on or ""),
        " → ".join(claim.chain),
        claim.speaker,
        claim.stance.value,
        claim.quotation.value,
        claim.text,
        joined(claim.hedges),
        joined(f"{q.value} {q.unit or ''}".strip() for q in claim.quantities),
        min((span.start for span in claim.content), default=0),
        max((span.end for span in claim.content), default=0),
        round(claim.confidence, 3),
    )


def _places(trace: Trace) -> dict[str, list[tuple[Cell, ...]]]:
    places: dict[str, list[tuple[Cell, ...]]] = {}
    for finding in trace.findings:
        sides = (("for", finding.supports), ("against", finding.denies), ("beside", finding.beside))
        for side, claim_ids in sides:
            cells = (
                finding.id,
                finding.proposition,
                side,
                finding.support.value,
                finding.dispute.value,
                course_words(finding.course),
            )
            for claim_id in claim_ids:
                places.setdefault(claim_id, []).append(cells)
    return places


def joined(names: Iterable[str]) -> str:
    """Write several names into one cell."""
    return " | ".join(names)


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write a table whose strings no spreadsheet takes for formulas."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    for row in rows:
        writer.writerow([for_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return page.getvalue()
