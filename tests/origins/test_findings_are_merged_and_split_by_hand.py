import msgspec

from firsthand.origins.derivations import steps_of
from firsthand.origins.redrawing import redrawn
from firsthand.origins.regrouping import merged, split, without
from firsthand.values.claim import Basis, Stance
from firsthand.values.finding import Dispute, Support
from tests.origins.briefing import brief_against, brief_for, briefed, leaving_out, lines_of
from tests.origins.stories import OSTRIA, names_against, names_for, said

STORY = (
    "The maps were shown in the old customs hall while the rain came down on the quay, and the "
    "chairs ran out before the first slide was on the wall behind the speakers. {words}."
)
GROUP = said("River Watch", "Ostria has opened 54 stations in 30 countries", basis=Basis.WITNESSED)
RADIO = said("Harbour Radio", "men from abroad run offices behind shops", basis=Basis.WITNESSED)
SILENT = said("Gazette", "the cellar held rows of desks and telephones")
DENIAL = said("Ostria", "The whole matter of desks is untrue", stance=Stance.DENIES)


def test_findings_put_together_agree_by_that_decision() -> None:
    story = briefed(GROUP, RADIO)
    one, two = brief_for(story, GROUP), brief_for(story, RADIO)

    after = redrawn(merged([one, two], []))

    assert one.id != two.id
    assert after.id == one.id
    assert set(after.supports) == {GROUP.claim.id, RADIO.claim.id}
    assert after.support is Support.CORROBORATED


def test_putting_together_gives_nobody_a_basis() -> None:
    story = briefed(GROUP, SILENT)

    after = redrawn(merged([brief_for(story, GROUP), brief_for(story, SILENT)], []))

    assert after.support is Support.SEVERAL_ORIGINS
    assert "Gazette states no basis of its own" in after.support_reason


def test_a_denial_put_to_the_charge_is_the_accuseds_where_it_is_charged() -> None:
    story = briefed(GROUP, DENIAL, bodies=(OSTRIA,))
    charge, alone = brief_for(story, GROUP), brief_against(story, DENIAL)

    after = redrawn(merged([charge, alone], []))

    assert redrawn(charge).dispute is Dispute.UNDISPUTED
    assert names_against(after) == ["Ostria"]
    assert after.dispute is Dispute.DENIED_BY_ACCUSED


def test_a_page_put_together_with_the_page_it_copies_is_no_second_origin() -> None:
    page = said("River Watch", "Ostria has opened 54 stations in 30 countries", frame=STORY)
    copy = said("Portal", "men from abroad run offices behind shops", on="2025-03-02", frame=STORY)
    story = briefed(page, copy)
    briefs = [brief_for(story, page), brief_for(story, copy)]

    after = redrawn(merged(briefs, steps_of(story.trace.echoes)))

    assert len(story.trace.echoes) == 1
    assert names_for(after) == ["River Watch"]


def test_a_claim_counts_once_in_what_is_put_together() -> None:
    brief = brief_for(briefed(GROUP, RADIO), GROUP)

    assert redrawn(merged([brief, brief], [])) == redrawn(brief)


def test_claims_that_leave_make_a_finding_of_their_own() -> None:
    other = said("Lake Institute", "Ostria has opened 54 stations in 30 countries")
    brief = brief_for(briefed(GROUP, other), GROUP)

    stays, leaves = map(redrawn, split(brief, {other.claim.id}, "f-new"))

    assert stays.id == brief.id
    assert lines_of(stays) == lines_of(redrawn(brief, leaving_out(other)))
    assert leaves.id == "f-new"
    assert names_for(leaves) == ["Lake Institute"]
    assert leaves.proposition == other.claim.text


def test_what_was_put_together_and_taken_apart_stands_as_before() -> None:
    story = briefed(GROUP, RADIO)
    one, two = brief_for(story, GROUP), brief_for(story, RADIO)

    stays, leaves = split(merged([one, two], []), {RADIO.claim.id}, two.id)

    assert redrawn(stays) == redrawn(one)
    assert redrawn(leaves) == redrawn(two)


def test_nothing_of_an_erased_claim_is_left_in_a_brief() -> None:
    told = said("Mara Lund", "Ostria has opened 54 stations in 30 countries, some in cellars")
    brief = brief_for(briefed(GROUP, told), GROUP)

    after = without(brief, {told.claim.id})

    written = msgspec.json.encode(after).decode()
    assert "Lund" not in written
    assert "cellar" not in written
    assert redrawn(after) == redrawn(brief, leaving_out(told))
