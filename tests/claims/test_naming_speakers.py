"""How the words that stand for a speaker become one name, or stay unidentified."""

import pytest

from firsthand.claims.english.engine import affiliations_in
from firsthand.claims.languages import claims_in
from firsthand.values.claim import UNIDENTIFIED
from firsthand.values.source import SourceKind
from firsthand.values.spans import words_at
from tests.claims.telling import source_of, the_claim, told


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Committee for Harbour Crews at Sea", "Committee for Harbour Crews at Sea"),
        ("Voice of Families Held", "Voice of Families Held"),
        ("The Regional Commission on Citizens’ Rights", "Regional Commission on Citizens’ Rights"),
        ("Foreign Minister Olga Brenn", "Olga Brenn"),
        ("Oland Deputy Foreign Minister Ruben Tak", "Ruben Tak"),
        ("Boss Fern A.", "Fern A."),
        ("The interior ministry in Oland on Friday", "interior ministry in Oland"),
    ],
)
def test_a_name_is_cut_where_it_ends(words: str, name: str) -> None:
    page = f"{words} said the harbour was shut."

    claims = told(page)

    assert the_claim(claims, "harbour was shut").speaker == name


def test_officials_in_a_place_are_nobody_and_not_the_place() -> None:
    page = "Officials in Oland said the harbour was shut."

    claims = told(page)

    assert the_claim(claims, "harbour was shut").speaker == UNIDENTIFIED


def test_he_behind_a_nameless_spokesman_is_the_body_he_spoke_for() -> None:
    first = "The embassy of Oland in Port Vale sent letters in May."
    second = "An embassy spokesman said the letters were routine. He said no one was forced."

    claims = told(first, second)

    assert the_claim(claims, "no one was forced").speaker == "embassy of Oland in Port Vale"


def test_a_lead_that_describes_means_who_is_named_next() -> None:
    first = "A hospital nurse says she was followed for two years."
    second = "Mira Volk, 34, claims the men took her photo. The mother-of-two said she moved."
    third = "The nurse says she will go on."

    claims = told(first, second, third)

    assert {claim.speaker for claim in claims} == {"Mira Volk"}


def test_a_described_body_is_the_one_named_next() -> None:
    first = "A harbour charity says 40 boats are missing."
    second = "Safe Anchor, which helps crews, said the owners knew. The charity said it would sue."

    claims = told(first, second)

    assert {claim.speaker for claim in claims} == {"Safe Anchor"}


def test_a_description_is_not_bound_to_a_name_used_before_it() -> None:
    first = "Mira Volk, 34, said the men took her photo."
    second = "A nurse said she was followed. Volk said so too."

    claims = told(first, second)

    assert the_claim(claims, "was followed").speaker == UNIDENTIFIED


def test_a_person_s_lawyers_are_not_that_person() -> None:
    page = "Anton Verel was held for a day. Mr. Verel’s lawyers said he was ill."

    claims = told(page)

    assert the_claim(claims, "he was ill").speaker == "Verel’s lawyers"


def test_an_office_has_the_name_by_which_it_was_first_described() -> None:
    first = "In May Oland’s data protection commissioner opened an inquiry."
    second = "A spokeswoman for the commissioner said the inquiry was at an early stage."

    claims = told(first, second)

    assert the_claim(claims, "early stage").speaker == "data protection commissioner"


def test_a_poll_speaks_for_who_commissioned_it() -> None:
    page = "A poll commissioned by Open Harbour in April found that 48% of crews had moved."

    claims = told(page)

    assert the_claim(claims, "48%").speaker == "Open Harbour"


def test_the_head_of_the_team_is_a_person_and_no_team() -> None:
    page = "The head of the security team, Hedda Quist, said it came late. She said it was wrong."

    claims = told(page)

    assert the_claim(claims, "it was wrong").speaker == "Hedda Quist"


def test_a_name_inside_somebody_s_words_is_not_who_she_is() -> None:
    first = "Ana Dell, a clerk, said that Mara Ilk, a baker, had left."
    second = "She said the shop was shut."

    claims = told(first, second)

    assert the_claim(claims, "shop was shut").speaker == "Ana Dell"


def test_a_title_is_no_body_that_a_minister_speaks_for() -> None:
    page = source_of("Foreign Minister Olga Brenn said the visas were void.")

    found = affiliations_in(page)

    assert "Foreign" not in found.values()


def test_an_unknown_speaker_in_an_unknown_paper_keeps_a_link_of_their_own() -> None:
    page = source_of("A man on the quay said the boats were gone.", publisher=None)

    (claim,) = claims_in(page)

    assert claim.chain == (UNIDENTIFIED, UNIDENTIFIED)


