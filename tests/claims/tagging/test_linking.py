from firsthand.claims.english.tagging.labels import Part, Stretch
from firsthand.claims.english.tagging.linking import LinkWeights, Scene, linked
from firsthand.claims.english.tagging.modelfile import shipped_model


def scene(words: str, *stretches: tuple[Part, int, int]) -> Scene:
    return Scene(
        words=words.split(),
        sentences=[0],
        stretches=[
            Stretch(part=part, first=first, last=last, confidence=1.0)
            for part, first, last in stretches
        ],
    )


def test_two_cues_may_share_one_source() -> None:
    shared = scene(
        "Belmar said it shut and claimed it burned",
        (Part.SOURCE_BEFORE, 0, 1),
        (Part.CUE, 1, 2),
        (Part.CONTENT_AFTER, 2, 4),
        (Part.CUE, 5, 6),
        (Part.CONTENT_AFTER, 6, 8),
    )

    said, claimed = linked(shared, shipped_model().links)

    assert said.source == claimed.source == shared.stretches[0]
    assert [one.first for one in claimed.contents] == [6]


def test_each_side_of_a_cue_belongs_to_it() -> None:
    split = scene(
        "“ It shut ” said Belmar . “ It burned ”",
        (Part.CONTENT_BEFORE, 0, 4),
        (Part.CUE, 4, 5),
        (Part.SOURCE_AFTER, 5, 6),
        (Part.CONTENT_AFTER, 7, 11),
    )

    (said,) = linked(split, shipped_model().links)

    assert [one.first for one in said.contents] == [0, 7]
    assert said.source == split.stretches[2]


def test_a_cue_without_content_yields_nothing() -> None:
    bare = scene("Belmar said", (Part.SOURCE_BEFORE, 0, 1), (Part.CUE, 1, 2))

    found = linked(bare, shipped_model().links)

    assert not found


def test_an_unlikely_source_is_left_out_rather_than_guessed() -> None:
    far = scene(
        "Belmar said it shut",
        (Part.SOURCE_BEFORE, 0, 1),
        (Part.CUE, 1, 2),
        (Part.CONTENT_AFTER, 2, 4),
    )
    weights = LinkWeights(source={"always": -3.0}, content={}, least_source=0.5, least_content=0.5)

    (said,) = linked(far, weights)

    assert said.source is None


def test_a_dimly_seen_source_is_taken_only_where_no_other_fits() -> None:
    dim = Stretch(part=Part.SOURCE_BEFORE, first=0, last=1, confidence=0.4)
    bright = Stretch(part=Part.SOURCE_BEFORE, first=2, last=3, confidence=1.0)
    cue = Stretch(part=Part.CUE, first=3, last=4, confidence=1.0)
    content = Stretch(part=Part.CONTENT_AFTER, first=4, last=6, confidence=1.0)
    words = ["Belmar", "and", "Roe", "said", "it", "shut"]
    with_both = Scene(words=words, sentences=[0], stretches=[bright, cue, content], doubtful=[dim])
    with_dim = Scene(words=words, sentences=[0], stretches=[cue, content], doubtful=[dim])

    (both,) = linked(with_both, shipped_model().links)
    (only_dim,) = linked(with_dim, shipped_model().links)

    assert both.source == bright
    assert only_dim.source == dim
    assert only_dim.confidence <= 0.4
