"""PDF files: the words of each page, with the page's number kept beside every paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pypdfium2

from firsthand.sources._pdf_lines import PageLine, lines_on, paragraphs_of
from firsthand.sources.captured import (
    Block,
    Capture,
    Document,
    Refusal,
    TextMode,
    WithoutText,
    digest_of,
    set_in_order,
)
from firsthand.sources.layout import Line, credits_in, roles_of
from firsthand.sources.limits import EXTRACTED_TEXT, PDF_FILE, PDF_PAGES
from firsthand.sources.media_types import PDF
from firsthand.sources.plain import LEFT_OUT
from firsthand.sources.textless import document_without_text
from firsthand.sources.wording import plural, shown
from firsthand.values.errors import UnreadableSource, UnsafeSource
from firsthand.values.source import Role, SourceKind
from firsthand.values.spans import Span

# Titles that programs write into files by themselves.
_NO_TITLE: Final = re.compile(
    r"(?i)microsoft|untitled|sans titre|^(?:document|print)\b|^\W*$"
    r"|\.(?:docx?|indd|pdf|qxd|pptx?|html?)$"
)


class PdfReader:
    """Reads PDF files that hold text."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read the one document in a PDF, and name the pages that are only pictures."""
        del mode
        body = capture.content(PDF_FILE)
        pdf = _opened(body)
        try:
            pages = list(_pages(pdf))
            named = str(pdf.get_metadata_dict().get("Title") or "").strip()
        except pypdfium2.PdfiumError as broken:
            raise UnreadableSource(
                "this PDF is broken. Open it in a viewer, print it to a new PDF, and read that."
            ) from broken
        finally:
            pdf.close()
        if not any(pages) and pages and capture.without_text is WithoutText.KEPT:
            yield document_without_text(capture, digest=digest_of(body), kind=SourceKind.IMAGE)
            return
        if not any(pages):
            raise UnreadableSource(
                "this PDF holds only pictures of pages. Run it through OCR, or write its words "
                "into a text file, and read that."
            )
        title = None if _NO_TITLE.search(named) else named or None
        yield _document(capture, body, pages, title)
        empty = [number for number, lines in enumerate(pages, 1) if not lines]
        if empty:
            yield Refusal(
                file=shown(capture.file),
                message=f"{plural(len(empty), 'page')} without text ({_numbers(empty)}); the rest "
                "was read. If they are scans, run the file through OCR, and read the result.",
            )


def _opened(body: bytes) -> Any:  # noqa: ANN401 - pypdfium2 ships no types
    try:
        pdf = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as broken:
        if "password" in str(broken).lower():
            raise UnreadableSource(
                "this PDF is locked with a password. Save an unlocked copy, and read that."
            ) from broken
        raise UnreadableSource(
            "this PDF is broken or cut short. Fetch it again, then read it."
        ) from broken
    if len(pdf) > PDF_PAGES:
        pdf.close()
        raise UnsafeSource(f"this PDF has more than {PDF_PAGES:,} pages. Split it, and read that.")
    return pdf


def _pages(pdf: Any) -> Iterator[list[PageLine]]:  # noqa: ANN401 - pypdfium2 ships no types
    taken = 0
    for number in range(len(pdf)):
        page = pdf[number]
        words = page.get_textpage()
        lines = lines_on(words, number + 1)
        words.close()
        page.close()
        taken += sum(len(line.text) for line in lines)
        if taken > EXTRACTED_TEXT:
            raise UnsafeSource("this PDF holds more text than a book has. Split it, and read that.")
        yield lines


def _document(
    capture: Capture, body: bytes, pages: Sequence[list[PageLine]], title: str | None
) -> Document:
    paragraphs = paragraphs_of(pages)
    lines = [Line(span=Span(0, 0), words=paragraph.text) for paragraph in paragraphs]
    largest = max((p for p in paragraphs if p.page == paragraphs[0].page), key=lambda p: p.size)
    usual = sorted(p.size for p in paragraphs)[len(paragraphs) // 2]
    is_large = largest.size > 1.25 * usual and len(largest.text.split()) <= 34
    shown_title = largest.text if is_large else title
    roles = roles_of(lines, title=shown_title)
    text, passages = set_in_order(
        Block(text=paragraph.text, role=role, place=paragraph.place)
        for paragraph, role in zip(paragraphs, roles, strict=True)
        if role not in LEFT_OUT
    )
    found = [line.words for line, role in zip(lines, roles, strict=True) if role is Role.TITLE]
    return Document(
        file=capture.file,
        sha256=digest_of(body),
        media_type=PDF,
        text=text,
        passages=passages,
        title=found[0] if found else shown_title,
        captured_at=capture.captured_at,
        address=capture.address,
        credits=credits_in(zip(lines, roles, strict=True)),
    )


def _numbers(pages: Sequence[int]) -> str:
    named = ", ".join(str(page) for page in pages[:8])
    return f"{named}, …" if len(pages) > 8 else named
