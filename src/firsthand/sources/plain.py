"""Plain text: whole as the file has it, or rid of the furniture of the page it was copied from."""

from collections.abc import Iterator

from firsthand.sources.captured import (
    Block,
    Capture,
    Document,
    Layout,
    Refusal,
    TextMode,
    digest_of,
    set_in_order,
)
from firsthand.sources.encodings import Decoded, decoded, decoded_whole
from firsthand.sources.layout import Line, credits_in, lines_of, roles_of, single_lines_of
from firsthand.sources.limits import PLAIN_TEXT
from firsthand.sources.media_types import CSV, PLAIN
from firsthand.sources.threads import thread_document
from firsthand.sources.whatsapp import is_whatsapp_export, messages_in
from firsthand.values.errors import UnreadableSource
from firsthand.values.source import Handling, Passage, Role, SourceKind

LEFT_OUT = frozenset({Role.FURNITURE, Role.TEASER})
"""What a cleaned text does without: it belongs to the page or to another story."""


class PlainReader:
    """Reads plain text, message threads exported as text and, line by line, tables in CSV."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read the one document in a text file."""
        body = capture.content(PLAIN_TEXT)
        is_table = capture.media_type == CSV
        whole = (
            decoded_whole(body)
            if mode is TextMode.AS_IS
            else decoded(body, declared=capture.charset)
        )
        if not whole.text.strip("\ufeff \t\r\n"):
            raise UnreadableSource("it holds no words. Check that it was saved in full.")
        is_thread = not is_table and is_whatsapp_export(whole.text)
        if is_thread and mode is TextMode.CLEANED:
            yield thread_document(
                capture, messages_in(whole.text), digest=digest_of(body), media_type=PLAIN
            )
            return
        if is_table or is_thread or capture.layout is Layout.WORDS_ALONE:
            lines = single_lines_of(whole.text)
            roles = [Role.BODY] * len(lines)
        else:
            lines = lines_of(whole.text)
            roles = roles_of(lines, title=capture.title, publisher=capture.publisher)
        if mode is TextMode.AS_IS:
            text, passages = whole.text, _places_whole(whole, lines, roles)
        else:
            text, passages = set_in_order(_kept(whole, lines, roles))
        titles = [line.words for line, role in zip(lines, roles, strict=True) if role is Role.TITLE]
        yield Document(
            file=capture.file,
            sha256=digest_of(body),
            media_type=CSV if is_table else PLAIN,
            text=text,
            passages=passages,
            title=titles[0] if titles else None,
            kind=_kind(is_table=is_table, is_thread=is_thread),
            handling=Handling.RESTRICTED if is_thread else None,
            credits=credits_in(zip(lines, roles, strict=True)),
            address=capture.address,
            captured_at=capture.captured_at,
        )


def _kind(*, is_table: bool, is_thread: bool) -> SourceKind | None:
    if is_thread:
        return SourceKind.MESSAGE_THREAD
    return SourceKind.DATASET if is_table else None


def _places_whole(whole: Decoded, lines: list[Line], roles: list[Role]) -> tuple[Passage, ...]:
    places = _bytes_of(whole, lines)
    return tuple(
        Passage(span=line.span, role=role, place=place)
        for line, role, place in zip(lines, roles, places, strict=True)
    )


def _kept(whole: Decoded, lines: list[Line], roles: list[Role]) -> Iterator[Block]:
    places = _bytes_of(whole, lines)
    for line, role, place in zip(lines, roles, places, strict=True):
        if role not in LEFT_OUT:
            yield Block(text=line.words, role=role, place=place)


def _bytes_of(whole: Decoded, lines: list[Line]) -> Iterator[str]:
    """Give each line's place in the file, counted in bytes."""
    at_byte, at_character = whole.skipped, 0
    for line in lines:
        at_byte += len(whole.text[at_character : line.span.start].encode(whole.encoding))
        length = len(line.span.within(whole.text).encode(whole.encoding))
        yield f"bytes {at_byte}-{at_byte + length}"
        at_byte += length
        at_character = line.span.end
