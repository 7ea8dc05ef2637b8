"""The three lines of a finding, each by rule and with its reason in plain words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from firsthand.origins.independence import independent_among, lacking
from firsthand.origins.membership import Membership
from firsthand.values.act import ActKind, OfficialAct
from firsthand.values.finding import Dispute, Origin, Support

_DONE: Final = {
    ActKind.INVESTIGATION_OPENED: "investigated since",
    ActKind.INVESTIGATION_CLOSED: "investigation closed",
    ActKind.CHARGE: "charged",
    ActKind.CONVICTION: "convicted",
    ActKind.CLOSURE_ORDERED: "ordered closed",
    ActKind.SANCTION: "sanctioned",
    ActKind.COURT_FINDING: "court finding",
}


_UNDATED: Final = {ActKind.INVESTIGATION_OPENED: "investigation opened"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportLine:
    """The support of a finding and why."""

    support: Support
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeLine:
    """The dispute of a finding and why."""

    dispute: Dispute
    reason: str


def support_line(
    origins: Sequence[Origin],
    withdrawn: frozenset[str],
    held: Membership,
    uncounted: Sequence[str],
) -> SupportLine:
    """Draw the support line.

    ``withdrawn`` names the origins that took their words back; ``uncounted`` says, in plain words,
    what stands for the finding and may not count.
    """
    standing = [origin for origin in origins if origin.name not in withdrawn]
    left_out = "".join(f" Not counted: {reason}." for reason in uncounted)
    if origins and not standing:
        return SupportLine(
            support=Support.WITHDRAWN,
            reason=f"{named(o.name for o in origins)} said so and took it back.{left_out}",
        )
    if not standing and not uncounted:
        return SupportLine(
            support=Support.NONE,
            reason="No claim says so: what is here denies it, or stands beside it.",
        )
    if not standing:
        return SupportLine(
            support=Support.NONE, reason=f"Nobody who is identified says so.{left_out}"
        )
    taken_back = [origin.name for origin in origins if origin.name in withdrawn]
    after = f" {named(taken_back)} took it back." if taken_back else ""
    if len(standing) == 1:
        return SupportLine(
            support=Support.SINGLE_ORIGIN,
            reason=f"All of it goes back to {standing[0].name}"
            f" ({repeats(_sources_of(standing))}).{after}{left_out}",
        )
    shown = independent_among(standing, held)
    if len(shown) > 1:
        grounds = "; ".join(f"{origin.name}: {origin.basis.value}" for origin in shown)
        return SupportLine(
            support=Support.CORROBORATED,
            reason=f"Corroborated by {len(shown)} origins ({repeats(_sources_of(standing))}): "
            f"each is identified and states its own basis ({grounds}), "
            f"and neither derives from the other.{after}{left_out}",
        )
    why = lacking(standing[0], standing[1], held)
    return SupportLine(
        support=Support.SEVERAL_ORIGINS,
        reason=f"{len(standing)} origins ({named(o.name for o in standing)}; "
        f"{repeats(_sources_of(standing))}), but their independence is not shown: "
        f"{why}.{after}{left_out}",
    )


def nothing_left() -> SupportLine:
    """Draw the support line of a finding all of whose claims are left out."""
    return SupportLine(
        support=Support.NONE, reason="Nothing says so now: every claim that did is left out."
    )


def dispute_line(against: Sequence[Origin], accused: frozenset[str]) -> DisputeLine:
    """Draw the dispute line; ``accused`` names those against who are charged themselves."""
    if not against:
        return DisputeLine(
            dispute=Dispute.UNDISPUTED, reason="Nobody denies this proposition itself."
        )
    others = [origin.name for origin in against if origin.name not in accused]
    if others:
        return DisputeLine(
            dispute=Dispute.CONTESTED,
            reason=f"Contested by {named(others)}, who is not the party accused."
            if len(others) == 1
            else f"Contested by {named(others)}, who are not the party accused.",
        )
    return DisputeLine(
        dispute=Dispute.DENIED_BY_ACCUSED,
        reason=f"Denied only by the party accused ({named(o.name for o in against)}).",
    )


def course_reason(acts: Sequence[OfficialAct]) -> str:
    """Tell the course in one line: what authorities did, when; acts support and deny nothing."""
    told = []
    for act in acts:
        by = f" by {act.by}" if act.by else ""
        if act.on:
            told.append(f"{_DONE[act.kind]} {act.on.isoformat()}{by}")
        else:
            told.append(f"{_UNDATED.get(act.kind, _DONE[act.kind])}{by}, on a day not told")
    return f"Course: {', '.join(told)}." if told else ""


def repeats(sources: int) -> str:
    """Count the sources in words."""
    return "1 source says it" if sources == 1 else f"{sources} sources repeat it"


def named(names: Iterable[str]) -> str:
    """Join names as a sentence would.

    >>> named(["A", "B", "C"])
    'A, B and C'
    """
    listed = list(dict.fromkeys(names))
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"


def _sources_of(origins: Iterable[Origin]) -> int:
    return len({source for origin in origins for source in origin.sources})
