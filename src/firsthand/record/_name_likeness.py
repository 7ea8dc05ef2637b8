"""How much two names are alike, and why, in words."""

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.record import _name_words as known
from firsthand.record import _romanizing as sounding
from firsthand.record._name_forms import Form
from firsthand.record._name_spelling import loosely
from firsthand.values.entity import EntityKind

_LITTLE = 0.3
_MIDDLE = 0.5
_MUCH = 3.0
_LONG_WORD = 7
_CONSONANTS = 4
_SLIPS = 3

Likeness = tuple[float, str]
UNLIKE: Likeness = (0.0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    left: str
    right: str
    likeness: float


def likeness(left: Form, right: Form) -> Likeness:
    """Score from 0 to 1 how likely two names of one kind name one thing, with the reason."""
    if left == right:
        return _same(left)
    if (left.numbers != right.numbers) and left.numbers and right.numbers:
        return UNLIKE
    if left.han and right.han:
        return _by_characters(left, right)
    if left.seat and right.seat and left.seat.isdisjoint(right.seat):
        return UNLIKE
    if left.legal and right.legal and left.legal != right.legal:
        return UNLIKE
    ways = (_by_sound, _by_old_spelling, _by_consonants, _by_acronym, _by_words)
    return max((way(left, right) for way in ways), key=lambda alike: alike[0])


def _same(form: Form) -> Likeness:
    is_short = form.kind is EntityKind.PERSON and len(form.words) == 1 and not form.han
    # Persons share names more often than bodies do, and single names most often of all.
    score = 0.7 if is_short else 0.9 if form.kind is EntityKind.PERSON else 1.0
    return score, "the same name, but for case, accents, marks or titles"


def _by_characters(left: Form, right: Form) -> Likeness:
    if set(left.sounds) & set(right.sounds) and sounding.are_two_writings(left.han, right.han):
        return 0.95, "one name in traditional and simplified characters"
    shorter, longer = sorted((left.han, right.han), key=len)
    ending = longer[len(shorter) :]
    is_ended = ending in known.HAN_ENDINGS and longer.startswith(shorter) and len(shorter) > 1
    if is_ended and left.kind is not EntityKind.PERSON:
        return 0.8, f"the same characters, one name with '{ending}' at its end"
    return UNLIKE


def _by_sound(left: Form, right: Form) -> Likeness:
    shared = set(left.sounds) & set(right.sounds)
    if not shared:
        return UNLIKE
    if left.han or right.han:
        han = left if left.han else right
        said = next(
            said for sound, said in zip(han.sounds, han.said, strict=True) if sound in shared
        )
        return 0.9, f"one name in two scripts: pinyin '{said}'"
    if left.script != right.script:
        return 0.9, f"one name in two scripts: '{left.said[0]}'"
    if sorted(left.words) == sorted(right.words):
        return 0.95, "the same words, in another order or with other small words"
    return 0.85, "the same letters, parted into words in another way"


def _by_old_spelling(left: Form, right: Form) -> Likeness:
    for new, old in ((left, right), (right, left)):
        if new.is_pinyin and old.claims_old and set(new.old) & set(old.sounds):
            said = f"pinyin '{new.said[0]}', Wade–Giles '{old.said[0]}'"
            return 0.8, f"one name in two romanizations: {said}"
    return UNLIKE


def _by_consonants(left: Form, right: Form) -> Likeness:
    if left.is_abjad == right.is_abjad or left.han or right.han:
        return UNLIKE
    kept = left.consonants
    if kept != right.consonants or len(kept.replace(" ", "")) < _CONSONANTS:
        return UNLIKE
    return 0.75, f"one name in two scripts, by its consonants: '{kept}'"


def _by_acronym(left: Form, right: Form) -> Likeness:
    for short, long in ((left, right), (right, left)):
        if short.acronym and len(long.words) > 2 and short.acronym == long.initials:
            return 0.65, f"'{short.acronym.upper()}' may be the first letters of the other name"
    return UNLIKE


def _by_words(left: Form, right: Form) -> Likeness:
    matches = _matched(left, right)
    rest_left = _without(left.words, [m.left for m in matches])
    rest_right = _without(right.words, [m.right for m in matches])
    if not matches or (rest_left and rest_right):
        return UNLIKE
    over = [*rest_left, *rest_right]
    if left.kind is EntityKind.PERSON and not _names_a_person(matches, over):
        return UNLIKE
    weighed = [(_weight(m, left.kind), m.likeness) for m in matches]
    shared = sum(weight * alike for weight, alike in weighed)
    extra = sum(_cost(word, left.kind) for word in over)
    score = 0.95 * shared / (sum(weight for weight, _ in weighed) + extra)
    return round(score, 3), _told(matches, over)


def _names_a_person(matches: list[_Match], over: list[str]) -> bool:
    whole = [m for m in matches if min(len(m.left), len(m.right)) > 1]
    return bool(whole) and (len(matches) > 1 or not over)


def _without(words: Iterable[str], matched: Iterable[str]) -> list[str]:
    rest = list(words)
    for word in matched:
        rest.remove(word)
    return rest


def _weight(match: _Match, kind: EntityKind) -> float:
    if kind is EntityKind.PERSON:
        return _MIDDLE if min(len(match.left), len(match.right)) == 1 else 1.0
    return _rarity(match.left)


def _cost(word: str, kind: EntityKind) -> float:
    """Weigh a word that only one of two names has."""
    if kind is EntityKind.PERSON:
        return _MIDDLE
    return _LITTLE if word in known.LEFT_OUT else _MUCH if word in known.PARTING else 1.0


def _rarity(word: str) -> float:
    return _LITTLE if word in known.COMMON else 1.0


def _matched(left: Form, right: Form) -> list[_Match]:
    """Pair the words of two names, the surest pairs first; each word once."""
    shared = sorted((Counter(left.words) & Counter(right.words)).elements())
    rest_left, rest_right = _without(left.words, shared), _without(right.words, shared)
    matches = [_Match(left=word, right=word, likeness=1.0) for word in shared]
    # More words apart than a hand slips on are other words; hostile names cost no more than this.
    if min(len(rest_left), len(rest_right)) > _SLIPS:
        return matches
    is_strict = left.is_pinyin and right.is_pinyin
    is_person = left.kind is EntityKind.PERSON
    found = sorted(
        (-_alike(a, b, is_strict=is_strict, is_person=is_person), a, b)
        for a, b in itertools.product(rest_left, rest_right)
    )
    for negative, a, b in found:
        if negative < 0 and a in rest_left and b in rest_right:
            rest_left.remove(a)
            rest_right.remove(b)
            matches.append(_Match(left=a, right=b, likeness=-negative))
    return matches


def _alike(a: str, b: str, *, is_strict: bool, is_person: bool) -> float:
    if a == b:
        return 1.0
    if is_person and min(len(a), len(b)) == 1:
        return 0.6 if a[0] == b[0] else 0.0
    # A syllable of Chinese that differs in one letter is another word.
    if is_strict or not (a.isalpha() and b.isalpha()):
        return 0.0
    if loosely(a) == loosely(b):
        return 0.95
    return _misspelled(a, b)


def _misspelled(a: str, b: str) -> float:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - not loaded by those who ask for help

    shorter, longer = sorted((a, b), key=len)
    # Daughters and wives bear the family's name with another ending: another person.
    is_ending = longer == shorter + "a"
    if len(shorter) < _LONG_WORD or is_ending or a in known.COMMON or b in known.COMMON:
        return 0.0
    return 0.85 if OSA.distance(a, b, score_cutoff=1) <= 1 else 0.0


def _told(matches: list[_Match], over: list[str]) -> str:
    loose = sorted(f"'{m.left}' and '{m.right}'" for m in matches if m.left != m.right)
    parts = [f"{len(matches)} words agree" if len(matches) > 1 else "one word agrees"]
    if loose:
        parts.append("spelled apart: " + ", ".join(loose[:4]))
    if over:
        parts.append("only one has: " + ", ".join(f"'{word}'" for word in sorted(over)[:4]))
    return "; ".join(parts)
