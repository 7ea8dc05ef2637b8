"""DOCX files: paragraphs and table rows in order, headings by style, title from the properties."""

import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from firsthand.sources._page_facts import is_web_address
from firsthand.sources._zips import BAD_MEMBER, opened_zip
from firsthand.sources.captured import (
    Block,
    Capture,
    Document,
    Refusal,
    TextMode,
    digest_of,
    set_in_order,
)
from firsthand.sources.layout import Line, credits_in, is_other_matter, roles_of
from firsthand.sources.limits import DOCX_FILE, EXTRACTED_TEXT, UNPACKED_DOCX
from firsthand.sources.media_types import DOCX
from firsthand.sources.plain import LEFT_OUT
from firsthand.values.errors import UnreadableSource, UnsafeSource
from firsthand.values.source import Role
from firsthand.values.spans import Span

_PARAGRAPH: Final = qn("w:p")
_CELL: Final = qn("w:tc")
# Struck-out words are no longer said; a fallback says the same as the shape before it.
_UNSAID: Final = frozenset(
    {
        qn("w:del"),
        qn("w:moveFrom"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
# What the library raises over files that break the rules of their format.
_BAD_DOCX: Final = (
    OpcError, LookupError, ValueError, AttributeError, TypeError, OSError, etree.LxmlError
)  # fmt: skip
_ROLE_OF_STYLE: Final = {"title": Role.TITLE, "subtitle": Role.HEADING, "caption": Role.CAPTION}


class DocxReader:
    """Reads Word files of the kind that ends in .docx."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read the one document in a DOCX file."""
        del mode
        body = capture.content(DOCX_FILE)
        opened_zip(io.BytesIO(body), unpacked_at_most=UNPACKED_DOCX).close()
        try:
            document = docx.Document(io.BytesIO(body))
            told = list(_paragraphs(document))
        except (*_BAD_DOCX, *BAD_MEMBER) as broken:
            raise UnreadableSource(
                "this DOCX file is broken. Open it in an office program, save it again, and read "
                "that."
            ) from broken
        if sum(len(words) for words, _, _ in told) > EXTRACTED_TEXT:
            raise UnsafeSource("it holds more text than a book has. Split it, and read that.")
        if not told:
            raise UnreadableSource(
                "this DOCX file holds no words. If it holds pictures of pages, run them through "
                "OCR, and read the result."
            )
        properties = document.core_properties
        title = next((words for words, role, _ in told if role is Role.TITLE), None)
        title = title or properties.title or None
        lines = [Line(span=Span(0, 0), words=words) for words, _, _ in told]
        roles = _settled([role for _, role, _ in told], roles_of(lines, title=title), lines)
        text, passages = set_in_order(
            Block(text=words, role=role, place=place)
            for (words, _, place), role in zip(told, roles, strict=True)
            if role not in LEFT_OUT
        )
        shown = next((w.words for w, r in zip(lines, roles, strict=True) if r is Role.TITLE), None)
        # The dates in a DOCX file are the file's own, not the day its words were published.
        yield Document(
            file=capture.file,
            sha256=digest_of(body),
            media_type=DOCX,
            text=text,
            passages=passages,
            title=shown or title,
            author=properties.author or None,
            captured_at=capture.captured_at,
            address=capture.address,
            credits=credits_in(zip(lines, roles, strict=True)),
            links=_links(document),
        )


def _paragraphs(document: Any) -> Iterator[tuple[str, Role | None, str]]:  # noqa: ANN401 - python-docx ships no types
    names = {style.style_id: (style.name or "").lower() for style in document.styles}
    for number, paragraph in enumerate(document.element.body.iter(_PARAGRAPH), 1):
        words = " ".join(_words(paragraph).split())
        if not words:
            continue
        style = names.get(paragraph.style or "", "")
        role = _ROLE_OF_STYLE.get(style) or (Role.HEADING if style.startswith("heading") else None)
        is_item = style.startswith("list") or next(paragraph.iterancestors(_CELL), None) is not None
        yield words, role or (Role.BODY if is_item else None), f"paragraph {number}"


def _words(paragraph: Any) -> str:  # noqa: ANN401 - python-docx ships no types
    said: list[str] = []
    for node in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")):
        above = list(node.iterancestors())
        if any(each.tag in _UNSAID for each in above):
            continue
        # Words in a text box belong to the box's own paragraph.
        if next(each for each in above if each.tag == _PARAGRAPH) is paragraph:
            said.append((node.text or "") if node.tag == qn("w:t") else " ")
    return "".join(said)


def _settled(
    told: Sequence[Role | None], looks: Sequence[Role], lines: Sequence[Line]
) -> list[Role]:
    """Weigh a paragraph's style against its look; a first heading may be the title."""
    has_title = Role.TITLE in told
    return [
        look
        if own is None or (own is Role.HEADING and is_other_matter(line.words, look))
        else (Role.TITLE if look is Role.TITLE and not has_title else own)
        for own, look, line in zip(told, looks, lines, strict=True)
    ]


def _links(document: Any) -> tuple[str, ...]:  # noqa: ANN401 - python-docx ships no types
    targets = (
        relation.target_ref for relation in document.part.rels.values() if relation.is_external
    )
    return tuple(sorted({target for target in targets if is_web_address(target)}))
