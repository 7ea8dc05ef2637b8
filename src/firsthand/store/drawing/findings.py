"""Drawing what people decide about origins; merges, splits and lines come with the findings."""

from collections.abc import Sequence
from typing import Final

from firsthand.record.contents.of_findings import OriginsJoined, OriginsParted
from firsthand.record.ledger import Written
from firsthand.store.drawing.rows import put
from firsthand.store.models import OriginTie


def _tied(written: Sequence[Written], alias: str) -> None:
    rows = []
    for each in written:
        content = each.entry.content
        assert isinstance(content, OriginsJoined | OriginsParted)  # noqa: S101 - by kind
        rows.append(
            OriginTie(
                entry_id=each.entry.number,
                left=content.left,
                right=content.right,
                are_one=isinstance(content, OriginsJoined),
            )
        )
    put(rows, alias)


DRAWN: Final = {OriginsJoined.kind: _tied, OriginsParted.kind: _tied}
