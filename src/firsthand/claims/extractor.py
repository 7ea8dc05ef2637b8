"""What every engine that finds claims must do, and the check that none of them invents words.

Invariant: every claim that leaves this room points at words that stand in its source.
"""

import hashlib
from collections.abc import Iterable
from typing import Protocol

from firsthand.values.claim import Claim, Stance
from firsthand.values.errors import BadSpan
from firsthand.values.source import Source
from firsthand.values.spans import Span, words_at

_ID_BYTES = 8


class Extractor(Protocol):
    """Finds the claims of one source; rules, a model or a remote server may stand behind it."""

    name: str

    def claims_in(self, source: Source) -> list[Claim]:
        """Read a source's claims, in the order of their words."""
        ...


def checked(claims: Iterable[Claim], source: Source) -> tuple[list[Claim], int]:
    """Keep the claims whose words stand in the source; count the ones that were dropped.

    For engines that nobody here wrote. Raises nothing: a model that invents loses its inventions.
    """
    given = list(claims)
    kept = [claim for claim in given if _fault_of(claim, source) is None]
    return kept, len(given) - len(kept)


def require_checked(claims: Iterable[Claim], source: Source) -> list[Claim]:
    """Give the claims back unchanged, or raise ``BadSpan`` at the first with a span gone wrong."""
    given = list(claims)
    for claim in given:
        fault = _fault_of(claim, source)
        if fault:
            raise BadSpan(
                f"{source.id[:12]}: engine {claim.engine!r} returned a claim {fault}. "
                "Report this to whoever maintains that engine, or read the source without it."
            )
    return given


def claim_id(source: str, content: Iterable[Span], chain: Iterable[str], stance: Stance) -> str:
    """Name a claim by its source, place, speakers and stance, so that a second run agrees.

    >>> claim_id("s1", [Span(0, 4)], ["The Courier"], Stance.ASSERTS)
    'c3e5ec35396d4612d'
    """
    parts = [source, ";".join(f"{start}-{end}" for start, end in content), "\x1f".join(chain)]
    text = "\x1e".join([*parts, stance.value])
    return "c" + hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=_ID_BYTES).hexdigest()


def _fault_of(claim: Claim, source: Source) -> str | None:
    if claim.source != source.id:
        return "of another source"
    if not claim.chain or not claim.content:
        return "without a speaker or without words"
    length = len(source.text)
    for group in (claim.content, claim.cue, claim.speaker_spans, (claim.sentence,)):
        last = 0
        for start, end in group:
            if not 0 <= start < end <= length or start < last:
                return f"with the span {start}-{end}, which the text does not have"
            last = end
    if claim.text != words_at(claim.content, source.text):
        return "whose text is not what its spans hold"
    return None
