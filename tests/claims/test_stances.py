import pytest

from firsthand.values.claim import Claim, Stance
from firsthand.values.source import SourceKind
from tests.claims.telling import the_claim, told


@pytest.mark.parametrize(
    ("sentence", "words", "stance"),
    [
        ("The mill denied that it had poisoned the river.", "poisoned", Stance.DENIES),
        ("The mill dismissed the report as baseless.", "baseless", Stance.DENIES),
        ("The mill confirmed that a pipe had burst.", "pipe", Stance.CONFIRMS),
        ("The Mill Union alleges that two men were sacked.", "sacked", Stance.ALLEGES),
        ("Tide Watch claims the pipe is old.", "pipe", Stance.ASSERTS),
        ("The Mill Union withdrew its claim that men were sacked.", "claim", Stance.WITHDRAWS),
        ("Ada Brink took back her words about the mill.", "her words", Stance.WITHDRAWS),
        (
            "The Harbour Police said it has opened an inquiry.",
            "inquiry",
            Stance.ANNOUNCES_INVESTIGATION,
        ),
        ("The mill declined to comment on the report.", "report", Stance.DECLINES_TO_COMMENT),
        ("“We have nothing to add,” the mill said.", "nothing", Stance.DECLINES_TO_COMMENT),
        ("The mill did not say who owns the pipe.", "who owns", Stance.DOES_NOT_SAY),
        ("The mill did not respond to questions.", "questions", Stance.DOES_NOT_SAY),
        ("The Courier has not been able to verify the letters.", "letters", Stance.NOT_CONFIRMED),
        ("The figure could not be independently verified.", "figure", Stance.NOT_CONFIRMED),
    ],
)
def test_the_cue_brings_the_stance(sentence: str, words: str, stance: Stance) -> None:
    claims = told(sentence)

    claim = the_claim(claims, words)

    assert claim.stance is stance


def test_a_negative_statement_that_answers_a_charge_denies_it() -> None:
    charge = "Tide Watch said police officers work at the posts."
    answer = "“The volunteers are not police officers,” the Oland embassy said."

    claims = told(charge, answer)

    assert the_claim(claims, "volunteers").stance is Stance.DENIES


def test_a_negative_statement_about_something_else_denies_nothing() -> None:
    charge = "Tide Watch said police officers work at the posts."
    answer = "The Oland embassy said many are not able to travel this year."

    claims = told(charge, answer)

    assert the_claim(claims, "travel").stance is Stance.ASSERTS


def test_a_newsroom_that_tells_what_is_not_so_denies_nothing() -> None:
    claims = told(
        "Tide Watch said the mill is shut.", "The mill has never been inspected by anyone."
    )

    assert the_claim(claims, "inspected").stance is Stance.ASSERTS


def test_a_body_s_own_statement_denies_in_its_own_voice() -> None:
    claims = told("No guard of ours has hurt anybody.", kind=SourceKind.STATEMENT)

    assert [claim.stance for claim in claims] == [Stance.DENIES]


def test_who_tells_of_another_s_inquiry_only_asserts_it() -> None:
    claims = told("Tide Watch said the Harbour Police has opened an inquiry into the mill.")

    assert the_claim(claims, "inquiry").stance is Stance.ASSERTS


def test_what_was_not_confirmed_is_about_the_claims_of_its_source() -> None:
    first = "Tide Watch said in a report that the mill poisoned two wells."
    second = "The Courier has not independently confirmed the group’s findings."

    claims = told(first, second)

    unconfirmed = the_claim(claims, "findings")
    assert ids_with(claims, "poisoned") <= set(unconfirmed.about)


def test_an_inquiry_that_somebody_will_not_discuss_is_no_statement() -> None:
    claims = told("The mill said it would not discuss the pipe.")

    assert [claim.stance for claim in claims] == [Stance.DECLINES_TO_COMMENT]


def test_a_denial_without_words_of_its_own_is_about_what_was_charged_before() -> None:
    first = "Tide Watch said the mill poisoned two wells."
    second = "The mill denied the allegations."

    claims = told(first, second)

    denial = the_claim(claims, "allegations")
    assert ids_with(claims, "poisoned") == set(denial.about)


def ids_with(claims: list[Claim], words: str) -> set[str]:
    return {claim.id for claim in claims if words in claim.text}


@pytest.mark.parametrize(
    "words",
    [
        "We do not yet know who opened the gate",
        "I cannot say who opened the gate",
        "I know nothing of a gate",
        "We were unable to say who opened the gate",
    ],
)
def test_who_owns_to_not_knowing_says_nothing_of_what_is_so(words: str) -> None:
    page = f'"{words}," said Inspector Ruth Amber.'

    claim = the_claim(told(page), words)

    assert claim.stance is Stance.DOES_NOT_SAY


@pytest.mark.parametrize("words", ["would not be drawn on", "does not speak about", "kept mum on"])
def test_idioms_of_keeping_silent_decline_to_comment(words: str) -> None:
    page = f"The Harbour Police {words} the price of the pumps."

    claim = the_claim(told(page), "the price of the pumps")

    assert claim.stance is Stance.DECLINES_TO_COMMENT


def test_having_no_record_denies_nothing() -> None:
    page = "The force holds no record of a theft in Mill Lane."

    claim = the_claim(told(page, kind=SourceKind.STATEMENT), "no record")

    assert claim.stance is Stance.ASSERTS


def test_an_answer_denies_what_the_question_asked() -> None:
    page = (
        "Question: Did the port search the crews of Oland?",
        "Ruben Tak: The port has carried out no search of any crew.",
        "Question: And the pumps?",
        "Ruben Tak: They were sold in May.",
    )

    claim = the_claim(told(*page), "no search")

    assert claim.stance is Stance.DENIES
