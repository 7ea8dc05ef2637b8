"""Claims that another tool spelled in the machine contract, laid upon a case's sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import BinaryIO, Final

import msgspec

from firsthand.record.contents.of_claims import ClaimAdded
from firsthand.record.exchange.arrived import Arrived
from firsthand.values.claim import Basis, Claim, Quotation, Setting, Stance
from firsthand.values.contract import VERSION
from firsthand.values.errors import BadImport, NewerCase
from firsthand.values.quantity import Precision, Quantity
from firsthand.values.spans import Span, words_at

LARGEST: Final = 512 * 1024 * 1024
_LONGEST_ID: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A source that the case has: its id, the file it came from, and its text."""

    id: str
    file: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    id: str
    sha256: str
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quantity:
    value: Decimal
    unit: str = ""
    of: str = ""
    period: str = ""
    place: str = ""
    precision: Precision = Precision.EXACT
    span: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    id: str
    source: str
    chain: tuple[str, ...]
    content: tuple[Span, ...]
    text: str
    stance: Stance
    quotation: Quotation
    cue: tuple[Span, ...] = ()
    quantities: tuple[_Quantity, ...] = ()
    hedges: tuple[str, ...] = ()
    speaker_spans: tuple[Span, ...] = ()
    confidence: float = 1.0
    setting: Setting = Setting.BODY
    basis: Basis = Basis.NOT_STATED
    entities: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    engine: str = "another tool"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contract:
    sources: tuple[_Source, ...] = ()
    claims: tuple[_Claim, ...] = ()


def _read(stream: BinaryIO) -> _Contract:
    spelling = stream.read(LARGEST + 1)
    if len(spelling) > LARGEST:
        raise BadImport("it is longer than 512 MiB. Split it by sources.")
    try:
        plain = spelling.removeprefix(b"\xef\xbb\xbf")
        if b"\\u0000" in plain:
            raise BadImport("it holds characters that are no text (NUL).")
        version = msgspec.json.decode(plain, type=_Version).version
        if version > VERSION:
            raise NewerCase(
                f"it is the machine contract in version {version}, and this version of Firsthand "
                f"knows {VERSION}. Upgrade, then import it again."
            )
        return msgspec.json.decode(plain, type=_Contract)
    except msgspec.ValidationError as wrong:
        raise BadImport(f"it is not the machine contract: {wrong}.") from wrong
    except UnicodeDecodeError as wrong:
        raise BadImport("it is not in UTF-8. Save it as UTF-8, then import it again.") from wrong
    except (msgspec.DecodeError, RecursionError) as wrong:
        raise BadImport("it is not JSON.") from wrong


def arrived_in(
    stream: BinaryIO, *, held: Mapping[str, Sequence[Held]], known: Mapping[str, str]
) -> Arrived:
    """Lay a contract's claims upon sources.

    ``held`` gives the case's sources by SHA-256, ``known`` the text of each claim it has by id.
    Claims of other sources, and those whose words are not what stands at their spans, are left out
    by name. Raises BadImport for a claim that does not say what it should.
    """
    told = _read(stream)
    places = {source.id: _found(source, held) for source in told.sources}
    added: list[ClaimAdded] = []
    left_out: list[str] = []
    there = 0
    for claim in told.claims:
        source = places.get(claim.source)
        why = _why_not(claim, source)
        if why is None and source is not None and claim.id in known:
            if known[claim.id] == claim.text:
                there += 1
                continue
            why = "the case has another claim of this id"
        if why is not None or source is None:
            left_out.append(f"claim {claim.id[:_LONGEST_ID]}: {why}.")
        else:
            added.append(ClaimAdded(claim=_said(claim, source)))
    twice = len(added) - len({one.claim.id for one in added})
    if twice:
        raise BadImport(f"{twice} of its claims have the id of another.")
    return Arrived(claims=tuple(added), known=there, left_out=tuple(left_out))


def _found(source: _Source, held: Mapping[str, Sequence[Held]]) -> Held | None:
    several = held.get(source.sha256.casefold(), ())
    # Identical files are several sources: the one of the same path, where there is one.
    return next(
        (one for one in several if one.file == source.file), several[0] if several else None
    )


def _why_not(claim: _Claim, source: Held | None) -> str | None:
    if source is None:
        return "the case has no source with this SHA-256 that is open"
    if not claim.id or len(claim.id) > _LONGEST_ID:
        return f"its id is empty, or longer than {_LONGEST_ID} characters"
    if not claim.chain or not all(name.strip() for name in claim.chain):
        return "it names no speaker"
    size = len(source.text)
    spans = (*claim.content, *claim.cue, *claim.speaker_spans)
    if not claim.content or not all(0 <= one.start < one.end <= size for one in spans):
        return "its spans are not in the source's text"
    if words_at(claim.content, source.text) != claim.text:
        return "its words are not what stands at its spans"
    return None


def _said(claim: _Claim, source: Held) -> Claim:
    return Claim(
        id=claim.id,
        source=source.id,
        chain=claim.chain,
        content=claim.content,
        text=claim.text,
        read_as=claim.text,
        stance=claim.stance,
        quotation=claim.quotation,
        sentence=Span(
            min(span.start for span in claim.content), max(span.end for span in claim.content)
        ),
        setting=claim.setting,
        cue=claim.cue,
        speaker_spans=claim.speaker_spans,
        hedges=claim.hedges,
        quantities=tuple(map(_quantity, claim.quantities)),
        entities=claim.entities,
        about=claim.about,
        basis=claim.basis,
        confidence=min(1.0, max(0.0, claim.confidence)),
        engine=claim.engine,
    )


def _quantity(told: _Quantity) -> Quantity:
    return Quantity(
        value=told.value,
        unit=told.unit or None,
        of=told.of or None,
        period=told.period or None,
        place=told.place or None,
        precision=told.precision,
        span=Span(*told.span) if len(told.span) == 2 else None,
    )
