"""Compares extracted claims with gold: same sentence, same innermost speaker, the same words.

A gold claim is found when a claim of its sentence has the same innermost speaker and content words
with F1 of at least .6; whole chain and stance are scored apart, over claims of the same content.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from bench.casefiles.gold import Gold, GoldClaim
from firsthand.values.claim import Claim, Stance
from firsthand.values.source import Source
from firsthand.values.spans import Span

_ENOUGH: Final = 0.6
_EMPTY_WORDS: Final = """
    a an the of in on at to for from by with and or but as is are was were be been being it its
    that this these those has have had will would can could may might do does did not there they
    their he she his her who which i we you
"""
_EMPTY: Final = frozenset(_EMPTY_WORDS.split())


@dataclass(slots=True, kw_only=True)
class Score:
    """How many gold claims were found, and how well."""

    core: int = 0
    content: int = 0
    speaker: int = 0
    chain: int = 0
    stance: int = 0
    carried: int = 0
    carried_right: int = 0
    traps: int = 0
    sprung: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    extracted: int = 0
    matched: int = 0

    def add(self, other: "Score") -> None:
        """Add another score to this one."""
        for name in (
            "core",
            "content",
            "speaker",
            "chain",
            "stance",
            "carried",
            "carried_right",
            "traps",
            "extracted",
            "matched",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.sprung += other.sprung
        self.faults += other.faults


def score_source(gold: Gold, wanted: list[GoldClaim], claims: list[Claim], source: Source) -> Score:
    """Score one source's claims."""
    score = Score(extracted=len(claims))
    used: set[str] = set()
    for one in wanted:
        near = [c for c in claims if _in_sentence(one, c, source)]
        ranked = sorted(
            ((_agreement(gold, one, claim), claim) for claim in near),
            key=lambda pair: (pair[0], pair[1].id),
            reverse=True,
        )
        same_words = [pair for pair in ranked if pair[0][1] >= _ENOUGH]
        used |= {claim.id for rank, claim in same_words if rank[0]}
        if not one.core:
            continue
        score.core += 1
        score.carried += one.carried
        if not same_words:
            score.faults.append(f"{one.id} not found: {' '.join(one.content)[:90]!r}")
            continue
        score.content += 1
        rank, best = same_words[0]
        if rank[0]:
            score.speaker += 1
            score.carried_right += one.carried
        else:
            score.faults.append(
                f"{one.id} speaker {best.speaker!r}, not {one.chain[-1]!r}: {best.text[:60]!r}"
            )
        if _same_chain(gold, one, best):
            score.chain += 1
        elif rank[0]:
            score.faults.append(f"{one.id} chain {best.chain}, not {one.chain}")
        if _same_stance(one, best):
            score.stance += 1
        else:
            score.faults.append(
                f"{one.id} stance {best.stance.value}, not {one.stance}: {best.text[:60]!r}"
            )
    score.matched = len(used)
    for trap in gold.traps:
        if trap.source == source.file or len({t.source for t in gold.traps}) == 1:
            score.traps += 1
            score.sprung += [
                f"{trap.text[:50]!r} sprung by {c.text[:60]!r}"
                for c in claims
                if _springs(trap.text, c, source, wanted)
            ]
    return score


def word_f1(left: str, right: str) -> float:
    """Compare two texts by their content words.

    >>> word_f1("the posts are shut", "posts shut")
    1.0
    """
    one, two = Counter(_content_words(left)), Counter(_content_words(right))
    if not one or not two:
        return float(left.lower().split() == right.lower().split())
    shared = sum((one & two).values())
    return 2 * shared / (sum(one.values()) + sum(two.values()))


def stands_for(one: GoldClaim, claim: Claim, source: Source) -> bool:
    """Tell whether a claim says a gold claim's words in its sentence, whoever speaks them."""
    if one.source != source.file or not _in_sentence(one, claim, source):
        return False
    return word_f1(" ".join(one.content), claim.text) >= _ENOUGH


def _content_words(text: str) -> list[str]:
    words = re.findall(r"[\w’'-]+", text.lower().replace("’", "'"))
    return [w.strip("'-") for w in words if w.strip("'-") and w not in _EMPTY]


def _agreement(gold: Gold, one: GoldClaim, claim: Claim) -> tuple[bool, float, bool, bool]:
    same_speaker = gold.means(one.chain[-1], claim.speaker)
    words = word_f1(" ".join(one.content), claim.text)
    if len(one.content) > 1:
        words = max(words, *(word_f1(part, claim.text) for part in one.content))
    enough = words if words >= _ENOUGH else words / 10
    good = same_speaker and words >= _ENOUGH
    return (good, enough, claim.stance == one.stance, _same_chain(gold, one, claim))


def _same_stance(one: GoldClaim, claim: Claim) -> bool:
    wanted = {one.stance, *one.also_stances}
    # Whether somebody would not comment or did not answer is often a matter of taste.
    silent = {Stance.DOES_NOT_SAY.value, Stance.DECLINES_TO_COMMENT.value}
    return claim.stance.value in (wanted | silent if wanted & silent else wanted)


def _same_chain(gold: Gold, one: GoldClaim, claim: Claim) -> bool:
    return len(one.chain) == len(claim.chain) and all(map(gold.means, one.chain, claim.chain))


def _in_sentence(one: GoldClaim, claim: Claim, source: Source) -> bool:
    start = source.text.find(one.sentence)
    if start < 0:
        squeezed = " ".join(one.sentence.split())
        words = " ".join(claim.sentence.within(source.text).split())
        return words in squeezed or squeezed in words
    end = start + len(one.sentence)
    while start >= 0:
        if claim.sentence.start < end and start < claim.sentence.end:
            return True
        start = source.text.find(one.sentence, start + 1)
        end = start + len(one.sentence)
    return False


def _is_wanted(span: Span, wanted: list[GoldClaim], source: Source) -> bool:
    """Tell whether words stand in a sentence that holds a claim: a pull quote says it again."""
    for one in wanted:
        start = source.text.find(one.sentence)
        if start >= 0 and span.start < start + len(one.sentence) and start < span.end:
            return True
    return False


def _springs(text: str, claim: Claim, source: Source, wanted: list[GoldClaim]) -> bool:
    start = source.text.find(text)
    while start >= 0:
        end = start + len(text)
        if len(text.split()) == 1:
            # A word of furniture may also be a word of the story: only a claim of it alone counts.
            if claim.text.strip() == text.strip():
                return True
        elif any(
            span.start < end and start < span.end and not _is_wanted(span, wanted, source)
            for span in claim.content
        ):
            return True
        start = source.text.find(text, start + 1)
    return False
