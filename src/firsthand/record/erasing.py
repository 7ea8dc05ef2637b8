"""Which entries lose their content when something is erased.

With a source go its claims, transcripts and translations; with a claim its corrections. What rests
on other claims as well keeps its content, and shows the erased one by its id alone.
"""

from collections.abc import Iterable

from firsthand.record.contents.base import Content
from firsthand.record.contents.of_case import CaseOpened, Erased
from firsthand.record.contents.of_entities import ActRecorded
from firsthand.record.contents.of_people import Asked, Replied
from firsthand.values.errors import BadEntry

_KEPT = (CaseOpened.kind, Erased.kind)


def falls_with(content: Content, gone: frozenset[str]) -> bool:
    """Tell whether an entry's content goes when some sources and claims do.

    Decisions, consents and custody hold no words and stay: they show that something was there.
    """
    if not content.carries_words:
        return False
    if isinstance(content, ActRecorded):
        cited = {claim for told in content.told for claim in told.claims}
        return bool(cited) and cited <= gone
    if isinstance(content, Asked):
        return False
    if isinstance(content, Replied):
        return content.source in gone
    return not gone.isdisjoint(content.subjects)


def require_erasable(kinds: Iterable[tuple[int, str]]) -> None:
    """Raise BadEntry for entries without which the ledger could not be read."""
    for number, kind in kinds:
        if kind in _KEPT:
            raise BadEntry(f"entry {number} ({kind}) holds nothing of anybody and is not erased.")
