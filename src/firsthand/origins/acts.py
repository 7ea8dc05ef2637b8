"""The official acts of a finding, from those who tell of them and from what a person recorded."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from firsthand.values.act import OfficialAct
from firsthand.values.brief import Telling, ToldAct
from firsthand.values.change import Change

_LAST: Final = date.max


def acts_after(told: Iterable[ToldAct], change: Change) -> tuple[OfficialAct, ...]:
    """List the acts that are still told of and those recorded by hand, the earliest first."""
    silent = change.left_out | change.acts_without
    acts = []
    for act in told:
        tellings = [telling for telling in act.tellings if telling.claim not in silent]
        if tellings:
            acts.append(_act(act, tellings))
    known = {(act.kind, act.by, act.on) for act in acts}
    acts += sorted(
        (act for act in change.acts if (act.kind, act.by, act.on) not in known),
        key=lambda act: (act.by or "", act.claims),
    )
    return tuple(sorted(acts, key=lambda act: (act.on or _LAST, act.kind)))


def _act(act: ToldAct, tellings: list[Telling]) -> OfficialAct:
    sure = [telling.on for telling in tellings if telling.on and telling.is_sure]
    told = [telling.on for telling in tellings if telling.on]
    return OfficialAct(
        kind=act.kind,
        by=min((telling.by for telling in tellings if telling.by), default=None),
        on=min(sure or told, default=None) or tellings[0].said_on,
        claims=tuple(telling.claim for telling in tellings),
    )
