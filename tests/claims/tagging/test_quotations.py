from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.english.tagging import places
from firsthand.claims.english.tagging.places import paragraphs_of, quotations_in, sentence_places
from firsthand.claims.english.tagging.wordtable import QuoteMark

OPEN, CLOSE, WORD = QuoteMark.OPENS, QuoteMark.CLOSES, QuoteMark.NONE


def test_a_quotation_left_open_is_carried_into_the_next_paragraph() -> None:
    first = quotations_in([WORD, OPEN, WORD, WORD], carried=False)

    second = quotations_in([WORD, WORD, CLOSE, WORD], carried=first.left_open)

    assert first.states[1:] == [places.UNCLOSED] * 3
    assert second.states == [*[places.CARRIED] * 3, places.OUTSIDE]
    assert not second.left_open


def test_a_quoted_word_is_told_from_a_quoted_sentence() -> None:
    scare = quotations_in([OPEN, WORD, CLOSE], carried=False)

    sentence = quotations_in([OPEN, *[WORD] * 8, CLOSE], carried=False)

    assert set(scare.states) == {places.SCARE}
    assert set(sentence.states) == {places.LONG}


@given(st.lists(st.sampled_from(QuoteMark)), st.booleans())
def test_every_token_has_one_state(marks: list[QuoteMark], carried: bool) -> None:  # noqa: FBT001 (drawn)
    found = quotations_in(marks, carried=carried)

    unclosed = places.UNCLOSED in found.states

    assert len(found.states) == len(marks)
    assert found.left_open == unclosed


def test_an_overlong_paragraph_comes_in_pieces_that_lose_no_token() -> None:
    text = "The clerk left. " * 1000

    pieces = list(paragraphs_of(text))

    assert sum(len(piece.tokens) for piece in pieces) == 4000
    assert max(len(piece.tokens) for piece in pieces) <= 400


@given(st.text(alphabet='aB. “”"!\n', max_size=120))
def test_every_token_stands_in_one_sentence_of_its_paragraph(text: str) -> None:
    found = list(paragraphs_of(text))

    stood = [sentence_places(paragraph) for paragraph in found]

    for paragraph, (in_sentence, number) in zip(found, stood, strict=True):
        assert len(in_sentence) == len(number) == len(paragraph.tokens)
        assert [last for _, last in paragraph.sentences][-1] == len(paragraph.tokens)
