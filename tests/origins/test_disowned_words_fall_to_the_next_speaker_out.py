from firsthand.values.claim import Stance
from firsthand.values.finding import Dispute, Support
from tests.origins.stories import finding_for, names_against, names_for, said, traced

FOLLOWED_BY = "Petra Hale"
FOLLOWED = "families were followed home from the counter"


def test_who_disowns_the_words_counts_against_and_the_paper_answers_for_them() -> None:
    put_in_mouth = said("Petra Hale", FOLLOWED, by="Evening")
    disowned = said(
        "Petra Hale",
        "I never said that",
        by="Harbour Radio",
        on="2025-03-05",
        stance=Stance.DENIES,
        about=(put_in_mouth,),
    )

    finding = finding_for(traced(put_in_mouth, disowned), put_in_mouth)

    assert names_for(finding) == ["Evening"]
    assert names_against(finding) == ["Petra Hale"]
    assert finding.support is Support.SINGLE_ORIGIN
    assert finding.dispute is Dispute.CONTESTED


def test_disowning_in_full_words_is_found_without_being_pointed_out() -> None:
    put_in_mouth = said(
        "River Watch", "61,000 people were brought back through the stations", by="Evening"
    )
    disowned = said(
        "River Watch",
        "it had never claimed that 61,000 people were brought back through the stations",
        by="Daily",
        on="2025-03-05",
        stance=Stance.DENIES,
    )

    finding = finding_for(traced(put_in_mouth, disowned), put_in_mouth)

    assert disowned.claim.id in finding.denies
    assert names_for(finding) == ["Evening"]


def test_who_denies_having_said_one_thing_disowns_nothing_else() -> None:
    other = said("River Watch", "54 stations are open in 30 countries", by="Evening")
    put_in_mouth = said("River Watch", FOLLOWED, by="Evening")
    disowned = said(
        "River Watch", "it never said that families were followed home", stance=Stance.DENIES
    )

    finding = finding_for(traced(other, put_in_mouth, disowned), other)

    assert names_for(finding) == ["River Watch"]
    assert finding.denies == ()


def test_never_having_said_that_answers_the_words_before_it() -> None:
    asked = said(FOLLOWED_BY, FOLLOWED, by="Harbour Radio", through=("Evening",))
    answered = said(
        FOLLOWED_BY,
        "I never said that, and I never spoke to the paper",
        by="Harbour Radio",
        stance=Stance.DENIES,
    )
    interview = asked + answered

    finding = finding_for(traced(interview), interview)

    assert interview.claims[1].id in finding.denies
    assert names_for(finding) == ["Evening"]
