from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.claims.extractor import checked, require_checked
from firsthand.claims.languages import claims_in, extractor_for
from firsthand.values.errors import BadSpan
from firsthand.values.spans import Span, words_at
from tests.claims.telling import source_of, told

PIECES = st.sampled_from(
    [
        *"“”\"'‘’,.;:–—()?!\n",
        " ",
        "said ",
        "Ada Brink ",
        "the mill ",
        "according to ",
        "that ",
        "denied ",
        "54 ",
        "reports of ",
        "did not say ",
        "’s ",
        "who ",
        "[x] Flat 2: ",
        "and ",
        "💧",
        "\u202e",
    ]
)


def test_an_engine_that_invents_words_loses_its_inventions() -> None:
    source = source_of("Tide Watch said the mill is old.")
    (true,) = claims_in(source)
    invented = replace(true, text="the mill is new")
    elsewhere = replace(true, content=(Span(5, 9000),))

    kept, dropped = checked([true, invented, elsewhere], source)

    assert kept == [true]
    assert dropped == 2


def test_our_own_engine_may_not_invent_at_all() -> None:
    source = source_of("Tide Watch said the mill is old.")
    (true,) = claims_in(source)

    with pytest.raises(BadSpan, match="returned a claim"):
        require_checked([replace(true, text="no such words")], source)


def test_languages_without_rules_yield_no_claims() -> None:
    source = replace(source_of("Le moulin est fermé, a dit Ada Brink."), lang="fr")

    assert extractor_for("fr").name == "none"
    assert claims_in(source) == []


def test_a_second_reading_gives_the_same_claims_with_the_same_ids() -> None:
    page = "Tide Watch said the mill is old. It said Oland has claimed that 400 wells were closed."

    assert told(page) == told(page)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=120, deadline=None)
def test_whatever_a_source_says_every_claim_points_at_its_words(text: str) -> None:
    source = source_of(text)

    for claim in claims_in(source):
        assert claim.text == words_at(claim.content, source.text)
        assert claim.text.strip()
        assert 0 <= claim.confidence <= 1
