"""What a report page of a case knows before it is drawn: who is where, and how much is shown.

The limits keep the page of a large case readable and openable; whatever is left out is said on the
page, with the place where it can be had whole.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from firsthand.values.claim import Claim
from firsthand.values.echo import Echo
from firsthand.values.finding import Finding, Trace
from firsthand.values.source import Handling, Source

FULL_FINDINGS: Final = 200
OPEN_FINDINGS: Final = 24
GLANCED_FINDINGS: Final = 30
BRIEF_FINDINGS: Final = 500
FULL_TEXTS: Final = 200
LISTED_SOURCES: Final = 2_000
TEXT_LENGTH: Final = 60_000
ALL_TEXTS_LENGTH: Final = 6_000_000
FIGURES_SHOWN: Final = 200
MERGES_SHOWN: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A trace with the look-ups and anchors that its page needs.

    ``full`` are the findings told at length: those that somebody repeats, answers or acts upon.
    ``brief`` are said once, by one source. ``texts`` maps the ids of the sources whose text is
    shown to the number of code points shown. Anchors are numbered here, never made from a
    source's own strings.
    """

    trace: Trace
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    claims_in: Mapping[str, tuple[Claim, ...]]
    echoes_of: Mapping[str, tuple[Echo, ...]]
    full: tuple[Finding, ...]
    brief: tuple[Finding, ...]
    findings_left_out: int
    texts: Mapping[str, int]
    source_numbers: Mapping[str, int]
    claim_numbers: Mapping[str, int]
    finding_numbers: Mapping[str, int]
    told_in: Mapping[str, str]

    def source_anchor(self, source_id: str) -> str | None:
        """Name the place on the page where a source stands, if it is listed there."""
        number = self.source_numbers.get(source_id)
        return f"s{number}" if number is not None and number <= LISTED_SOURCES else None

    def text_anchor(self, claim_id: str) -> str | None:
        """Name the place in a source's text where a claim's words begin, if that text is shown."""
        claim = self.claims[claim_id]
        start = min((span.start for span in claim.content), default=0)
        shown = start < self.texts.get(claim.source, 0)
        return f"t{self.claim_numbers[claim_id]}" if shown and claim.content else None

    def finding_anchor(self, finding_id: str) -> str | None:
        """Name the place on the page where a finding stands, if it is shown there."""
        number = self.finding_numbers.get(finding_id)
        return f"f{number}" if number is not None else None

    def claim_anchor(self, claim_id: str) -> str | None:
        """Name the place where a claim stands in a finding, if one on the page holds it."""
        return f"c{self.claim_numbers[claim_id]}" if claim_id in self.told_in else None


def case_page(trace: Trace) -> CasePage:
    """Look a trace over, and choose what its page shows at length."""
    claims = {claim.id: claim for claim in trace.claims}
    claims_in: dict[str, list[Claim]] = {}
    for claim in trace.claims:
        claims_in.setdefault(claim.source, []).append(claim)
    echoes_of: dict[str, list[Echo]] = {}
    for echo in trace.echoes:
        echoes_of.setdefault(echo.derived, []).append(echo)
    at_length = [finding for finding in trace.findings if is_told_at_length(finding)]
    once = [finding for finding in trace.findings if not is_told_at_length(finding)]
    at_length.sort(key=_weight)
    full, brief = at_length[:FULL_FINDINGS], once[:BRIEF_FINDINGS]
    told_in: dict[str, str] = {}
    for finding in (*full, *brief):
        for claim_id in (*finding.supports, *finding.denies, *finding.beside):
            told_in.setdefault(claim_id, finding.id)
    return CasePage(
        trace=trace,
        claims=claims,
        sources={source.id: source for source in trace.sources},
        claims_in={source: tuple(held) for source, held in claims_in.items()},
        echoes_of={source: tuple(held) for source, held in echoes_of.items()},
        full=tuple(full),
        brief=tuple(brief),
        findings_left_out=len(trace.findings) - len(full) - len(brief),
        texts=_texts(trace, claims, told_in),
        source_numbers=_numbered(source.id for source in trace.sources),
        claim_numbers=_numbered(claim.id for claim in trace.claims),
        finding_numbers=_numbered(finding.id for finding in (*full, *brief)),
        told_in=told_in,
    )


def is_told_at_length(finding: Finding) -> bool:
    """Tell whether somebody repeats, answers or acts upon a finding."""
    return bool(
        finding.repeated_by > 1
        or finding.denies
        # What only stands beside nothing (a lone "no comment") answers nobody.
        or (finding.supports and (finding.beside or finding.course))
        or len(finding.origins_for) > 1
    )


def guarded(trace: Trace) -> tuple[Source, ...]:
    """Give the sources that are not for everybody's eyes."""
    return tuple(source for source in trace.sources if source.handling is not Handling.PUBLIC)


def _weight(finding: Finding) -> tuple[int, int]:
    # What most sources carry comes first; the trace's own order settles the rest.
    return (-finding.repeated_by, -len(finding.denies) - len(finding.beside))


def _texts(trace: Trace, claims: Mapping[str, Claim], told_in: Mapping[str, str]) -> dict[str, int]:
    # Sources whose words stand in a finding on the page come first: those are what a reader checks.
    cited = {claims[claim_id].source for claim_id in told_in if claim_id in claims}
    in_order = sorted(trace.sources, key=lambda source: source.id not in cited)
    left = ALL_TEXTS_LENGTH
    shown: dict[str, int] = {}
    for source in in_order[:FULL_TEXTS]:
        length = min(len(source.text), TEXT_LENGTH, left)
        if length:
            shown[source.id] = length
            left -= length
    return shown


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(ids, start=1)}
