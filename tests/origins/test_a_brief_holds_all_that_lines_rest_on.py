from functools import cache
from pathlib import Path

import msgspec
import pytest

from bench.findings.gold import gold_of
from firsthand.origins.redrawing import redrawn
from firsthand.origins.tracing import Traced, trace, trace_with_briefs
from firsthand.sources.demo import demo_case
from firsthand.sources.reading import read_sources
from firsthand.values.act import ActKind, OfficialAct
from firsthand.values.change import Change
from tests.origins.briefing import briefed, kept
from tests.origins.stories import quoting, said

CASES = Path(__file__).parents[2] / "bench" / "findings"


@cache
def bundled() -> Traced:
    with demo_case() as folder:
        reading = read_sources([folder])
    return trace_with_briefs(reading.sources, bodies=reading.bodies)


@cache
def traced_case(name: str) -> tuple[Traced, ...]:
    if name == "bundled":
        return (bundled(),)
    gold = gold_of(CASES / name)
    sources, bodies = gold.reading.sources, gold.reading.bodies
    return (
        trace_with_briefs(sources, bodies=bodies),
        trace_with_briefs(sources, bodies=bodies, claims=gold.claims),
    )


@pytest.mark.parametrize("case", ["bundled", "practice_case", "second_case"])
def test_every_finding_of_a_case_is_redrawn_as_it_was_traced(case: str) -> None:
    for traced in traced_case(case):
        findings = tuple(redrawn(brief) for brief in traced.briefs)

        assert findings == traced.trace.findings


@pytest.mark.parametrize("case", ["bundled", "practice_case", "second_case"])
def test_a_brief_kept_as_json_comes_back_equal_and_draws_the_same_lines(case: str) -> None:
    for traced in traced_case(case):
        again = tuple(kept(brief) for brief in traced.briefs)

        assert again == traced.briefs
        assert tuple(redrawn(brief) for brief in again) == traced.trace.findings


def test_a_trace_is_the_same_with_and_without_its_briefs() -> None:
    report = said("River Watch")
    told = [report, quoting(report, by="Daily")]
    claims = [claim for one in told for claim in one.claims]

    plain = trace([one.source for one in told], claims=claims)

    assert plain == briefed(*told).trace


def test_a_change_comes_back_from_json() -> None:
    closed = OfficialAct(kind=ActKind.CHARGE, by="Norvia", on=None, claims=())
    change = Change(
        left_out=frozenset({"c1"}),
        acts=frozenset({closed}),
        joined=frozenset({("River Watch", "Daily")}),
    )

    again = msgspec.json.decode(msgspec.json.encode(change), type=Change)

    assert again == change
