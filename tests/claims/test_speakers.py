from firsthand.claims.english.engine import affiliations_in
from firsthand.claims.languages import claims_in
from firsthand.values.claim import UNIDENTIFIED
from tests.claims.telling import source_of, the_claim, told


def test_it_means_the_body_that_spoke_before() -> None:
    first = "Tide Watch, a charity, said the river had been poisoned twice."
    second = "It added that nobody had been told."

    claims = told(first, second)

    assert the_claim(claims, "nobody had been told").speaker == "Tide Watch"


def test_a_description_means_the_body_that_was_described_so() -> None:
    first = "A report by the rights group Tide Watch counts 12 wells. Orrel Paper Ltd runs a mill."
    second = "The company said the wells are old."
    third = "The group said they were dug in May."

    claims = told(first, second, third)

    assert the_claim(claims, "wells are old").speaker == "Orrel Paper Ltd"
    assert the_claim(claims, "dug in May").speaker == "Tide Watch"


def test_a_report_speaks_with_the_voice_of_the_body_that_issued_it() -> None:
    first = "Tide Watch published a study of the river on Monday."
    second = "The report says the water was never tested."

    claims = told(first, second)

    assert the_claim(claims, "never tested").speaker == "Tide Watch"


def test_a_family_name_and_a_pronoun_mean_the_person_named_in_full() -> None:
    first = "Ada Brink, who keeps the lock, said the gate was open."
    second = "Brink said she had closed it herself."
    third = "She said it was open again at noon."

    claims = told(first, second, third)

    assert {claim.speaker for claim in claims} == {"Ada Brink"}


def test_an_abbreviation_and_the_name_it_stands_for_are_one_speaker() -> None:
    first = "The Council of River Ports (CRP) said two locks are shut."
    second = "The CRP said they would open in June."

    claims = told(first, second)

    assert {claim.speaker for claim in claims} == {"Council of River Ports"}


def test_a_spokesperson_stays_the_speaker_and_her_body_is_kept() -> None:
    source = source_of("“We know of it,” Harbour Police spokesperson Mira Dahl said.")

    affiliations = affiliations_in(source)

    assert affiliations == {"Mira Dahl": "Harbour Police"}


def test_a_nameless_spokesman_speaks_for_his_body() -> None:
    claims = told("A spokesman for the Harbour Police said the gate was open.")

    assert the_claim(claims, "gate was open").speaker == "Harbour Police"


def test_somebody_whom_nobody_names_stays_unidentified() -> None:
    first = "Ada Brink said the gate was open."
    second = "A docker, who asked not to be named, said it was shut. “I shut it,” he said."

    claims = told(first, second)

    assert the_claim(claims, "I shut it").speaker == UNIDENTIFIED


def test_a_law_speaks_for_itself() -> None:
    claims = told("Oland’s Clean Rivers Act forbids mills to work at night.")

    assert the_claim(claims, "work at night").speaker == "Clean Rivers Act"


def test_who_publishes_can_be_told_by_what_it_could_not_verify() -> None:
    source = source_of("The Vale Post could not independently verify the figures.", publisher=None)

    claims = claims_in(source)

    assert [claim.chain for claim in claims] == [("Vale Post",)]
