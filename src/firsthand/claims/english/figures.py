"""Numbers in words and digits: what a figure looks like, and its value."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
)
_TEENS: Final = "fifteen sixteen seventeen eighteen nineteen"
_TENS_IN_WORDS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL: Final = {word: n for n, word in enumerate(f"{_UNITS} {_TEENS}".split())} | {
    word: 10 * n for n, word in enumerate(_TENS_IN_WORDS.split(), start=2)
}
_LARGE: Final = {
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "k": 1000,
}
_VAGUE: Final = {"dozen": 12, "half a dozen": 6, "a dozen": 12, "a couple": 2, "a pair": 2}
_WORD_NUMBER: Final = "|".join([*_SMALL, "hundred", "thousand", "million", "billion"])
FIGURE: Final = re.compile(
    rf"""(?<![\w.,/:@#-])(?:
      (?P<money>(?:us|ca?|a|nz|hk)?\$|€|£|¥|₹|₽|₩|chf\s)?\s?
      (?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,15}}(?:\.\d+)?)
      (?:\s?(?:-|–|to)\s?(?P<upper>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}})(?=\s))?
      (?:\s?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|m|k)(?!\w))?
      (?P<percent>\s?%|\s+per\s?cent|\s+percent)?
    | (?P<vague>half\s+a\s+dozen|a\s+dozen|dozen|a\s+couple(?=\s+of)|a\s+pair(?=\s+of))
    | (?P<words>(?:a\s+(?=hundred|thousand|million|billion))?(?:{_WORD_NUMBER})
        (?:(?:[\s-]+|\s+and\s+)(?:{_WORD_NUMBER}))*)
      (?P<wordpercent>\s+per\s?cent|\s+percent)?
    )(?![\w/]|[.:,]\d|-(?!old|year|month|day|week|strong|page|storey|member)\w)""",
    re.VERBOSE | re.IGNORECASE,
)


def value_of(match: re.Match[str]) -> Decimal | None:
    """Work out the value of a match of ``FIGURE``."""
    try:
        if match.group("digits"):
            value = Decimal(match.group("digits").replace(",", ""))
            scale = match.group("scale")
            return value * _LARGE[scale.lower()] if scale else value
        if match.group("vague"):
            return Decimal(_VAGUE[" ".join(match.group("vague").lower().split())])
    except InvalidOperation:
        return None
    return _spelled(match.group("words"))


def _spelled(words: str) -> Decimal | None:
    total, current = 0, 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in {"and", "a"}:
            continue
        if word in _SMALL:
            current += _SMALL[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        else:
            total += max(current, 1) * _LARGE[word]
            current = 0
    return Decimal(total + current)
