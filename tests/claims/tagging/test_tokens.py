from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.english.tagging.tokens import sentences_of, tokens_of

texts = st.text(
    alphabet=st.one_of(st.sampled_from("aAbI.!?…,'’\"“”()-–0149 \n\r\t"), st.characters()),
    max_size=200,
)


@given(texts)
def test_tokens_are_pieces_of_the_text_in_order_and_miss_nothing_but_white_space(text: str) -> None:
    tokens = tokens_of(text)

    ends = [0, *(token.end for token in tokens)]
    between = "".join(text[end : token.start] for end, token in zip(ends, tokens, strict=False))

    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(end <= token.start for end, token in zip(ends, tokens, strict=False))
    assert not (between + text[ends[-1] :]).strip()


@given(texts)
def test_sentences_are_trimmed_ordered_and_miss_nothing_but_white_space(text: str) -> None:
    sentences = sentences_of(text)

    ends = [0, *(end for _, end in sentences)]
    between = "".join(text[end:start] for end, (start, _) in zip(ends, sentences, strict=False))

    assert all(start < end for start, end in sentences)
    assert all(text[start:end] == text[start:end].strip() for start, end in sentences)
    assert not (between + text[ends[-1] :]).strip()


@given(texts)
def test_no_sentence_runs_over_a_line_end(text: str) -> None:
    sentences = [text[start:end] for start, end in sentences_of(text)]

    crossing = [sentence for sentence in sentences if "\n" in sentence or "\r" in sentence]

    assert not crossing


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences_of(text)]


def test_abbreviations_and_initials_do_not_end_a_sentence() -> None:
    text = "Insp. A. B. Roe of the U.S. bureau met Dr. Vale at 5 p.m. Monday. Both left."

    found = sentences(text)

    assert found == [
        "Insp. A. B. Roe of the U.S. bureau met Dr. Vale at 5 p.m. Monday.",
        "Both left.",
    ]


def test_an_abbreviation_ends_a_sentence_when_a_new_one_clearly_begins() -> None:
    text = "The firm is Selm Inc. The owner lives in the U.S. He said so."

    found = sentences(text)

    assert found == ["The firm is Selm Inc.", "The owner lives in the U.S.", "He said so."]


def test_a_quotation_that_closes_after_the_full_stop_stays_whole() -> None:
    text = '“It shut.” "No one came." Then (it rained.) Done'

    found = sentences(text)

    assert found == ["“It shut.”", '"No one came."', "Then (it rained.)", "Done"]


def test_a_headline_without_a_full_stop_is_a_sentence() -> None:
    text = "Office kept list of exiles\nThe office denied it."

    found = sentences(text)

    assert found == ["Office kept list of exiles", "The office denied it."]


def test_figures_stay_whole_and_short_forms_come_apart() -> None:
    text = "It’s 4,900 pages in 20-year-old boxes; they didn't cost $3.5."

    found = [token.text for token in tokens_of(text)]

    assert found == [
        *("It", "’s", "4,900", "pages", "in", "20-year-old", "boxes", ";"),
        *("they", "did", "n't", "cost", "$", "3.5", "."),
    ]
