"""What is withheld, taken out of what leaves.

The rules: a withheld field is blank. A claim whose words are withheld, all or some, loses them all.
A withheld name, and every withheld word, is replaced wherever else it stands. What is withheld by a
field that its subject does not have is left out whole, and so is a finding that rests on anything
left out: its lines would tell of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from firsthand.record.contents.of_entities import ActRecorded, EntityNamed, Part, Told
from firsthand.record.contents.of_people import Shown, Withheld
from firsthand.record.exchange.outgoing import Outgoing
from firsthand.record.exchange.placing import placed
from firsthand.record.exchange.scrubbing import WITHHELD, scrubbed, scrubber
from firsthand.values.claim import Claim
from firsthand.values.finding import Finding
from firsthand.values.source import Source
from firsthand.values.spans import Span

_SOURCE: Final[dict[str, Any]] = {
    "title": None, "publisher": None, "published_on": None, "captured_at": None, "address": None,
    "lang": None, "author": None, "kind_as_given": None, "credits": (), "links": (), "sha256": "",
    "media_type": "", "file": WITHHELD, "text": "",
}  # fmt: skip
_CLAIM: Final[dict[str, Any]] = {
    "said_on": None, "act": None, "hedges": (), "quantities": (), "entities": (), "text": WITHHELD,
    "speaker": WITHHELD, "chain": WITHHELD,
}  # fmt: skip
_ENTITY: Final[dict[str, Any]] = {
    "name": WITHHELD, "aliases": (), "body_kind": None, "owner": None, "parent": None,
    "state": None, "country": None, "location": None,
}  # fmt: skip
_ACT: Final[dict[str, Any]] = {"on": None, "country": None, "tactics": (), "findings": ()}
_PARTS: Final = {name: part for part in Part for name in (part.value, part.name.casefold())}
_FINDING: Final = frozenset({"proposition"})


def standing(decisions: Iterable[Withheld | Shown]) -> tuple[tuple[Withheld, ...], frozenset[str]]:
    """Weigh decisions in their order: what is withheld now, and whose exact place is shown.

    What is shown lifts what was withheld of the same field before, its spans too.
    """
    held: dict[tuple[str, str], list[Withheld]] = defaultdict(list)
    shown: set[tuple[str, str]] = set()
    for decision in decisions:
        key = (decision.subject, decision.field)
        if isinstance(decision, Shown):
            held.pop(key, None)
            shown.add(key)
        else:
            held[key].append(decision)
            shown.discard(key)
    located = frozenset(subject for subject, field in shown if field == "location")
    return tuple(one for several in held.values() for one in several), located


def without_withheld(
    whole: Outgoing,
    decisions: Iterable[Withheld | Shown],
    texts: Mapping[str, str],
) -> Outgoing:
    """Take out of what leaves all that is withheld, and tell places no closer than they may be.

    ``texts`` are the texts of sources of which a span is withheld.
    """
    withheld, located = standing(decisions)
    fields: dict[str, list[Withheld]] = defaultdict(list)
    for one in withheld:
        fields[one.subject].append(one)
    kept = _without_left_out(whole, fields)
    words: set[str] = set()
    sources = tuple(_source(one, fields.get(one.id, ()), words, texts) for one in kept.sources)
    claims = tuple(_claim(one, fields, words) for one in kept.claims)
    named = replace(
        kept,
        sources=sources,
        claims=claims,
        entities=tuple(
            placed(_entity(one, fields.get(one.entity, ()), words), located)
            for one in kept.entities
        ),
        acts=tuple(_act(one, fields.get(one.deed, ()), words) for one in kept.acts),
        findings=_findings(kept.findings, fields, claims),
    )
    return _scrubbed(named, words)


def _scrubbed(out: Outgoing, words: Collection[str]) -> Outgoing:
    pattern = scrubber(words)
    if pattern is None:
        return out
    return replace(
        out,
        sources=scrubbed(out.sources, pattern),
        claims=scrubbed(out.claims, pattern),
        echoes=scrubbed(out.echoes, pattern),
        findings=scrubbed(out.findings, pattern),
        entities=scrubbed(out.entities, pattern),
        links=scrubbed(out.links, pattern),
        acts=scrubbed(out.acts, pattern),
    )


def _without_left_out(whole: Outgoing, fields: Mapping[str, list[Withheld]]) -> Outgoing:
    """Leave out what is withheld whole, and all that would tell of it."""

    def stays(subject: str, known: Collection[str]) -> bool:
        return all(one.field in known for one in fields.get(subject, ()))

    sources = tuple(one for one in whole.sources if stays(one.id, _SOURCE))
    ids = {one.id for one in sources}
    claims = tuple(one for one in whole.claims if one.source in ids and stays(one.id, _CLAIM))
    said = {one.id for one in claims}
    entities = tuple(one for one in whole.entities if stays(one.entity, _ENTITY))
    known = {one.entity for one in entities}
    findings = tuple(
        one
        for one in whole.findings
        if said.issuperset(_claims_of(one)) and stays(one.id, _FINDING)
    )
    found = {one.id for one in findings}
    acts = (
        _act_within(one, said, known, found)
        for one in whole.acts
        if stays(one.deed, {*_ACT, *_PARTS})
    )
    return replace(
        whole,
        sources=sources,
        claims=claims,
        echoes=tuple(one for one in whole.echoes if {one.derived, one.root} <= ids),
        findings=findings,
        entities=entities,
        links=tuple(
            replace(one, claims=tuple(name for name in one.claims if name in said))
            for one in whole.links
            if {one.left, one.right} <= known
            and (not one.claims or not said.isdisjoint(one.claims))
        ),
        acts=tuple(one for one in acts if one.told),
        one={left: right for left, right in whole.one.items() if {left, right} <= known},
        left_out=len(whole.findings) - len(findings),
    )


def _claims_of(finding: Finding) -> set[str]:
    told = {name for act in finding.course for name in act.claims}
    return {*finding.supports, *finding.denies, *finding.beside, *finding.party_statements, *told}


def _act_within(
    act: ActRecorded, claims: set[str], entities: set[str], findings: set[str]
) -> ActRecorded:
    told = tuple(
        replace(one, claims=tuple(name for name in one.claims if name in claims))
        for one in act.told
        if not claims.isdisjoint(one.claims) and (one.entity is None or one.entity in entities)
    )
    return replace(
        act, told=told, findings=tuple(name for name in act.findings if name in findings)
    )


def _source(
    source: Source, withheld: Iterable[Withheld], words: set[str], texts: Mapping[str, str]
) -> Source:
    blank: dict[str, Any] = {}
    for one in withheld:
        if one.span is not None:
            words.add(texts.get(source.id, "")[slice(*one.span)])
        else:
            blank[one.field] = _SOURCE[one.field]
            words.update(_strings(getattr(source, one.field)) if one.field != "text" else ())
    return replace(source, **blank)


def _claim(claim: Claim, fields: Mapping[str, list[Withheld]], words: set[str]) -> Claim:
    blank: dict[str, Any] = {}
    asked = {one.field for one in fields.get(claim.id, ())}
    for one in fields.get(claim.source, ()):
        if one.field != "text":
            continue
        if one.span is None or _meets(claim.content, one.span):
            asked.add("text")
        if one.span is not None and _meets(claim.speaker_spans, one.span):
            asked.add("speaker")
    if asked & {"speaker", "chain"}:
        words.update(claim.chain[1:] or claim.chain)
        blank["chain"] = (*claim.chain[:-1], WITHHELD)
    if "text" in asked:
        words.update((claim.text, claim.read_as))
        blank |= {"text": WITHHELD, "read_as": WITHHELD}
        # Figures, hedges and names are words of the claim, too.
        asked |= {"quantities", "hedges", "entities"}
    for field in asked - {"text", "speaker", "chain"}:
        words.update(_strings(getattr(claim, field)) if field == "entities" else ())
        blank[field] = _CLAIM[field]
    return replace(claim, **blank)


def _entity(entity: EntityNamed, withheld: Iterable[Withheld], words: set[str]) -> EntityNamed:
    asked = {one.field for one in withheld}
    if "name" in asked:
        asked.add("aliases")
    for field in asked & {"name", "aliases", "owner", "parent", "state"}:
        words.update(_strings(getattr(entity, field)))
    return replace(entity, **{field: _ENTITY[field] for field in asked})


def _act(act: ActRecorded, withheld: Iterable[Withheld], words: set[str]) -> ActRecorded:
    told: list[Told] = list(act.told)
    blank: dict[str, Any] = {}
    for one in withheld:
        if one.field in _ACT:
            blank[one.field] = _ACT[one.field]
            continue
        part = _PARTS[one.field]
        words.update(each.value for each in told if each.part is part)
        told = [each for each in told if each.part is not part]
    return replace(act, told=tuple(told), **blank)


def _findings(
    findings: Iterable[Finding], fields: Mapping[str, list[Withheld]], claims: Iterable[Claim]
) -> tuple[Finding, ...]:
    """Show no proposition that may be withheld words: it is one claim's text, or near it."""
    texts = {claim.id: claim.text for claim in claims}
    return tuple(
        replace(one, proposition=WITHHELD)
        if fields.get(one.id) or not _is_open(one, texts)
        else one
        for one in findings
    )


def _is_open(finding: Finding, texts: Mapping[str, str]) -> bool:
    said = [texts[name] for name in (*finding.supports, *finding.denies, *finding.beside)]
    return WITHHELD not in said or finding.proposition in said


def _meets(spans: Iterable[Span], span: tuple[int, int]) -> bool:
    return any(Span(*span).overlaps(one) for one in spans)


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return (
        tuple(part for part in value if isinstance(part, str)) if isinstance(value, tuple) else ()
    )
