"""Figures that are not the same wherever a finding is repeated."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from firsthand.origins.case import Case
from firsthand.origins.grouping import Read
from firsthand.values.finding import ChangedFigure


def changed_figures(reads: Sequence[Read], case: Case) -> tuple[ChangedFigure, ...]:
    """List each thing that a finding's claims count with more than one value.

    A claim that gives two values for one thing counts parts of it, and so says nothing of change.
    The value first said comes first.
    """
    ordered = sorted(reads, key=lambda read: case.order_of(read.claim))
    by_unit: dict[str, dict[Decimal, list[str]]] = defaultdict(dict)
    for read in ordered:
        largest: dict[str, Decimal] = {}
        for figure in read.proposition.figures:
            if figure.unit:
                largest[figure.unit] = max(figure.value, largest.get(figure.unit, figure.value))
        for unit, value in sorted(largest.items()):
            by_unit[unit].setdefault(value, []).append(read.claim.id)
    words = _words_for(ordered)
    return tuple(
        ChangedFigure(
            what=words.get(unit, unit),
            unit=words.get(unit, unit),
            values=tuple((value, tuple(claims)) for value, claims in values.items()),
        )
        for unit, values in sorted(by_unit.items())
        if len(values) > 1
    )


def _words_for(reads: Sequence[Read]) -> dict[str, str]:
    """Find, for each unit, the word that the first claim uses."""
    found: dict[str, str] = {}
    for read in reads:
        for figure in sorted(read.proposition.figures, key=lambda f: (f.unit, f.value, f.word)):
            if figure.word:
                found.setdefault(figure.unit, figure.word)
    return found
