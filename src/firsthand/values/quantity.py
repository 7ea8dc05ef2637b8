"""A figure, with all that must agree before two figures may be compared."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from firsthand.values.spans import Span


class Precision(StrEnum):
    """How exactly a figure is given."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value with its unit, what it counts, when and where.

    ``unit`` is a singular noun in lower case (``station``, ``country``), a currency code (``CAD``)
    or ``%``. ``of`` is the population counted, as written. ``span`` is the figure's place in the
    source's text.
    """

    value: Decimal
    unit: str | None = None
    of: str | None = None
    period: str | None = None
    place: str | None = None
    precision: Precision = Precision.EXACT
    span: Span | None = None
