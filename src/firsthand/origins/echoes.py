"""Which source echoes which: all ties of a case weighed, one link for each pair that stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.origins.case import Case
from firsthand.origins.citing import Citations
from firsthand.origins.copying import SHOWS_BY_ITSELF, text_ties
from firsthand.origins.derivations import TEXT_KINDS
from firsthand.origins.grouping import Read
from firsthand.origins.mentioning import mention_ties
from firsthand.origins.mistakes import mistake_ties
from firsthand.origins.naming import naming_ties
from firsthand.origins.reuse import ReuseEngine
from firsthand.origins.ties import STRENGTH, Tie
from firsthand.origins.translating import translation_ties
from firsthand.values.echo import Direction, Echo, EchoKind, EvidenceKind
from firsthand.values.spans import Span

_STANDING_ALONE = frozenset(
    {
        EvidenceKind.CHAIN,
        EvidenceKind.SHARED_TEXT,
        EvidenceKind.SHARED_QUOTATION,
        EvidenceKind.CREDIT,
        EvidenceKind.LINK,
        EvidenceKind.SHARED_MISTAKE,
        EvidenceKind.TRANSLATION,
    }
)


def echoes_among(
    reads: Sequence[Read], groups: Sequence[Sequence[Read]], case: Case, engine: ReuseEngine
) -> tuple[Echo, ...]:
    """Find the echo links of a case, each with its evidence, strongest first."""
    claims = [read.claim for read in reads]
    group_of = {read.claim.id: place for place, group in enumerate(groups) for read in group}
    by_text = text_ties(engine.shared_texts(case.sources), case)
    quotations = engine.shared_quotations(case.sources)
    citations = Citations(case, claims, group_of, quotations, _taken_over(by_text))
    by_chain = citations.by_chain()
    cited = {(tie.derived, tie.root) for tie in by_chain}
    paired = {(tie.derived, tie.root) for tie in by_text}
    ties = [
        *by_text,
        *by_chain,
        *citations.by_quotation(cited),
        *citations.by_credit(paired),
        *citations.by_link(),
        *naming_ties(case),
        *mention_ties(case),
        *mistake_ties(groups, case),
        *translation_ties(case),
    ]
    return _standing(_weighed(ties), case)


def _taken_over(ties: Sequence[Tie]) -> Mapping[str, list[Span]]:
    taken: dict[str, list[Span]] = defaultdict(list)
    for tie in ties:
        if tie.kind in TEXT_KINDS and tie.direction is Direction.KNOWN:
            taken[tie.derived] += tie.evidence.left
    return taken


def _weighed(ties: Sequence[Tie]) -> list[Echo]:
    """Join the ties of each pair: kind by what the text shows, direction by any that know it."""
    by_pair: dict[frozenset[str], list[Tie]] = defaultdict(list)
    for tie in ties:
        by_pair[frozenset((tie.derived, tie.root))].append(tie)
    links = []
    for together in by_pair.values():
        known = [tie for tie in together if tie.direction is Direction.KNOWN]
        lead = min(known or together, key=_strength)
        held = sorted((tie for tie in together if tie.derived == lead.derived), key=_strength)
        links.append(
            Echo(
                derived=lead.derived,
                root=lead.root,
                kind=_kind(held),
                evidence=tuple(tie.evidence for tie in held),
                direction=Direction.KNOWN if known else Direction.UNKNOWN,
            )
        )
    return links


def _strength(tie: Tie) -> tuple[int, str, str, str]:
    return (STRENGTH.index(tie.evidence.kind), tie.derived, tie.root, tie.evidence.detail)


def _kind(ties: Sequence[Tie]) -> EchoKind:
    kinds = {tie.kind for tie in ties}
    evidence = {tie.evidence.kind for tie in ties}
    for kind in (EchoKind.COPY, EchoKind.CUT, EchoKind.TRANSLATION):
        if kind in kinds:
            return kind
    by_words = {t.kind for t in ties if t.evidence.kind is EvidenceKind.SHARED_TEXT}
    if EchoKind.REWRITE in by_words:
        return EchoKind.REWRITE
    if EvidenceKind.SHARED_QUOTATION in evidence:
        return EchoKind.QUOTE
    if EvidenceKind.CHAIN in evidence or EvidenceKind.LINK in evidence:
        return EchoKind.CITES
    if EchoKind.QUOTE in by_words:
        return EchoKind.QUOTE
    return EchoKind.REWRITE


def _standing(links: Sequence[Echo], case: Case) -> tuple[Echo, ...]:
    """Keep the links that stand; of several roots that stand for one text, the nearest."""
    by_derived: dict[str, list[Echo]] = defaultdict(list)
    for link in links:
        if any(evidence.kind in _STANDING_ALONE for evidence in link.evidence):
            by_derived[link.derived].append(link)
    kept = [
        link
        for derived in by_derived.values()
        for link in derived
        if not _is_covered(link, derived)
    ]
    rank = {source.id: place for place, source in enumerate(case.sources)}
    return tuple(sorted(kept, key=lambda link: (rank[link.derived], rank[link.root])))


def _words_taken(link: Echo) -> int:
    return sum(int(evidence.detail.split()[0]) for evidence in link.evidence)


def _is_covered(link: Echo, beside: Sequence[Echo]) -> bool:
    """Tell whether a weak link says no more than a stronger one of the same source."""
    weak = {EvidenceKind.SHARED_MISTAKE, EvidenceKind.CREDIT}
    kinds = {evidence.kind for evidence in link.evidence}
    if kinds == {EvidenceKind.SHARED_TEXT} and link.kind is EchoKind.QUOTE:
        return _words_taken(link) < SHOWS_BY_ITSELF
    if not kinds <= weak:
        return False
    return any(
        other is not link
        and STRENGTH.index(other.evidence[0].kind) < STRENGTH.index(link.evidence[0].kind)
        and other.kind in TEXT_KINDS
        for other in beside
    )
