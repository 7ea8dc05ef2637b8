import pytest

from firsthand.origins.counting import figures_of
from firsthand.origins.showing import as_shown
from tests.origins.stories import said, traced


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("“the post was closed”", "the post was closed"),
        ("that the post was closed,", "the post was closed"),
        ("that post was closed", "post was closed"),
        ("the “post” was “closed”", "the “post” was “closed”"),
    ],
)
def test_only_what_frames_a_statement_is_trimmed(written: str, shown: str) -> None:
    assert as_shown(written) == shown


def test_the_telling_with_the_fewest_pronouns_is_shown() -> None:
    early = said("River Watch", "We examined 58 boats which fishers brought to us", on="2025-03-01")
    later = said(
        "River Watch", "River Watch examined 58 boats of fishers", by="Daily", on="2025-03-02"
    )

    (finding,) = traced(early, later).findings

    assert finding.proposition == later.claim.text


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three hundred and forty boats", 340),
        ("twenty-three boats", 23),
        ("two hundred boats", 200),
    ],
)
def test_numbers_written_out_are_one_figure(words: str, value: int) -> None:
    claim = said("River Watch", f"they counted {words}").claim

    assert {figure.value for figure in figures_of(claim, claim.text)} == {value}
