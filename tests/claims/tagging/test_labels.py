from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.english.tagging.labels import LABELS, Part, Stretch, labels_from, stretches_of


@given(st.lists(st.tuples(st.sampled_from(Part), st.integers(1, 5), st.integers(0, 2))))
def test_stretches_survive_being_spelled_out_as_labels(drawn: list[tuple[Part, int, int]]) -> None:
    stretches = []
    length = 0
    for part, size, gap in drawn:
        first = length + gap
        length = first + size
        stretches.append(Stretch(part=part, first=first, last=length, confidence=1.0))

    labels = labels_from(stretches, length)

    assert stretches_of(labels, [1.0] * length) == stretches


@given(st.lists(st.sampled_from(LABELS)))
def test_any_labels_make_stretches_in_order_that_do_not_overlap(labels: list[str]) -> None:
    found = stretches_of(labels, [0.5] * len(labels))

    ends = [0, *(stretch.last for stretch in found)]

    assert all(stretch.first < stretch.last for stretch in found)
    assert all(end <= stretch.first for end, stretch in zip(ends, found, strict=False))


def test_where_marks_overlap_the_earlier_one_stays_whole() -> None:
    cue = Stretch(part=Part.CUE, first=0, last=3, confidence=1.0)
    source = Stretch(part=Part.SOURCE_AFTER, first=2, last=4, confidence=1.0)

    labels = labels_from([cue, source], 4)

    assert labels == ["B-Q", "I-Q", "I-Q", "I-SR"]