def test_words_that_go_on_in_the_next_sentence_keep_their_cue() -> None:
    page = source_of("“The gate was open,” said Ada Brink. “Nobody had the key.”")

    claims = claims_in(page)

    assert [words_at(claim.cue, page.text) for claim in claims] == ["said", "said"]


def test_a_clause_keeps_its_that_but_is_compared_without_it() -> None:
    page = "Tide Watch said that the wells were shut."

    (claim,) = told(page)

    assert claim.text == "that the wells were shut"
    assert claim.read_as == "the wells were shut"


def test_a_dateline_is_nobody_s_words() -> None:
    page = "PORT VALE, March 14 (NPS) — The harbour was shut for a week."

    (claim,) = told(page)

    assert claim.text == "The harbour was shut for a week"


def test_notes_to_editors_claim_nothing_themselves() -> None:
    body = "Tide Watch said the wells were shut. The mill denied that it had shut them last year."
    notes = "Tide Watch is a charity with an office in Port Vale."

    claims = told(body, "Notes to editors:", notes)

    assert not [claim for claim in claims if "charity" in claim.text]


def test_a_view_behind_an_unlisted_verb_is_told_and_an_act_is_not() -> None:
    view = "Ada Brink doubts that the harbour will open again this year."
    act = "Ada Brink endorsed the mayor."

    assert the_claim(told(view), "harbour will open").speaker == "Ada Brink"
    assert [claim.chain for claim in told(act)] == [("Port Vale Courier",)]


def test_a_source_in_a_lead_is_never_the_name_that_follows() -> None:
    first = "A police source said the cameras were off."
    second = "Mona Tern, 40, said she was afraid."

    claims = told(first, second)

    assert the_claim(claims, "cameras were off").speaker == UNIDENTIFIED


def test_what_a_person_runs_speaks_and_not_the_person() -> None:
    page = (
        "The Free Page, which Tomas Rehn runs from Eastport, said in a statement that it was shut."
    )

    claims = told(page)

    assert the_claim(claims, "it was shut").speaker == "Free Page"


def test_a_role_that_the_last_speaker_may_have_means_that_speaker() -> None:
    first = "Tina Rolk, 38, said the man stood at the gates."
    second = "The shop worker said she saw him twice. The judge said otherwise, she added."

    claims = told(first, second)

    assert the_claim(claims, "saw him twice").speaker == "Tina Rolk"


def test_two_diplomats_without_names_are_unidentified() -> None:
    page = "Two Oland diplomats said the ambassador had been called in."

    claims = told(page)

    assert the_claim(claims, "called in").speaker == UNIDENTIFIED


def test_a_paper_that_quotes_itself_is_one_link() -> None:
    page = "“We saw the list,” the Port Vale Courier said. “It has ten names.”"

    claims = told(page)

    assert {claim.chain for claim in claims} == {("Port Vale Courier",)}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("Tide Watch counted 40 dry wells along the river.", "40 dry wells"),
        ("Tide Watch answered that it had 40 dry wells on film.", "40 dry wells on film"),
        ("Tide Watch put the wells at eleven on Monday.", "wells at eleven"),
        ("The wells are dry, scientists at Tide Watch claim.", "wells are dry"),
        ("That is the work of campaigners at Tide Watch, who say the wells are dry.", "are dry"),
        ("Tide Watch published a map. It stands by its count of 40 wells.", "count of 40 wells"),
    ],
)
def test_what_a_body_counts_answers_or_stands_by_is_its_own_word(page: str, words: str) -> None:
    claims = told(page)

    claim = the_claim(claims, words)

    assert claim.speaker == "Tide Watch"


def test_prosecutors_are_the_one_prosecutor_s_office_of_the_page() -> None:
    page = "The pump was stolen, prosecutors said. The Prosecutor's Office of Oland charged a man."

    claim = the_claim(told(page), "pump was stolen")

    assert claim.speaker == "Prosecutor's Office of Oland"


def test_a_website_that_the_page_names_is_the_body_that_the_website_means() -> None:
    page = "The website Open Harbour reports a leak. The pier is shut, according to the website."

    claim = the_claim(told(page), "pier is shut")

    assert claim.speaker == "Open Harbour"


def test_the_report_of_a_page_that_is_a_report_speaks_for_its_publisher() -> None:
    page = "Some papers wrote of 50 wells. The report counts 40 wells in nine towns."

    claim = the_claim(told(page, kind=SourceKind.REPORT), "40 wells")

    assert claim.speaker == "Port Vale Courier"


def test_the_ministry_of_which_an_embassy_speaks_is_its_own_country_s() -> None:
    page = source_of(
        "As the Foreign Ministry said today, the harbour is open.",
        publisher="Embassy of Oland in Vale",
        kind=SourceKind.POST,
    )

    claim = the_claim(claims_in(page), "harbour is open")

    assert claim.speaker == "Foreign Ministry of Oland"
