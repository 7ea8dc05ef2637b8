from firsthand.origins.tracing import trace
from firsthand.values.claim import Stance
from tests.origins.stories import page, said, traced


def test_who_tells_what_a_body_found_cites_its_page() -> None:
    report = page("River Watch", "There are 54 stations.")
    post = page("Daily", "What River Watch found is bad: 54 of them.", on="2025-03-04")

    (echo,) = trace([report, post], claims=[]).echoes

    assert (echo.derived, echo.root) == (post.id, report.id)


def test_who_names_a_body_that_acts_does_not_cite_it() -> None:
    report = page("River Watch", "There are 54 stations.")
    post = page("Daily", "River Watch moved its 54 chairs.", on="2025-03-04")

    assert trace([report, post], claims=[]).echoes == ()


def test_a_withdrawal_told_of_cites_the_page_that_withdraws() -> None:
    first = said("River Watch", "the house is a station")
    back = said("River Watch", "the house is a station", on="2025-03-04", stance=Stance.WITHDRAWS)
    paper = said(
        "River Watch",
        "the house is a station",
        by="Daily",
        on="2025-03-05",
        stance=Stance.WITHDRAWS,
    )

    found = {(echo.derived, echo.root) for echo in traced(first, back, paper).echoes}

    assert (paper.source.id, back.source.id) in found
    assert (paper.source.id, first.source.id) not in found


def test_a_paper_named_as_confirming_is_cited() -> None:
    paper = said("Daily", "a club in Dorme has been closed")
    post = said("Daily", "the Dorme case", by="Blog", on="2025-03-05", stance=Stance.CONFIRMS)

    found = {(echo.derived, echo.root) for echo in traced(paper, post).echoes}

    assert (post.source.id, paper.source.id) in found
