"""Figures in a claim: each number with what it counts; dates are no figures."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from firsthand.origins.clauses import TOKEN
from firsthand.origins.families import noun_family
from firsthand.origins.stems import stem
from firsthand.origins.wordlists import one_of
from firsthand.values.claim import Claim
from firsthand.values.proposition import Figure

MONTHS: Final = one_of(
    """january february march april may june july august september october november december"""
)
YEAR: Final = re.compile(r"(?:19|20)\d\d")
NUMBER_WORDS: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"dozen": 12, "hundred": 100}
_TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_NO_UNIT: Final = one_of(
    """the a an this that these those its his her their our such of unofficial so-called called
    alleged new total other more"""
)
_ENDS: Final = one_of("in and to on at from by with for who which that are is were was have has")


def figures_of(claim: Claim, text: str) -> frozenset[Figure]:
    """Read the figures of a claim: those its extractor gave, else those in its words."""
    if claim.quantities:
        return frozenset(
            Figure(value=quantity.value, unit=_unit(quantity.unit or ""), word=quantity.unit or "")
            for quantity in claim.quantities
        )
    words = TOKEN.findall(text)
    found = set()
    for place, word in enumerate(words):
        value = _hundreds(words, place) or _number(word)
        if value is not None and not _is_date(words, place) and not _in_hundreds(words, place):
            counted = _unit_after(words, place)
            found.add(Figure(value=value, unit=_unit(counted), word=counted))
    return frozenset(found)


def _number(word: str) -> Decimal | None:
    low = word.casefold()
    tens, _, ones = low.partition("-")
    if tens in _TENS and (not ones or ones in NUMBER_WORDS):
        return Decimal(_TENS[tens] + (NUMBER_WORDS[ones] if ones else 0))
    if low in NUMBER_WORDS and low not in {"zero", "one"}:
        return Decimal(NUMBER_WORDS[low])
    if not word[0].isdigit():
        return None
    plain = word.removesuffix("%")
    plain = plain.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain) else plain
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None


def _hundreds(words: list[str], place: int) -> Decimal | None:
    """Read "three hundred and forty" where it begins."""
    low = [word.casefold() for word in words[place : place + 4]]
    if len(low) < 2 or low[1] != "hundred" or not 0 < NUMBER_WORDS.get(low[0], 0) < 10:
        return None
    more = _number(low[3]) if low[2:3] == ["and"] and len(low) > 3 else None
    return 100 * NUMBER_WORDS[low[0]] + (more if more is not None and more < 100 else Decimal(0))


def _in_hundreds(words: list[str], place: int) -> bool:
    """Tell whether a number word belongs to one that began before it."""
    return any(
        _hundreds(words, start) is not None
        and (place - start == 1 or words[start + 2 : start + 3] == ["and"])
        for start in range(max(0, place - 3), place)
    )


def is_number_word(word: str) -> bool:
    """Tell whether a word is a number written out: "three", "twenty-three"."""
    return _number(word) is not None and not word[0].isdigit()


def _is_date(words: list[str], place: int) -> bool:
    if YEAR.fullmatch(words[place]):
        return True
    near = [word.casefold() for word in words[max(0, place - 1) : place + 2]]
    return any(word in MONTHS for word in near)


def _unit_after(words: list[str], place: int) -> str:
    """Find the last word of the noun that a number counts: "47 unofficial *posts* in"."""
    found = ""
    for word in words[place + 1 : place + 7]:
        low = word.casefold()
        if not low[0].isalpha() or low in _ENDS:
            break
        if low not in _NO_UNIT:
            found = low
            if noun_family(stem(low)):
                break
    return found


def _unit(word: str) -> str:
    parts = word.split()
    stemmed = stem(parts[-1]) if parts else ""
    return noun_family(stemmed) or stemmed
