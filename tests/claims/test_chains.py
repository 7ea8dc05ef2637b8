from firsthand.values.claim import UNIDENTIFIED, Stance
from firsthand.values.source import SourceKind
from tests.claims.telling import chains, the_claim, told


def test_a_claim_inside_a_report_has_the_report_s_body_and_then_its_own_speaker() -> None:
    page = "A report by Tide Watch noted that Oland has claimed that 400 wells were closed."

    claims = told(page)

    assert chains(claims) == [("Tide Watch",), ("Tide Watch", "Oland")]
    assert claims[1].text == "that 400 wells were closed"


def test_three_deep() -> None:
    page = "Tide Watch says the water ministry told the paper that the mill had asked for silence."

    claim = the_claim(told(page), "asked for silence")

    assert claim.chain == ("Port Vale Courier", "Tide Watch", "water ministry")


def test_reports_of_something_are_nobody_s_assertion() -> None:
    page = "The Harbour Police says it is investigating reports of theft at the old yard."

    outer, inner = told(page)

    assert outer.stance is Stance.ANNOUNCES_INVESTIGATION
    assert inner.chain == ("Port Vale Courier", "Harbour Police", UNIDENTIFIED)
    assert inner.stance is Stance.ALLEGES


def test_a_speaker_behind_the_words_stands_outside_a_speaker_within_them() -> None:
    page = "The mill announced 40 new jobs in May, the study says, according to Tide Watch."

    claim = the_claim(told(page), "40 new jobs")

    assert "Tide Watch" in claim.chain


def test_what_is_said_to_be_so_is_alleged_by_nobody_known() -> None:
    page = "The yard is said to hold 30 boats."

    claims = told(page)

    assert chains(claims) == [(UNIDENTIFIED,)]
    assert claims[0].stance is Stance.ALLEGES


def test_reportedly_never_becomes_the_publisher_s_own_word() -> None:
    page = "Two guards reportedly slept in the tower."

    claims = told(page)

    assert not [claim for claim in claims if claim.is_own_voice]


def test_hundred_words_within_words_do_not_break_the_stack() -> None:
    page = "Ada said " + "that Bo said " * 300 + "that it rained."

    claims = told(page)

    assert max((len(claim.chain) for claim in claims), default=0) < 20


def test_whom_a_paper_cites_stands_inside_the_paper() -> None:
    page = "The Vale Post reported that two men were held, citing Harbour Police."

    claim = the_claim(told(page), "two men were held")

    assert claim.chain == ("Port Vale Courier", "Vale Post", "Harbour Police")


def test_who_is_quoted_by_a_body_speaks_through_it_for_the_rest_of_the_paragraph() -> None:
    page = "Tide Watch also quotes a welder whom it calls Otto. Otto said the pump had gone."

    claim = the_claim(told(page), "pump had gone")

    assert claim.chain == ("Port Vale Courier", "Tide Watch", "Otto")


def test_what_the_teller_only_hears_is_nobody_s_known_word() -> None:
    page = "The pumps at the old mill were sold to a dealer as well, I hear."

    claim = the_claim(told(page, kind=SourceKind.POST), "pumps at the old mill")

    assert claim.speaker == UNIDENTIFIED


def test_a_law_lays_down_in_its_own_voice_what_others_say_in_it() -> None:
    page = "Where the Ministry finds that a permit has lapsed, the mill shall close."

    claims = told(page, kind=SourceKind.LAW)

    assert {claim.chain for claim in claims} == {("Port Vale Courier",)}
