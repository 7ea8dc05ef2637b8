"""Figures that changed on the way: each value with the sources that carry it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from firsthand.drawings.case_page import CasePage
from firsthand.drawings.echo_forest import name_of
from firsthand.drawings.plain import day_words
from firsthand.values.claim import Claim
from firsthand.values.finding import ChangedFigure

CARRIERS_NAMED: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A source that carries a figure or tells of an act, with the place where it does."""

    name: str
    day: str
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureValue:
    """One value of a changed figure, with who carries it, the earliest first."""

    value: str
    since: str
    carriers: tuple[Carrier, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """A figure that changed, with all its values."""

    what: str
    unit: str
    values: tuple[FigureValue, ...]


def figure_tables(page: CasePage, figures: Iterable[ChangedFigure]) -> tuple[FigureTable, ...]:
    """Lay out changed figures, each value with the sources that carry it."""
    return tuple(
        FigureTable(
            what=figure.what,
            unit=figure.unit or "",
            values=tuple(_value(page, value, ids) for value, ids in figure.values),
        )
        for figure in figures
    )


def carriers_of(page: CasePage, ids: Iterable[str]) -> tuple[Carrier, ...]:
    """Name the sources of some claims, each once, the earliest first."""
    by_source: dict[str, Claim] = {}
    for claim_id in ids:
        if claim_id in page.claims:
            by_source.setdefault(page.claims[claim_id].source, page.claims[claim_id])
    carriers = [
        Carrier(
            name=name_of(page.sources[source_id]),
            day=day_words(page.sources[source_id].published_on),
            anchor=page.text_anchor(claim.id) or page.source_anchor(source_id),
        )
        for source_id, claim in by_source.items()
    ]
    # Days are written year first, so their order as words is their order in time.
    return tuple(sorted(carriers, key=lambda carrier: carrier.day))


def _value(page: CasePage, value: Decimal, ids: Iterable[str]) -> FigureValue:
    carriers = carriers_of(page, ids)
    return FigureValue(
        value=_number(value),
        since=carriers[0].day if carriers else "",
        carriers=carriers[:CARRIERS_NAMED],
        more=max(len(carriers) - CARRIERS_NAMED, 0),
    )


def _number(value: Decimal) -> str:
    # A hostile exponent would write a number a million digits long.
    return f"{value:,f}" if -12 <= value.adjusted() <= 15 else f"{value:.3e}"
