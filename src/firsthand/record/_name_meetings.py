"""Which names are compared at all.

Each name is filed under a few keys (its sound, its rarest words, its consonants), and only names
that share a key meet. A key that too many share tells little: under it each name meets only its
neighbours in order, so that a hostile list of names costs time in proportion to its length.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from firsthand.record._name_forms import Form
from firsthand.values.entity import EntityKind

_RAREST = 8
_CROWD = 5_000
_NEIGHBOURS = 12
_LONG_WORD = 7


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The names filed under one key, and those that come looking there."""

    filed: list[int] = field(default_factory=list)
    looking: list[int] = field(default_factory=list)


def meetings(forms: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """Give each pair of names worth comparing, once, the earlier of the two first."""
    how_many = Counter(word for form in forms for word in set(form.loose))
    shelves: defaultdict[str, _Shelf] = defaultdict(_Shelf)
    for n, form in enumerate(forms):
        rarest = sorted(set(form.loose), key=lambda word: (how_many[word], word))[:_RAREST]
        for key in _keys_filed(form, rarest):
            shelves[key].filed.append(n)
        for key in _keys_looked_under(form, rarest):
            shelves[key].looking.append(n)
    met: set[tuple[int, int]] = set()
    for shelf in shelves.values():
        for n, m in _pairs(shelf):
            pair = (min(n, m), max(n, m))
            if n != m and pair not in met:
                met.add(pair)
                yield forms[pair[0]], forms[pair[1]]


def _pairs(shelf: _Shelf) -> Iterator[tuple[int, int]]:
    if len(shelf.filed) * len(shelf.looking) <= _CROWD:
        yield from itertools.product(shelf.looking, shelf.filed)
        return
    crowd = sorted({*shelf.filed, *shelf.looking})
    for place, n in enumerate(crowd):
        yield from ((n, m) for m in crowd[place + 1 : place + 1 + _NEIGHBOURS])


def _keys_filed(form: Form, rarest: Collection[str]) -> set[str]:
    """Name every key under which a name can be found."""
    keys = _keys_shared(form, rarest)
    keys.update(f"words {a} {b}" for a, b in _couples(rarest))
    if form.kind is EntityKind.PERSON:
        keys.update(f"initial {a} {b[0]}" for a, b in _both_ways(rarest))
    else:
        keys.update(f"word {word}" for word in rarest)
        keys.add(f"initials {form.initials}")
    return keys


def _keys_looked_under(form: Form, rarest: Sequence[str]) -> set[str]:
    """Name the keys under which a name looks for others: its own, and of its words the rarest."""
    keys = _keys_shared(form, rarest)
    if len(rarest) > 1:
        keys.update(f"words {a} {b}" for a, b in _couples(rarest[:2]))
    elif form.kind is not EntityKind.PERSON:
        keys.update(f"word {word}" for word in rarest)
    if form.acronym:
        keys.add(f"initials {form.acronym}")
    if form.kind is EntityKind.PERSON:
        keys.update(f"initial {a} {b}" for a, b in _both_ways(rarest) if len(b) == 1 < len(a))
    return keys


def _keys_shared(form: Form, rarest: Collection[str]) -> set[str]:
    keys = {f"sound {sound}" for sound in (*form.sounds, *form.old)}
    keys.add(f"alone {' '.join(sorted(rarest))}")
    if consonants := form.consonants:
        keys.add(f"consonants {consonants}")
    for word in rarest:
        if len(word) >= _LONG_WORD - 1:
            keys.update(_keys_of_the_misspelled(word, rarest))
    return keys


def _keys_of_the_misspelled(word: str, among: Collection[str]) -> Iterator[str]:
    """Either the head or the tail of a word outlives a slip of one letter."""
    beside = [other for other in among if other != word] or [""]
    for other in beside:
        yield f"head {other} {word[:3]}"
        yield f"tail {other} {word[-3:]}"


def _couples(words: Collection[str]) -> Iterator[tuple[str, str]]:
    return itertools.combinations(sorted(words), 2)


def _both_ways(words: Collection[str]) -> Iterator[tuple[str, str]]:
    return itertools.permutations(words, 2)
