"""What stands for a finding: its brief as traced, and all that people recorded since.

The lines are always drawn by ``origins.redrawing``; here is only told what changes for it, and from
which day on. A judgement overwrites nothing: a claim that a person rejected is left out of the
lines as they hold, and stays in what the trace found, and both are shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from firsthand.record.contents.of_findings import OfficialActRecorded
from firsthand.values.act import OfficialAct
from firsthand.values.brief import Brief
from firsthand.values.change import Change, Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A source that somebody took back: its id, and who."""

    source: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAct:
    """An official act that a person recorded: the entry's number, and what it says.

    ``findings`` are the ones it is about as they are called now.
    """

    number: int
    told: OfficialActRecorded
    findings: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What people recorded that may bear on some findings' lines.

    ``left_out`` are claims that do not count: rejected by a person, or not yet recorded by the day
    asked for.
    """

    left_out: frozenset[str] = frozenset()
    withdrawals: tuple[Withdrawal, ...] = ()
    acts: tuple[RecordedAct, ...] = ()
    joined: frozenset[Pair] = frozenset()
    parted: frozenset[Pair] = frozenset()


def change_for(brief: Brief, decided: Decided, said_by: date | None = None) -> Change:
    """Tell what changes for one finding, and leave out what was said after a day.

    Who took a source back has withdrawn his own words; of the words of others in it only this
    source's telling falls away.
    """
    left_out = {claim.id for claim in brief.claims if claim.id in decided.left_out}
    withdrawn = set()
    for claim in brief.claims:
        if said_by is not None and claim.published_on is not None and claim.published_on > said_by:
            left_out.add(claim.id)
        for withdrawal in decided.withdrawals:
            if withdrawal.source == claim.source:
                if claim.speaker == withdrawal.by:
                    withdrawn.add(withdrawal.by)
                else:
                    left_out.add(claim.id)
    return Change(
        left_out=frozenset(left_out),
        withdrawn=frozenset(withdrawn),
        acts=frozenset(_acts_of(brief, decided.acts, said_by)),
        acts_without=frozenset(_untold(brief, decided, said_by)),
        joined=decided.joined,
        parted=decided.parted,
    )


def acts_about(brief: Brief, acts: Iterable[RecordedAct]) -> list[RecordedAct]:
    """List the recorded acts about a finding: those that name it, and those that follow such a one.

    An act that follows another (the probe that is now closed) reaches every finding whose course
    holds that other.
    """
    told_by = {telling.claim for act in brief.acts for telling in act.tellings}
    about: dict[int, RecordedAct] = {}
    waiting = sorted(acts, key=lambda act: act.number)
    for act in waiting:
        follows = act.told.follows
        is_ours = brief.id in act.findings
        if follows is not None and not is_ours:
            is_ours = int(follows) in about if follows.isdecimal() else follows in told_by
        if is_ours:
            about[act.number] = act
    return list(about.values())


def _acts_of(
    brief: Brief, acts: Iterable[RecordedAct], said_by: date | None
) -> Iterable[OfficialAct]:
    for act in acts_about(brief, acts):
        on = date.fromisoformat(act.told.on) if act.told.on else None
        if said_by is None or on is None or on <= said_by:
            yield OfficialAct(
                kind=act.told.act, by=act.told.by, on=on, claims=tuple(act.told.claims)
            )


def _untold(brief: Brief, decided: Decided, said_by: date | None) -> Iterable[str]:
    """Find the claims that tell of an act and do not count, or told of it only later."""
    for act in brief.acts:
        for telling in act.tellings:
            is_later = said_by is not None and telling.on is not None and telling.on > said_by
            if is_later or telling.claim in decided.left_out:
                yield telling.claim
