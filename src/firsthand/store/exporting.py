"""Exports: what may leave a case, in a form that others read; each is an entry.

Invariant: the entry is written once the file is whole, and the file gets its name after: no export
lies about of which the ledger does not tell.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from firsthand.drawings.csv_of_case import acts_csv, entities_csv
from firsthand.drawings.csv_tables import claims_csv
from firsthand.record.contents.of_case import Exported
from firsthand.record.entry import Author
from firsthand.record.exchange.geojson import geojson_of
from firsthand.record.exchange.outgoing import Outgoing
from firsthand.record.exchange.statements import as_csv, as_json_lines
from firsthand.record.exchange.to_statements import statements_of
from firsthand.record.permissions import require_leave
from firsthand.record.recording import record_in
from firsthand.store.cases import Case
from firsthand.store.gathering import gathered
from firsthand.store.leaving import leaving, require_free, settle
from firsthand.values.contract import contract_of
from firsthand.values.errors import BadRequest
from firsthand.values.finding import Trace
from firsthand.values.source import Handling


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What came of an export: its entry, and how many findings stayed behind with their claims."""

    entry: int
    findings_left_out: int = 0


def export_case(
    case: Case,
    out: Path,
    *,
    form: str,
    by: Author,
    handling: Handling = Handling.PUBLIC,
    force: bool = False,
) -> Left:
    """Write what may leave into a file, in one of ``FORMS``.

    Raises NotAllowed, and BadRequest where the file is there already.
    """
    if form not in FORMS:
        raise BadRequest(f"there is no format {form!r}. Formats: {', '.join(FORMS)}.")
    require_free(out, force=force)
    # Gathered inside the turn: nothing changes between what is read and what the entry says. The
    # turn ends before the file gets its name.
    with leaving(out) as stream, case.ledger.turn() as turn:
        exported = Exported(format=form, head=turn.head.number)
        require_leave(by, exported)
        outgoing = gathered(case, handling)
        for piece in FORMS[form](outgoing):
            stream.write(piece.encode("utf-8"))
        settle(stream)
        (entry,) = record_in(turn, [exported], by=by)
    return Left(entry=entry, findings_left_out=outgoing.left_out)


def _as_trace(out: Outgoing) -> Trace:
    return Trace(sources=out.sources, claims=out.claims, echoes=out.echoes, findings=out.findings)


def _contract(out: Outgoing) -> Iterator[str]:
    yield from _json(contract_of(_as_trace(out)))


def _claims(out: Outgoing) -> Iterator[str]:
    yield claims_csv(_as_trace(out))


def _entities(out: Outgoing) -> Iterator[str]:
    yield entities_csv(out.entities)


def _acts(out: Outgoing) -> Iterator[str]:
    yield acts_csv(out.acts)


def _geojson(out: Outgoing) -> Iterator[str]:
    yield from _json(geojson_of(out))


def _ftm(out: Outgoing) -> Iterator[str]:
    yield from as_json_lines(statements_of(out))


def _ftm_csv(out: Outgoing) -> Iterator[str]:
    yield from as_csv(statements_of(out))


def _json(value: object) -> Iterator[str]:
    yield from json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(value)
    yield "\n"


FORMS: Final[dict[str, Callable[[Outgoing], Iterable[str]]]] = {
    "contract": _contract,
    "csv": _claims,
    "csv-acts": _acts,
    "csv-entities": _entities,
    "ftm": _ftm,
    "ftm-csv": _ftm_csv,
    "geojson": _geojson,
}
