"""Small invented stories: who publishes what, on which day, in whose words."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from firsthand.origins.tracing import trace
from firsthand.values.act import ActKind, ActMention
from firsthand.values.body import Bodies, Body, BodyKind
from firsthand.values.claim import Basis, Claim, Quotation, Stance
from firsthand.values.finding import Finding, Trace
from firsthand.values.source import Handling, Passage, Role, Source, SourceKind
from firsthand.values.spans import Span

STATIONS = "Ostria has opened 54 service stations in 30 countries"
OSTRIA = Body(name="Ostria", kind=BodyKind.STATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One source with its claims."""

    source: Source
    claims: tuple[Claim, ...]

    @property
    def claim(self) -> Claim:
        """The first of its claims."""
        return self.claims[0]

    def __add__(self, other: "Told") -> "Told":
        """Let one source say both things, one after the other."""
        shift = len(self.source.text) + 2
        text = f"{self.source.text}\n\n{other.source.text}"
        moved = tuple(
            replace(
                claim,
                id=f"{claim.id}+{len(self.claims)}",
                source=self.source.id,
                chain=(self.claims[0].chain[0], *claim.chain[1:]),
                content=tuple(Span(a + shift, b + shift) for a, b in claim.content),
                sentence=Span(claim.sentence.start + shift, claim.sentence.end + shift),
            )
            for claim in other.claims
        )
        return Told(source=written(self.source, text), claims=(*self.claims, *moved))


def page(
    publisher: str | None,
    text: str,
    *,
    on: str | None = "2025-03-01",
    **more: Any,  # noqa: ANN401 - any of a source's fields
) -> Source:
    """Make a source whose whole text is its body."""
    name = f"{publisher}|{on}|{text}"
    digest = hashlib.sha256(name.encode()).hexdigest()
    bare = Source(
        id=more.pop("id", f"s-{digest[:10]}"),
        file=f"{digest[:10]}.txt",
        sha256=digest,
        text="",
        passages=(),
        media_type="text/plain",
        publisher=publisher,
        published_on=date.fromisoformat(on) if on else None,
        lang=more.pop("lang", "en"),
        **more,
    )
    return written(bare, text)


def written(source: Source, text: str) -> Source:
    """Give a source its text as one passage of body."""
    passage = Passage(span=Span(0, len(text)), role=Role.BODY, place="all")
    return replace(source, text=text, passages=(passage,) if text else ())


def said(  # noqa: PLR0913 - a story names only what it is about; all the rest has a default
    speaker: str,
    words: str = STATIONS,
    *,
    by: str | None = None,
    through: tuple[str, ...] = (),
    on: str | None = "2025-03-01",
    stance: Stance = Stance.ASSERTS,
    basis: Basis = Basis.NOT_STATED,
    about: tuple[Told, ...] = (),
    act: tuple[ActKind, str, str | None] | None = None,
    kind: SourceKind = SourceKind.ARTICLE,
    handling: Handling = Handling.PUBLIC,
    frame: str = "{words}.",
) -> Told:
    """Let a speaker say something: on its own page, or on the page of ``by``."""
    publisher = by or speaker
    chain = (publisher, *through, speaker) if publisher != speaker or through else (publisher,)
    text = frame.format(words=words, speaker=speaker)
    source = page(publisher, text, on=on, kind=kind, handling=handling)
    start = text.index(words)
    content = Span(start, start + len(words))
    marker = "|".join((source.id, *chain, stance.value, words))
    claim = Claim(
        id=f"c-{hashlib.sha256(marker.encode()).hexdigest()[:10]}",
        source=source.id,
        chain=chain,
        content=(content,),
        text=words,
        read_as=words,
        stance=stance,
        quotation=Quotation.INDIRECT,
        sentence=Span(0, len(text)),
        basis=basis,
        about=tuple(told.claim.id for told in about),
        act=_act(act),
    )
    return Told(source=source, claims=(claim,))


def quoting(
    told: Told,
    *,
    by: str,
    on: str | None = "2025-03-05",
    **more: Any,  # noqa: ANN401 - any of said's own
) -> Told:
    """Let another publisher pass on what was said."""
    claim = told.claim
    speaker = claim.speaker
    through = tuple(name for name in claim.chain[1:-1])
    return said(speaker, claim.read_as, by=by, through=through, on=on, **more)


def traced(*told: Told, bodies: tuple[Body, ...] = (), as_of: str | None = None) -> Trace:
    """Trace a story."""
    return trace(
        [one.source for one in told],
        claims=[claim for one in told for claim in one.claims],
        bodies=Bodies(bodies),
        as_of=date.fromisoformat(as_of) if as_of else None,
    )


def finding_with(result: Trace, told: Told) -> Finding:
    """Find the one finding that a told claim counts for or against."""
    found = [
        finding
        for finding in result.findings
        if told.claim.id in (*finding.supports, *finding.denies)
    ]
    if len(found) != 1:
        raise AssertionError(f"{told.claim.read_as!r} counts in {len(found)} findings")
    return found[0]


def finding_for(result: Trace, told: Told) -> Finding:
    """Find the one finding that a told claim supports."""
    (found,) = [finding for finding in result.findings if told.claim.id in finding.supports]
    return found


def names_for(finding: Finding) -> list[str]:
    """Name the origins for a finding."""
    return [origin.name for origin in finding.origins_for]


def names_against(finding: Finding) -> list[str]:
    """Name the origins against a finding."""
    return [origin.name for origin in finding.origins_against]


def _act(act: tuple[ActKind, str, str | None] | None) -> ActMention | None:
    if act is None:
        return None
    kind, by, on = act
    return ActMention(kind=kind, by=by, on=date.fromisoformat(on) if on else None)
