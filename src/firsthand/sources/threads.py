"""Message threads: who wrote what and when, each message a passage of its own.

Invariant: every word of a message is kept; what a program put there (who joined, what was sent
along) speaks for nobody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.sources.captured import Block, Capture, Document, set_in_order
from firsthand.sources.limits import THREAD_MESSAGES
from firsthand.values.errors import UnsafeSource
from firsthand.values.source import Handling, Role, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message: its moment as far as it is known, its sender, its words, what came along.

    ``sender`` is None where the program itself speaks. ``attached`` are the names of files, or the
    program's own line that a file was left out.
    """

    moment: str
    sender: str | None
    words: str
    attached: tuple[str, ...] = ()


def thread_document(
    capture: Capture,
    messages: Iterable[Message],
    *,
    digest: str,
    media_type: str,
    title: str | None = None,
) -> Document:
    """Make one document of a thread, restricted: somebody wrote it to somebody.

    A sender stands before the words, as a program shows it; the place gives the message's number
    and moment.
    """
    text, passages = set_in_order(_blocks(messages))
    return Document(
        file=capture.file,
        sha256=digest,
        media_type=media_type,
        text=text,
        passages=passages,
        title=title,
        captured_at=capture.captured_at,
        address=capture.address,
        kind=SourceKind.MESSAGE_THREAD,
        handling=Handling.RESTRICTED,
    )


def _blocks(messages: Iterable[Message]) -> Iterator[Block]:
    for number, message in enumerate(messages, 1):
        if number > THREAD_MESSAGES:
            raise UnsafeSource(
                f"this thread has more than {THREAD_MESSAGES:,} messages. Export it in parts, and "
                "read those."
            )
        place = f"message {number}, {message.moment}"
        head = f"{message.sender}: " if message.sender else ""
        for name in message.attached:
            yield Block(text=head + name, role=Role.CAPTION, place=f"{place}, attached")
        if message.words.strip():
            role = Role.BODY if message.sender else Role.FURNITURE
            yield Block(text=head + message.words.strip(), role=role, place=place)
