from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.drawings.marked_text import Part, marked, voices_of
from firsthand.values.claim import Claim
from firsthand.values.source import Passage, Role, Source
from firsthand.values.spans import Span
from tests.drawings.building import said, source

WORDS = "The desk was shut, the clerk said, and the mayor denied it. " * 3


def a_source() -> Source:
    return source(
        "Daily", ((Role.TITLE, "A desk"), (Role.BODY, WORDS), (Role.BODY, WORDS)), on=None
    )


def spans(length: int) -> st.SearchStrategy[Span]:
    places = st.integers(0, length - 1)
    return st.tuples(places, places).map(lambda pair: Span(min(pair), max(pair) + 1))


@st.composite
def a_source_with_claims(draw: st.DrawFn) -> tuple[Source, list[Claim]]:
    held = a_source()
    any_span = st.lists(spans(len(held.text)), max_size=3).map(tuple)
    speakers = st.sampled_from(["River Watch", "Mayor", "Clerk"])
    claims = [
        replace(
            said(held, "The desk was shut", draw(speakers)),
            id=f"c{number}",
            content=draw(any_span),
            cue=draw(any_span),
            speaker_spans=draw(any_span),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    return held, claims


@given(a_source_with_claims())
def test_pieces_put_together_are_the_text(case: tuple[Source, list[Claim]]) -> None:
    held, claims = case

    passages = marked(held, claims, voices_of(held, claims), len(held.text))

    together = ["".join(piece.text for piece in passage.pieces) for passage in passages]
    assert together == [passage.span.within(held.text) for passage in held.passages]


@given(a_source_with_claims())
def test_a_piece_is_marked_by_the_claims_that_cover_it(case: tuple[Source, list[Claim]]) -> None:
    held, claims = case
    by_id = {claim.id: claim for claim in claims}

    passages = marked(held, claims[:2], voices_of(held, claims), len(held.text))

    for passage, shown in zip(held.passages, passages, strict=True):
        at = passage.span.start
        for piece in shown.pieces:
            here = Span(at, at + len(piece.text))
            content = {mark.claim for mark in piece.marks if mark.part is Part.CONTENT}
            assert content == {
                claim.id
                for claim in claims[:2]
                if any(span.overlaps(here) for span in by_id[claim.id].content)
            }
            at = here.end


@given(a_source_with_claims())
def test_a_claim_begins_in_one_place_at_most(case: tuple[Source, list[Claim]]) -> None:
    held, claims = case

    passages = marked(held, claims, voices_of(held, claims), len(held.text))

    begun = [claim for p in passages for piece in p.pieces for claim, _ in piece.begins]
    assert len(begun) == len(set(begun))


def test_a_claim_inside_another_runs_below_it_all_along() -> None:
    held = a_source()
    outer = said(held, "The desk was shut, the clerk said", "Mayor")
    inner = said(held, "the clerk said", "Clerk")

    passages = marked(held, [inner, outer], voices_of(held, [inner, outer]), len(held.text))
    lanes = {
        (mark.claim, mark.lane) for p in passages for piece in p.pieces for mark in piece.marks
    }

    assert lanes == {(outer.id, 0), (inner.id, 1)}


def test_text_past_the_limit_is_left_out() -> None:
    held = a_source()

    passages = marked(held, [], {}, 20)

    assert "".join(piece.text for p in passages for piece in p.pieces) == "A desk" + WORDS[:13]


def test_speakers_keep_their_letters_and_the_publisher_comes_last() -> None:
    held = a_source()
    own = said(held, "The desk was shut")
    others = [said(held, "the clerk said", name) for name in ("Clerk", "unidentified", "Mayor")]

    voices = voices_of(held, [own, *others])

    assert [(voice.letter, name) for name, voice in voices.items()] == [
        ("A", "Clerk"),
        ("B", "Mayor"),
        ("C", "unidentified"),
        ("D", "Daily"),
    ]


def test_furniture_is_known_from_the_story() -> None:
    held = Passage(span=Span(0, 4), role=Role.FURNITURE, place="bytes 0-4")
    menu = replace(a_source(), text="Menu", passages=(held,))

    (passage,) = marked(menu, [], {}, 10)

    assert passage.is_quiet
