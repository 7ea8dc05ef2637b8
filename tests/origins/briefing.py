"""Briefs of small stories, kept as JSON in between, as a ledger keeps them."""

from dataclasses import replace
from datetime import date

import msgspec

from firsthand.origins.redrawing import redrawn
from firsthand.origins.tracing import Traced, trace_with_briefs
from firsthand.values.body import Bodies, Body
from firsthand.values.brief import Brief
from firsthand.values.change import Change
from firsthand.values.finding import Finding
from tests.origins.stories import Told


def briefed(*told: Told, bodies: tuple[Body, ...] = (), as_of: date | None = None) -> Traced:
    """Trace a story and keep its briefs."""
    return trace_with_briefs(
        [one.source for one in told],
        claims=[claim for one in told for claim in one.claims],
        bodies=Bodies(bodies),
        as_of=as_of,
    )


def kept(brief: Brief) -> Brief:
    """Write a brief as JSON and read it again."""
    return msgspec.json.decode(msgspec.json.encode(brief, order="deterministic"), type=Brief)


def brief_for(traced: Traced, told: Told) -> Brief:
    """Find the one brief, as kept, that a told claim supports."""
    (found,) = [b for b in traced.briefs if told.claim.id in {c.id for c in b.supports}]
    return kept(found)


def brief_against(traced: Traced, told: Told) -> Brief:
    """Find the one brief, as kept, that a told claim denies."""
    (found,) = [b for b in traced.briefs if told.claim.id in {c.id for c in b.denies}]
    return kept(found)


def leaving_out(*told: Told) -> Change:
    """Let some claims not count now."""
    return Change(left_out=frozenset(claim.id for one in told for claim in one.claims))


def lines_of(finding: Finding) -> Finding:
    """Give a finding without its id: only its first claim names it."""
    return replace(finding, id="")


def redrawn_without(traced: Traced, whose: Told, *told: Told) -> Finding:
    """Redraw the finding that one claim supports, with others left out."""
    return redrawn(brief_for(traced, whose), leaving_out(*told))
