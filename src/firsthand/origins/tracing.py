"""The room's front door: sources and claims go in, echoes and findings come out.

Invariant: the order in which sources come in changes nothing in what comes out.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from firsthand.claims.extractor import Extractor, checked
from firsthand.claims.languages import claims_in
from firsthand.origins.case import Case, source_order
from firsthand.origins.echoes import echoes_among
from firsthand.origins.embedded import EmbeddedEngine
from firsthand.origins.findings import findings_among
from firsthand.origins.parties import Parties
from firsthand.origins.reuse import ReuseEngine
from firsthand.origins.said import grouped_claims
from firsthand.values.body import Bodies
from firsthand.values.brief import Brief
from firsthand.values.claim import Claim
from firsthand.values.finding import Trace
from firsthand.values.source import Source

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A trace with the briefs of its findings, in the same order: what a ledger keeps."""

    trace: Trace
    briefs: tuple[Brief, ...]


def trace(
    sources: Iterable[Source],
    *,
    bodies: Bodies | None = None,
    extractor: Extractor | None = None,
    claims: Iterable[Claim] | None = None,
    as_of: date | None = None,
    on_progress: Progress | None = None,
    engine: ReuseEngine | None = None,
) -> Trace:
    """Follow what sources say back to who said it first.

    ``claims`` stand in for reading them out of the sources; ``extractor`` for the engine that reads
    them. ``as_of`` leaves out what was published after that day. ``on_progress`` is told the step,
    how many things are done, and of how many.
    """
    return trace_with_briefs(
        sources,
        bodies=bodies,
        extractor=extractor,
        claims=claims,
        as_of=as_of,
        on_progress=on_progress,
        engine=engine,
    ).trace


def trace_with_briefs(
    sources: Iterable[Source],
    *,
    bodies: Bodies | None = None,
    extractor: Extractor | None = None,
    claims: Iterable[Claim] | None = None,
    as_of: date | None = None,
    on_progress: Progress | None = None,
    engine: ReuseEngine | None = None,
) -> Traced:
    """Trace as ``trace`` does, and keep of each finding what its lines can be redrawn from."""
    tell = on_progress or _silence
    known = sorted((s for s in sources if _was_out(s, as_of)), key=source_order)
    given = list(claims) if claims is not None else _read(known, extractor, tell)
    ids = {source.id for source in known}
    kept = [claim for claim in given if claim.source in ids]
    tell("comparing", 0, 3)
    bare = Case(known, Parties(bodies or Bodies(), known, kept))
    kept.sort(key=bare.order_of)
    said = grouped_claims(kept, bare)
    tell("comparing", 1, 3)
    echoes = echoes_among(said.reads, said.matters, bare, engine or EmbeddedEngine())
    tell("comparing", 2, 3)
    found = findings_among(said, Case(known, bare.parties, echoes))
    tell("comparing", 3, 3)
    traced = Trace(
        sources=tuple(known),
        claims=tuple(kept),
        echoes=echoes,
        findings=found.findings,
        proposed_merges=found.merges,
        as_of=as_of,
        counts={
            "sources": len(known),
            "claims": len(kept),
            "echoes": len(echoes),
            "findings": len(found.findings),
        },
    )
    return Traced(trace=traced, briefs=found.briefs)


def _was_out(source: Source, as_of: date | None) -> bool:
    return as_of is None or source.published_on is None or source.published_on <= as_of


def _read(sources: list[Source], extractor: Extractor | None, tell: Progress) -> list[Claim]:
    found: list[Claim] = []
    for done, source in enumerate(sources):
        tell("reading", done, len(sources))
        if extractor is None:
            found += claims_in(source)
        else:
            # An engine from outside may invent words: what does not stand in the text is dropped.
            found += checked(extractor.claims_in(source), source)[0]
    tell("reading", len(sources), len(sources))
    return found


def _silence(_step: str, _done: int, _of: int) -> None:
    """Tell nobody."""
