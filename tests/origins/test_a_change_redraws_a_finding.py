from datetime import date

from firsthand.origins.redrawing import redrawn
from firsthand.values.act import ActKind, OfficialAct
from firsthand.values.body import Body, BodyKind
from firsthand.values.change import Change
from firsthand.values.claim import Basis, Stance
from firsthand.values.finding import Dispute, Support
from firsthand.values.source import Handling, SourceKind
from tests.origins.briefing import (
    brief_against,
    brief_for,
    briefed,
    leaving_out,
    lines_of,
    redrawn_without,
)
from tests.origins.stories import (
    OSTRIA,
    STATIONS,
    finding_for,
    names_against,
    names_for,
    quoting,
    said,
    traced,
)

STORY = (
    "The maps were shown in the old customs hall while the rain came down on the quay, and the "
    "chairs ran out before the first slide was on the wall behind the speakers. "
)
GROUP = said("River Watch", basis=Basis.OWN_INQUIRY)
RADIO = said("Harbour Radio", basis=Basis.WITNESSED)
PAPER = quoting(GROUP, by="Daily")
DENIAL = said("Ostria", "Ostria has opened no service stations", stance=Stance.DENIES)
STRANGER = said("Lake Institute", "There are no such stations", stance=Stance.DENIES)


def test_a_withdrawn_source_leaves_the_finding_to_the_others() -> None:
    story = briefed(GROUP, RADIO, PAPER)

    before = redrawn(brief_for(story, GROUP))
    after = redrawn_without(story, PAPER, RADIO)

    assert before.support is Support.CORROBORATED
    assert after.support is Support.SINGLE_ORIGIN
    assert lines_of(after) == lines_of(finding_for(traced(GROUP, PAPER), GROUP))


def test_a_rejected_denial_ends_the_dispute() -> None:
    story = briefed(GROUP, DENIAL, STRANGER, bodies=(OSTRIA,))

    before = redrawn(brief_for(story, GROUP))
    after = redrawn_without(story, GROUP, STRANGER)
    undisputed = redrawn_without(story, GROUP, STRANGER, DENIAL)

    assert before.dispute is Dispute.CONTESTED
    assert after.dispute is Dispute.DENIED_BY_ACCUSED
    assert names_against(after) == ["Ostria"]
    assert undisputed.dispute is Dispute.UNDISPUTED


def test_a_finding_all_of_whose_claims_are_left_out_says_so() -> None:
    story = briefed(GROUP, PAPER, DENIAL, bodies=(OSTRIA,))

    after = redrawn_without(story, GROUP, GROUP, PAPER, DENIAL)

    assert after.support is Support.NONE
    assert after.dispute is Dispute.UNDISPUTED
    assert after.origins_for == after.origins_against == ()
    assert "every claim that did is left out" in after.support_reason
    assert after.id == redrawn(brief_for(story, GROUP)).id


def test_without_the_report_its_copies_do_not_corroborate_one_another() -> None:
    report = said("River Watch", basis=Basis.WITNESSED, frame=STORY + "{words}.")
    copies = [
        said(name, STATIONS, on=on, basis=Basis.WITNESSED, frame=STORY + "{words}.")
        for name, on in (("Portal", "2025-03-02"), ("Gazette", "2025-03-03"))
    ]
    story = briefed(report, *copies)

    after = redrawn_without(story, report, report)

    assert redrawn(brief_for(story, report)).support is Support.SINGLE_ORIGIN
    assert after.support is not Support.CORROBORATED


def test_words_shown_are_those_of_a_claim_that_is_left() -> None:
    other = said("Harbour Radio", "54 service stations were opened by Ostria in 30 countries")
    story = briefed(GROUP, other)

    after = redrawn_without(story, GROUP, GROUP)

    assert after.proposition == other.claim.text


def test_a_probe_closed_by_hand_changes_the_course_only() -> None:
    brief = brief_for(briefed(GROUP, DENIAL, bodies=(OSTRIA,)), GROUP)
    closed = OfficialAct(
        kind=ActKind.INVESTIGATION_CLOSED, by="Norvian Police", on=date(2025, 11, 3), claims=()
    )

    before = redrawn(brief)
    after = redrawn(brief, Change(acts=frozenset({closed})))

    assert after.course == (closed,)
    assert "investigation closed 2025-11-03 by Norvian Police" in after.course_reason
    assert (after.support_reason, after.dispute_reason) == (
        before.support_reason,
        before.dispute_reason,
    )


