"""What a trace looks like in a terminal, and as plain lines where it is piped."""

from collections.abc import Iterable

from rich.box import HORIZONTALS
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from firsthand.drawings.plain import counts_line, finding_line
from firsthand.drawings.safe import for_terminal
from firsthand.values.finding import Dispute, Finding, Support, Trace

_SUPPORT_STYLE = {
    Support.CORROBORATED: "bold green",
    Support.SEVERAL_ORIGINS: "green",
    Support.SINGLE_ORIGIN: "yellow",
    Support.NONE: "dim",
    Support.WITHDRAWN: "dim strike",
}
_DISPUTE_STYLE = {
    Dispute.CONTESTED: "bold red",
    Dispute.DENIED_BY_ACCUSED: "red",
    Dispute.UNDISPUTED: "dim",
}


def show(trace: Trace, console: Console, *, most: int) -> None:
    """Print the findings: a table on a terminal, one line a finding where output is piped."""
    console.print(counts_line(trace), markup=False, highlight=False)
    shown = trace.findings[:most] if console.is_terminal else trace.findings
    if console.is_terminal:
        console.print(_table(shown))
    else:
        for finding in shown:
            line = f"{for_terminal(finding.proposition)} | {finding_line(finding)}"
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    if len(shown) < len(trace.findings):
        rest = len(trace.findings) - len(shown)
        console.print(f"… and {rest} more: --all shows them, --html and --json hold them.")


def _table(findings: Iterable[Finding]) -> Table:
    table = Table(box=HORIZONTALS, show_lines=True, expand=True, pad_edge=False)
    table.add_column("Finding", ratio=5)
    table.add_column("Support, dispute, course — and why", ratio=7)
    table.add_column("Sources repeat origins", ratio=2)
    for finding in findings:
        table.add_row(
            Text(for_terminal(finding.proposition)),
            _lines(finding),
            Text(f"{finding.repeated_by} repeat {len(finding.origins_for)}"),
        )
    return table


def _lines(finding: Finding) -> RenderableType:
    support = Text(finding.support.value, _SUPPORT_STYLE[finding.support])
    dispute = Text(finding.dispute.value, _DISPUTE_STYLE[finding.dispute])
    rows = [
        Text.assemble(support, "  ", (for_terminal(finding.support_reason), "")),
        Text.assemble(dispute, "  ", (for_terminal(finding.dispute_reason), "")),
    ]
    if finding.course:
        course = finding.course_reason.removeprefix("Course: ")
        rows.append(Text.assemble(("course", "cyan"), "  ", for_terminal(course)))
    return Group(*rows)
