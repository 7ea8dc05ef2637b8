"""Names in plain letters: how each script sounds, and how old spellings meet new.

Chinese is read with pypinyin, every other script letter by letter with anyascii. Neither guesses:
a name whose Latin form is another name altogether (an exonym, another Chinese language) is not met
here; write it down as an alias.
"""

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache

_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_READINGS = 8
_LONGEST_WORD = 24

# Pinyin's syllables: each beginning with the endings it takes.
_SYLLABLES = {
    "": "a ai an ang ao e ei en er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}

# Wade and Giles told b from p by a mark that passports and papers drop: b is p, d is t, zh is ch.
_OLD_BEGINNINGS = {
    "b": "p",
    "d": "t",
    "g": "k",
    "zh": "ch",
    "j": "ch",
    "q": "ch",
    "z": "ts",
    "c": "ts",
    "x": "hs",
    "r": "j",
}
_OLD_WHOLE = {
    "zi": "tzu",
    "ci": "tzu",
    "si": "ssu",
    "zhi": "chih",
    "chi": "chih",
    "shi": "shih",
    "ri": "jih",
    "yi": "i",
    "you": "yu",
    "yan": "yen",
    "ye": "yeh",
    "yong": "yung",
    "er": "erh",
    "ge": "ko",
    "ke": "ko",
    "he": "ho",
    "e": "o",
    "guo": "kuo",
    "kuo": "kuo",
    "huo": "huo",
    "shuo": "shuo",
    "gui": "kuei",
    "kui": "kuei",
}
_OLD_ENDINGS = {
    "ian": "ien",
    "ie": "ieh",
    "ue": "ueh",
    "ong": "ung",
    "iong": "iung",
    "uo": "o",
}


def is_han(character: str) -> bool:
    """Tell whether a character is a Chinese one."""
    return _HAN.match(character) is not None


def plain_letters(text: str) -> str:
    """Spell a text of any script but Han with the letters a to z, digits and marks."""
    from anyascii import anyascii  # noqa: PLC0415 - its tables are not loaded by those who ask for help

    return anyascii(text).lower()


def readings(han: str) -> tuple[tuple[str, ...], ...]:
    """Read Chinese characters as toneless syllables, the likeliest reading first.

    The first character is often a family name, which may sound unlike the same character elsewhere;
    so its other readings follow.

    >>> readings("欧阳")
    (('ou', 'yang'),)
    """
    from pypinyin import Style, lazy_pinyin, pinyin  # noqa: PLC0415 - loads in a quarter second

    usual = [_folded(sound) for sound in lazy_pinyin(han, errors="ignore")]
    if len(usual) != len(han):
        return ()
    others = pinyin(han[0], style=Style.NORMAL, heteronym=True)[0] if len(han) < 5 else []
    firsts = dict.fromkeys([usual[0], *(_folded(sound) for sound in others)])
    return tuple((first, *usual[1:]) for first in itertools.islice(firsts, _READINGS))


def _folded(sound: str) -> str:
    return sound.replace("v", "u").replace("\u00fc", "u")


@cache
def _pinyin_syllables() -> frozenset[str]:
    return frozenset(
        beginning + ending for beginning, ends in _SYLLABLES.items() for ending in ends.split()
    )


@cache
def _old_syllables() -> frozenset[str]:
    return frozenset(old_spelling((syllable,)) for syllable in _pinyin_syllables())


def is_old_syllable(piece: str) -> bool:
    """Tell whether Wade and Giles, their marks dropped, spell some syllable so."""
    return piece in _old_syllables()


@lru_cache(maxsize=65_536)
def syllables(word: str) -> tuple[str, ...]:
    """Part a word into pinyin syllables; none if it is not made of them.

    >>> syllables("xiaolan"), syllables("hsiao")
    (('xiao', 'lan'), ())
    """
    if not word.isalpha() or len(word) > _LONGEST_WORD:
        return ()
    return next(_parted(word), ())


def _parted(word: str) -> Iterator[tuple[str, ...]]:
    if not word:
        yield ()
    known = _pinyin_syllables()
    for length in range(min(6, len(word)), 0, -1):
        if word[:length] in known:
            yield from ((word[:length], *rest) for rest in _parted(word[length:]))


@lru_cache(maxsize=65_536)
def old_spelling(parted: tuple[str, ...]) -> str:
    """Spell pinyin syllables as Wade and Giles did, their marks dropped.

    >>> old_spelling(("zhang", "xiao", "lan"))
    'changhsiaolan'
    """
    return "".join(map(_old_syllable, parted))


def _old_syllable(syllable: str) -> str:
    if syllable in _OLD_WHOLE:
        return _OLD_WHOLE[syllable]
    cut = 2 if syllable[1:2] == "h" else int(syllable[0] not in "aeiou")
    beginning, ending = syllable[:cut], syllable[cut:]
    return _OLD_BEGINNINGS.get(beginning, beginning) + _OLD_ENDINGS.get(ending, ending)


def are_two_writings(left: str, right: str) -> bool:
    """Tell whether two runs of Han that sound alike may be one in traditional and simplified form.

    Where they differ, one character must stand in the mainland's standard set and the other outside
    it, as each traditional form does. Two characters of one set are two words that sound alike.

    >>> are_two_writings("周晓岚", "周曉嵐"), are_two_writings("张", "章")
    (True, False)
    """
    return len(left) == len(right) and all(
        a == b or _is_simplified(a) != _is_simplified(b) for a, b in zip(left, right, strict=True)
    )


@lru_cache(maxsize=65_536)
def _is_simplified(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
