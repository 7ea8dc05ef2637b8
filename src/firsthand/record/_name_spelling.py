"""Words spelled so that the ways of romanizing one name agree."""

import re
from functools import lru_cache

_LOOSE = (
    ("shch", "s"),
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("dzh", "z"),
    ("kh", "h"),
    ("gh", "g"),
    ("ch", "c"),
    ("sh", "s"),
    ("zh", "z"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ts", "c"),
    ("tz", "c"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("ou", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("ue", "u"),
    ("j", "i"),
    ("y", "i"),
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]")


@lru_cache(maxsize=65_536)
def loosely(word: str) -> str:
    """Spell a word so that the common romanizations of one name agree.

    >>> loosely("yuriy") == loosely("iurii") == loosely("Juri".lower())
    True
    """
    for said, as_ in _LOOSE:
        word = word.replace(said, as_)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Keep the consonants of a word, doubled ones once."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", loosely(word).replace("v", "u")))
