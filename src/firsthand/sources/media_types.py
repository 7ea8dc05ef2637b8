"""What sort of bytes a capture holds: by their first bytes, then by ending or declaration.

Invariant: no name makes a picture or recording into a page; what begins as one is one, whatever
else its bytes may spell further on.
"""

from pathlib import PurePosixPath
from typing import Final

from firsthand.sources._picture_and_sound import PICTURES, type_of_bare_sound, type_without_text
from firsthand.sources.captured import WithoutText
from firsthand.values.errors import UnreadableSource

PLAIN: Final = "text/plain"
CSV: Final = "text/csv"
HTML: Final = "text/html"
PDF: Final = "application/pdf"
MAIL: Final = "message/rfc822"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
JSON_LINES: Final = "application/jsonl"
WARC: Final = "application/warc"
WACZ: Final = "application/wacz"
JSON: Final = "application/json"

_BY_ENDING: Final = {
    ".txt": PLAIN, ".text": PLAIN, ".md": PLAIN, ".markdown": PLAIN, ".srt": PLAIN, ".vtt": PLAIN,
    ".log": PLAIN, ".csv": CSV, ".tsv": CSV, ".html": HTML, ".htm": HTML, ".xhtml": HTML,
    ".pdf": PDF, ".eml": MAIL, ".docx": DOCX, ".jsonl": JSON_LINES, ".ndjson": JSON_LINES,
    ".warc": WARC, ".wacz": WACZ, ".json": JSON,
}  # fmt: skip
_BY_DECLARATION: Final = {
    "application/xhtml+xml": HTML,
    "application/x-ndjson": JSON_LINES,
    "application/x-pdf": PDF,
    "application/warc": WARC,
    "application/x-wacz": WACZ,
    "text/markdown": PLAIN,
    "text/tab-separated-values": CSV,
}
# A server's JSON is read as the text it is; only a file's own ending promises an export.
_READ: Final = frozenset({*_BY_ENDING.values()} - {JSON})

_PICTURE: Final = (
    "it is a picture. Write down what it says in a text file, list it with kind image, and read "
    "that."
)
_SOUND: Final = (
    "it is sound or film. Write down what is said in a text file, list it with kind recording, and "
    "read that."
)
_OLD_OFFICE: Final = "it is an office file of a kind not read here. Save it as DOCX or PDF."
_ARCHIVE: Final = "it is an archive. Unpack it into a folder, and read the folder."
_REFUSED_ENDINGS: Final = {
    **dict.fromkeys([".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic",
                     ".svg", ".avif", ".heif"], _PICTURE),
    **dict.fromkeys([".mp3", ".mp4", ".wav", ".m4a", ".ogg", ".mov", ".avi", ".webm", ".mkv",
                     ".flac", ".amr", ".opus", ".oga", ".ogv", ".3gp", ".m4v", ".aac"],
                    _SOUND),
    **dict.fromkeys([".doc", ".rtf", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".pages"],
                    _OLD_OFFICE),
    **dict.fromkeys([".zip", ".gz", ".tar", ".tgz", ".7z", ".rar", ".bz2", ".xz"], _ARCHIVE),
    ".mhtml": "it is a page saved as MHTML. Save it as HTML or WACZ.",
    ".mht": "it is a page saved as MHTML. Save it as HTML or WACZ.",
    ".msg": "it is an Outlook message. Save it as EML.",
}  # fmt: skip
_MAGIC: Final = (
    (b"%PDF-", PDF),
    (b"WARC/", WARC),
)
_REFUSED_MAGIC: Final = (
    (b"\xd0\xcf\x11\xe0", _OLD_OFFICE),
    (b"{\\rtf", _OLD_OFFICE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"BZh", _ARCHIVE),
)
_HTML_STARTS: Final = (b"<!doctype html", b"<html", b"<head", b"<?xml")


def media_type_of(
    name: str,
    start: bytes,
    declared: str | None = None,
    *,
    without_text: WithoutText = WithoutText.REFUSED,
) -> str:
    """Tell the media type from the first bytes, the name's ending and what was declared.

    Raises UnreadableSource, with what to do, for kinds that are not read here; pictures and
    recordings are among them unless those without text are kept.
    """
    ending = _ending(name)
    textless = type_without_text(start)
    if textless is None and _REFUSED_ENDINGS.get(ending) == _SOUND:
        textless = type_of_bare_sound(start)
    if textless and without_text is WithoutText.KEPT:
        return textless
    if textless:
        raise UnreadableSource(_PICTURE if textless in PICTURES else _SOUND)
    by_name = _BY_ENDING.get(ending) or _declared(declared)
    by_bytes = _by_first_bytes(start, ending)
    if by_bytes:
        return by_bytes
    if by_name in {DOCX, WACZ, PDF}:
        # The name says a format whose first bytes are not there.
        raise UnreadableSource(
            f"its name says {ending or declared}, its bytes do not. Fetch it again; if it is text "
            "after all, give it the ending .txt."
        )
    if by_name:
        return by_name
    refusal = _REFUSED_ENDINGS.get(ending)
    if refusal in {_PICTURE, _SOUND} and without_text is WithoutText.KEPT and ending != ".svg":
        raise UnreadableSource(
            f"its name says {ending}, its first bytes are of no picture, sound or film known here. "
            "Fetch it again, or save it anew from the program that made it."
        )
    if refusal:
        raise UnreadableSource(refusal)
    return HTML if start[:256].lstrip().lower().startswith(_HTML_STARTS) else PLAIN


def _ending(name: str) -> str:
    path = PurePosixPath(name.lower())
    if path.name.endswith(".warc.gz"):
        return ".warc"
    return path.suffix


def _declared(declared: str | None) -> str | None:
    media_type = (declared or "").split(";")[0].strip().lower()
    media_type = _BY_DECLARATION.get(media_type, media_type)
    return media_type if media_type in _READ else None


def _by_first_bytes(start: bytes, ending: str) -> str | None:
    for magic, media_type in _MAGIC:
        if start.startswith(magic):
            return media_type
    if start.startswith(b"PK\x03\x04"):
        if ending in {".docx", ".wacz"}:
            return _BY_ENDING[ending]
        raise UnreadableSource(_REFUSED_ENDINGS.get(ending, _ARCHIVE))
    if start.startswith(b"\x1f\x8b"):
        if ending == ".warc":
            return WARC
        raise UnreadableSource(_ARCHIVE)
    for magic, refusal in _REFUSED_MAGIC:
        if start.startswith(magic):
            raise UnreadableSource(refusal)
    return None
