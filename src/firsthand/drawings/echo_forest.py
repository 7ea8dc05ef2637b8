"""Echo links as trees: each source under the one it mainly derives from, origins at the roots.

A source may derive from several others; a tree shows one. The strongest kind of link wins, then the
earliest root; the rest is told in words beside the source. A citation loop is cut before its
earliest source, so that the tree begins where the loop began.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from firsthand.drawings.plain import ECHO_WORDS
from firsthand.values.body import name_key
from firsthand.values.claim import Claim, Quotation
from firsthand.values.echo import Direction, Echo, EchoKind
from firsthand.values.finding import Origin
from firsthand.values.source import Source

_STRENGTH: Final = {
    kind: place
    for place, kind in enumerate(
        (
            EchoKind.COPY,
            EchoKind.CUT,
            EchoKind.TRANSLATION,
            EchoKind.REWRITE,
            EchoKind.QUOTE,
            EchoKind.CITES,
        )
    )
}


@dataclass(slots=True, kw_only=True)
class Branch:
    """A source, or an origin that is not among the sources, with what derives from it.

    ``how`` is None at a root. ``source`` is None for an origin known only through others.
    """

    name: str
    day: date | None
    source: str | None
    how: EchoKind | None = None
    also: tuple[str, ...] = ()
    is_origin: bool = False
    children: list["Branch"] = field(default_factory=list)

    def all_below(self) -> Iterator["Branch"]:
        """Go through the branch and everything under it."""
        waiting = [self]
        while waiting:
            branch = waiting.pop()
            yield branch
            waiting.extend(branch.children)


def name_of(source: Source) -> str:
    """Name a source in a drawing: its publisher, or its title, or its file."""
    return source.publisher or source.title or source.file


def forest_of(sources: Sequence[Source], echoes: Iterable[Echo]) -> list[Branch]:
    """Grow the trees of some sources from the echo links among them, the earliest root first."""
    by_id = {source.id: source for source in sources}
    links: dict[str, list[Echo]] = {}
    loose: dict[str, list[str]] = {}
    for echo in echoes:
        if echo.derived not in by_id or echo.root not in by_id or echo.derived == echo.root:
            continue
        if echo.direction is Direction.KNOWN:
            links.setdefault(echo.derived, []).append(echo)
        else:
            name = name_of(by_id[echo.root])
            loose.setdefault(echo.derived, []).append(f"shares words with {name}, order not known")
    parents = _parents(by_id, links)
    branches = {
        source.id: Branch(
            name=name_of(source),
            day=source.published_on,
            source=source.id,
            how=parents[source.id].kind if source.id in parents else None,
            also=(
                *_other_links(links.get(source.id, ()), parents.get(source.id), by_id),
                *loose.get(source.id, ()),
            ),
        )
        for source in sources
    }
    roots = []
    for source_id, branch in branches.items():
        if source_id in parents:
            branches[parents[source_id].root].children.append(branch)
        else:
            roots.append(branch)
    for branch in branches.values():
        branch.children.sort(key=_by_day)
    return sorted(roots, key=_by_day)


def origin_tree(
    origin: Origin,
    sources: Mapping[str, Source],
    claims: Mapping[str, Claim],
    echoes: Iterable[Echo],
) -> Branch:
    """Grow the tree of one origin, with its own document or else its name at the root."""
    carrying = [sources[source_id] for source_id in origin.sources if source_id in sources]
    resting = [claims[claim_id] for claim_id in origin.claims if claim_id in claims]
    forest = forest_of(carrying, echoes)
    # An own voice alone is not enough: an outlet that repeats without saying so has one as well.
    called = name_key(origin.name)
    own = next((branch for branch in forest if name_key(branch.name) == called), None)
    root = own or Branch(name=origin.name, day=_said_on(resting), source=None)
    root.is_origin = True
    for branch in forest:
        if branch is not root:
            branch.how = _telling(branch.source, resting)
            root.children.append(branch)
    root.children.sort(key=_by_day)
    return root


def _parents(by_id: Mapping[str, Source], links: Mapping[str, list[Echo]]) -> dict[str, Echo]:
    parents: dict[str, Echo] = {}
    # The latest source chooses first: where links run in a ring, the earliest finds it closed.
    for source in sorted(by_id.values(), key=_source_by_day, reverse=True):
        for echo in sorted(
            links.get(source.id, ()),
            key=lambda e: (_STRENGTH[e.kind], _source_by_day(by_id[e.root])),
        ):
            if not _leads_to(source.id, echo.root, parents):
                parents[source.id] = echo
                break
    return parents


def _leads_to(wanted: str, start: str, parents: Mapping[str, Echo]) -> bool:
    at: str | None = start
    while at is not None:
        if at == wanted:
            return True
        at = parents[at].root if at in parents else None
    return False


def _other_links(
    links: Iterable[Echo], main: Echo | None, by_id: Mapping[str, Source]
) -> Iterator[str]:
    for echo in links:
        if main is None or (echo.root, echo.kind) != (main.root, main.kind):
            yield f"also {ECHO_WORDS[echo.kind]} {name_of(by_id[echo.root])}"


def _telling(source_id: str | None, claims: Iterable[Claim]) -> EchoKind:
    here = [claim for claim in claims if claim.source == source_id]
    quotes = any(claim.quotation is not Quotation.INDIRECT for claim in here)
    return EchoKind.QUOTE if quotes else EchoKind.CITES


def _said_on(claims: Iterable[Claim]) -> date | None:
    return min((claim.said_on for claim in claims if claim.said_on), default=None)


def _by_day(branch: Branch) -> tuple[bool, date, str, str]:
    return (branch.day is None, branch.day or date.max, branch.name, branch.source or "")


def _source_by_day(source: Source) -> tuple[date, str]:
    return (source.published_on or date.max, source.id)
