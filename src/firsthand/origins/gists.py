"""The gist of a claim: its telling words by stem, its figures and its days, weighed by rareness.

A gist is looser than a proposition. It serves where one speaker's words are told again by others,
who put them into words of their own: "58 telephones were examined", "it looked at 58 phones".
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from firsthand.origins.clauses import TOKEN
from firsthand.origins.counting import MONTHS, YEAR, figures_of
from firsthand.origins.families import noun_family, verb_family
from firsthand.origins.stems import stem
from firsthand.origins.wordlists import one_of
from firsthand.values.claim import Claim

_STOP: Final = one_of(
    """the a an this that these those its his her their our my your such some any no each every
    all of in at for on with from by to into onto over under about as and or but nor than then
    so if it he she they we i you him them us me who whom whose which what there here where when
    while also very much many more most other another own same be is are was were been being am
    has have had do does did will would can could may might must shall should not never none
    ever only just both still now already often once so-called called reportedly allegedly
    including because during between through via up out off down back too yet even well how
    before after since until until like one said say says"""
)
_DAY: Final = re.compile(
    r"\b(?:(?P<d>\d{1,2})(?:st|nd|rd|th)? (?P<m>[A-Z]\w+)|(?P<m2>[A-Z]\w+) (?P<d2>\d{1,2})\b)"
)
_NUMBER_TELLS: Final = 1.6
_COMMON_NUMBERS: Final = 4
"""Up to this, a number is met twice by chance: it tells two gists apart, and joins none."""
_LARGE: Final = 9
_SHORTEST_ROOT: Final = 4
_ROUNDING: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Gist:
    """What a claim is about: its words, with its numbers and its days among them."""

    words: frozenset[str]
    numbers: Mapping[str, frozenset[str]]
    days: frozenset[str]
    years: frozenset[str]
    outlook: str = ""


def _outlook(text: str) -> str:
    """Tell apart what would happen from what has stayed as it was."""
    if re.search(r"\bstill\b", text):
        return "unchanged"
    return "threatened" if re.search(r"\b(?:would|unless|otherwise|or else|if)\b", text) else ""


def gist_of(claim: Claim) -> Gist:
    """Read the gist of a claim."""
    text = claim.read_as or claim.text
    days = set()
    for match in _DAY.finditer(text):
        month = (match["m"] or match["m2"]).casefold()
        if month in MONTHS:
            days.add(f"{int(match['d'] or match['d2'])} {month}")
    words = {f"on {day}" for day in days}
    numbers: dict[str, frozenset[str]] = {}
    for figure in figures_of(claim, text):
        number = f"#{figure.value.normalize():f}"
        if figure.value > _COMMON_NUMBERS:
            words.add(number)
        numbers[figure.unit] = numbers.get(figure.unit, frozenset()) | {number}
    for token in TOKEN.findall(text):
        low = token.casefold().replace("’", "'").removesuffix("'s")
        if low in _STOP or not low[:1].isalpha():
            continue
        words.update(term_of(part) for part in low.split("-") if part and part not in _STOP)
    years = frozenset(YEAR.findall(text))
    return Gist(
        frozenset(words) | years, numbers, frozenset(days), years, _outlook(text.casefold())
    )


@lru_cache(maxsize=50_000)
def term_of(word: str) -> str:
    """Give the term of a gist for a word: its family, else its stem."""
    family = noun_family(stem(word)) or verb_family(word)
    return family.removeprefix("~") if family else stem(word)


class Gists:
    """Compares gists, with weights that the case itself gives."""

    def __init__(self, gists: Iterable[Gist]) -> None:
        """Weigh words by how few of the case's distinct gists use them."""
        listed = list(gists)
        counts = Counter(word for gist in listed for word in gist.words)
        top = math.log(2 + len(listed))
        self._weights = {
            word: (_NUMBER_TELLS if word[0] == "#" or word.startswith("on ") else 1.0)
            * max(0.1, math.log((2 + len(listed)) / (1 + count)) / top)
            for word, count in counts.items()
        }
        self._kindred = _kindred_among(counts)
        self._whole: dict[frozenset[str], float] = {}

    def weight(self, words: Iterable[str]) -> float:
        """Add up what words tell."""
        weights = self._weights
        return math.fsum([weights.get(word, 1.0) for word in words])

    def _weight_of_all(self, gist: Gist) -> float:
        known = self._whole.get(gist.words)
        if known is None:
            known = self._whole[gist.words] = self.weight(gist.words)
        return known

    def needed(self, words: Iterable[str], least: float) -> set[str]:
        """List words of which one at least must be met for the shared weight to reach a sum.

        The others, the commonest, do not reach it together; words of one root are listed, too.
        """
        left, found = 0.0, set[str]()
        for word in sorted(words, key=lambda w: (self._weights.get(w, 1.0), w)):
            left += self._weights.get(word, 1.0)
            if left >= least - _ROUNDING:
                found.add(word)
                found.update(self._kindred.get(word, ()))
        return found

    def rarest(self, gist: Gist, most: int) -> list[str]:
        """List the most telling words of a gist."""
        return sorted(gist.words, key=lambda w: (-self._weights.get(w, 1.0), w))[:most]

    def likeness(self, left: Gist, right: Gist) -> tuple[float, float]:
        """Weigh what two gists share: from 0 to 1, and as a sum that tells how much it is."""
        shared = self.shared(left, right)
        here, there = self._weight_of_all(left), self._weight_of_all(right)
        if not shared or not here or not there:
            return 0.0, 0.0
        return (shared / min(here, there) + 2 * shared / (here + there)) / 2, shared

    def least_share(self, left: Gist, right: Gist) -> float:
        """Give the share of the fuller of two gists that the other holds, too."""
        most = max(self._weight_of_all(left), self._weight_of_all(right))
        return self.shared(left, right) / most if most else 0.0

    def shared(self, left: Gist, right: Gist) -> float:
        """Add up the weights of the words that two gists share, in one form or another."""
        both = left.words & right.words
        shared = self.weight(both)
        rooted = sorted(word for word in left.words - both if word in self._kindred)
        loose = set(right.words - both) if rooted else set()
        for word in rooted:
            near = min(self._kindred[word] & loose, default=None)
            if near:
                loose.discard(near)
                shared += 0.8 * min(self.weight([word]), self.weight([near]))
        return shared


