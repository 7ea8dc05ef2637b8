"""Echoes that names show: chains, quotations, credits and links."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from firsthand.origins.case import Case
from firsthand.origins.copying import names_publisher
from firsthand.origins.reuse import SharedQuotation
from firsthand.origins.ties import Tie
from firsthand.values.body import name_key
from firsthand.values.claim import STANCES_AGAINST, STANCES_FOR, Claim, Stance
from firsthand.values.echo import EchoKind, Evidence, EvidenceKind
from firsthand.values.source import Source, SourceKind
from firsthand.values.spans import Span

_LONG_QUOTATION: Final = 16
_PRINTED: Final = frozenset({SourceKind.ARTICLE, SourceKind.POST})
_CITING: Final = STANCES_FOR | STANCES_AGAINST | {Stance.WITHDRAWS}
_DOCUMENTS: Final = frozenset({SourceKind.REPORT, SourceKind.LAW, SourceKind.DATASET})


class Citations:
    """Finds, for one case, which source cites which, by the names in its chains and credits."""

    def __init__(
        self,
        case: Case,
        claims: Sequence[Claim],
        group_of: Mapping[str, int],
        quotations: Iterable[SharedQuotation],
        inherited: Mapping[str, Sequence[Span]],
    ) -> None:
        """Take what the case's claims say together, and what each source took over whole.

        ``group_of`` gives the group of each claim; ``inherited`` the passages that a source has
        from another by copying: who copies a page does not himself cite its sources.
        """
        self._case = case
        self._claims = claims
        self._group_of = group_of
        self._inherited = inherited
        self._by_publisher: dict[str, list[Source]] = defaultdict(list)
        for source in case.sources:
            if source.publisher:
                self._by_publisher[case.parties.name_of(source.publisher)].append(source)
        self._groups_in: dict[str, set[int]] = defaultdict(set)
        for claim in claims:
            if claim.id in group_of:
                self._groups_in[claim.source].add(group_of[claim.id])
        self._said_in: dict[tuple[str, int], tuple[Span, ...]] = {}
        for claim in sorted(claims, key=case.order_of):
            self._said_in.setdefault((claim.source, group_of.get(claim.id, -2)), claim.content)
        self._withdrawing = {
            claim.source
            for claim in claims
            if claim.stance is Stance.WITHDRAWS and len(claim.chain) == 1
        }
        self._titles = [
            (name_key(page.title), page)
            for page in case.sources
            if page.kind in _DOCUMENTS and page.title
        ]
        self._quoted: dict[tuple[str, str], list[SharedQuotation]] = defaultdict(list)
        for shared in quotations:
            self._quoted[shared.left, shared.right].append(shared)

    def by_chain(self) -> list[Tie]:
        """Tie a source to the page of a body that its chains name, where both say the same."""
        ties: dict[tuple[str, str], Tie] = {}
        for claim in sorted(self._claims, key=self._case.order_of):
            if claim.stance not in _CITING or self._is_inherited(claim):
                continue
            for name in claim.chain[1:]:
                root = self._page_of(name, claim)
                if root is not None and (claim.source, root.id) not in ties:
                    ties[claim.source, root.id] = self._cites(claim, name, root)
        return list(ties.values())

    def by_quotation(self, cited: set[tuple[str, str]]) -> list[Tie]:
        """Tie sources that hold the same quotation: to the page of whoever said it, if it is here.

        ``cited`` are the pairs that chains tie; there a quotation makes the kind *quote*. Two
        papers that quote one speech need not have it from each other: elsewhere only long ones
        count, and only with a credit.
        """
        ties = []
        for (left, right), shared in sorted(self._quoted.items()):
            derived, root = self._by_age(left, right)
            if (root, derived) in cited:
                derived, root = root, derived
            fresh = [q for q in shared if not self._covers(derived, _side(q, derived))]
            words = max((quotation.words for quotation in fresh), default=0)
            if not fresh or (
                (derived, root) not in cited and not self._is_taken(derived, root, words)
            ):
                continue
            ties.append(
                Tie(
                    derived=derived,
                    root=root,
                    kind=EchoKind.QUOTE,
                    evidence=Evidence(
                        kind=EvidenceKind.SHARED_QUOTATION,
                        detail=f"the same words quoted, {words} in a row",
                        left=tuple(_side(q, derived) for q in fresh),
                        right=tuple(_side(q, root) for q in fresh),
                    ),
                )
            )
        return ties

    def by_credit(self, paired: set[tuple[str, str]]) -> list[Tie]:
        """Tie a source to the pages of the publisher that its credit line names."""
        return [
            Tie(
                derived=source.id,
                root=root.id,
                kind=EchoKind.REWRITE,
                evidence=Evidence(kind=EvidenceKind.CREDIT, detail=f"credited to {root.publisher}"),
            )
            for source in self._case.sources
            if source.credits
            for pages in self._by_publisher.values()
            if names_publisher(source, pages[0], self._case)
            for root in pages
            if source.id != root.id and not _is_after(root, source)
            if (source.id, root.id) in paired
            or self._groups_in[source.id] & self._groups_in[root.id]
        ]

    def by_link(self) -> list[Tie]:
        """Tie a source to the pages whose addresses it links to."""
        pages = {
            _address(source.address): source for source in self._case.sources if source.address
        }
        return [
            Tie(
                derived=source.id,
                root=pages[_address(link)].id,
                kind=EchoKind.CITES,
                evidence=Evidence(kind=EvidenceKind.LINK, detail="links to the other's address"),
            )
            for source in self._case.sources
            for link in dict.fromkeys(source.links)
            if _address(link) in pages
            and pages[_address(link)].id != source.id
            and not _is_after(pages[_address(link)], source)
        ]

    def _cites(self, claim: Claim, name: str, root: Source) -> Tie:
        return Tie(
            derived=claim.source,
            root=root.id,
            kind=EchoKind.CITES,
            evidence=Evidence(
                kind=EvidenceKind.CHAIN,
                detail=f"names {name} as the one who said it",
                left=claim.content,
                right=self._same_said(claim, root),
            ),
        )

    def _same_said(self, claim: Claim, root: Source) -> tuple[Span, ...]:
        return self._said_in.get((root.id, self._group_of.get(claim.id, -1)), ())

    def _page_of(self, name: str, claim: Claim) -> Source | None:
        """Choose the page of a named body that a claim can have been taken from."""
        case, source = self._case, self._case.source(claim.source)
        speaker = case.parties.speaker_of(name, claim.source)
        if not case.parties.is_identified(speaker):
            return None
        if source.publisher and case.parties.name_of(source.publisher) == speaker:
            return None
        pages = [
            page
            for page in (*self._by_publisher.get(speaker, ()), *self._titled(name))
            if page.id != source.id and not _is_after(page, source)
        ]
        groups = {self._group_of[i] for i in (claim.id, *claim.about) if i in self._group_of}
        telling: list[Source] = [
            page
            for page in pages
            if groups & self._groups_in[page.id] or self._shares_quotation(source.id, page.id)
        ]
        if claim.stance is Stance.WITHDRAWS:
            # What is taken back is said anew on another page than it was first said on.
            return next((page for page in reversed(pages) if page.id in self._withdrawing), None)
        if telling:
            return telling[0]
        printed: list[Source] = [page for page in pages if page.kind in _PRINTED]
        is_press = not case.parties.is_state(case.parties.party_of(speaker))
        if printed and is_press and claim.stance is Stance.CONFIRMS and name == claim.speaker:
            return printed[-1]
        documents: list[Source] = [page for page in pages if page.kind in _DOCUMENTS]
        return documents[-1] if documents else None

    def _titled(self, name: str) -> list[Source]:
        """List the documents whose title holds a name: a law speaks under its own."""
        key = name_key(name)
        if len(key.split()) < 2:
            return []
        return [page for title, page in self._titles if key in title]

    def _shares_quotation(self, one: str, other: str) -> bool:
        return (min(one, other), max(one, other)) in self._quoted

    def _is_inherited(self, claim: Claim) -> bool:
        return all(self._covers(claim.source, part) for part in claim.content)

    def _covers(self, source: str, part: Span) -> bool:
        within = sum(
            min(span.end, part.end) - max(span.start, part.start)
            for span in self._inherited.get(source, ())
            if span.overlaps(part)
        )
        return within >= 0.6 * (part.end - part.start)

    def _by_age(self, left: str, right: str) -> tuple[str, str]:
        order = [source.id for source in self._case.sources if source.id in {left, right}]
        return order[1], order[0]

    def _is_taken(self, derived: str, root: str, words: int) -> bool:
        """Tell whether a long quotation without a chain still shows that one page has the other."""
        here, there = self._case.source(derived), self._case.source(root)
        return words >= _LONG_QUOTATION and names_publisher(here, there, self._case)


def _side(quotation: SharedQuotation, source: str) -> Span:
    return quotation.left_span if quotation.left == source else quotation.right_span


def _is_after(one: Source, other: Source) -> bool:
    return bool(one.published_on and other.published_on and one.published_on > other.published_on)


def _address(address: str) -> str:
    plain = re.sub(r"^https?://(www\.)?", "", address.strip().casefold())
    return re.split(r"[?#]", plain)[0].rstrip("/")
