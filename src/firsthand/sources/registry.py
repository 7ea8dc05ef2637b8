"""One table: which reader reads which media type. A reader is loaded when its first file comes."""

from importlib import import_module
from typing import Final

from firsthand.sources import media_types as known
from firsthand.sources.captured import Reader

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
}


def reader_for(media_type: str) -> Reader:
    """Give the reader of a media type that ``media_types`` knows."""
    module, name = _READERS[media_type]
    reader: Reader = getattr(import_module(module), name)()
    return reader
