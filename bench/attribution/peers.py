"""Other systems that tell who says what, run beside ours where they are at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, runtime_checkable

from firsthand.claims.english.tagging.attribution import Attribution

SPACY_MODEL = "en_core_web_sm"

# Measured earlier on the corpus's test split, on another machine; shown where a peer cannot run.
CITED = {
    "textacy": {
        "content words": 47.5,
        "source words": 20.9,
        "source exact": 27.4,
        "attribution": 28.7,
        "triple exact": 9.1,
        "words per CPU-second": 2_900.0,
    },
    "sayswho": {
        "content words": 50.0,
        "source words": 20.2,
        "source exact": 26.6,
        "attribution": 27.9,
        "triple exact": 8.8,
        "words per CPU-second": 3_400.0,
    },
}


@runtime_checkable
class _Token(Protocol):
    """A token of spaCy's."""

    text: str
    idx: int


class _Span(Protocol):
    """A span of spaCy's."""

    text: str
    start_char: int


Reader = Callable[[str], Sequence[Attribution]]


def peers_at_hand() -> tuple[dict[str, Reader], dict[str, str]]:
    """Give the peers that can run here, and the reason for each that cannot."""
    readers: dict[str, Reader] = {}
    missing: dict[str, str] = {}
    for name, opened in (("textacy", _textacy), ("sayswho", _sayswho)):
        try:
            readers[name] = opened()
        except (ImportError, OSError) as reason:
            missing[name] = str(reason).splitlines()[0]
    return readers, missing


def _textacy() -> Reader:
    import spacy  # noqa: PLC0415 (not a dependency: imported only where the peers are asked for)
    from textacy.extract import direct_quotations  # noqa: PLC0415 (the same)

    nlp = spacy.load(SPACY_MODEL)

    def read(text: str) -> list[Attribution]:
        found: list[Attribution] = []
        start = 0
        for line in text.split("\n"):
            if line.strip():
                found.extend(
                    Attribution(
                        source=_spans(quotation.speaker, start),
                        cue=_spans(quotation.cue, start),
                        content=_spans([quotation.content], start),
                        confidence=1.0,
                    )
                    for quotation in direct_quotations(nlp(line))
                )
            start += len(line) + 1
        return found

    return read


def _sayswho() -> Reader:
    from sayswho.sayswho import SaysWho  # noqa: PLC0415 (as above)

    def read(text: str) -> list[Attribution]:
        return [
            Attribution(
                source=_spans(quotation.speaker, 0),
                cue=_spans(quotation.cue, 0),
                content=_spans([quotation.content], 0),
                confidence=1.0,
            )
            for quotation in SaysWho(text).quotes
        ]

    read("The mayor said it rained.")
    return read


def _spans(pieces: Iterable[_Token | _Span] | None, start: int) -> tuple[tuple[int, int], ...]:
    """Give the code-point spans of spaCy tokens or spans, moved by the start of their line."""
    spans = []
    for piece in pieces or ():
        first = piece.idx if isinstance(piece, _Token) else piece.start_char
        spans.append((start + first, start + first + len(piece.text)))
    return tuple(sorted(spans))
