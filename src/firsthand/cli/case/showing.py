"""What a case's findings and changes look like in a terminal, and as plain lines where piped."""

from collections.abc import Iterable

from rich.box import HORIZONTALS
from rich.console import Console
from rich.table import Table
from rich.text import Text

from firsthand.cli.showing import lines_of
from firsthand.drawings.plain import finding_line
from firsthand.drawings.safe import for_terminal
from firsthand.record.contents.of_findings import Verdict
from firsthand.store.findings import LineChange
from firsthand.store.status import Counts, Standing


def counts_line(counts: Counts) -> str:
    """Say how much a case holds, and what waits for the next trace."""
    said = f"{counts.sources} sources · {counts.claims} claims · {counts.findings} findings"
    if not counts.untraced:
        return said
    what = "entry waits" if counts.untraced == 1 else "entries wait"
    return f"{said} · {counts.untraced} {what} for: firsthand case trace"


def changed_line(change: LineChange) -> str:
    """Say how a finding's line changed."""
    before, after = change.before or "none", change.after or "none"
    return for_terminal(f"{change.finding}: {change.line} was {before}, is now {after}")


def show_standing(standing: Iterable[Standing], console: Console) -> int:
    """Print findings with what stands beside their lines; give how many there were."""
    listed = list(standing)
    if not listed:
        console.print("No finding stands here.")
    elif console.is_terminal:
        table = Table(box=HORIZONTALS, show_lines=True, expand=True, pad_edge=False)
        table.add_column("Finding", ratio=5)
        table.add_column("Support, dispute, course — and why", ratio=7)
        table.add_column("Beside", ratio=3)
        for each in listed:
            named = Text.assemble(
                for_terminal(each.finding.proposition), "\n", (each.finding.id, "dim")
            )
            table.add_row(named, lines_of(each.finding), Text("\n".join(_beside(each))))
        console.print(table)
    for each in [] if console.is_terminal else listed:
        beside = "".join(f" | {told}" for told in _beside(each))
        whole = f"{each.finding.id} | {each.finding.proposition} | {finding_line(each.finding)}"
        console.print(
            for_terminal(f"{whole}{beside}"), markup=False, highlight=False, soft_wrap=True
        )
    return len(listed)


def _beside(each: Standing) -> list[str]:
    told = []
    if each.verdict is not Verdict.NOT_LOOKED_AT:
        told.append(f"judged: {each.verdict.value}")
    if each.asked:
        told.append(f"asked {each.asked}, answered {each.answered}")
    if each.found is not None:
        support, dispute, _ = each.found
        told.append(f"as traced: {support}, {dispute}")
    if each.withheld:
        told.append(f"withheld testimony: {each.withheld}")
    return told
