"""The machine contract: a trace as plain JSON values (schema: ``contract.schema.json``)."""

import json
from datetime import date
from decimal import Decimal
from importlib import resources
from typing import Any

from firsthand.values.act import OfficialAct
from firsthand.values.claim import Claim
from firsthand.values.echo import Echo, Evidence
from firsthand.values.finding import ChangedFigure, Finding, Origin, Trace
from firsthand.values.quantity import Quantity
from firsthand.values.source import Source

VERSION = 1

Plain = dict[str, Any]


def schema() -> Plain:
    """Read the JSON Schema that every output of ``contract_of`` fulfils."""
    text = resources.files("firsthand.values").joinpath("contract.schema.json").read_text("utf-8")
    loaded: Plain = json.loads(text)
    return loaded


def contract_of(trace: Trace) -> Plain:
    """Spell a whole trace as the machine contract."""
    return {
        "version": VERSION,
        "as_of": _day(trace.as_of),
        "sources": [source_record(source) for source in trace.sources],
        "claims": [claim_record(claim) for claim in trace.claims],
        "echoes": [echo_record(echo) for echo in trace.echoes],
        "findings": [finding_record(finding) for finding in trace.findings],
        "proposed_merges": [
            {"left": merge.left, "right": merge.right, "reason": merge.reason}
            for merge in trace.proposed_merges
        ],
    }


def source_record(source: Source) -> Plain:
    """Spell a source, without its text."""
    return {
        "id": source.id,
        "file": source.file,
        "sha256": source.sha256,
        "title": source.title or "",
        "publisher": source.publisher or "",
        "published_on": _day(source.published_on),
        "lang": source.lang or "",
        "kind": source.kind_as_given or source.kind.value,
        "handling": source.handling.value,
        "address": source.address or "",
        "media_type": source.media_type,
    }


def claim_record(claim: Claim) -> Plain:
    """Spell a claim with its exact places in the text."""
    return {
        "id": claim.id,
        "source": claim.source,
        "chain": list(claim.chain),
        "cue": [list(span) for span in claim.cue],
        "content": [list(span) for span in claim.content],
        "text": claim.text,
        "stance": claim.stance.value,
        "quotation": claim.quotation.value,
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "hedges": list(claim.hedges),
        "speaker_spans": [list(span) for span in claim.speaker_spans],
        "confidence": round(claim.confidence, 3),
        "setting": claim.setting.value,
        "basis": claim.basis.value,
        "entities": list(claim.entities),
        "about": list(claim.about),
        "engine": claim.engine,
    }


def echo_record(echo: Echo) -> Plain:
    """Spell an echo; ``from`` derives from ``to`` unless the direction is unknown."""
    return {
        "from": echo.derived,
        "to": echo.root,
        "kind": echo.kind.value,
        "direction": echo.direction.value,
        "evidence": [_evidence(evidence) for evidence in echo.evidence],
    }


def finding_record(finding: Finding) -> Plain:
    """Spell a finding with its three lines and their reasons."""
    return {
        "id": finding.id,
        "proposition": finding.proposition,
        "supports": list(finding.supports),
        "denies": list(finding.denies),
        "beside": list(finding.beside),
        "origins_for": [origin.name for origin in finding.origins_for],
        "origins_against": [origin.name for origin in finding.origins_against],
        "support": finding.support.value,
        "dispute": finding.dispute.value,
        "course": [_act(act) for act in finding.course],
        "reason": _reason(finding),
        "repeated_by": finding.repeated_by,
        "party_statements": list(finding.party_statements),
        "origins": [
            *(_origin(origin, "for") for origin in finding.origins_for),
            *(_origin(origin, "against") for origin in finding.origins_against),
        ],
        "changed_figures": [_changed(figure) for figure in finding.changed_figures],
    }


def _reason(finding: Finding) -> str:
    reasons = (finding.support_reason, finding.dispute_reason, finding.course_reason)
    return " ".join(reason for reason in reasons if reason)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _quantity(quantity: Quantity) -> Plain:
    return {
        "value": _number(quantity.value),
        "unit": quantity.unit or "",
        "of": quantity.of or "",
        "period": quantity.period or "",
        "place": quantity.place or "",
        "precision": quantity.precision.value,
        "span": list(quantity.span) if quantity.span else [],
    }


def _evidence(evidence: Evidence) -> Plain:
    return {
        "kind": evidence.kind.value,
        "detail": evidence.detail,
        "from": [list(span) for span in evidence.left],
        "to": [list(span) for span in evidence.right],
    }


def _origin(origin: Origin, side: str) -> Plain:
    return {
        "name": origin.name,
        "party": origin.party,
        "side": side,
        "basis": origin.basis.value,
        "claims": list(origin.claims),
        "sources": list(origin.sources),
    }


def _act(act: OfficialAct) -> Plain:
    return {
        "act": act.kind.value,
        "on": _day(act.on),
        "by": act.by or "",
        "claims": list(act.claims),
    }


def _changed(figure: ChangedFigure) -> Plain:
    return {
        "what": figure.what,
        "unit": figure.unit or "",
        "values": [
            {"value": _number(value), "claims": list(claims)} for value, claims in figure.values
        ],
    }
