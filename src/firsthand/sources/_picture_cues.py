"""Lines that describe a picture or say whose it is.

A story may speak of pictures too ("was seen in a video"), so a cue is the way captions speak: in
the present, of *this* photo, or with a credit at the end.
"""

import re
from typing import Final

_PICTURE: Final = "photo|photograph|image|picture"

# Every shape below holds one of these; most lines hold none, and need no closer look.
_TELLTALES: Final = (
    "photo", "image", "picture", "credit", "caption", "illustration", "graphic", "map", "video",
    "screen", "file", "handout", "undated", "archive", "stock", "supplied", "submitted", "courtesy",
    "getty", "crédit", "légende", "foto", "imagen", "/", "图", "圖", "摄", "攝",
)  # fmt: skip


def may_describe(line: str) -> bool:
    """Tell whether a line holds a word without which no shape below fits."""
    folded = line.casefold()
    return any(word in folded for word in _TELLTALES)


SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        (r"\(\s*(?:file|handout|undated|archives?|stock|supplied|submitted|courtesy)(?:\s+"
        rf"(?:{_PICTURE}|video|illustration))?(?:\s*[/|,:–-]\s*[^()]{{0,40}})?\s*\)\s*\.?$"),
        r"\(\s*(?:courtesy of|supplied by|submitted by|handout via)\s[^()]{2,40}\)\s*\.?$",
        (rf"\(\s*(?:{_PICTURE}|credit|illustration|map|graphic|video|crédit|foto|imagen)"
        r"\b[^()]{0,80}\)\s*\.?$"),
        (r"\([^()]{0,60}\b(?:photo|getty images|shutterstock|istock|via ap|handout|file photo"
        r"|archives?)\b[^()]{0,30}\)\s*\.?$"),
        (rf"^(?:{_PICTURE}|caption|illustration|graphic|map|credit|photo credit|image credit"
        r"|image source|image caption|file photo|file|photo by|picture by|image by|crédit photo"
        r"|légende|foto|imagen|pie de foto|crédito|图|图片|图片来源"
        r"|资料图|資料圖|圖|圖片|摄影|攝影)"
        r"\s*[:：/|]\s*\S"),
        r"^(?:file|file photo|file image)\s*[–—-]\s*\S",
        rf"^(?:{_PICTURE}|illustration)s? (?:by|courtesy of|credit|via) [^.]{{2,80}}\.?$",
        rf"[.!?”\"]\s*(?:{_PICTURE})s? (?:by|courtesy of|via) [^.]{{2,50}}\.?$",
        (r"\b(?:is|are) (?:pictured|seen|shown)\b.{0,60}\bin (?:this|an undated|a file|a handout"
        rf"|an archive)\b.{{0,30}}\b(?:{_PICTURE}|video|screengrab)\b"),
        (r"\bin (?:this|an?) (?:undated |file |handout |archive |supplied |still )+"
        rf"(?:{_PICTURE})\b"),
        rf"\bin this (?:{_PICTURE}|screengrab|screenshot)\b",
        (r"[.!?\w”\"]\s*[|/–—-]?\s*(?:(?:photo|image|picture|photograph|credit|photo credit"
        r"|image source|crédit(?: photo)?|foto)\s*:\s*[^.:]{2,60})$"),
        (r"(?:getty images|shutterstock|istockphoto|ap photo|reuters photo|/\s?afp|/\s?ap|/\s?epa)"
        r"\)?\s*\.?$"),
        r"[（(](?:图片来源|资料图|资料图片|资料照片|圖片來源|資料照片|資料圖|图|摄影)[^（）()]{0,40}[)）]\s*$",
        r"(?:摄|攝)[)）]?\s*$",
    )
)  # fmt: skip
_NAME: Final = r"[A-ZÀ-Ý][\w.’'-]*+"
NAME_AND_AGENCY: Final = re.compile(
    rf"\(\s*(?:{_NAME}\s+){{1,4}}?{_NAME}\s*/\s*(?:{_NAME}\s*+){{1,5}}"
    r"(?:,\s*(?:file|archives?))?\)\s*\.?$"
    rf"|[.!?”\"]\s+(?:{_NAME}\s+){{1,3}}{_NAME}\s*/\s*(?:{_NAME}\s*+){{1,5}}$"
)
