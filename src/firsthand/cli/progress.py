"""A progress bar on stderr: only on a terminal, only for long work."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

_LONG_WORK = 20


class Bar:
    """How far each stage has come, drawn where somebody can see it."""

    def __init__(self, progress: Progress | None) -> None:
        """Draw on this display, or nowhere."""
        self._progress = progress
        self._stages: dict[str, TaskID] = {}

    def step(self, stage: str, done: int, total: int) -> None:
        """Say how far a stage has come."""
        if self._progress is None or total < _LONG_WORK:
            return
        if stage not in self._stages:
            self._stages[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._stages[stage], completed=done)


@contextmanager
def bar_on_stderr() -> Iterator[Bar]:
    """Open a bar that vanishes when the work is done."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Bar(None)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as progress:
        yield Bar(progress)


@contextmanager
def no_bar() -> Iterator[Bar]:
    """Stand in for the bar where the user asked for quiet."""
    yield Bar(None)
