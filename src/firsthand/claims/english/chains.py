"""Who stands inside whose words: a saying whose cue lies in another's content is nested in it."""

from dataclasses import dataclass
from typing import Final

from firsthand.claims.english.sayings import Manner, Saying
from firsthand.values.spans import Span

_UNSPOKEN: Final = frozenset({Manner.SILENCE, Manner.DECLINED, Manner.UNCONFIRMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Nested:
    """A saying with the index of the one it stands in, or None when the publisher tells it."""

    saying: Saying
    inside: int | None


def nest(sayings: list[Saying]) -> list[Nested]:
    """Find the saying that each saying stands in; the innermost that holds it counts.

    What stands in words that were *not* said is told by whoever tells of the silence.
    """
    by_sentence: dict[int, list[int]] = {}
    for index, saying in enumerate(sayings):
        by_sentence.setdefault(saying.sentence, []).append(index)
    nested: list[Nested] = []
    for index, saying in enumerate(sayings):
        parents = [
            other
            for other in by_sentence[saying.sentence]
            if other != index
            and _holds(sayings[other], saying)
            and not _holds(saying, sayings[other])
        ]
        inside = min(parents, key=lambda other: (_size(sayings[other]), other), default=None)
        nested.append(Nested(saying=saying, inside=inside))
    return [_out_of_silence(one, nested) for one in nested]


def unspoken(nested: list[Nested]) -> set[int]:
    """Find the sayings that hold nothing but a silence: ``it said it would not comment``.

    The silence stands for both: what somebody will not say is no statement of theirs.
    """
    emptied: set[int] = set()
    for one in nested:
        saying = one.saying
        if one.inside is None or saying.manner is not Manner.DECLINED or not saying.cue:
            continue
        outer = nested[one.inside].saying
        lead = saying.cue[0].start - outer.content[0].start
        if len(outer.content) == 1 and 0 <= lead <= _LONGEST_LEAD:
            emptied.add(one.inside)
    return emptied


_LONGEST_LEAD: Final = 24


def _out_of_silence(one: Nested, nested: list[Nested]) -> Nested:
    inside = one.inside
    while inside is not None and nested[inside].saying.manner in _UNSPOKEN:
        inside = nested[inside].inside
    return Nested(saying=one.saying, inside=inside)


def _holds(outer: Saying, inner: Saying) -> bool:
    place = _anchor(inner)
    return any(content.covers(place) for content in outer.content)


def _anchor(saying: Saying) -> Span:
    cited = saying.manner is Manner.CITED
    return saying.cue[0] if saying.cue and not cited else saying.content[0]


def _size(saying: Saying) -> int:
    return sum(span.end - span.start for span in saying.content)
