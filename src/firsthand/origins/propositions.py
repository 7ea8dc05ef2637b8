"""Reads a claim as what it says.

Names of bodies count by who they are and by what they belong to; common words by their stems, with
weights that the case itself gives (a word that every claim uses tells none apart).
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from firsthand.origins.affiliations import looks_like_person
from firsthand.origins.clauses import TOKEN, Clause, clause_of
from firsthand.origins.counting import (
    MONTHS,
    NUMBER_WORDS,
    YEAR,
    figures_of,
    is_number_word,
)
from firsthand.origins.families import EXIST, GENERIC, OPERATE, noun_family, verb_family
from firsthand.origins.parties import Parties, state_stem
from firsthand.origins.stems import stem
from firsthand.origins.wordlists import one_of
from firsthand.values.body import name_key
from firsthand.values.claim import Claim
from firsthand.values.proposition import Proposition, Scope, Voice

_STOP: Final = one_of(
    """the a an this that these those its his her their our my your such some any no each every
    all of in at for on with from by to into onto over under about as and or but nor than then
    so if it he she they we i you him them us who whom whose which what there here where when
    while also very much many more most other another own same be is are was were been being
    am has have had do does did will would can could may might must shall should not never
    none nobody neither ever only just both still now already often once so-called called
    reportedly allegedly mainly total unofficial including include unless because during
    between through via using up out off down back successfully roof too yet even well said
    says say"""
)
_MEANS: Final = re.compile(
    r"\b(?:through|via|by means of|by way of) (?:the |its |these |such )?(\w+(?: \w+){0,3})"
)
_PLACED: Final = re.compile(
    r"\b(?:in|at|near|to|from|across|into|inside|outside|around|throughout) (?:the )?"
    r"((?:[A-Z][\w'’-]*)(?: (?:of |the |de )?[A-Z][\w'’-]*)*)"
)
_FIRST_PERSON: Final = one_of("i we our my us ours me")
_THIRD_PERSON: Final = one_of("he she him her his hers")
_TELLS_OF: Final = one_of("count list show identify name document map record")


class Reader:
    """Reads claims as propositions, with one case's names."""

    def __init__(self, parties: Parties, claims: Iterable[Claim]) -> None:
        """Learn which words are names in this case: those written large inside a sentence."""
        self._parties = parties
        large: Counter[str] = Counter()
        small: Counter[str] = Counter()
        for claim in claims:
            words = TOKEN.findall(claim.read_as or claim.text)
            for name in claim.chain:
                large.update(word.casefold() for word in TOKEN.findall(name) if word[0].isupper())
            for place, word in enumerate(words):
                if word[:1].isupper() and (place or _opens_as_a_name(words)):
                    large[word.casefold()] += 1
                elif word[:1].islower():
                    small[word.casefold()] += 1
        self._belonging = [
            (
                re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in sorted(names))),
                frozenset().union(*(name_terms(name) for name in above)),
            )
            for names, above in parties.belongings()
        ]
        self._name_words = {
            word for word, count in large.items() if count >= 4 * small[word] and word not in _STOP
        }

    def proposition_of(self, claim: Claim) -> Proposition:
        """Read one claim."""
        text = _LEAD_IN.sub("", DATELINE.sub("", claim.read_as or claim.text))
        main, detail = _without_detail(text)
        clause = clause_of(main)
        subject, rest = self._sides(clause)
        also = self._belongings(claim, text) | self._terms(TOKEN.findall(detail))
        if claim.read_as and claim.read_as != claim.text:
            # A name that stands for a pronoun may be the wrong one: it can agree with another
            # claim, and it never sets two apart.
            written = self._terms(TOKEN.findall(claim.text))
            also |= (subject | rest) - written
            subject, rest = subject & written, rest & written
        low = [word.casefold() for word in TOKEN.findall(text)]
        if clause.family in _PLACED_FAMILIES and _scope(low) is Scope.ONE:
            also |= self._where(claim)
        as_written = {word.casefold() for word in TOKEN.findall(claim.text)}
        speaker = self._parties.speaker_of(claim.speaker, claim.source)
        figures = figures_of(claim, text)
        family = clause.family
        if family in _TELLS_OF and subject and all(t in GENERIC or t[0] == "@" for t in subject):
            # "The report counts 47 posts" says no more than "47 posts".
            family, subject = None, frozenset()
        if family == "have" and self._thing(clause, OPERATE) == "~premises":
            # "Ostria has 54 stations" says what "runs" would.
            family = OPERATE
        return Proposition(
            family=family,
            voice=clause.voice,
            subject=subject,
            rest=rest,
            also=also - subject - rest,
            figures=figures,
            years=frozenset(YEAR.findall(text)),
            months=frozenset(
                word
                for word in TOKEN.findall(text)
                if word.casefold() in MONTHS and word[0].isupper()
            ),
            means=frozenset(
                term
                for match in _MEANS.finditer(text)
                for term in self._terms(TOKEN.findall(match.group(1)))
                if not term.startswith("@")
            ),
            places=frozenset(
                term
                for match in _PLACED.finditer(text)
                for term in self._terms(TOKEN.findall(match.group(1)))
                if term.startswith("@")
            ),
            thing=self._thing(clause, family),
            scope=_scope(low),
            is_negated=clause.is_negated,
            is_universal=clause.is_universal,
            is_doubtful=clause.is_doubtful,
            first_person=name_key(speaker) if _FIRST_PERSON & as_written else None,
            words=None
            if (subject | rest) - GENERIC or figures
            else f"{name_key(speaker)}: {' '.join(low)}",
            witness=self._witness(speaker, low),
        )

    def _witness(self, speaker: str, low: list[str]) -> str | None:
        """Tell whose own story is told of *him* or *her*; a body has none of its own."""
        if not _THIRD_PERSON & set(low) or not looks_like_person(speaker):
            return None
        return name_key(speaker)

    def _sides(self, clause: Clause) -> tuple[frozenset[str], frozenset[str]]:
        before, after = self._terms(clause.before), self._terms(clause.after)
        if clause.family == EXIST:
            # Who saw it, or "there", is no argument of what exists.
            return frozenset(), before | after
        if clause.voice is Voice.PASSIVE:
            return self._terms(_after_by(clause.after)), before | after
        return before, after

    def _terms(self, words: Iterable[str]) -> frozenset[str]:
        found = set()
        for word in words:
            low = word.casefold().replace("’", "'").removesuffix("'s")
            if (
                low in _STOP
                or low in MONTHS
                or not low[0].isalpha()
                or low in NUMBER_WORDS
                or is_number_word(low)
            ):
                continue
            if low in self._name_words:
                found.add(f"@{state_stem(low.removesuffix('s') if len(low) > 5 else low)}")
                continue
            for part in low.split("-"):
                if part and part not in _STOP:
                    stemmed = stem(part)
                    found.add(noun_family(stemmed) or stemmed)
        return frozenset(found)

    def _thing(self, clause: Clause, family: str | None) -> str | None:
        """Find the noun of what is run or is there: the last word before the next phrase begins."""
        if family not in _PLACED_FAMILIES:
            return None
        passive = clause.voice is Voice.PASSIVE or (family != OPERATE and clause.before)
        words = clause.before if passive else clause.after
        found = None
        for word in words:
            low = word.casefold()
            if found and (low in _PHRASE_ENDS or not low[0].isalpha()):
                break
            terms = self._terms([word])
            if terms and not terms & GENERIC and not any(t.startswith("@") for t in terms):
                found = min(terms)
        return found

    def _where(self, claim: Claim) -> frozenset[str]:
        """List the names in a claim's own sentence and in the one before, which say where it is."""
        text = self._parties.text_of(claim.source)
        before = text[max(0, claim.sentence.start - _ONE_SENTENCE) : claim.sentence.start].rstrip()
        ends = [match.end() for match in _SENTENCE_END.finditer(before)]
        here = text[claim.sentence.start : claim.sentence.end]
        words = TOKEN.findall(before[ends[-1] if ends else 0 :]) + TOKEN.findall(here)
        return frozenset(term for term in self._terms(words) if term.startswith("@"))

    def _belongings(self, claim: Claim, text: str) -> frozenset[str]:
        found: set[str] = set()
        key = name_key(text)
        for pattern, above in self._belonging:
            if pattern.search(key):
                found |= above
        if _FIRST_PERSON & set(name_key(claim.text).split()):
            speaker = self._parties.speaker_of(claim.speaker, claim.source)
            for name in self._parties.lineage(speaker):
                found |= name_terms(name)
        return frozenset(found)


