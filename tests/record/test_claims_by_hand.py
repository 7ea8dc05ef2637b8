import pytest

from firsthand.record.claims_by_hand import Told, claim_by_hand
from firsthand.values.claim import Claim, Quotation, Stance
from firsthand.values.errors import BadEntry
from firsthand.values.source import Passage, Role, Source
from firsthand.values.spans import Span, words_at

TEXT = (
    "Ferry line closed\n\n"
    "The council closed the ferry line. “Nobody asked us, and nobody will,” the union said, and "
    "it will go to court.\n"
    'The harbour office said "no" to every question. The council closed the ferry line.\n'
)


def source(text: str = TEXT, publisher: str | None = "The Sluice") -> Source:
    passages = (Passage(span=Span(0, len(text)), role=Role.BODY, place="all"),) if text else ()
    return Source(
        id="s1",
        file="a",
        sha256="0" * 64,
        text=text,
        passages=passages,
        media_type="text/plain",
        publisher=publisher,
    )


def claim(words: str, *via: str, speaker: str = "The union", nth: int = 1) -> Claim:
    return claim_by_hand(source(), Told(speaker=speaker, words=words, via=via, nth=nth))


@pytest.mark.parametrize(
    ("words", "quotation"),
    [
        ("Nobody asked us", Quotation.DIRECT),
        ("nobody will", Quotation.DIRECT),
        ("“Nobody asked us, and nobody will,”", Quotation.DIRECT),
        ("nobody will,” the union said", Quotation.MIXED),
        ("it will go to court", Quotation.INDIRECT),
        ("no", Quotation.DIRECT),
        ("to every question", Quotation.INDIRECT),
    ],
)
def test_words_are_direct_where_they_stand_in_quotation_marks(
    words: str, quotation: Quotation
) -> None:
    found = claim(words)

    assert words_at(found.content, TEXT) == found.text == words
    assert found.quotation is quotation


def test_the_sentence_is_the_one_around_the_words() -> None:
    found = claim("it will go to court")

    assert found.sentence.covers(found.content[0])
    assert found.sentence.within(TEXT).startswith("“Nobody asked us")
    assert found.sentence.within(TEXT).rstrip().endswith("court.")


def test_which_of_several_places_is_meant_can_be_said() -> None:
    first, second = (claim("The council closed", nth=nth) for nth in (1, 2))

    assert first.content[0].start < second.content[0].start
    assert first.id != second.id
    with pytest.raises(BadEntry, match="2 times"):
        claim("The council closed", nth=3)


def test_the_chain_runs_from_the_publisher_to_the_speaker() -> None:
    assert claim("Nobody asked us", "The Wire").chain == ("The Sluice", "The Wire", "The union")
    assert claim("closed", speaker="The Sluice").is_own_voice
    unnamed = claim_by_hand(source(publisher=None), Told(speaker="The union", words="closed"))
    assert unnamed.chain == ("unidentified", "The union")


@pytest.mark.parametrize(("speaker", "via"), [("The Sluice", "The Wire"), ("Ana", "Ana")])
def test_nobody_passes_on_their_own_words(speaker: str, via: str) -> None:
    # The last of the chain is who is counted: a name left out would count somebody else.
    with pytest.raises(BadEntry, match="their own words"):
        claim("closed", via, speaker=speaker)


@pytest.mark.parametrize("words", ["", " ", "nobody ASKED us"])
def test_words_that_do_not_stand_there_are_refused(words: str) -> None:
    with pytest.raises(BadEntry):
        claim(words)


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("It counted 112 posts.", "12 posts", False),
        ("It counted 12 posts.", "12 post", False),
        ("It counted 112 posts, not 12 posts.", "12 posts", True),
        ("当局在国外设立了12个岗位。", "12个", True),
        ("当局在国外设立了12个岗位。", "国外设立", True),
    ],
)
def test_no_word_or_number_is_cut(text: str, words: str, stands: bool) -> None:  # noqa: FBT001 - a case of the table
    told = Told(speaker="The union", words=words)
    if stands:
        assert claim_by_hand(source(text), told).text == words
    else:
        with pytest.raises(BadEntry, match="whole words"):
            claim_by_hand(source(text), told)


def test_the_same_words_at_two_places_of_a_recording_are_two_claims() -> None:
    one, two = (
        claim_by_hand(source(""), Told(speaker="A caller", words="come back", anchor=anchor))
        for anchor in ("02:13–02:41", "03:00–03:05")
    )

    assert one.content == two.content == ()
    assert one.text == "come back"
    assert one.stance is Stance.ASSERTS
    assert one.id != two.id
