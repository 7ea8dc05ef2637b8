"""Lines of a PDF page become paragraphs: a PDF knows where letters stand, not what they form."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from firsthand.sources import _cues as cues

_BREAK: Final = re.compile(r"\r\n|\r|\n")
# PDFium writes a hyphen at a line's end as one of these.
_SOFT_HYPHENS: Final = ("\x02", "\ufffe", "\u00ad")
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line on a page with its box, in points from the page's lower left corner."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of its letters, near enough."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class PageParagraph:
    """A paragraph, the page it begins on, its place in words, and its letters' size."""

    text: str
    page: int
    place: str
    size: float


def lines_on(words: Any, page: int) -> list[PageLine]:  # noqa: ANN401 - pypdfium2 ships no types
    """Read the lines of one page's text layer, in the order the file gives them."""
    count = words.count_chars()
    whole = words.get_text_range(0, count) if count else ""
    lines: list[PageLine] = []
    start = 0
    for found in [*_BREAK.finditer(whole), None]:
        end = found.start() if found else len(whole)
        text = whole[start:end]
        if text.strip():
            lines.append(_boxed(words, text, start, count, page))
        start = found.end() if found else end
    return lines


def _boxed(words: Any, text: str, start: int, count: int, page: int) -> PageLine:  # noqa: ANN401 - pypdfium2 ships no types
    first = start + len(text) - len(text.lstrip())
    last = start + len(text.rstrip()) - 1
    places = sorted({min(at, count - 1) for at in (first, (first + last) // 2, last)})
    boxes = [words.get_charbox(at, loose=True) for at in places]
    return PageLine(
        text=text.strip(" \t"),
        page=page,
        left=boxes[0][0],
        right=boxes[-1][2],
        top=max(box[3] for box in boxes),
        bottom=min(box[1] for box in boxes),
    )


def paragraphs_of(pages: Sequence[list[PageLine]]) -> list[PageParagraph]:
    """Join lines into paragraphs, over page ends too; running heads and page numbers are left out.

    Where nothing but running heads is left, they are kept: a lost line may be a lost claim.
    """
    running = _running_heads(pages)
    lines = [line for page in pages for line in page if _mark(line) not in running]
    lines = lines or [line for page in pages for line in page]
    return [_paragraph(group) for group in _groups(lines)]


def _running_heads(pages: Sequence[list[PageLine]]) -> set[str]:
    edges = [
        {_mark(line) for line in [*page[:2], *page[-2:]] if len(line.text) < 120} for page in pages
    ]
    seen = Counter(mark for page in edges for mark in page)
    often = {mark for mark, count in seen.items() if count >= max(3, 0.5 * len(pages))}
    return often | {"#", "page #", "# / #", "#/#", "- # -", "page # of #", "– # –"}


def _mark(line: PageLine) -> str:
    return _DIGITS.sub("#", line.text.strip().lower())


def _groups(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    width = max(line.right for line in lines)
    group: list[PageLine] = []
    for line in lines:
        if group and _begins_anew(group[-1], line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins_anew(before: PageLine, line: PageLine, width: float) -> bool:
    ends = bool(re.search(r"[.!?:。！？：][\"'”’»)\]」』]*\s*$", before.text))
    if cues.is_bullet(line.text) or abs(before.size - line.size) > 0.18 * max(1, before.size):
        return True
    if before.page != line.page:
        return ends or not line.text[:1].islower()
    gap = before.bottom - line.top
    if gap > 0.55 * max(1.0, line.size) or gap < -3 * max(1.0, line.size):
        # A wide gap, or a jump up to the next column.
        return ends or gap > 0
    is_short = before.right < 0.72 * width
    return is_short and (ends or len(before.text.split()) <= 10)


def _paragraph(group: Sequence[PageLine]) -> PageParagraph:
    text = ""
    for line in group:
        words = line.text.strip()
        if text.endswith(_SOFT_HYPHENS):
            text = text[:-1] + words
        elif text.endswith("-") and words[:1].islower():
            text += words
        else:
            text = f"{text} {words}" if text else words
    for mark in _SOFT_HYPHENS:
        text = text.replace(mark, "")
    first, last = group[0].page, group[-1].page
    return PageParagraph(
        text=" ".join(text.split()),
        page=first,
        place=f"page {first}" if first == last else f"pages {first}-{last}",
        size=sorted(line.size for line in group)[len(group) // 2],
    )
