"""What holds for every finding and every change, whatever the story."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.origins.redrawing import redrawn
from firsthand.origins.regrouping import without
from firsthand.origins.tracing import Traced
from firsthand.values.act import ActKind, OfficialAct
from firsthand.values.brief import Brief
from firsthand.values.change import NOTHING, Change
from firsthand.values.claim import Basis, Stance
from firsthand.values.finding import Finding, Support
from firsthand.values.source import Handling, SourceKind
from tests.origins.briefing import brief_for, briefed, kept, lines_of
from tests.origins.stories import OSTRIA, STATIONS, Told, said
from tests.origins.test_input_order_changes_nothing import POOL, REPORT

TESTIMONY = said(
    "Reporter 7",
    basis=Basis.WITNESSED,
    kind=SourceKind.TESTIMONY,
    handling=Handling.CONFIDENTIAL,
)
MORE: list[Told] = [
    *POOL,
    TESTIMONY,
    said("Lake Institute", basis=Basis.OWN_DOCUMENT, frame="{words}, a leaked ledger shows."),
    said("Bay Post", basis=Basis.OWN_DOCUMENT, frame="{words}, says a ledger it holds."),
    said("Harbour Radio", basis=Basis.WITNESSED, on="2025-03-04"),
    said("Mara Lund", by="Bay Post", basis=Basis.WITNESSED),
    said("Mara Lund", "I never said that", stance=Stance.DENIES),
    said("Lake Institute", "There are no such stations", stance=Stance.DENIES),
    said("Harbour Radio", STATIONS, on="2025-06-02", stance=Stance.WITHDRAWS),
]
WITNESS = said("Tom Abel", by="Harbour Radio", basis=Basis.WITNESSED)
ONE_THING: list[Told] = [
    said("River Watch", basis=Basis.OWN_INQUIRY),
    said("River Watch", by="Daily", on="2025-03-05"),
    said("Daily", by="Courier", on="2025-03-06"),
    said("Courier", by="Daily", on="2025-03-07"),
    said("Courier", on="2025-03-09"),
    said("Harbour Radio", on="2025-03-04"),
    said("Tom Abel", by="Bay Post", through=("Harbour Radio",), on="2025-03-08"),
    said("unidentified", by="Evening"),
    said("Lake Institute", basis=Basis.OWN_DOCUMENT, frame="{words}, a leaked ledger shows."),
    said("Bay Post", basis=Basis.OWN_DOCUMENT, frame="{words}, says a ledger it holds."),
    said("Gull Forum", "Ostria has opened 54 service stations in 21 countries", on="2025-04-01"),
    said("Ostria", "Ostria has opened no service stations", stance=Stance.DENIES),
    said("Fell Group", "Ostria has opened no service stations", stance=Stance.DENIES),
    said("River Watch", STATIONS, on="2025-06-01", stance=Stance.WITHDRAWS),
    TESTIMONY,
]
ACT = OfficialAct(kind=ActKind.SANCTION, by="Norvia", on=date(2025, 5, 1), claims=())
stories = st.lists(st.sampled_from(MORE), unique_by=id, min_size=1)


def a_brief(data: st.DataObject, told: list[Told]) -> Brief:
    traced: Traced = briefed(REPORT, *(one for one in told if one != REPORT), bodies=(OSTRIA,))
    return kept(data.draw(st.sampled_from(sorted(traced.briefs, key=lambda b: -len(b.claims))[:3])))


def names_in(brief: Brief) -> st.SearchStrategy[frozenset[tuple[str, str]]]:
    names = st.sampled_from(sorted({speaker.name for speaker in brief.speakers} | {"Ostria"}))
    return st.frozensets(st.tuples(names, names).filter(lambda pair: pair[0] < pair[1]), max_size=4)


def claims_in(brief: Brief) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(sorted({claim.id for claim in brief.claims})))


def changes(brief: Brief) -> st.SearchStrategy[Change]:
    return st.builds(
        Change,
        left_out=claims_in(brief),
        acts=st.sampled_from([frozenset(), frozenset({ACT})]),
        acts_without=claims_in(brief),
        withdrawn=st.frozensets(st.sampled_from([speaker.name for speaker in brief.speakers])),
        joined=names_in(brief),
        parted=names_in(brief),
        accepted=claims_in(brief),
    )


def two_lines(finding: Finding) -> tuple[object, ...]:
    return (
        finding.support_reason,
        finding.dispute_reason,
        finding.origins_for,
        finding.origins_against,
    )


@settings(deadline=None, max_examples=60)
@given(told=stories, data=st.data())
def test_what_is_left_out_might_as_well_never_have_been_in_the_finding(
    told: list[Told], data: st.DataObject
) -> None:
    brief = a_brief(data, told)
    out = data.draw(claims_in(brief))
    left = {claim.id for claim in brief.claims} - out

    drawn = redrawn(brief, Change(left_out=out))

    assert not left or lines_of(drawn) == lines_of(redrawn(kept(without(brief, out))))
    assert left >= {*drawn.supports, *drawn.denies, *drawn.beside}


@settings(deadline=None, max_examples=60)
@given(told=st.lists(st.sampled_from(ONE_THING), unique_by=id, min_size=2), data=st.data())
def test_what_is_left_out_leaves_the_lines_that_a_trace_of_the_rest_would_draw(
    told: list[Told], data: st.DataObject
) -> None:
    traced = briefed(WITNESS, *told, bodies=(OSTRIA,))
    brief = brief_for(traced, WITNESS)
    out = data.draw(st.sets(st.sampled_from(range(len(told))), min_size=1))
    rest = [one for place, one in enumerate(told) if place not in out]
    left_out = frozenset(c.id for place in out for c in told[place].claims)

    drawn = redrawn(brief, Change(left_out=left_out))

    of_the_rest = redrawn(brief_for(briefed(WITNESS, *rest, bodies=(OSTRIA,)), WITNESS))
    assert two_lines(drawn) == two_lines(of_the_rest)
    assert drawn.proposition == of_the_rest.proposition
    assert drawn.changed_figures == of_the_rest.changed_figures


@settings(deadline=None, max_examples=60)
@given(told=stories, data=st.data())
def test_leaving_out_what_supports_never_makes_one_origin_two_that_corroborate(
    told: list[Told], data: st.DataObject
) -> None:
    brief = a_brief(data, told)
    out = data.draw(claims_in(brief)) & {claim.id for claim in brief.supports}

    drawn = redrawn(brief, Change(left_out=out))

    if redrawn(brief).support is Support.SINGLE_ORIGIN:
        assert drawn.support is not Support.CORROBORATED


@settings(deadline=None, max_examples=60)
@given(told=stories, data=st.data())
def test_joining_never_adds_an_origin_and_never_corroborates(
    told: list[Told], data: st.DataObject
) -> None:
    brief = a_brief(data, told)
    change = data.draw(st.builds(Change, left_out=claims_in(brief), accepted=claims_in(brief)))
    joined = Change(joined=data.draw(names_in(brief)))

    before, after = redrawn(brief, change), redrawn(brief, change | joined)

    if after.support is not Support.WITHDRAWN:
        assert len(after.origins_for) <= len(before.origins_for)
    assert len(after.origins_against) <= len(before.origins_against)
    assert after.support is not Support.CORROBORATED or before.support is Support.CORROBORATED


@settings(deadline=None, max_examples=60)
@given(told=stories, data=st.data())
def test_acts_change_the_course_and_nothing_else(told: list[Told], data: st.DataObject) -> None:
    brief = a_brief(data, told)
    change = data.draw(changes(brief))
    acts = data.draw(
        st.builds(Change, acts=st.just(frozenset({ACT})), acts_without=claims_in(brief))
    )

    before, after = redrawn(brief, change), redrawn(brief, change | acts)

    assert two_lines(before) == two_lines(after)
    assert ACT in after.course


@settings(deadline=None, max_examples=60)
@given(told=stories, data=st.data())
def test_the_order_of_changes_is_of_no_matter(told: list[Told], data: st.DataObject) -> None:
    brief = a_brief(data, told)
    first, second = data.draw(changes(brief)), data.draw(changes(brief))

    there, back = redrawn(brief, first | second), redrawn(brief, second | first)

    assert there == back
    assert redrawn(brief, first | NOTHING) == redrawn(brief, first)


@settings(deadline=None, max_examples=60)
@given(told=stories, data=st.data())
def test_every_line_has_its_reason_after_every_change(
    told: list[Told], data: st.DataObject
) -> None:
    brief = a_brief(data, told)

    drawn = redrawn(brief, data.draw(changes(brief)))

    assert drawn.id == brief.id
    assert drawn.proposition
    assert drawn.support_reason
    assert drawn.dispute_reason
    assert bool(drawn.course) == bool(drawn.course_reason)