def _kindred_among(words: Iterable[str]) -> dict[str, set[str]]:
    """List, for each word, the others of one root, found by how each begins and ends."""
    known = set(words)
    kindred: dict[str, set[str]] = {}
    for word in known:
        least = max(_SHORTEST_ROOT, len(word) // 2)
        for size in range(least, len(word)):
            for part in (word[:size], word[-size:]):
                if part in known and _one_root(part, word):
                    kindred.setdefault(word, set()).add(part)
                    kindred.setdefault(part, set()).add(word)
    return kindred


def _one_root(left: str, right: str) -> bool:
    """Tell whether one word holds the other: phone and telephone, exile and exiled."""
    short, long = sorted((left, right), key=len)
    if len(short) < _SHORTEST_ROOT or not short.isalpha() or 2 * len(short) < len(long):
        return False
    return long.startswith(short) or (len(short) > _SHORTEST_ROOT and long.endswith(short))


def exclude_each_other(left: Gist, right: Gist) -> bool:
    """Tell whether figures of one thing, or days, forbid that two gists are one."""
    if left.days and right.days and not left.days & right.days:
        return True
    if left.years and right.years and not left.years & right.years:
        return True
    if {left.outlook, right.outlook} == {"unchanged", "threatened"}:
        return True
    if not left.numbers or not right.numbers:
        return False
    ours = frozenset().union(*left.numbers.values())
    theirs = frozenset().union(*right.numbers.values())
    return bool(ours) and bool(theirs) and not ours & theirs


def share_a_count(left: Gist, right: Gist) -> bool:
    """Tell whether two gists hold one large number of one thing: "23 phones", "23 telephones"."""
    for unit, ours in left.numbers.items():
        for other, theirs in right.numbers.items():
            alike = unit == other or _one_root(unit, other)
            if unit and alike and any(int(float(n[1:])) > _LARGE for n in ours & theirs):
                return True
    return False


def count_other_things(left: Gist, right: Gist) -> bool:
    """Tell whether a number that two gists share counts one thing here and another there."""
    for unit, ours in left.numbers.items():
        for other, theirs in right.numbers.items():
            if ours & theirs and unit and other and unit != other:
                return True
    return False
