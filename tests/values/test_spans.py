from hypothesis import given
from hypothesis import strategies as st

from firsthand.values.spans import Span, words_at

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(*sorted(ends)))


@given(spans, spans)
def test_overlap_goes_both_ways(one: Span, other: Span) -> None:
    forth, back = one.overlaps(other), other.overlaps(one)

    assert forth == back


@given(spans, spans)
def test_what_covers_a_stretch_overlaps_it_unless_the_stretch_is_empty(
    one: Span, other: Span
) -> None:
    covered = one.covers(other) and other.start < other.end

    assert not covered or one.overlaps(other)


def test_discontinuous_words_are_read_in_the_order_given() -> None:
    text = "It was, she said, so"

    words = words_at([Span(0, 6), Span(18, 20)], text)

    assert words == "It was so"
