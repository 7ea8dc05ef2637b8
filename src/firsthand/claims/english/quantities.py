"""Figures in words and digits, with what they count, when and where.

Invariant: a year, a day, an ordinal, an age, a telephone number and a part of a name are no
quantities.
"""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from firsthand.claims.english.dates import dates_at, periods_in
from firsthand.claims.english.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    VERB_FORMS,
)
from firsthand.values.quantity import Precision, Quantity
from firsthand.values.spans import Span

_UNITS: Final = [
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
]
_TENS: Final = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_SMALL: Final = {word: number for number, word in enumerate(_UNITS)} | _TENS
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
_CURRENCIES: Final = {
    "us$": "USD",
    "$": "USD",
    "c$": "CAD",
    "ca$": "CAD",
    "a$": "AUD",
    "nz$": "NZD",
    "hk$": "HKD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "chf": "CHF",
}
_MONEY_WORDS: Final = {
    "dollars": "USD",
    "dollar": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP",
    "yuan": "CNY",
    "yen": "JPY",
    "rubles": "RUB",
    "roubles": "RUB",
    "rupees": "INR",
    "francs": "CHF",
}
_WORD_NUMBER: Final = "|".join([*_SMALL, "hundred", "thousand", "million", "billion"])
_FIGURE: Final = re.compile(
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
_ABOUT: Final = re.compile(
    r"(?:about|around|roughly|approximately|nearly|almost|some|an\s+estimated|close\s+to|circa|up\s+towards)\s*$",
    re.IGNORECASE,
)
_AT_LEAST: Final = re.compile(
    r"(?:more\s+than|at\s+least|over|no\s+fewer\s+than|no\s+less\s+than|upwards\s+of|exceeding|above"
    r"|minimum\s+of)\s*(?:a\s+)?$",
    re.IGNORECASE,
)
_AT_MOST: Final = re.compile(
    r"(?:up\s+to|at\s+most|fewer\s+than|less\s+than|no\s+more\s+than|under|below|as\s+many\s+as"
    r"|as\s+much\s+as|maximum\s+of)\s*(?:a\s+)?$",
    re.IGNORECASE,
)
_NOT_COUNTED: Final = re.compile(
    r"(?:\b(?:article|section|paragraph|chapter|page|annex|figure|table|room|flat|apartment|unit|number|no\.|"
    r"nos\.|bus|tram|route|highway|line|gate|floor|act|bill|order|regulation|clause|aged|age|covid-?|channel|call"
    r"|dial|phone|telephone|tel\.?|part|volume|case|resolution|file|version|platform|pier|door|class"
    r"|the|in|by|since|of|for|until|year)\s*)$",
    re.IGNORECASE,
)
_LABELLED: Final = _NOT_COUNTED
_YEAR: Final = re.compile(r"^(?:1[89]|20)\d\d$")
_CLOCK: Final = re.compile(r"^\s?(?:a\.?m\.?|p\.?m\.?|o[’']clock|hours\b(?=\s+on))", re.IGNORECASE)
_WORD: Final = re.compile(r"[\w’'-]+|[“”\"(),.;:–—]")
_ONE_OF: Final = re.compile(
    r"^\s+(?:of|another|day|thing|side|hand|way|reason|more|year|week|another|time|who|that|can|must|which|"
    r"is|was|has|by)\b",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"\b(?:in|across|throughout|at|on|from|around|near|outside)\s+(?P<place>(?:the\s+)?[A-Z][\w’'.-]*"
    r"(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'.-]*)*)"
)


def quantities_in(words: str, offset: int) -> tuple[Quantity, ...]:
    """Find the figures in a claim's words; ``offset`` is where those words start in the source.

    >>> [(str(q.value), q.unit) for q in quantities_in("54 stations in 30 countries", 0)]
    [('54', 'station'), ('30', 'country')]
    """
    dated = dates_at(words)
    periods = periods_in(words)
    found: list[Quantity] = []
    for match in _FIGURE.finditer(words):
        value = _value(match)
        if value is None or _is_no_quantity(words, match, value, dated):
            continue
        unit, of = _counted(words, match)
        if unit is None and found and _repeats_unit(words, match):
            unit, of = found[0].unit, found[0].of
        if unit == "year-old":
            continue
        found.append(
            Quantity(
                value=value,
                unit=unit,
                of=of,
                period=_near(periods, match),
                place=_place_of(words, match),
                precision=_precision(words, match),
                span=Span(offset + match.start(), offset + match.end()),
            )
        )
    return tuple(found)


def _value(match: re.Match[str]) -> Decimal | None:
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


def _is_no_quantity(
    words: str, match: re.Match[str], value: Decimal, dated: list[tuple[int, int]]
) -> bool:
    start, end = match.span()
    if match.group("money") or match.group("percent") or match.group("wordpercent"):
        return False
    if any(first <= start and end <= last for first, last in dated):
        return True
    before, after = words[max(0, start - 24) : start], words[end : end + 24]
    digits = match.group("digits")
    if digits and _YEAR.match(digits) and not match.group("scale"):
        following = re.match(r"\s+([a-z]+)", after)
        return not (following and following.group(1).endswith("s") and not _LABELLED.search(before))
    if _CLOCK.match(after):
        return True
    label = _LABELLED.search(before)
    if label and label.group().strip().lower() not in {
        "the",
        "in",
        "by",
        "since",
        "of",
        "for",
        "until",
        "year",
        "unit",
        "order",
        "case",
        "line",
    }:
        return True
    if match.group("words") and match.group("words").lower() == "one":
        return not re.match(r"\s+(?:in|at|on|near)\s+[A-Z]|\s+(?!of\b)[a-z]{3,}", after) or bool(
            _ONE_OF.match(after)
        )
    if words[end : end + 1] == "-" and re.match(r"-(?:year|month)-old", after):
        return True
    if match.group("words") and re.search(
        r"\b(?:man|woman|person|boy|girl|age|aged)\s+of\s*$", before
    ):
        return True
    return value == 0 and bool(match.group("words"))


def _counted(words: str, match: re.Match[str]) -> tuple[str | None, str | None]:
    """Find what a figure counts: the head noun behind it, and the phrase as written."""
    money = match.group("money")
    if money:
        return _CURRENCIES.get(money.strip().lower(), "USD"), None
    tail = words[match.end() :]
    if match.group("percent") or match.group("wordpercent"):
        of = re.match(
            r"\s+of\s+([\w’' -]{3,50}?)(?=[,.;:]|\s+(?:in|who|that|were|are|is|was|have|had)\b|$)",
            tail,
        )
        return "%", of.group(1).strip() if of else None
    if tail.startswith("-"):
        unit = re.match(r"-(\w+)", tail)
        return (_singular(unit.group(1)) if unit else None), None
    phrase: list[str] = []
    quoted = False
    for token in _WORD.finditer(tail[:120]):
        word, lower = token.group(), token.group().lower()
        if lower in {"“", '"', "”"}:
            if quoted and lower in {"”", '"'} and phrase and token.start() > 0:
                if phrase[-1].endswith("s"):
                    break
            quoted = True
            continue
        if not word[0].isalnum():
            break
        if lower == "of" and not phrase:
            continue
        if lower in PREPOSITIONS | AUXILIARIES | SUBORDINATORS | CONJUNCTIONS - {"and"}:
            break
        if lower == "and" or (lower in DETERMINERS and phrase):
            break
        if lower in {"them", "these", "those", "whom", "which"}:
            # "two of them": the figure before says of what.
            return None, None
        if phrase and phrase[-1].lower() in {"men", "women", "people", "children", "police"}:
            break
        if lower in DETERMINERS or lower in {"other", "more", "further", "different", "total"}:
            continue
        ended = phrase and phrase[-1].endswith("s") and not phrase[-1].endswith("ss")
        if ended and (
            VERB_FORMS.get(lower) or lower.endswith(("ed", "ly", "ing")) or lower.islower()
        ):
            break
        if phrase and VERB_FORMS.get(lower) in {"past", "third"} and not lower.endswith("s"):
            break
        phrase.append(word)
        if len(phrase) > 6:
            break
    if not phrase:
        return None, None
    head = phrase[-1].lower()
    if head in _MONEY_WORDS:
        return _MONEY_WORDS[head], None
    if _WORD_ONLY.match(head) is None:
        return None, None
    return _singular(head), " ".join(phrase)


_WORD_ONLY: Final = re.compile(r"^[a-z][\w’'-]*$")


def _repeats_unit(words: str, match: re.Match[str]) -> bool:
    """Tell whether a bare figure counts the same thing again: ``including three in Canada``."""
    before = words[max(0, match.start() - 20) : match.start()]
    return bool(re.search(r"(?:including|of\s+which|and|,|among\s+them|them)\s*$", before)) or bool(
        re.match(r"\s+of\s+(?:them|these|those|which)", words[match.end() :])
    )


def _singular(noun: str) -> str:
    """Give a noun's singular, in lower case.

    >>> _singular("countries"), _singular("children"), _singular("premises")
    ('country', 'child', 'premises')
    """
    lower = noun.lower().removesuffix("’s").removesuffix("'s")
    irregular = {
        "people": "person",
        "persons": "person",
        "children": "child",
        "men": "man",
        "women": "woman",
        "premises": "premises",
        "series": "series",
        "lives": "life",
        "wives": "wife",
        "feet": "foot",
        "businesses": "business",
        "police": "police",
        "buses": "bus",
        "statuses": "status",
        "cases": "case",
        "houses": "house",
        "offences": "offence",
        "licences": "licence",
        "expenses": "expense",
        "purchases": "purchase",
        "nurses": "nurse",
        "warehouses": "warehouse",
        "news": "news",
        "headquarters": "headquarters",
        "policemen": "policeman",
    }
    if lower in irregular:
        return irregular[lower]
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    return lower


def _precision(words: str, match: re.Match[str]) -> Precision:
    before = words[max(0, match.start() - 22) : match.start()]
    if _AT_LEAST.search(before):
        return Precision.AT_LEAST
    if _AT_MOST.search(before):
        return Precision.AT_MOST
    if _ABOUT.search(before) or match.group("upper") or match.group("vague"):
        return Precision.ABOUT
    if re.match(r"\s+or\s+(?:more|so)\b", words[match.end() :]):
        return Precision.AT_LEAST
    return Precision.EXACT


def _near(periods: list[tuple[int, str]], match: re.Match[str]) -> str | None:
    if not periods:
        return None
    behind = [period for place, period in periods if place >= match.end()]
    return behind[0] if behind else periods[-1][1]


def _place_of(words: str, match: re.Match[str]) -> str | None:
    """Find the place a figure holds for: the first one behind it, before another figure comes."""
    tail = words[match.end() :]
    following = _FIGURE.search(tail)
    while following and not (following.group("words") or following.group("digits")):
        following = _FIGURE.search(tail, following.end())
    found = _PLACE.search(tail[: following.start()] if following else tail)
    if found is None or found.group("place").lower().split()[0] in {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    }:
        return None
    return found.group("place").removeprefix("the ")
