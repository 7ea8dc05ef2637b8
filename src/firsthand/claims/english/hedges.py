"""Words by which a text keeps its distance from what it says."""

import re
from typing import Final

_HEDGES: Final = re.compile(
    r"""\b(?:so-called|reportedly|allegedly|purportedly|supposedly|ostensibly|apparently|presumably
    |alleged|suspected|purported|supposed|reported(?=\s+(?:\w+\s+)?(?:activity|threats?|crimes?|incidents?))
    |(?:is|are|was|were)\s+(?:said|believed|thought|alleged|reported|understood|rumou?red|feared)\s+to
    |mainly|mostly|largely|primarily|main\s+purpose|chiefly|often|sometimes|in\s+some\s+cases
    |may(?=\s+(?:have|be|seek|\w+))|might|could\s+(?:be|have)|possibly|perhaps|probably|likely|potential(?:ly)?
    |appears?\s+to|seems?\s+to|suggests?\s+that|it\s+is\s+(?:alleged|claimed|believed|reported|understood)
    |claims?(?=\s+that)|claimed)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_SCARE: Final = re.compile(r"[“\"‘'](?P<words>[\w’ -]{2,40})[”\"’'](?!\w)")


def hedges_in(words: str) -> tuple[str, ...]:
    """Find the hedges of a claim, in order, each once.

    >>> hedges_in("so-called posts are mainly for renewals")
    ('so-called', 'mainly')
    """
    found: dict[str, None] = {}
    for match in _HEDGES.finditer(words):
        found.setdefault(" ".join(match.group().lower().split()), None)
    return tuple(found)


def scare_quotes_in(words: str) -> tuple[str, ...]:
    """Find the short phrases that a claim sets between quotation marks."""
    return tuple(
        match.group("words")
        for match in _SCARE.finditer(words)
        if 0 < len(match.group("words").split()) < 5 and match.group("words")[0].islower()
    )
