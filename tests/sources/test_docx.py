import io
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from firsthand.values.source import Role
from tests.sources.building import docx_of, folder_with, only_source, read, words_as

REPORT = [
    ("Title", "Doors Abroad"),
    ("Heading 1", "Summary"),
    ("Normal", "Lantern Watch has found 31 offices in 14 countries."),
    ("Caption", "The hall in Brantham."),
    ("List Bullet", "Brantham"),
    ("Normal", "The Interior Service of Kessria did not answer us."),
]


def test_styles_say_what_each_paragraph_does(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.docx": docx_of(REPORT)})

    source = only_source(read(tmp_path))

    assert source.title == "Doors Abroad"
    assert [(each.role.value, each.place) for each in source.passages] == [
        ("title", "paragraph 1"),
        ("heading", "paragraph 2"),
        ("body", "paragraph 3"),
        ("caption", "paragraph 4"),
        ("body", "paragraph 5"),
        ("body", "paragraph 6"),
    ]


def test_the_title_comes_from_the_properties_where_no_paragraph_is_one(tmp_path: Path) -> None:
    paragraphs = [("Normal", "Lantern Watch has found 31 offices in 14 countries.")]
    folder_with(tmp_path, {"a.docx": docx_of(paragraphs, title="Doors Abroad")})

    assert only_source(read(tmp_path)).title == "Doors Abroad"


def test_the_files_own_dates_are_not_the_day_of_publication(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.docx": docx_of(REPORT)})

    assert only_source(read(tmp_path)).published_on is None


def test_struck_words_are_left_out_and_inserted_ones_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:t xml:space='preserve'>There are </w:t></w:r>"
            "<w:del w:id='1' w:author='x'><w:r><w:delText>54</w:delText></w:r></w:del>"
            "<w:ins w:id='2' w:author='x'><w:r><w:t>31</w:t></w:r></w:ins>"
            "<w:r><w:t xml:space='preserve'> offices in all.</w:t></w:r></w:p>"
        ),
    )
    out = io.BytesIO()
    document.save(out)
    folder_with(tmp_path, {"a.docx": out.getvalue()})

    assert words_as(Role.BODY, only_source(read(tmp_path))) == ["There are 31 offices in all."]


def test_the_cells_of_a_table_are_read_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The offices that were found are these, town by town.")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        [cell for row in table.rows for cell in row.cells],
        ["Town", "Offices", "Odel", "3"],
        strict=True,
    ):
        cell.text = words
    out = io.BytesIO()
    document.save(out)
    folder_with(tmp_path, {"a.docx": out.getvalue()})

    assert words_as(Role.BODY, only_source(read(tmp_path)))[1:] == ["Town", "Offices", "Odel", "3"]
