"""One table: which reader reads which media type. A reader is loaded when its first file comes."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Final

from firsthand.sources import media_types as known
from firsthand.sources._picture_and_sound import PICTURES, RECORDINGS
from firsthand.sources.captured import Capture, Document, Reader, Refusal, TextMode
from firsthand.sources.limits import DEEPEST
from firsthand.sources.wording import shown
from firsthand.values.errors import UnreadableSource, UnsafeSource

# Names, not classes: the libraries behind PDF, HTML, DOCX and WARC take longer to load than a text
# file takes to read.
_READERS: Final = {
    known.PLAIN: ("firsthand.sources.plain", "PlainReader"),
    known.CSV: ("firsthand.sources.plain", "PlainReader"),
    known.HTML: ("firsthand.sources.html", "HtmlReader"),
    known.PDF: ("firsthand.sources.pdf", "PdfReader"),
    known.MAIL: ("firsthand.sources.eml", "MailReader"),
    known.DOCX: ("firsthand.sources.docx_file", "DocxReader"),
    known.JSON_LINES: ("firsthand.sources.jsonl", "JsonLinesReader"),
    known.WARC: ("firsthand.sources.warc", "WarcReader"),
    known.WACZ: ("firsthand.sources.wacz", "WaczReader"),
    known.JSON: ("firsthand.sources.telegram", "TelegramReader"),
    **dict.fromkeys(PICTURES, ("firsthand.sources.textless", "TextlessReader")),
    **dict.fromkeys(RECORDINGS, ("firsthand.sources.textless", "TextlessReader")),
}


def reader_for(media_type: str) -> Reader:
    """Give the reader of a media type that ``media_types`` knows."""
    module, name = _READERS[media_type]
    reader: Reader = getattr(import_module(module), name)()
    return reader


def read_part(part: Capture, mode: TextMode, *, name: str = "") -> Iterator[Document | Refusal]:
    """Read a thing found inside another, and refuse it by name where that fails.

    ``name`` is what the thing is called inside its container; it only helps to tell its kind.
    """
    try:
        if part.depth > DEEPEST:
            raise UnsafeSource(
                f"it lies more than {DEEPEST} files deep in other files. Take it out, and read it "
                "by itself."
            )
        start = part.content(4 * 1024 * 1024 * 1024)[:4096]
        media_type = known.media_type_of(
            name, start, part.media_type, without_text=part.without_text
        )
        yield from reader_for(media_type).read(replace(part, media_type=media_type), mode)
    except UnreadableSource as refused:
        yield Refusal(file=shown(part.file), message=str(refused))
