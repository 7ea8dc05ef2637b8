"""What is known of each word before its sentence is read: its tag, clusters, senses and use as a cue.

The table comes with the model. A form is looked up once and its signs are kept, because a few
thousand forms make up nearly all running text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-"})
_OPENERS = frozenset("“«")
_QUOTES = {"“": "``", "”": "''", "«": "``", "»": "''", '"': '"', "``": "``", "''": "''", "„": "``"}
_CAPITALS = re.compile(r"[A-Z]+")
_SMALL = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\d+")
# Forms kept in memory; past this the store starts afresh, so that hostile text cannot fill memory.
_MOST_FORMS = 50_000
STRONG_CUE = 4
_NOUN_SENSES = {"18": "person", "14": "group", "10": "speech"}

CUE_STEPS = (0.004, 0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85)
_FEWEST_SEEN = 4


def cue_step(in_cue: int, seen: int) -> int:
    """Grade how often a word seen so often stands in a cue: 0 never … 8 nearly always; -1 unknown."""
    if seen < _FEWEST_SEEN:
        return -1
    share = in_cue / seen
    return sum(share >= step for step in CUE_STEPS)


class WordSigns:
    """The signs of one form, spelled out for each place from which a neighbour may look at it."""

    __slots__ = ("cue", "lower", "lemma", "tag", "brown", "at", "quote", "kind", "upper")

    def __init__(self, form: str, entry: str | None, cue: int) -> None:
        lower = _QUOTES.get(form) or form.lower().translate(_STRAIGHT)
        if lower == "'" or lower == "`":
            lower = "'"
        fields = entry.split("\t") if entry else []
        tag, usual_capital, brown, group, verb, noun, lemma = fields or ("",) * 7
        upper = form[:1].isupper()
        if upper and not usual_capital and tag not in ("NNP",) :
            case = "Xx"
        elif upper:
            case = "X"
        else:
            case = ""
        if not tag:
            tag = _guessed_tag(form, lower)
        self.lower = lower
        self.upper = upper
        self.lemma = lemma or lower
        self.tag = tag
        self.cue = cue
        self.quote = lower if lower in ("``", "''", '"') else ""
        code = int(brown, 16) if brown else -1
        self.brown = brown
        shape = _DIGITS.sub("9", _SMALL.sub("a", _CAPITALS.sub("A", form)))[:8]
        if form.isupper() and len(form) > 1:
            shape = "AA"
        tail = lower[-3:] if len(lower) > 4 else ""
        self.kind = (
            "v" + verb if verb and tag[:1] == "V" else "n" + noun if noun and tag[:1] == "N" else tag
        )
        near = [f"w={lower}", f"t={tag}", f"c={cue}"]
        if brown:
            near += [f"b={brown}", f"b6={code & 63}"]
        if group:
            near.append(f"e={group}")
        if verb:
            near.append(f"v={verb}")
        if noun:
            near.append(f"n={noun}")
        if upper:
            near.append(f"C={case}")
        far = [f"w={lower}", f"t={tag}", f"k={self.kind}"]
        if brown:
            far += [f"b10={code & 1023}", f"b4={code & 15}"]
        if cue >= STRONG_CUE:
            far.append(f"c={cue}")
        if upper:
            far.append("C")
        here = [*near, f"s={shape}", f"k={self.kind}", f"l={self.lemma}"]
        if brown:
            here += [f"b10={code & 1023}", f"b4={code & 15}"]
        if tail:
            here.append(f"z={tail}")
        self.at = (
            [f"-3{sign}" for sign in far[1:]],
            [f"-2{sign}" for sign in far],
            [f"-1{sign}" for sign in near],
            here,
            [f"+1{sign}" for sign in near],
            [f"+2{sign}" for sign in far],
            [f"+3{sign}" for sign in far[1:]],
        )


def _guessed_tag(form: str, lower: str) -> str:
    if form[:1].isdigit():
        return "CD"
    if not form[:1].isalpha():
        return form[:1]
    if form[:1].isupper():
        return "NNP"
    for ending, tag in (("ing", "VBG"), ("ed", "VBD"), ("ly", "RB"), ("s", "NNS"), ("-", "JJ")):
        if lower.endswith(ending):
            return tag
    return "JJ" if "-" in form else "NN"


class WordTable:
    """All that is known of words, asked form by form."""

    def __init__(self, entries: Mapping[str, str], cues: Mapping[str, int]) -> None:
        self._entries = entries
        self._cues = cues
        self._seen: dict[str, WordSigns] = {}

    @classmethod
    def from_lines(cls, entries: Iterable[str], cues: Iterable[str]) -> WordTable:
        """Read the table from its lines, and the cue grades from theirs."""
        table: dict[str, str] = {}
        for line in entries:
            word, _, rest = line.partition("\t")
            table[word] = rest
        grades = {}
        for line in cues:
            word, _, grade = line.partition("\t")
            grades[word] = int(grade)
        return cls(table, grades)

    def signs_of(self, form: str) -> WordSigns:
        """Look a form up; unknown forms get what their shape and ending tell."""
        known = self._seen.get(form)
        if known is None:
            if len(self._seen) >= _MOST_FORMS:
                self._seen.clear()
            lower = form.lower().translate(_STRAIGHT)
            known = WordSigns(form, self._entries.get(lower), self._cues.get(lower, -1))
            self._seen[form] = known
        return known
