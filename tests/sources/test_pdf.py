from pathlib import Path

import pytest

from firsthand.values.source import Role
from tests.sources.building import folder_with, only_source, pdf_of, read, words_as

FIRST = [
    (10, "Lantern Watch - Report 3"),
    (22, "Doors Abroad"),
    (11, ""),
    (11, "Lantern Watch has found 31 offices in 14 countries. None of them has been"),
    (11, "declared to its host, and none has answered our letters."),
    (11, ""),
    (11, "Six people told us that they were handed unsigned letters, and that the men who"),
]
SECOND = [
    (10, "Lantern Watch - Report 3"),
    (11, ""),
    (11, "gave them the letters knew where their parents live."),
    (11, ""),
    (11, "The Interior Service of Kessria did not answer us."),
]
THIRD = [(10, "Lantern Watch - Report 3"), (11, ""), (11, "The annex lists all offices by town.")]


def test_a_report_gives_its_title_and_paragraphs_with_their_pages(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.pdf": pdf_of([FIRST, SECOND, THIRD])})

    source = only_source(read(tmp_path))

    assert source.title == "Doors Abroad"
    assert [(each.role.value, each.place) for each in source.passages] == [
        ("title", "page 1"),
        ("body", "page 1"),
        ("body", "pages 1-2"),
        ("body", "page 2"),
        ("body", "page 3"),
    ]


def test_a_sentence_that_runs_over_lines_and_pages_is_one_sentence(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.pdf": pdf_of([FIRST, SECOND, THIRD])})

    source = only_source(read(tmp_path))

    assert "None of them has been declared to its host" in source.text
    assert "the men who gave them the letters knew" in source.text


def test_heads_that_run_over_every_page_are_left_out(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.pdf": pdf_of([FIRST, SECOND, THIRD])})

    source = only_source(read(tmp_path))

    assert "Report 3" not in source.text


def test_a_scan_without_text_is_refused_and_told_to_go_through_ocr(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.pdf": pdf_of([[], []])})

    reading = read(tmp_path)

    assert reading.sources == ()
    assert "only pictures of pages. Run it through OCR" in reading.refusals[0].message


def test_a_scanned_page_among_others_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.pdf": pdf_of([FIRST, [], THIRD])})

    reading = read(tmp_path)

    assert len(reading.sources) == 1
    assert "1 page without text (2)" in reading.refusals[0].message


@pytest.mark.parametrize(
    ("named", "title"), [("Doors Abroad", "Doors Abroad"), ("Microsoft Word - x.docx", None)]
)
def test_a_title_that_a_program_wrote_is_no_title(
    tmp_path: Path, named: str, title: str | None
) -> None:
    page = [(11, "Lantern Watch has found 31 offices in 14 countries, it said.")]
    folder_with(tmp_path, {"a.pdf": pdf_of([page], title=named)})

    source = only_source(read(tmp_path))

    assert source.title == title
    assert words_as(Role.BODY, source) == [page[0][1]]


def test_a_file_date_is_not_taken_for_the_day_of_publication(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.pdf": pdf_of([FIRST])})

    assert only_source(read(tmp_path)).published_on is None