def test_an_act_that_nobody_tells_of_any_more_leaves_the_course() -> None:
    station = said("River Watch", "Ostria runs a station in Port Elm")
    order = said(
        "Norvia",
        "Norvia ordered Ostria to close its station in Port Elm",
        act=(ActKind.CLOSURE_ORDERED, "Norvia", "2025-04-17"),
    )
    brief = brief_for(briefed(station, order), station)

    assert [act.kind for act in redrawn(brief).course] == [ActKind.CLOSURE_ORDERED]
    assert redrawn(brief, Change(acts_without=frozenset({order.claim.id}))).course == ()
    assert redrawn(brief, leaving_out(order)).course == ()


def test_who_takes_his_words_back_by_hand_stands_for_nothing() -> None:
    brief = brief_for(briefed(GROUP, PAPER), GROUP)

    after = redrawn(brief, Change(withdrawn=frozenset({"River Watch"})))

    assert after.support is Support.WITHDRAWN
    assert "River Watch said so and took it back" in after.support_reason


def test_two_origins_joined_by_a_person_are_one() -> None:
    brief = brief_for(briefed(GROUP, RADIO), GROUP)

    after = redrawn(brief, Change(joined=frozenset({("River Watch", "Harbour Radio")})))

    assert len(after.origins_for) == 1
    assert after.support is Support.SINGLE_ORIGIN


def test_a_denier_joined_with_the_accused_answers_for_it() -> None:
    brief = brief_for(briefed(GROUP, STRANGER, bodies=(OSTRIA,)), GROUP)

    after = redrawn(brief, Change(joined=frozenset({("Lake Institute", "Ostria")})))

    assert redrawn(brief).dispute is Dispute.CONTESTED
    assert after.dispute is Dispute.DENIED_BY_ACCUSED


def test_parted_organs_are_two_origins_and_gain_no_basis() -> None:
    embassy = Body(name="Ostrian embassy", kind=BodyKind.CONSULATE, state="Ostria")
    ministry = Body(name="Ostrian ministry", kind=BodyKind.MINISTRY, state="Ostria")
    words = "the licence office in Port Elm was closed in March"
    one = said("Ostrian embassy", words)
    two = said("Ostrian ministry", words)
    brief = brief_for(briefed(one, two, bodies=(OSTRIA, embassy, ministry)), one)

    after = redrawn(brief, Change(parted=frozenset({("Ostrian embassy", "Ostrian ministry")})))

    assert len(redrawn(brief).origins_for) == 1
    assert len(after.origins_for) == 2
    assert after.support is Support.SEVERAL_ORIGINS


def test_outlets_of_one_owner_parted_by_a_person_may_corroborate() -> None:
    owned = tuple(Body(name=name, owner="Shore Media") for name in ("Harbour Radio", "Bay Post"))
    post = said("Bay Post", basis=Basis.WITNESSED)
    brief = brief_for(briefed(RADIO, post, bodies=owned), post)

    after = redrawn(brief, Change(parted=frozenset({("Bay Post", "Harbour Radio")})))

    assert redrawn(brief).support is Support.SEVERAL_ORIGINS
    assert after.support is Support.CORROBORATED


def test_accepted_testimony_counts() -> None:
    told = said(
        "Reporter 7",
        basis=Basis.WITNESSED,
        kind=SourceKind.TESTIMONY,
        handling=Handling.CONFIDENTIAL,
    )
    brief = brief_for(briefed(GROUP, told), GROUP)

    before = redrawn(brief)
    after = redrawn(brief, Change(accepted=frozenset({told.claim.id})))

    assert before.support is Support.SINGLE_ORIGIN
    assert "testimony that no one has judged yet" in before.support_reason
    assert after.support is Support.CORROBORATED
    assert set(names_for(after)) == {"Reporter 7", "River Watch"}
    assert "judged" not in after.support_reason


def test_a_disowned_quotation_is_the_speakers_again_when_his_denial_is_rejected() -> None:
    quoted = said("Mara Lund", STATIONS, by="Daily")
    denial = said("Mara Lund", "I never said that", stance=Stance.DENIES, about=(quoted,))
    brief = brief_against(briefed(quoted, denial), denial)

    before = redrawn(brief)
    after = redrawn(brief, leaving_out(denial))

    assert "words that Mara Lund disowns" in before.support_reason
    assert names_for(after) == ["Mara Lund"]
    assert lines_of(after) == lines_of(finding_for(traced(quoted), quoted))
