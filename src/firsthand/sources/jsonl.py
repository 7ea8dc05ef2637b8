"""JSON Lines: one source a line; a broken line is refused by its number and the rest go on."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from firsthand.sources.captured import (
    Block,
    Capture,
    Document,
    Refusal,
    TextMode,
    digest_of,
    set_in_order,
)
from firsthand.sources.dates import day_in, moment_in
from firsthand.sources.encodings import decoded
from firsthand.sources.kinds import kind_called
from firsthand.sources.language import language_code
from firsthand.sources.layout import credits_in, lines_of, roles_of
from firsthand.sources.limits import JSON_LINE, spelled
from firsthand.sources.media_types import HTML, JSON_LINES
from firsthand.sources.plain import LEFT_OUT
from firsthand.sources.registry import read_part
from firsthand.sources.wording import shown, sound
from firsthand.values.errors import UnreadableSource
from firsthand.values.source import Role, SourceKind

_TEXT: Final = ("text", "content", "body")
_DAY: Final = ("published_on", "date", "published", "published_at", "datePublished")
_PUBLISHER: Final = ("publisher", "source", "site")
_ADDRESS: Final = ("url", "address", "link")


class JsonLinesReader:
    """Reads files that hold one JSON object a line, each a source."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read each line, keeping no more than one in memory.

        A line has ``text`` (or ``content``, ``body``, or a page as ``html``), and as far as known
        ``title``, ``publisher``, ``published_on``, ``url``, ``lang``, ``kind``, ``author``.
        """
        with capture.opens() as stream:
            number = 0
            while line := stream.readline(JSON_LINE + 1):
                number += 1
                if len(line) > JSON_LINE:
                    yield _refused(capture, number, _TOO_LONG)
                    while line and not line.endswith(b"\n"):
                        line = stream.readline(JSON_LINE)
                elif line.strip():
                    yield from _line(capture, number, line.rstrip(b"\r\n"), mode)


_TOO_LONG: Final = f"it is longer than {spelled(JSON_LINE)}. Split it into several sources."


def _line(
    capture: Capture, number: int, line: bytes, mode: TextMode
) -> Iterator[Document | Refusal]:
    try:
        record = json.loads(decoded(line).text)
    except (ValueError, RecursionError, UnreadableSource):
        yield _refused(capture, number, "it is not valid JSON. Mend it, then read the file again.")
        return
    if not isinstance(record, dict):
        yield _refused(capture, number, 'it is no JSON object. Write it like {"text": "…"}')
        return
    page, text = _words(record, ("html",)), _words(record, _TEXT)
    if page and not text:
        part = replace(
            capture.part(str(number), page.encode(), media_type=HTML), charset="utf-8",
            address=_words(record, _ADDRESS),
        )  # fmt: skip
        for result in read_part(part, mode):
            yield result if isinstance(result, Refusal) else _described(result, record, line)
    elif text:
        yield _described(_document(capture, number, record, text), record, line)
    else:
        yield _refused(capture, number, 'it has no words. Put them under "text".')


def _document(capture: Capture, number: int, record: Mapping[str, Any], text: str) -> Document:
    title = _words(record, ("title", "headline"))
    lines = lines_of(text)
    roles = roles_of(lines, title=title, publisher=_words(record, _PUBLISHER))
    blocks = [
        Block(
            text=line.words,
            role=role,
            place=f"record {number}, characters {line.span.start}-{line.span.end}",
        )
        for line, role in zip(lines, roles, strict=True)
        if role not in LEFT_OUT
    ]
    shown_title = next((block.text for block in blocks if block.role is Role.TITLE), None)
    if title and (shown_title is None or shown_title.casefold() != title.casefold()):
        # The record's own title stands; a line of the text that looks like one is a heading.
        blocks = [
            Block(text=title, role=Role.TITLE, place=f"record {number}, title"),
            *(
                replace(block, role=Role.HEADING) if block.role is Role.TITLE else block
                for block in blocks
            ),
        ]
    whole, passages = set_in_order(blocks)
    return Document(
        file=f"{capture.file}#{number}",
        sha256="",
        media_type=JSON_LINES,
        text=whole,
        passages=passages,
        title=title or shown_title,
        credits=credits_in(zip(lines, roles, strict=True)),
    )


def _described(document: Document, record: Mapping[str, Any], line: bytes) -> Document:
    """Let the record's own fields speak; its digest is that of the line, without the line's end."""
    kind = _words(record, ("kind", "type"))
    known = kind_called(kind) if kind else None
    day = _words(record, _DAY)
    moment = _words(record, ("captured_at",))
    return replace(
        document,
        sha256=digest_of(line),
        media_type=JSON_LINES,
        title=_words(record, ("title", "headline")) or document.title,
        publisher=_words(record, _PUBLISHER) or document.publisher,
        published_on=(day_in(day) if day else None) or document.published_on,
        captured_at=moment_in(moment) if moment else document.captured_at,
        address=_words(record, _ADDRESS) or document.address,
        lang=language_code(_words(record, ("lang", "language"))) or document.lang,
        author=_words(record, ("author",)) or document.author,
        kind=(known or SourceKind.ARTICLE) if kind else document.kind,
        kind_as_given=kind if kind and known is None else None,
    )


def _words(record: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return sound(value)
    return None


def _refused(capture: Capture, number: int, message: str) -> Refusal:
    return Refusal(file=shown(f"{capture.file}#{number}"), message=f"line {number}: {message}")
