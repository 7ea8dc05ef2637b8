"""Pictures and recordings told by their first bytes alone: names lie, and their sizes do too.

Nothing here follows a length that a file declares of itself; only its first bytes are looked at.
"""

import re
from typing import Final

PICTURES: Final = frozenset(
    {"image/png", "image/jpeg", "image/webp", "image/gif", "image/tiff", "image/heic", "image/avif"}
)
RECORDINGS: Final = frozenset(
    {
        "audio/ogg", "audio/mpeg", "audio/mp4", "audio/wav", "audio/flac", "audio/amr", "audio/aac",
        "video/ogg", "video/mp4", "video/webm", "video/quicktime", "video/3gpp",
        "video/x-matroska", "video/x-msvideo",
    }
)  # fmt: skip

_STARTS: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
)
_RIFF: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_EBML: Final = b"\x1a\x45\xdf\xa3"
_EBML_DOCUMENT: Final = re.compile(rb"\x42\x82[\x80-\xff](webm|matroska)")
_EBML_TYPES: Final = {b"webm": "video/webm", b"matroska": "video/x-matroska"}

_BRANDS: Final = (
    (re.compile(rb"hei[cxms]|hev[cxms]|mif1|msf1"), "image/heic"),
    (re.compile(rb"avi[fs]"), "image/avif"),
    (re.compile(rb"M4[AB] "), "audio/mp4"),
    (re.compile(rb"qt  "), "video/quicktime"),
    (re.compile(rb"3g[pg2]."), "video/3gpp"),
    (re.compile(rb"iso[m2-9]|mp4[12]|avc1|dash|MSNV|M4V |f4v |mmp4"), "video/mp4"),
)
_OLD_QUICKTIME: Final = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})


def type_without_text(start: bytes) -> str | None:
    """Tell a picture's or recording's media type from a file's first bytes, None for all else.

    >>> type_without_text(b"GIF89a<script>"), type_without_text(b"Ghost")
    ('image/gif', None)
    """
    for magic, media_type in _STARTS:
        if start.startswith(magic):
            return media_type
    if start.startswith(b"OggS"):
        return "video/ogg" if b"\x80theora" in start[:512] else "audio/ogg"
    if start.startswith(_EBML):
        found = _EBML_DOCUMENT.search(start[:512])
        return _EBML_TYPES[found.group(1)] if found else None
    if start[:1] == b"\x00" and len(start) >= 12:
        return _in_boxes(start)
    return _RIFF.get(start[8:12]) if start.startswith(b"RIFF") else None


def type_of_bare_sound(start: bytes) -> str | None:
    """Tell an MP3 or AAC stream that begins without a header of its own.

    Two bytes are all there is to tell by, and a text in a rare encoding may begin with them: ask
    only of a file whose name speaks of sound.
    """
    if len(start) < 4 or start[0] != 0xFF:
        return None
    if start[1] & 0xF6 == 0xF0:
        return "audio/aac"
    is_layer_3 = start[1] & 0xE6 == 0xE2
    return "audio/mpeg" if is_layer_3 and start[2] & 0xF0 != 0xF0 else None


def _in_boxes(start: bytes) -> str | None:
    """Read the first box of the family that MP4, QuickTime, 3GP and HEIC belong to."""
    if start[4:8] in _OLD_QUICKTIME:
        return "video/quicktime"
    if start[4:8] != b"ftyp":
        return None
    brand = start[8:12]
    if brand in {b"mif1", b"msf1"} and b"avif" in start[16:64]:
        return "image/avif"
    return next((media_type for known, media_type in _BRANDS if known.fullmatch(brand)), None)
