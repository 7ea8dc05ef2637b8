from dataclasses import replace

import pytest

from firsthand.origins.tracing import trace
from firsthand.values.echo import Direction, Echo, EchoKind, EvidenceKind
from firsthand.values.source import Passage, Role, Source
from firsthand.values.spans import Span
from tests.origins.stories import page

PARTS = [
    "The harbour office opened its doors at seven and forty people stood in the rain before it.",
    "A clerk with a tin box walked along the line and gave each of them a number on blue paper.",
    "By noon the numbers had run out, and a second line had formed behind the fish hall.",
    "Nobody could say who had called them there or which form they were meant to bring along.",
    "At four the shutters came down, and the clerk told those who were left to try on Friday.",
    "On Friday the office stayed shut, and somebody had scratched a rude word into the paint.",
]
WHOLE = " ".join(PARTS)
OTHER = (
    "The council spent its evening on drains. Three members spoke about the pump in Mill Lane, "
    "two about its price, and one about a swan that has been living behind it since the spring."
)


def echoes(*sources: Source) -> tuple[Echo, ...]:
    return trace(sources, claims=[]).echoes


def test_a_later_copy_derives_from_the_earlier_text() -> None:
    wire, copy = page("Wire", WHOLE, on="2025-03-01"), page("Portal", WHOLE, on="2025-03-02")

    (echo,) = echoes(copy, wire)

    assert (echo.derived, echo.root, echo.kind) == (copy.id, wire.id, EchoKind.COPY)
    assert echo.direction is Direction.KNOWN
    assert echo.evidence[0].kind is EvidenceKind.SHARED_TEXT


def test_a_shortened_copy_is_a_cut() -> None:
    wire = page("Wire", WHOLE, on="2025-03-01")
    cut = page("Portal", " ".join(PARTS[:3]), on="2025-03-02")

    (echo,) = echoes(cut, wire)

    assert (echo.derived, echo.kind) == (cut.id, EchoKind.CUT)


def test_text_taken_over_among_new_words_in_new_order_is_a_rewrite() -> None:
    wire = page("Wire", WHOLE, on="2025-03-01")
    rewrite = page("Portal", f"{PARTS[4]} {OTHER} {PARTS[1]} {PARTS[0]}", on="2025-03-02")

    (echo,) = echoes(rewrite, wire)

    assert (echo.derived, echo.kind) == (rewrite.id, EchoKind.REWRITE)


def test_evidence_points_at_the_same_words_on_both_sides() -> None:
    wire = page("Wire", f"{OTHER} {PARTS[0]} {PARTS[1]}", on="2025-03-01")
    rewrite = page("Portal", f"{PARTS[0]} {PARTS[1]} It went on for hours.", on="2025-03-02")

    (echo,) = echoes(rewrite, wire)

    shared = echo.evidence[0]
    ours = [span.within(rewrite.text) for span in shared.left]
    theirs = [span.within(wire.text) for span in shared.right]
    assert ours == theirs
    assert any("tin box" in words for words in ours)


def test_copies_of_one_story_lead_to_its_root_and_not_to_one_another() -> None:
    wire = page("Wire", WHOLE, on="2025-03-01")
    copies = [page(f"Paper {n}", WHOLE, on=f"2025-03-{n + 2:02}") for n in range(8)]

    found = echoes(*copies, wire)

    assert {(echo.derived, echo.root) for echo in found} == {(c.id, wire.id) for c in copies}


def test_a_copy_of_an_altered_copy_leads_to_the_altered_one() -> None:
    wire = page("Wire", WHOLE, on="2025-03-01")
    altered = page("Portal", f"{' '.join(PARTS[:4])} {OTHER}", on="2025-03-02")
    again = page("Blog", f"{' '.join(PARTS[:4])} {OTHER}", on="2025-03-03")

    found = echoes(again, altered, wire)

    assert (again.id, altered.id) in {(echo.derived, echo.root) for echo in found}
    assert (again.id, wire.id) not in {(echo.derived, echo.root) for echo in found}


def test_texts_on_other_matters_are_no_echoes() -> None:
    assert echoes(page("Wire", WHOLE), page("Daily", OTHER, on="2025-03-02")) == ()


def test_equal_dates_leave_the_direction_unknown() -> None:
    one, other = page("Wire", WHOLE), page("Portal", WHOLE)

    (echo,) = echoes(one, other)

    assert echo.direction is Direction.UNKNOWN


def test_a_credit_line_tells_the_direction_on_one_day() -> None:
    wire, paper = page("Wire", WHOLE), page("Daily", WHOLE, credits=("Wire",))

    (echo,) = echoes(wire, paper)

    assert (echo.derived, echo.root) == (paper.id, wire.id)
    assert echo.direction is Direction.KNOWN
    assert EvidenceKind.CREDIT in {evidence.kind for evidence in echo.evidence}


@pytest.mark.parametrize("role", [Role.FURNITURE, Role.TEASER, Role.CAPTION, Role.CREDIT])
def test_what_whole_sites_share_is_no_shared_text(role: Role) -> None:
    one = furnished(page("Daily", f"{PARTS[0]} {OTHER}"), role)
    other = furnished(page("Courier", f"{PARTS[3]} {OTHER}", on="2025-03-02"), role)

    assert echoes(one, other) == ()


def test_chinese_text_is_compared_by_its_characters() -> None:
    story = (
        "港口办公室七点开门，四十个人在雨中排队等候，一名职员拿着铁盒沿队伍分发号码，"
        "中午号码发完了。"
    )
    wire = page("通讯社", story, on="2025-03-01", lang="zh")
    copy = page("晚报", story + "下午四点窗口关闭。", on="2025-03-02", lang="zh")

    (echo,) = echoes(copy, wire)

    assert (echo.derived, echo.root) == (copy.id, wire.id)


def furnished(source: Source, role: Role) -> Source:
    split = source.text.index(OTHER)
    return replace(
        source,
        passages=(
            Passage(span=Span(0, split), role=Role.BODY, place="a"),
            Passage(span=Span(split, len(source.text)), role=role, place="b"),
        ),
    )
