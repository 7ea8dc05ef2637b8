"""The echo tree as a drawing: a row for each source, its origin at the left, time across.

Names stand in a column of their own, one to a row, so that no two can overlap however many sources
share a day. Of a large forest a fair sample is drawn and the rest is counted in rows of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from firsthand.drawings.echo_forest import Branch
from firsthand.drawings.plain import ECHO_WORDS, counted
from firsthand.drawings.time_scale import Tick, TimeScale
from firsthand.values.echo import EchoKind

ROWS_AT_MOST: Final = 40
WIDTH: Final = 940
_LANE: Final = 506
_LEFT, _RIGHT = 560, 902
_TOP, _ROW = 44, 26
_INDENT, _DEPTH_SHOWN = 15, 6
_STEP: Final = 14
_WIDE_LETTER: Final = 0x1100
_NAME_UNITS: Final = 33


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the drawing and its list; ``beneath`` counts sources drawn as a number."""

    name: str
    label: str
    depth: int
    day: date | None
    source: str | None
    how: EchoKind | None
    also: tuple[str, ...] = ()
    is_origin: bool = False
    beneath: int = 0
    until: date | None = None
    parent: int | None = None

    @property
    def how_words(self) -> str:
        """Say how the row derives from the one above it."""
        return ECHO_WORDS[self.how] if self.how else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row with its place; ``reach`` is where its range of days ends."""

    row: Row
    x: float
    y: float
    indent: float
    reach: float | None
    path: str
    trunk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoTree:
    """A whole drawing: rows in place, the days beneath, and the same said in words."""

    placed: tuple[Placed, ...]
    ticks: tuple[Tick, ...]
    height: int
    width: int
    lane: float | None
    kinds: tuple[EchoKind, ...]
    title: str
    description: str
    total: int


def drawn(forest: Sequence[Branch], title: str) -> EchoTree:
    """Lay a forest out as a drawing of at most forty rows."""
    rows = _rows_that_fit(forest)
    days = [day for row in rows for day in (row.day, row.until) if day]
    scale = TimeScale(
        first=min(days, default=date.min),
        last=max(days, default=date.min),
        left=_LEFT,
        right=_RIGHT,
    )
    placed = _placed(rows, scale)
    kinds = {row.how for row in rows if row.how}
    total = sum(1 for root in forest for branch in root.all_below() if branch.source)
    return EchoTree(
        placed=placed,
        ticks=scale.ticks() if days else (),
        height=_TOP + _ROW * len(rows) + 34,
        width=WIDTH,
        lane=_LANE if any(row.day is None for row in rows) else None,
        kinds=tuple(kind for kind in EchoKind if kind in kinds),
        title=title,
        description=_described(forest, total, days),
        total=total,
    )


def _rows_that_fit(forest: Sequence[Branch]) -> list[Row]:
    rows: list[Row] = []
    for width in (ROWS_AT_MOST, 16, 10, 6, 4, 3, 2, 1):
        for depth in (ROWS_AT_MOST, 8, 4):
            rows = list(_rows(forest, width, depth))
            if len(rows) <= ROWS_AT_MOST:
                return rows
    return rows


def _rows(forest: Sequence[Branch], width: int, depth: int) -> Iterable[Row]:
    rows: list[Row] = []
    waiting: list[tuple[Branch | list[Branch], int, int | None]] = []
    _queue(waiting, forest, 0, None, width)
    while waiting:
        branch, level, parent = waiting.pop()
        at = len(rows)
        if isinstance(branch, list):
            rows.append(_counted_row(branch, level, parent))
            continue
        rows.append(
            Row(
                name=branch.name,
                label=_shortened(branch.name, level),
                depth=level,
                day=branch.day,
                source=branch.source,
                how=branch.how,
                also=branch.also,
                is_origin=branch.is_origin or (level == 0 and bool(branch.children)),
                parent=parent,
            )
        )
        if level + 1 >= depth and branch.children:
            waiting.append((branch.children, level + 1, at))
        else:
            _queue(waiting, branch.children, level + 1, at, width)
    return rows


def _queue(
    waiting: list[tuple[Branch | list[Branch], int, int | None]],
    branches: Sequence[Branch],
    level: int,
    parent: int | None,
    width: int,
) -> None:
    # Those with the most beneath them tell the most; ties go to the earliest.
    by_size = sorted(branches, key=lambda branch: -sum(1 for _ in branch.all_below()))
    kept = by_size if len(branches) <= width + 1 else by_size[:width]
    chosen = {id(branch) for branch in kept}
    shown = [branch for branch in branches if id(branch) in chosen]
    rest = [branch for branch in branches if id(branch) not in chosen]
    # The stack is last in, first out.
    if rest:
        waiting.append((rest, level, parent))
    waiting.extend((branch, level, parent) for branch in reversed(shown))


def _counted_row(branches: Sequence[Branch], level: int, parent: int | None) -> Row:
    below = [branch for root in branches for branch in root.all_below()]
    days = sorted(branch.day for branch in below if branch.day)
    kinds = {branch.how for branch in branches}
    number = sum(1 for branch in below if branch.source)
    name = f"and {counted(number, 'more source')}"
    return Row(
        name=name,
        label=name,
        depth=level,
        day=days[0] if days else None,
        until=days[-1] if days else None,
        source=None,
        how=kinds.pop() if len(kinds) == 1 else None,
        beneath=number,
        parent=parent,
    )


def _placed(rows: Sequence[Row], scale: TimeScale) -> tuple[Placed, ...]:
    xs: list[float] = []
    last_child: dict[int, int] = {}
    for at, row in enumerate(rows):
        x = scale.x(row.day) if row.day else float(_LANE)
        if row.parent is not None:
            last_child[row.parent] = at
            # What came out on its parent's day is set a step to the right, or the line between
            # them would have no length.
            if row.day and abs(x - xs[row.parent]) < _STEP:
                x = min(xs[row.parent] + _STEP, WIDTH - 10)
        xs.append(x)
    placed = []
    for at, row in enumerate(rows):
        y = _TOP + _ROW * at + _ROW / 2
        path = f"M{xs[row.parent]:g} {y:g}H{xs[at]:g}" if row.parent is not None else ""
        end = _TOP + _ROW * last_child[at] + _ROW / 2 if at in last_child else y
        reach = scale.x(row.until) if row.until else None
        placed.append(
            Placed(
                row=row,
                x=xs[at],
                y=y,
                indent=min(row.depth, _DEPTH_SHOWN) * _INDENT,
                reach=reach if reach and reach > xs[at] else None,
                path=path,
                trunk=f"M{xs[at]:g} {y:g}V{end:g}" if end > y else "",
            )
        )
    return tuple(placed)


def _shortened(name: str, level: int) -> str:
    # Letters from Hangul Jamo on count as two: scripts of East Asia are set about twice as wide.
    room = _NAME_UNITS - 2 * min(level, _DEPTH_SHOWN)
    taken = 0
    for place, letter in enumerate(name):
        taken += 2 if ord(letter) >= _WIDE_LETTER and not "\u2000" <= letter <= "\u206f" else 1
        if taken > room:
            return f"{name[: max(place - 1, 1)]}…"
    return name


def _described(forest: Sequence[Branch], total: int, days: Sequence[date]) -> str:
    roots = [branch.name for branch in forest if branch.children]
    begun = f" Roots: {', '.join(roots[:5])}." if roots else ""
    span = f" From {min(days).isoformat()} to {max(days).isoformat()}." if days else ""
    return f"{counted(total, 'source')}.{span}{begun} The same stands as a list below the drawing."