def _opens_as_a_name(words: list[str]) -> bool:
    """Tell whether the first word of a statement is a name: no article, then a verb."""
    first = words[0].casefold()
    if first in _STOP or first.endswith("s") or noun_family(stem(first)) or len(words) < 2:
        return False
    return words[1].casefold() in _AUXILIARIES or verb_family(words[1]) is not None


_AUXILIARIES: Final = one_of(
    "is are was were has have had will would can could may might must does did"
)


def _scope(low: list[str]) -> Scope:
    """Read whether the premises a statement speaks of are one or many."""
    found = Scope.UNSAID
    for place, word in enumerate(low):
        if noun_family(stem(word)) != "~premises":
            continue
        before = low[max(0, place - 3) : place]
        if word.endswith("s") or {"any", "no", "every", "each"} & set(before):
            return Scope.MANY
        found = Scope.ONE
    return found


_PLACED_FAMILIES: Final = frozenset({EXIST, OPERATE, "began"})
_PHRASE_ENDS: Final = one_of("in at on under near for of with and that which where to from since")
_ONE_SENTENCE: Final = 320
_SENTENCE_END: Final = re.compile(r"[.!?][”\"’]?\s|\n")
DATELINE: Final = re.compile(
    r"^[A-ZÀ-Þ][\w .'’-]{2,40},? (?:[^()\n]{0,40}?)\([A-Z][\w. /-]{1,30}\) ?[-–—] ?"
)
# "Now it is in the news: …" announces a statement and is no part of it.
_LEAD_IN: Final = re.compile(
    r"^(?:now |and |so |but )?(?:it is|it['’]s|this is|here is|that is)\b[^:\n\d]{0,35}: "
    r"(?=\S+ \S+ \S+)",
    re.IGNORECASE,
)
_DETAIL: Final = re.compile(
    r",? \b(?:including|among them|such as|for example|for instance)\b.*$"
    r"|, (?:\w+|\d+) of (?:them|which|whom)\b.*$|, (?:one|two|three|four|five) in [A-Z].*$"
    r"|, who (?:is|are|must|have|has|had|was|were)\b.*$|, which\b.*$",
    re.DOTALL,
)


def _without_detail(text: str) -> tuple[str, str]:
    """Set apart what a statement adds in passing: it may agree with another, and never differs."""
    found = _DETAIL.search(text)
    if found is None or found.start() < 20:
        return text, ""
    return text[: found.start()], found.group()


@lru_cache(maxsize=10_000)
def name_terms(name: str) -> frozenset[str]:
    """Give the terms that a body's name would leave in a claim."""
    return frozenset(
        f"@{state_stem(word.removesuffix('s') if len(word) > 5 else word)}"
        for word in name_key(name).split()
        if word not in _STOP and word not in {"republic", "kingdom"}
    )


def _after_by(words: tuple[str, ...]) -> tuple[str, ...]:
    for place, word in enumerate(words):
        if word.casefold() == "by":
            stop = next(
                (
                    end
                    for end, later in enumerate(words[place + 1 :], place + 1)
                    if later.casefold() in {"in", "at", "to", "for", "on", ",", "since", "and"}
                ),
                len(words),
            )
            return words[place + 1 : stop]
    return ()
