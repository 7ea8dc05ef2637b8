from firsthand.values.claim import Quotation
from tests.claims.telling import the_claim, told


def test_a_quotation_of_several_sentences_belongs_to_the_speaker_named_at_its_end() -> None:
    page = (
        "“The pier is safe. It was tested in May. No boat was turned away,” the harbour board said."
    )

    claims = told(page)

    assert {claim.speaker for claim in claims} == {"harbour board"}
    assert next(claim.text for claim in claims) == "The pier is safe."


def test_a_quotation_goes_on_in_the_next_paragraph_without_a_cue() -> None:
    first = "“We counted nine boats,” said Ada Brink, a warden at the port."
    second = "“Nobody asked us to count them.”"

    claims = told(first, second)

    assert the_claim(claims, "Nobody asked").speaker == "Ada Brink"


def test_words_on_both_sides_of_the_cue_make_one_claim() -> None:
    page = "The boats, the Pier Union said, were sold in one night."

    claim = the_claim(told(page), "were sold")

    assert claim.speaker == "Pier Union"
    assert len(claim.content) == 2


def test_single_marks_quote_and_apostrophes_do_not() -> None:
    page = "‘The union’s boats are fine,’ said Ada Brink. ‘They float.’"

    claims = told(page)

    assert [claim.text for claim in claims] == ["The union’s boats are fine", "They float."]
    assert {claim.speaker for claim in claims} == {"Ada Brink"}


def test_quoted_words_inside_a_report_make_it_mixed() -> None:
    page = "The Pier Union says the board runs “a secret yard” for old boats."

    claim = the_claim(told(page), "secret yard")

    assert claim.quotation is Quotation.MIXED


def test_a_question_in_a_quotation_claims_nothing() -> None:
    page = "“The yard is shut,” Ada Brink said. “Who would open it?”"

    claims = told(page)

    assert not [claim for claim in claims if "Who would" in claim.text]
