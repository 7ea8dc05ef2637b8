"""Echoes that a shared mistake shows.

A shared typo is stronger evidence of copying than a shared fact: facts have one shape, mistakes
have many. A figure counts as changed when an earlier source says another one of the same thing.
"""

from collections.abc import Iterable, Sequence

from firsthand.origins.case import Case
from firsthand.origins.figures import changed_figures
from firsthand.origins.grouping import Read
from firsthand.origins.ties import Tie
from firsthand.values.echo import EchoKind, Evidence, EvidenceKind


def mistake_ties(groups: Iterable[Sequence[Read]], case: Case) -> list[Tie]:
    """Tie each source that repeats a changed figure to the first source that changed it."""
    ties: dict[tuple[str, str], Tie] = {}
    rank = {source.id: place for place, source in enumerate(case.sources)}
    for group in groups:
        source_of = {read.claim.id: read.claim.source for read in group}
        ordered = sorted(group, key=lambda read: case.order_of(read.claim))
        for figure in changed_figures([(r.claim.id, r.proposition.figures) for r in ordered]):
            for value, claims in figure.values[1:]:
                sources = sorted({source_of[name] for name in claims}, key=rank.__getitem__)
                first = case.source(sources[0])
                for later in sources[1:]:
                    if case.source(later).published_on == first.published_on:
                        continue
                    ties.setdefault(
                        (later, first.id),
                        Tie(
                            derived=later,
                            root=first.id,
                            kind=EchoKind.REWRITE,
                            evidence=Evidence(
                                kind=EvidenceKind.SHARED_MISTAKE,
                                detail=f"the same changed figure: {value:f} {figure.what}",
                            ),
                        ),
                    )
    return list(ties.values())
