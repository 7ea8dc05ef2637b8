from math import inf, nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from firsthand.values.anchor import PageBox, TimeRange, anchor_from
from firsthand.values.errors import BadRequest


def test_a_box_says_where_it_is() -> None:
    box = PageBox(page=3, x0=0, y0=1 / 3, x1=0.5, y1=1)

    assert box.spelled() == "page 3, box 0–50 % across, 33.3–100 % down"


@pytest.mark.parametrize(
    ("page", "x0", "x1"),
    [
        (0, 0.1, 0.2),
        (-1, 0.1, 0.2),
        (1, 0.2, 0.1),
        (1, 0.2, 0.2),
        (1, -0.1, 1),
        (1, 0, 1.1),
        (1, nan, 0.5),
        (1, 0.5, nan),
        (1, 0, inf),
    ],
)
def test_a_box_that_is_nowhere_on_a_page_is_refused(page: int, x0: float, x1: float) -> None:
    with pytest.raises(BadRequest):
        PageBox(page=page, x0=x0, y0=0.1, x1=x1, y1=0.2)


@pytest.mark.parametrize(
    ("start_s", "end_s", "spelled"),
    [
        (133, 161, "02:13–02:41"),
        (0, 59.9, "00:00–00:59"),
        (3600, 7325, "1:00:00–2:02:05"),
        (5.2, 5.7, "00:05.2–00:05.7"),
    ],
)
def test_a_stretch_of_time_is_spelled_as_a_player_shows_it(
    start_s: float, end_s: float, spelled: str
) -> None:
    assert TimeRange(start_s=start_s, end_s=end_s).spelled() == spelled


@pytest.mark.parametrize(
    ("start_s", "end_s"), [(2, 1), (1, 1), (-1, 3), (0, inf), (nan, 1), (0, nan)]
)
def test_a_stretch_that_is_nowhere_in_a_recording_is_refused(start_s: float, end_s: float) -> None:
    with pytest.raises(BadRequest):
        TimeRange(start_s=start_s, end_s=end_s)


@given(st.integers(1, 9999), st.tuples(*[st.integers(0, 1000)] * 4))
def test_a_box_is_read_as_it_is_spelled(page: int, sides: tuple[int, ...]) -> None:
    x0, y0, x1, y1 = (side / 1000 for side in sides)
    assume(x0 < x1 and y0 < y1)
    spelled = PageBox(page=page, x0=x0, y0=y0, x1=x1, y1=y1).spelled()

    assert anchor_from(spelled).spelled() == spelled
    assert anchor_from(spelled.replace("–", "-")).spelled() == spelled


@given(st.integers(0, 90_000), st.integers(1, 90_000))
def test_a_stretch_is_read_as_it_is_spelled(start_s: int, lasts_s: int) -> None:
    stretch = TimeRange(start_s=start_s, end_s=start_s + lasts_s)

    assert anchor_from(stretch.spelled()) == stretch


@pytest.mark.parametrize(
    "told",
    ["", "somewhere", "page 0", "page 3, box", "02:41-02:13", "1..2-3", ":-:", f"0-{'9' * 400}",
     "page 1, box 50-10 % across, 0-10 % down", "02:13"],
)  # fmt: skip
def test_what_is_no_place_is_refused(told: str) -> None:
    with pytest.raises(BadRequest):
        anchor_from(told)
