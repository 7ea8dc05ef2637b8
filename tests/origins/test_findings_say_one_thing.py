import pytest

from tests.origins.stories import finding_for, said, traced

SAME = [
    ("Ostria has opened 54 stations in 30 countries", "Ostria runs 54 stations in 30 countries"),
    (
        "Ostria has opened 54 stations in 30 countries",
        "54 stations in 30 countries were set up by Ostria",
    ),
    (
        "the stations are used to press exiles to return to Ostria",
        "the stations are also used to pressure people to go back to Ostria",
    ),
    ("Norvia closed the station in Port Elm", "Norvia shut down the station in Port Elm"),
    (
        "two officers of Ostria staffed the post in Quay Bay last autumn",
        "Two Ostrian officers worked at a post in Quay Bay last autumn",
    ),
    (
        "our reporter saw a counter under a printed sign in the Friendship Hall on Canal Row",
        "there is a counter with a printed sign in the Friendship Hall on Canal Row",
    ),
]
APART = [
    ("Ostria has opened stations in 30 countries", "the stations press exiles to return"),
    ("the stations renew driving licences", "the stations press exiles to return"),
    ("Ostria has opened 54 stations", "Sarvia has opened 54 stations"),
    ("the station in Port Elm was closed", "the station in Quay Bay was closed"),
    ("Ostria paid the rent of the counter", "Ostria may pay the rent of the counter"),
    ("the counter is on Canal Row in Port Elm", "the counter opened in May 2023"),
    ("the volunteers are police officers", "police officers followed the volunteers home"),
    ("police closed the investigation", "police opened the investigation"),
    ("the court fined the owner of the hall", "the owner of the hall sued the court"),
    ("he asked about her mother", "he asked about her licence"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_words_for_the_same_thing_are_one_finding(one: str, other: str) -> None:
    first, second = said("River Watch", one), said("Daily", other, on="2025-03-02")

    result = traced(first, second)

    assert finding_for(result, first).id == finding_for(result, second).id


@pytest.mark.parametrize(("one", "other"), APART)
def test_shared_words_do_not_make_one_finding_of_two_things(one: str, other: str) -> None:
    first, second = said("River Watch", one), said("Daily", other, on="2025-03-02")

    result = traced(first, second)

    assert finding_for(result, first).id != finding_for(result, second).id


def test_who_reports_a_claim_does_not_say_it_himself() -> None:
    words = "Ostria has claimed that 230,000 suspects returned"
    outer = said("River Watch", words, by="Daily")
    apart = said("Lake Institute", "230,000 suspects returned", by="Courier")

    result = traced(outer, apart)

    assert finding_for(result, outer).id != finding_for(result, apart).id
