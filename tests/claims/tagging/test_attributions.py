from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.claims.english.tagging.attribution import Attribution, attributions_in

ARTICLE = """River Watch says harbour office kept list of exiles
The harbour office denied on Tuesday that it had kept a list of exiles.
“We keep no lists,” said Ana Belmar, a spokeswoman for the office. “We never have.”
According to a report by River Watch, officers visited 14 families in three towns.
The force ‘takes such threats seriously’, a spokesman said.
“It began in April,” Ms Belmar said.
"""


def words(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def only(text: str) -> Attribution:
    (found,) = attributions_in(text)
    return found


def test_an_indirect_statement_has_its_speaker_its_cue_and_its_words() -> None:
    text = "The harbour office denied on Tuesday that it had kept a list of exiles."

    found = only(text)

    assert words(text, found.source) == ["The harbour office"]
    assert words(text, found.cue) == ["denied"]
    assert words(text, found.content) == ["that it had kept a list of exiles"]


def test_a_split_quotation_is_one_attribution() -> None:
    text = "“We keep no lists,” said Ana Belmar of the harbour office. “We never have.”"

    found = only(text)

    assert words(text, found.content) == ["“We keep no lists,”", "“We never have.”"]


def test_according_to_finds_the_report_behind_the_statement() -> None:
    text = "According to a report by River Watch, officers visited 14 families in three towns."

    found = only(text)

    assert words(text, found.cue) == ["According to"]
    assert "River Watch" in words(text, found.source)[0]
    assert words(text, found.content) == ["officers visited 14 families in three towns"]


def test_straight_and_curly_quotation_marks_read_alike() -> None:
    curly = "“We keep no lists,” Ms Belmar said."
    straight = curly.replace("“", '"').replace("”", '"')

    found = [only(curly), only(straight)]

    assert [(one.source, one.cue, one.content) for one in found[:1]] == [
        (one.source, one.cue, one.content) for one in found[1:]
    ]


def test_a_quotation_that_goes_on_in_the_next_paragraph_stays_with_its_speaker() -> None:
    text = "“It began in April,” Ms Belmar said.\n“It ended in June. Nobody was hurt.”"

    found = only(text)

    assert words(text, found.source) == ["Ms Belmar"]
    assert words(text, found.content)[-1].endswith("Nobody was hurt.”")


def test_plain_narration_yields_no_attribution() -> None:
    text = "The ferry left the harbour at noon. It carried 40 passengers and two cars."

    found = attributions_in(text)

    assert not found


def test_the_same_text_always_yields_the_same_attributions() -> None:
    once = attributions_in(ARTICLE)

    again = attributions_in(ARTICLE)

    assert once == again


def test_a_paragraph_reads_alike_alone_and_in_company() -> None:
    line = "The harbour office denied on Tuesday that it had kept a list of exiles."
    start = ARTICLE.index(line)

    alone = only(line)
    among = [one for one in attributions_in(ARTICLE) if one.cue[0][0] == alone.cue[0][0] + start]

    assert [one.content for one in among] == [
        tuple((begin + start, end + start) for begin, end in alone.content)
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from([*ARTICLE.split(), "\n", "“", "”", '"']), st.text(max_size=6)),
        max_size=60,
    )
)
def test_every_span_is_words_of_the_text_and_every_confidence_a_share(pieces: list[str]) -> None:
    text = " ".join(pieces)

    found = attributions_in(text)

    for one in found:
        assert one.cue
        assert one.content
        assert 0 <= one.confidence <= 1
        for start, end in (*one.source, *one.cue, *one.content):
            assert text[start:end].strip() == text[start:end] != ""


def test_text_of_marks_alone_neither_fails_nor_yields_anything() -> None:
    text = "“" * 3000 + "…" * 3000 + "\x00\u202e\ufeff\U0001f50d" * 50

    found = attributions_in(text)

    assert not found
