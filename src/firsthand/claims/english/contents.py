"""Cuts a saying's words to size: no quotation marks around, no full stop behind, reasons apart."""

import re
from typing import Final

from firsthand.claims.english.quotes import Quote, Sort
from firsthand.claims.english.sayings import Manner, Saying
from firsthand.claims.english.words import may_be_finite
from firsthand.values.claim import Quotation
from firsthand.values.spans import Span

_REASON_FIRST: Final = re.compile(
    r"^(?P<joint>As|Because|Since)\s+(?P<reason>[^,]{8,}),\s+", re.DOTALL
)
_REASON_LAST: Final = re.compile(r",\s+(?P<joint>as|because|since)\s+(?P<reason>.{8,})$", re.DOTALL)
_NOT_REASONS: Final = re.compile(
    r"^(?:well|part|a\s+result|an?\s+|of\s+|far\s+|long\s+|soon\s+|much\s+|if\s+|the\s+\w+\s+(?:said|says|reported)"
    r"|\w+\s+(?:said|says|reported|put)\b)",
    re.IGNORECASE,
)
_MARKS: Final = '“”"«»'
_SPACE: Final = " \t\n\r\u00a0"


def trimmed(text: str, span: Span, *, inside_quote: bool) -> Span | None:
    """Trim marks and space off a span's ends; a full stop stays only inside a quotation."""
    start, end = span
    for _ in range(_MOST_MARKS):
        words = text[start:end]
        bare = words.strip(_SPACE + ",;:–—")
        start += len(words) - len(words.lstrip(_SPACE + ",;:–—"))
        end = start + len(bare)
        left, right = _marks_off(bare)
        if not left and not right and not inside_quote and bare[-1:] in {".", "!", "?"}:
            right = not _is_abbreviated(bare)
        if not left and not right:
            break
        start, end = start + left, end - right
    return Span(start, end) if start < end else None


def without_that(words: str) -> str:
    """Give a clause without the word that only leads it.

    >>> without_that("that the port is shut")
    'the port is shut'
    """
    return words[5:] if words[:5].lower() == "that " and len(words) > 5 else words


_MOST_MARKS: Final = 12


def _marks_off(words: str) -> tuple[bool, bool]:
    """Tell at which ends a quotation mark stands that has no twin inside, or wraps the whole."""
    if len(words) < 2:
        return False, False
    first, last = words[0], words[-1]
    ends_quote = last in "’'" and words[-2] in ".,!?"
    if (first in "‘'" and ends_quote) or _wraps(words):
        return True, True
    left = (first in "‘'" and not _single_closes(words)) or (
        first in _MARKS and not _closes_inside(words)
    )
    right = (ends_quote and not _single_opens(words)) or (
        last in _MARKS and not _opens_inside(words)
    )
    return left, right and not left


def _single_closes(words: str) -> bool:
    return any(mark in words[1:] for mark in (",’", ".’", "?’", "!’", "’ ", ",'", ".'", "?'", "!'"))


def _single_opens(words: str) -> bool:
    return "‘" in words or " '" in words or words.startswith("'")


def _is_abbreviated(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1] if words.split() else ""
    return "." in last[:-1] and len(last) <= 6


def _closes_inside(words: str) -> bool:
    return any(mark in words[1:] for mark in _MARKS)


def _opens_inside(words: str) -> bool:
    return any(mark in words[:-1] for mark in _MARKS)


def _wraps(words: str) -> bool:
    return (
        words[0] in _MARKS
        and words[-1] in _MARKS
        and not any(mark in words[1:-1] for mark in _MARKS)
    )


_NEXT_CLAUSE: Final = re.compile(
    r"(?:,\s+(?:and\s+|but\s+)?|\s+(?:and|but)\s+)that\s+(?=[\w“\"])(?!\w+\s+(?:the\s+)?\w+\s+(?:called|regards))"
    r"|,?\s+and\s+(?=(?:has|have|had|is|are|was|were)\s+(?:\w+ly\s+|now\s+)?(?:opened|launched|begun|started"
    r"|investigating|looking\s+into)\b)|,\s+(?:although|though)\s+(?=\w+\s+\S+\s+\S+)"
)
_WHOLE: Final = frozenset({Manner.AGENTLESS, Manner.SILENCE, Manner.DECLINED, Manner.OWN_VOICE})


def parts_of(text: str, saying: Saying) -> list[tuple[Span, ...]]:
    """Cut a saying's content at its reason: ``as the port is shut, no ship will call``.

    Each part is a claim of its own; most sayings have one part.
    """
    if len(saying.content) != 1 or saying.manner in _WHOLE:
        return [saying.content]
    return [
        part
        for clause in _clauses_of(text, saying.content[0])
        for part in _reasons_of(text, clause)
    ]


def _clauses_of(text: str, span: Span) -> list[Span]:
    """Cut ``that A, that B and that C`` into its clauses, and an inquiry off what goes before."""
    starts, clauses = [span.start], []
    for joint in _NEXT_CLAUSE.finditer(text, span.start, span.end):
        quoted = text[span.start : joint.start()]
        if quoted.count("“") == quoted.count("”") and quoted.count('"') % 2 == 0:
            clauses.append(Span(starts[-1], joint.start()))
            starts.append(joint.end())
    clauses.append(Span(starts[-1], span.end))
    if any(len(clause.within(text).split()) < 3 for clause in clauses):
        return [span]
    return clauses


def _reasons_of(text: str, span: Span) -> list[tuple[Span, ...]]:
    words = span.within(text)
    first = _REASON_FIRST.match(words.lstrip('“"‘'))
    shift = len(words) - len(words.lstrip('“"‘'))
    if first and _is_reason(first.group("reason")):
        start = span.start + shift
        reason = Span(start + first.start("reason"), start + first.end("reason"))
        return [(reason,), (Span(start + first.end(), span.end),)]
    joint = any(f", {word} " in words for word in ("as", "because", "since"))
    last = _REASON_LAST.search(words) if joint else None
    if last and _is_reason(last.group("reason")):
        return [
            (Span(span.start, span.start + last.start()),),
            (Span(span.start + last.start("reason"), span.end),),
        ]
    return [(span,)]


def _is_reason(words: str) -> bool:
    if _NOT_REASONS.match(words):
        return False
    found = [may_be_finite(word) for word in re.findall(r"[\w’'-]+", words.lower())]
    return any(found[1:])


def quotation_of(text: str, parts: tuple[Span, ...], quotes: list[Quote]) -> Quotation:
    """Tell whether some words are the speaker's own, the publisher's, or both."""
    direct = indirect = mixed = 0
    for part in parts:
        for quote in quotes:
            if quote.inner.covers(part) or (
                quote.outer.covers(part) and quote.outer != part and quote.sort is Sort.SPEECH
            ):
                direct += 1
                break
            if quote.outer.covers(part):
                direct += 1
                break
            if part.covers(quote.inner) and not _is_scare(text, quote):
                mixed += 1
                break
        else:
            indirect += 1
    if direct and not (indirect or mixed):
        return Quotation.DIRECT
    if mixed or direct:
        return Quotation.MIXED
    return Quotation.INDIRECT


def _is_scare(text: str, quote: Quote) -> bool:
    before = text[max(0, quote.outer.start - 24) : quote.outer.start].lower()
    return "so-called" in before
