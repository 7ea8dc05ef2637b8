"""Texts as plain words: what counts as a word, and which spellings of it are one.

The database engines have nothing left to decide: they are given letters that every one of them has
known for twenty years (Unicode 3.2) and single spaces. A letter younger than that, and a vowel sign
that some engines take for a gap, goes in by its number.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# PostgreSQL drops a word of more than 2,046 bytes; a longer one is cut, here and in a query.
LONGEST_WORD = 120

_GAP = " "
_KEPT = 65_536

# Marks that readers leave out or forget: accents, Hebrew points, Arabic vowels and the long stroke.
_FORGOTTEN = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef]"
)
# Han, kana and their marks of repetition and length: written without spaces.
_UNSPACED = re.compile(
    "[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
)
_EXPONENT = re.compile(r"^([0-9]+)e")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text it was read from."""

    folded: str
    start: int
    end: int


class _Folding(dict[int, str]):
    """What each character becomes; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _KEPT:
            self.clear()
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(character: str) -> str:
    # Kana keep their marks (が is not か), all other letters come apart from theirs.
    whole = unicodedata.normalize("NFKC", character)
    if _UNSPACED.match(whole):
        return "".join(map(_as_word, whole))
    apart = unicodedata.normalize("NFKD", character).casefold()
    return "".join(map(_as_word, unicodedata.normalize("NFKD", apart)))


def _as_word(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Cf" or _FORGOTTEN.match(character):
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    if kind[0] not in "LMN":
        return _GAP
    # Cherokee folds to capitals, which one engine lowers again and the other keeps.
    is_low = character == character.lower()
    is_known = is_low and unicodedata.ucd_3_2_0.category(character)[0] == "L"
    written = character if is_known else f"zz{ord(character):06x}"
    return f" {written} " if _UNSPACED.match(character) else written


_FOLDING = _Folding()


def folded_words(text: str) -> list[str]:
    """Read a text as its words, in order, as they are compared.

    >>> folded_words("The café’s 福州 branch")
    ['the', 'cafe', 's', '福', '州', 'branch']
    """
    words = text.translate(_FOLDING).split(_GAP)
    return [piece for word in words if word for piece in _pieces(word)]


def _pieces(word: str) -> list[str]:
    pieces = (word[n : n + LONGEST_WORD] for n in range(0, len(word), LONGEST_WORD))
    # PostgreSQL reads 1e9 as a number, and 1e9ab as two words.
    return [_EXPONENT.sub(r"\1zze", piece) for piece in pieces]


def words_with_places(text: str) -> Iterator[Word]:
    """Read the same words one by one, each with its place in the text."""
    written: list[str] = []
    start = end = 0
    for at, character in enumerate(text):
        folded = _FOLDING[ord(character)]
        for n, part in enumerate(folded.split(_GAP)):
            if n:
                yield from _placed(written, start, end)
                written = []
            if part:
                start = start if written else at
                written.append(part)
                end = at + 1
        if written:
            # A mark that is not compared still belongs to its word.
            end = at + 1
    yield from _placed(written, start, end)


def _placed(written: list[str], start: int, end: int) -> Iterator[Word]:
    if written:
        yield from (Word(piece, start, end) for piece in _pieces("".join(written)))
