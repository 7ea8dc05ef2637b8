"""What a figure counts: the noun behind it, in the singular, and the phrase as written."""

import re
from typing import Final

from firsthand.claims.english.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    VERB_FORMS,
)

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
_WORD: Final = re.compile(r"[\w’'-]+|[“”\"(),.;:–—]")
_NOUN: Final = re.compile(r"^[a-z][\w’'-]*$")
_PERCENT_OF: Final = re.compile(
    r"\s+of\s+([\w’' -]{3,50}?)(?=[,.;:]|\s+(?:in|who|that|were|are|is|was|have|had)\b|$)"
)
_ENDS: Final = PREPOSITIONS | AUXILIARIES | SUBORDINATORS | CONJUNCTIONS
_BACKWARD: Final = frozenset({"them", "these", "those", "whom", "which"})
_PLURALS: Final = frozenset({"men", "women", "people", "children", "police"})
_SKIPPED: Final = DETERMINERS | {"other", "more", "further", "different", "total"}
_LONGEST: Final = 6


def counted(words: str, match: re.Match[str]) -> tuple[str | None, str | None]:
    """Find a figure's unit and the population as written; None where the words do not tell."""
    tail = words[match.end() :]
    if match.group("money"):
        return _CURRENCIES.get(match.group("money").strip().lower(), "USD"), None
    if match.group("percent") or match.group("wordpercent"):
        of = _PERCENT_OF.match(tail)
        return "%", of.group(1).strip() if of else None
    if tail.startswith("-"):
        unit = re.match(r"-(\w+)", tail)
        return (singular(unit.group(1)) if unit else None), None
    phrase = _phrase_of(tail[:120])
    head = phrase[-1].lower() if phrase else ""
    if head in _MONEY_WORDS:
        return _MONEY_WORDS[head], None
    return (singular(head), " ".join(phrase)) if _NOUN.match(head) else (None, None)


def _phrase_of(tail: str) -> list[str]:
    """Read the noun phrase behind a figure, quotation marks left out."""
    phrase: list[str] = []
    marked = False
    for token in _WORD.finditer(tail):
        word, lower = token.group(), token.group().lower()
        if word in '“”"':
            if marked and phrase and phrase[-1].endswith("s"):
                break
            marked = True
        elif lower in _BACKWARD:
            # "two of them": the figure before says of what.
            return []
        elif lower == "of" and not phrase:
            continue
        elif not word[0].isalnum() or lower in _ENDS or _is_past_the_noun(phrase, lower):
            break
        elif lower not in _SKIPPED:
            phrase.append(word)
        if len(phrase) > _LONGEST:
            break
    return phrase


def _is_past_the_noun(phrase: list[str], lower: str) -> bool:
    """Tell whether a phrase was whole before a word: ``people | fled``, ``posts | abroad``."""
    if not phrase:
        return False
    last = phrase[-1].lower()
    if lower in DETERMINERS or last in _PLURALS or (last.endswith("s") and last[-2:] != "ss"):
        return True
    return VERB_FORMS.get(lower) in {"past", "third"} and not lower.endswith("s")


def singular(noun: str) -> str:
    """Give a noun's singular, in lower case.

    >>> singular("countries"), singular("children"), singular("premises")
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
