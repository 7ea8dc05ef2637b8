"""What a trace looks like in a terminal, and as plain lines where it is piped."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final

from rich.box import HORIZONTALS
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from firsthand.drawings.case_page import is_told_at_length
from firsthand.drawings.plain import counts_line, finding_line
from firsthand.drawings.safe import for_terminal
from firsthand.values.finding import Dispute, Finding, Support, Trace

_AT_ONCE: Final = 25

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


class Extent(Enum):
    """How many of a trace's findings a person sees at once."""

    FIRST = "a screen of those that somebody repeats, answers or acts upon; all where piped"
    TAKEN_UP = "all that somebody repeats, answers or acts upon"
    EVERY = "every finding"


def show(trace: Trace, console: Console, extent: Extent) -> None:
    """Print the findings: a table on a terminal, one line a finding where output is piped."""
    console.print(counts_line(trace), markup=False, highlight=False)
    shown = _within(trace.findings, extent, console)
    if console.is_terminal:
        console.print(_table(shown))
    else:
        for finding in shown:
            line = f"{finding_line(finding)} | {for_terminal(_reasons(finding))}"
            whole = f"{for_terminal(finding.proposition)} | {line}"
            console.print(whole, markup=False, highlight=False, soft_wrap=True)
    rest = len(trace.findings) - len(shown)
    if rest:
        console.print(f"… and {rest} more; --html and --json hold them all.", highlight=False)


def _within(findings: Sequence[Finding], extent: Extent, console: Console) -> Sequence[Finding]:
    if extent is Extent.EVERY or (extent is Extent.FIRST and not console.is_terminal):
        return findings
    taken_up = [finding for finding in findings if is_told_at_length(finding)]
    return taken_up if extent is Extent.TAKEN_UP else taken_up[:_AT_ONCE]


def _reasons(finding: Finding) -> str:
    reasons = (finding.support_reason, finding.dispute_reason, finding.course_reason)
    return " ".join(reason for reason in reasons if reason)


def _table(findings: Iterable[Finding]) -> Table:
    table = Table(box=HORIZONTALS, show_lines=True, expand=True, pad_edge=False)
    table.add_column("Finding", ratio=5)
    table.add_column("Support, dispute, course — and why", ratio=7)
    table.add_column("Sources repeat origins", ratio=2)
    for finding in findings:
        table.add_row(
            Text(for_terminal(finding.proposition)),
            lines_of(finding),
            Text(f"{finding.repeated_by} repeat {len(finding.origins_for)}"),
        )
    return table


def lines_of(finding: Finding) -> RenderableType:
    """Draw a finding's three lines, each with its reason."""
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
