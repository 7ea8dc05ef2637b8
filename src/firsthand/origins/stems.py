"""Stems: the part of an English word that its inflections share."""

from functools import lru_cache
from typing import Final

import snowballstemmer

_ENGLISH: Final = snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Reduce a word to its stem.

    >>> stem("stations") == stem("Station")
    True
    """
    stemmed: str = _ENGLISH.stemWord(word.casefold().replace("’", "'").removesuffix("'s"))
    return stemmed
