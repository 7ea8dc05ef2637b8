"""What one line looks like on its own: a menu's, a caption's, a teaser's, or prose."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from firsthand.sources import _furniture_cues as furniture
from firsthand.sources import _picture_cues as pictures
from firsthand.sources import _teaser_cues as teasers

_OPENING_MARKS: Final = "\"'“”‘’«»„「『（([【—–-•*·▪●◦"
_BULLET: Final = re.compile(
    r"^\s*(?:[-–—•*·▪●◦‣]|\(?\d{1,2}[.)]|\(?[a-z]\)|[IVXivx]{1,4}[.)])\s+\S"
)
_SENTENCE_END: Final = re.compile(r"[.!?。！？…;；](?:[\"'”’»)\]）」』】]|\s*\[\d+\])*\s*$")
_CLOSED_QUOTE: Final = re.compile(r"[,，][\"'”’»」』]\s*$|[\"”’»」』]\s*$")
_HAN: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER: Final = re.compile(r"[^\W\d_]")


def plain_words(line: str) -> str:
    """Reduce a line to its words: composed, in lower case, without marks at its ends."""
    folded = unicodedata.normalize("NFKC", line).casefold().replace("’", "'")
    return " ".join(folded.split()).strip(" .:|•·»›>«-–—_*+✕×▼▲→←↓↑…\u200b")


@lru_cache(maxsize=4096)
def word_count(line: str) -> int:
    """Count words; in scripts without spaces, two characters weigh as one word."""
    if line.isascii():
        return len(line.split())
    han = len(_HAN.findall(line))
    return len(_HAN.sub(" ", line).split()) + (han + 1) // 2


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the page and not to any story on it."""
    plain = plain_words(line)
    if not _LETTER.search(plain):
        has_figure = re.search(r"\d", plain)
        return (
            not has_figure
            or len(plain) < 3
            or bool(furniture.HOUR.match(plain) or furniture.MOMENT.match(plain))
        )
    if plain in furniture.PHRASES:
        return True
    if word_count(line) > 45:
        return False
    words = line.strip(" \t|•·")
    if furniture.MOMENT.match(words) or furniture.CRUMBS.match(words) or _is_menu_row(words):
        return True
    return bool(furniture.SHAPE.match(words))


def _is_menu_row(line: str) -> bool:
    """Tell whether a line is a row of short words set apart, half of them known furniture."""
    cells = [cell for cell in furniture.CELLS.split(line) if cell.strip()]
    if len(cells) < 2 or any(word_count(cell) > 6 for cell in cells):
        return False
    return 2 * sum(is_furniture(cell) for cell in cells) >= len(cells) - 1


def is_teaser_marker(line: str) -> bool:
    """Tell whether a line says that what follows are other stories."""
    return word_count(line) <= 8 and bool(teasers.MARKERS.match(plain_words(line)))


def is_inline_teaser(line: str) -> bool:
    """Tell whether a line names another story behind a word such as *Related:*."""
    return word_count(line) <= 35 and bool(teasers.POINTER.match(line.strip()))


def is_caption(line: str) -> bool:
    """Tell whether a line describes a picture or says whose it is."""
    words = line.strip()
    if is_said_twice(words):
        return True
    if not pictures.may_describe(words) or word_count(words) > 55:
        return False
    if any(shape.search(words) for shape in pictures.SHAPES):
        return True
    return word_count(words) <= 45 and bool(pictures.NAME_AND_AGENCY.search(words))


def is_said_twice(line: str) -> bool:
    """Tell whether a line says one thing two times over, as copied captions do.

    >>> is_said_twice("The quay at dawn on Monday. The quay at dawn on Monday.")
    True
    """
    words = line.split()
    half = len(words) // 2
    if half < 3 or half > 60:
        return False
    # The second printing may lack or add a credit, so the halves need not be of one length.
    for start in range(max(3, half - 6), half + 7):
        left, right = words[:start], words[start:]
        shorter = min(len(left), len(right))
        if shorter >= 4 and left[:shorter] == right[:shorter] and abs(len(left) - len(right)) <= 6:
            return True
    return False


def is_bullet(line: str) -> bool:
    """Tell whether a line is an item of a list."""
    return bool(_BULLET.match(line))


def is_prose(line: str) -> bool:
    """Tell whether a line runs like a paragraph: to a full stop, or at length."""
    count = word_count(line)
    if count >= 28:
        return True
    if _SENTENCE_END.search(line):
        return count >= 3
    return count >= 9 and bool(_CLOSED_QUOTE.search(line)) and line.lstrip()[:1] in _OPENING_MARKS


def opens_comments(line: str) -> bool:
    """Tell whether a line says that what follows are the words of readers."""
    return bool(furniture.COMMENTS.match(plain_words(line)))


def ends_like_a_sentence(line: str) -> bool:
    """Tell whether a line ends in a full stop or another mark that ends a sentence."""
    return bool(_SENTENCE_END.search(line))


def is_question(line: str) -> bool:
    """Tell whether a line is one short question."""
    return line.rstrip().endswith(("?", "？")) and word_count(line) <= 16
