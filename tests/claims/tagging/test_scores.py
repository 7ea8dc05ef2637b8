from pathlib import Path

import pytest

from bench.attribution.brat import UnreadableFolder, marked_texts_in
from bench.attribution.scores import Scores
from firsthand.claims.english.tagging.attribution import Attribution

TEXT = "Ana Belmar said that the office shut in June."
MARKED = Attribution(source=((0, 10),), cue=((11, 15),), content=((16, 44),), confidence=1.0)


def test_what_equals_the_marked_scores_full() -> None:
    scores = Scores()

    scores.add(TEXT, [MARKED], [MARKED])

    assert set(scores.as_f1().values()) == {100.0}


def test_a_part_of_the_source_agrees_but_is_not_exact() -> None:
    scores = Scores()
    shorter = Attribution(source=((4, 10),), cue=MARKED.cue, content=MARKED.content, confidence=1.0)

    scores.add(TEXT, [shorter], [MARKED])

    assert scores.attribution.f1 == 100.0
    assert scores.source_exact.f1 == scores.triple_exact.f1 == 0.0


def test_quotation_marks_left_out_are_no_error() -> None:
    text = "“It shut,” Belmar said."
    marked = Attribution(source=((11, 17),), cue=((18, 22),), content=((0, 10),), confidence=1.0)
    bare = Attribution(source=((11, 17),), cue=((18, 22),), content=((1, 8),), confidence=1.0)
    scores = Scores()

    scores.add(text, [bare], [marked])

    assert scores.triple_exact.f1 == 100.0


def test_one_found_attribution_answers_only_one_marked_one() -> None:
    scores = Scores()

    scores.add(TEXT, [MARKED, MARKED], [MARKED])

    assert scores.attribution.precision == 50.0


@pytest.mark.parametrize("folders", [("text", "attributions"), (".", ".")])
def test_both_brat_layouts_are_read(tmp_path: Path, folders: tuple[str, str]) -> None:
    texts, marks = tmp_path / folders[0], tmp_path / folders[1]
    for folder in (texts, marks):
        folder.mkdir(exist_ok=True)
    (texts / "daily_1.txt").write_text(TEXT, encoding="utf-8")
    (marks / "daily_1_4e07.ann").write_text(
        "T1\tSource 0 10\tAna Belmar\nT2\tCue 11 15\tsaid\n"
        "T3\tContent 16 31;32 44\tthat the office shut in June\n"
        "T4\tAttribution 11 15\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n",
        encoding="utf-8",
    )

    (found,) = marked_texts_in(tmp_path)

    assert found.publisher == "daily"
    assert found.readings[0][0].content == ((16, 31), (32, 44))


def test_a_folder_without_marks_is_refused_with_what_to_do(tmp_path: Path) -> None:
    empty = tmp_path

    with pytest.raises(UnreadableFolder, match="brat layout"):
        marked_texts_in(empty)
