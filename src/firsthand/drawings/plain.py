"""Findings, stances and acts in plain words: the same words in the report and on a terminal."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from firsthand.drawings.safe import clip, for_terminal
from firsthand.values.act import ActKind, OfficialAct
from firsthand.values.claim import OWN_BASES, UNIDENTIFIED, Quotation, Stance
from firsthand.values.echo import EchoKind
from firsthand.values.finding import Dispute, Finding, Support, Trace

_ACTS_SHOWN: Final = 3
_NAME_LENGTH: Final = 120

SUPPORT_NAMES: Final = {
    Support.CORROBORATED: "corroborated",
    Support.SEVERAL_ORIGINS: "several origins",
    Support.SINGLE_ORIGIN: "single origin",
    Support.NONE: "no origin for it",
    Support.WITHDRAWN: "withdrawn",
}

DISPUTE_NAMES: Final = {
    Dispute.CONTESTED: "contested",
    Dispute.DENIED_BY_ACCUSED: "denied by the party accused",
    Dispute.UNDISPUTED: "undisputed",
}

STANCE_WORDS: Final = {
    Stance.ASSERTS: "says",
    Stance.ALLEGES: "alleges",
    Stance.DENIES: "denies",
    Stance.CONFIRMS: "confirms",
    Stance.DECLINES_TO_COMMENT: "declines to comment",
    Stance.NOT_CONFIRMED: "has not confirmed",
    Stance.DOES_NOT_SAY: "does not say",
    Stance.ANNOUNCES_INVESTIGATION: "announces an investigation",
    Stance.WITHDRAWS: "withdraws",
}

QUOTATION_WORDS: Final = {
    Quotation.DIRECT: "quoted",
    Quotation.INDIRECT: "reported",
    Quotation.MIXED: "partly quoted",
}

ECHO_WORDS: Final = {
    EchoKind.COPY: "copies",
    EchoKind.CUT: "cuts",
    EchoKind.REWRITE: "rewrites",
    EchoKind.TRANSLATION: "translates",
    EchoKind.QUOTE: "quotes",
    EchoKind.CITES: "cites",
}

_ACT_WORDS: Final = {
    ActKind.INVESTIGATION_OPENED: "investigated",
    ActKind.INVESTIGATION_CLOSED: "investigation closed",
    ActKind.CHARGE: "charged",
    ActKind.CONVICTION: "convicted",
    ActKind.CLOSURE_ORDERED: "ordered closed",
    ActKind.SANCTION: "sanctioned",
    ActKind.COURT_FINDING: "court finding",
}


def finding_line(finding: Finding) -> str:
    """Say a finding's three lines as one line, safe for a terminal.

    A reading such as *corroborated by 2 origins (9 sources repeat them) · denied by the party
    accused · investigated since 2022-10-26*. A finding with no official act has no third part.
    """
    repeats = repeat_words(finding)
    support = f"{support_words(finding)} ({repeats})" if repeats else support_words(finding)
    parts = (support, dispute_words(finding), course_words(finding.course))
    return for_terminal(" · ".join(part for part in parts if part))


def support_words(finding: Finding) -> str:
    """Say who supports a finding, in the words of the support line."""
    origins = finding.origins_for
    match finding.support:
        case Support.CORROBORATED:
            return f"corroborated by {counted(_independent(finding), 'origin')}"
        case Support.SEVERAL_ORIGINS:
            return f"{counted(len(origins), 'origin')}, independence not shown"
        case Support.SINGLE_ORIGIN:
            return (
                f"single origin, {clip(origins[0].name, _NAME_LENGTH)}"
                if origins
                else "single origin"
            )
        case Support.WITHDRAWN:
            many = len(origins) > 1
            return f"withdrawn by all {len(origins)} origins" if many else "withdrawn by its origin"
        case Support.NONE:
            return "no origin for it"


def repeat_words(finding: Finding) -> str:
    """Say how many sources carry a finding; empty where none does."""
    if finding.repeated_by == 0:
        return ""
    if finding.repeated_by == 1 or not finding.origins_for:
        verb = "carries" if finding.repeated_by == 1 else "carry"
        return f"{counted(finding.repeated_by, 'source')} {verb} it"
    one = finding.support is Support.SINGLE_ORIGIN or len(finding.origins_for) == 1
    return f"{counted(finding.repeated_by, 'source')} repeat {'it' if one else 'them'}"


def dispute_words(finding: Finding) -> str:
    """Say who denies a finding, in the words of the dispute line."""
    match finding.dispute:
        case Dispute.CONTESTED:
            against = len(finding.origins_against)
            return f"contested by {counted(against, 'origin')}" if against else "contested"
        case Dispute.DENIED_BY_ACCUSED:
            return "denied by the party accused"
        case Dispute.UNDISPUTED:
            return "undisputed"


def course_words(course: Iterable[OfficialAct]) -> str:
    """Say the latest act of each authority, the latest last; empty where there is none."""
    latest: dict[str | None, OfficialAct] = {}
    for act in sorted(course, key=_by_day):
        latest[act.by] = act
    acts = sorted(latest.values(), key=_by_day)
    shown = acts[-_ACTS_SHOWN:]
    words = [act_words(act) + (_by(act) if len(acts) > 1 else "") for act in shown]
    if len(acts) > len(shown):
        words.append(f"and {counted(len(acts) - len(shown), 'earlier act')}")
    return ", ".join(words)


def latest_act_words(course: Iterable[OfficialAct]) -> str:
    """Say the latest act alone, with the number of the others."""
    acts = sorted(course, key=_by_day)
    if not acts:
        return "no official act"
    others = f", and {counted(len(acts) - 1, 'other act')}" if len(acts) > 1 else ""
    return f"{act_words(acts[-1])}{others}"


def act_words(act: OfficialAct) -> str:
    """Say one official act with its day."""
    words = _ACT_WORDS[act.kind]
    if act.on is None:
        return f"{words}, date not known"
    joined = " since " if act.kind is ActKind.INVESTIGATION_OPENED else " on "
    return f"{words}{joined}{act.on.isoformat()}"


def counts_line(trace: Trace) -> str:
    """Say what a trace holds: *18 sources, 9 findings, 5 origins; as of 2025-10-01*."""
    origins = {
        origin.name
        for finding in trace.findings
        for origin in (*finding.origins_for, *finding.origins_against)
        if origin.name != UNIDENTIFIED
    }
    line = ", ".join(
        (
            counted(len(trace.sources), "source"),
            counted(len(trace.findings), "finding"),
            counted(len(origins), "origin"),
        )
    )
    return f"{line}; as of {trace.as_of.isoformat()}" if trace.as_of else line


def counted(number: int, noun: str) -> str:
    """Say a number of things.

    >>> counted(1, "source"), counted(1200, "source")
    ('1 source', '1,200 sources')
    """
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def day_words(day: date | None) -> str:
    """Say a day, or that it is not known."""
    return day.isoformat() if day else "date not known"


def _by(act: OfficialAct) -> str:
    return f" ({clip(act.by, _NAME_LENGTH)})" if act.by else ""


def _by_day(act: OfficialAct) -> tuple[date, str, str]:
    return (act.on or date.min, act.kind.value, act.by or "")


def _independent(finding: Finding) -> int:
    # Only origins that state their own basis corroborate; the others carry the finding as well, and
    # counting them here would print a larger number than the rule found.
    parties = {
        origin.party
        for origin in finding.origins_for
        if origin.basis in OWN_BASES and origin.name != UNIDENTIFIED
    }
    return len(parties) if len(parties) > 1 else len(finding.origins_for)
