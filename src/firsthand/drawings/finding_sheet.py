"""A finding as its card shows it: three lines with reasons, origins, figures, course, words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from firsthand.drawings.case_page import CasePage
from firsthand.drawings.claim_entry import ClaimEntry, ClaimList, brief_entry, claim_list
from firsthand.drawings.echo_forest import origin_tree
from firsthand.drawings.echo_tree import EchoTree, drawn
from firsthand.drawings.figure_table import (
    CARRIERS_NAMED,
    Carrier,
    FigureTable,
    carriers_of,
    figure_tables,
)
from firsthand.drawings.plain import (
    counted,
    day_words,
    dispute_words,
    latest_act_words,
    repeat_words,
    support_words,
)
from firsthand.drawings.safe import clip
from firsthand.values.act import OfficialAct
from firsthand.values.claim import Basis
from firsthand.values.echo import Echo
from firsthand.values.finding import Finding, Origin

_PROPOSITION_LENGTH: Final = 600
_REASON_LENGTH: Final = 800


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One of the three lines: its name, its rule's value, its words and the reason."""

    name: str
    code: str
    short: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginEntry:
    """An origin with its party, what it rests on, and how many sources carry it."""

    name: str
    party: str | None
    basis: str
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseStep:
    """One official act, with the places that tell of it."""

    day: str
    words: str
    by: str
    told_by: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSheet:
    """All that a card shows of one finding."""

    anchor: str
    proposition: str
    lines: tuple[Line, ...]
    repeats: str
    origins_for: tuple[OriginEntry, ...]
    origins_against: tuple[OriginEntry, ...]
    claims: tuple[ClaimList, ...]
    figures: tuple[FigureTable, ...]
    course: tuple[CourseStep, ...]
    trees: tuple[tuple[str, EchoTree], ...]
    said_once: ClaimEntry | None
    repeated_by: int

    def claim_anchors(self) -> Iterator[str]:
        """Name the places of the claims that the card shows one by one."""
        for side in self.claims:
            for entry in (*side.shown, *side.folded):
                yield from entry.anchors()
        if self.said_once:
            yield from self.said_once.anchors()


def full_sheet(page: CasePage, finding: Finding) -> FindingSheet:
    """Lay out a finding at length."""
    own = finding.party_statements
    lists = (
        claim_list(page, finding.id, "For", "claims it", finding.supports, own),
        claim_list(page, finding.id, "Against", "denies or withdraws it", finding.denies, own),
        claim_list(page, finding.id, "Beside", "neither for nor against", finding.beside, own),
    )
    return _sheet(page, finding, tuple(part for part in lists if part.total), None)


def brief_sheet(page: CasePage, finding: Finding) -> FindingSheet:
    """Lay out in short a finding that is said once."""
    ids = [claim_id for claim_id in finding.supports if claim_id in page.claims]
    return _sheet(page, finding, (), brief_entry(page, finding.id, ids[0]) if ids else None)


def _sheet(
    page: CasePage, finding: Finding, lists: tuple[ClaimList, ...], once: ClaimEntry | None
) -> FindingSheet:
    return FindingSheet(
        anchor=f"f{page.finding_numbers[finding.id]}",
        proposition=clip(finding.proposition, _PROPOSITION_LENGTH),
        lines=_lines(finding),
        repeats=_repeats(finding),
        origins_for=tuple(_origin(origin) for origin in finding.origins_for),
        origins_against=tuple(_origin(origin) for origin in finding.origins_against),
        claims=lists,
        figures=figure_tables(page, finding.changed_figures),
        course=tuple(_step(page, act) for act in finding.course),
        trees=_trees(page, finding) if once is None else (),
        said_once=once,
        repeated_by=finding.repeated_by,
    )


def _lines(finding: Finding) -> tuple[Line, ...]:
    return (
        Line(
            name="Support",
            code=finding.support.value,
            short=support_words(finding),
            reason=clip(finding.support_reason, _REASON_LENGTH),
        ),
        Line(
            name="Dispute",
            code=finding.dispute.value,
            short=dispute_words(finding),
            reason=clip(finding.dispute_reason, _REASON_LENGTH),
        ),
        Line(
            name="Course",
            code="acts" if finding.course else "no-acts",
            short=latest_act_words(finding.course),
            reason=clip(finding.course_reason, _REASON_LENGTH),
        ),
    )


def _repeats(finding: Finding) -> str:
    origins = len(finding.origins_for)
    if finding.repeated_by < 2 or not origins:
        return repeat_words(finding)
    return f"{counted(finding.repeated_by, 'source')} repeat {counted(origins, 'origin')}"


def _origin(origin: Origin) -> OriginEntry:
    basis = "" if origin.basis is Basis.NOT_STATED else origin.basis.value
    return OriginEntry(
        name=origin.name,
        party=origin.party if origin.party != origin.name else None,
        basis=basis or "basis not stated",
        sources=len(origin.sources),
    )


def _step(page: CasePage, act: OfficialAct) -> CourseStep:
    return CourseStep(
        day=day_words(act.on),
        words=act.kind.value.replace("_", " "),
        by=act.by or "",
        told_by=carriers_of(page, act.claims)[:CARRIERS_NAMED],
    )


def _trees(page: CasePage, finding: Finding) -> tuple[tuple[str, EchoTree], ...]:
    trees = []
    for side, origins in (("for", finding.origins_for), ("against", finding.origins_against)):
        forest = [
            origin_tree(origin, page.sources, page.claims, _echoes_among(page.echoes_of, origin))
            for origin in origins
        ]
        # A tree of one row shows nothing that the card has not said.
        if sum(1 for root in forest for _ in root.all_below()) > 1:
            number = page.finding_numbers[finding.id]
            title = f"How the claims {side} finding {number} travelled"
            trees.append((side, drawn(forest, title)))
    return tuple(trees)


def _echoes_among(echoes_of: Mapping[str, tuple[Echo, ...]], origin: Origin) -> list[Echo]:
    return [echo for source_id in origin.sources for echo in echoes_of.get(source_id, ())]
