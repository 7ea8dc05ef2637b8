from firsthand.values.finding import Support
from tests.origins.stories import STATIONS, finding_for, names_for, said, traced

STORY = (
    "It was raining when the group showed its maps to the press in the old customs hall, and the "
    "chairs ran out before the first slide was on the wall. "
)


def test_a_headline_without_a_name_is_its_own_articles_echo() -> None:
    article = said("Daily", STATIONS) + said("River Watch", STATIONS, by="Daily")

    finding = finding_for(traced(article), article)

    assert names_for(finding) == ["River Watch"]


def test_a_copy_in_its_own_voice_is_an_echo() -> None:
    first = said("River Watch", STATIONS, by="Daily", frame=STORY + "{words}.")
    copy = said("Portal", STATIONS, on="2025-03-02", frame=STORY + "{words}.")

    finding = finding_for(traced(first, copy), first)

    assert names_for(finding) == ["River Watch"]
    assert finding.support is Support.SINGLE_ORIGIN


def test_a_paper_of_its_own_voice_and_no_basis_is_an_origin_that_corroborates_nobody() -> None:
    group = said("River Watch", STATIONS)
    paper = said("Daily", STATIONS, on="2025-03-02")

    finding = finding_for(traced(group, paper), group)

    assert finding.support is Support.SEVERAL_ORIGINS
