"""Drawing a case's tables from its entries: what each kind of entry changes in them.

What may live here: one function a kind, fed with entries in their order. No rules, no checks.
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Final

from firsthand.record.ledger import Written
from firsthand.store.drawing import entities, findings, people, sources, undoing, words

Draw = Callable[[Sequence[Written], str], None]

_DRAWN: Final[dict[str, Draw]] = {
    **sources.DRAWN,
    **findings.DRAWN,
    **people.DRAWN,
    **entities.DRAWN,
    **undoing.DRAWN,
}


def draw(written: Sequence[Written], alias: str) -> None:
    """Draw entries, in their order, in the tables of a case."""
    for kind, several in groupby(written, key=lambda each: each.entry.kind):
        how = _DRAWN.get(kind)
        if how is not None:
            how(list(several), alias)
    words.index(written, alias)
