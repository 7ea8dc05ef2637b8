"""Figures that are not the same wherever a finding is repeated."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from firsthand.values.finding import ChangedFigure
from firsthand.values.proposition import Figure

Counted = tuple[str, frozenset[Figure]]
"""A claim, by its id, with the figures that it gives."""


def changed_figures(ordered: Sequence[Counted]) -> tuple[ChangedFigure, ...]:
    """List each thing that a finding's claims count with more than one value.

    The claims come in the case's order, and the value first said comes first. A claim that gives
    two values for one thing counts parts of it, and so says nothing of change.
    """
    by_unit: dict[str, dict[Decimal, list[str]]] = defaultdict(dict)
    for claim, figures in ordered:
        largest: dict[str, Decimal] = {}
        for figure in figures:
            if figure.unit:
                largest[figure.unit] = max(figure.value, largest.get(figure.unit, figure.value))
        for unit, value in sorted(largest.items()):
            by_unit[unit].setdefault(value, []).append(claim)
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


def _words_for(ordered: Sequence[Counted]) -> dict[str, str]:
    """Find, for each unit, the word that the first claim uses."""
    found: dict[str, str] = {}
    for _, figures in ordered:
        for figure in sorted(figures, key=lambda f: (f.unit, f.value, f.word)):
            if figure.word:
                found.setdefault(figure.unit, figure.word)
    return found
