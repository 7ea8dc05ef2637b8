from hypothesis import given
from hypothesis import strategies as st

from firsthand.record.search_words import parsed, quoted


def marked(text: str, words: str, around: int = 60) -> list[str]:
    quotation = quoted(text, parsed(words), around)
    return [mark.within(quotation.text) for mark in quotation.marks]


def test_marks_stand_on_the_original_words() -> None:
    assert marked("In Ostvi\u0301k, ＯＳＴＶＩＫ and Ostvík", "ostvik") == [
        "Ostvi\u0301k",
        "ＯＳＴＶＩＫ",
        "Ostvík",
    ]


def test_a_phrase_is_marked_whole() -> None:
    assert marked("在福门市，福 门", "福门") == ["福门", "福 门"]


def test_several_terms_are_marked_where_they_stand_near() -> None:
    assert marked("The police of Ostvik", "ostvik polic*") == ["police", "Ostvik"]


def test_a_quotation_is_a_short_stretch_of_the_text() -> None:
    text = "word " * 1_000 + "Ostvik " + "word " * 1_000

    quotation = quoted(text, parsed("ostvik"), around=30)

    assert quotation.at.within(text) == quotation.text
    assert "Ostvik" in quotation.text
    assert len(quotation.text) <= 2 * 30 + len("Ostvik")
    assert not quotation.text.startswith(("ord", "rd", "d "))


def test_what_is_only_unwanted_is_not_marked() -> None:
    assert marked("police of Ostvik", "police -ostvik") == ["police"]


def test_where_nothing_is_found_the_opening_is_quoted() -> None:
    quotation = quoted("They said nothing.", parsed("ostvik"))

    assert quotation.text == "They said nothing."
    assert quotation.marks == ()


@given(
    text=st.text(alphabet="ab 福é\u0301.ﷺ½ß\n", max_size=200),
    words=st.text(alphabet="ab福é", min_size=1, max_size=3),
    around=st.integers(0, 40),
)
def test_every_mark_lies_in_its_quotation(text: str, words: str, around: int) -> None:
    quotation = quoted(text, parsed(words), around)

    assert quotation.at.within(text) == quotation.text
    assert all(0 <= m.start < m.end <= len(quotation.text) for m in quotation.marks)
