from firsthand.values.source import SourceKind
from tests.claims.telling import the_claim, told


def test_labels_name_the_speakers_of_an_interview_and_questions_are_no_claims() -> None:
    claims = told(
        "Question: Did the mill poison the river?",
        "Vera Lund: The mill has worked here for years. It pays its taxes.",
        "Question: Will it close?",
        "Vera Lund: It will stay.",
    )

    assert {claim.speaker for claim in claims} == {"Vera Lund"}
    assert len(claims) == 3


def test_a_witness_speaks_under_the_name_the_statement_gives() -> None:
    claims = told(
        "Statement of a witness",
        "It may be published under the name Lena.",
        "My name in this statement is Lena. I saw two men at the gate.",
        kind=SourceKind.TESTIMONY,
    )

    seen = next(claim for claim in claims if "two men" in claim.text)
    assert seen.chain == ("Port Vale Courier", "Lena")


def test_a_label_with_an_aside_in_brackets_still_opens_a_turn() -> None:
    page = (
        "Host: Is the pier open?",
        "Host: Ruben Tak is on the line.",
        "Ruben Tak (secretary of the union, by telephone): The pier opened in May.",
    )

    claim = the_claim(told(*page), "opened in May")

    assert claim.speaker == "Ruben Tak"
