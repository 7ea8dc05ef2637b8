"""Telegram's JSON exports: one chat, or all chats of an account, each a message thread."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from firsthand.sources.captured import Capture, Document, Refusal, TextMode, digest_of
from firsthand.sources.encodings import decoded
from firsthand.sources.limits import JSON_FILE
from firsthand.sources.media_types import JSON
from firsthand.sources.threads import Message, thread_document
from firsthand.sources.wording import shown, sound
from firsthand.values.errors import UnreadableSource

_NOT_READ: Final = (
    "a JSON file is read only as sources.json, the listing, as a Telegram export or as a record of "
    "Auto Archiver. Write sources one to a line into a .jsonl file."
)
_FILES: Final = ("photo", "file")


class TelegramReader:
    """Reads the result.json that Telegram's desktop program exports."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read each chat of an export as a thread; other JSON is refused."""
        del mode
        body = capture.content(JSON_FILE)
        try:
            export = json.loads(decoded(body).text)
        except (ValueError, RecursionError, UnreadableSource) as broken:
            raise UnreadableSource(_NOT_READ) from broken
        if _is_chat(export):
            yield _thread(capture, export, digest_of(body))
            return
        chats = _chats_in(export)
        if not chats:
            raise UnreadableSource(_NOT_READ)
        for number, chat in enumerate(chats, 1):
            part = replace(capture, file=f"{capture.file}#{number}")
            if _is_chat(chat) and chat["messages"]:
                # A chat has no bytes of its own in the file: its digest is that of its JSON with
                # sorted keys, so that two chats of one export never pass for copies.
                own = json.dumps(chat, sort_keys=True, ensure_ascii=True).encode()
                yield _thread(part, chat, digest_of(own))
            else:
                yield Refusal(
                    file=shown(part.file),
                    message="this chat holds no messages. Export it again if it should.",
                )


def _is_chat(found: object) -> bool:
    return (
        isinstance(found, dict)
        and isinstance(found.get("messages"), list)
        and isinstance(found.get("type"), str)
    )


def _chats_in(export: object) -> list[Any]:
    if not isinstance(export, dict):
        return []
    listed: list[Any] = []
    for key in ("chats", "left_chats"):
        chats = export.get(key)
        among = chats.get("list") if isinstance(chats, dict) else None
        listed += among if isinstance(among, list) else []
    return listed


def _thread(capture: Capture, chat: Mapping[str, Any], digest: str) -> Document:
    document = thread_document(
        capture,
        (_message(each) for each in chat["messages"] if isinstance(each, dict)),
        digest=digest,
        media_type=JSON,
        title=_word(chat, "name"),
    )
    if not document.text:
        raise UnreadableSource("this chat holds no messages. Export it again, then read it.")
    return document


def _message(given: Mapping[str, Any]) -> Message:
    if given.get("type") == "service":
        acts = " ".join(filter(None, (_word(given, "actor"), _word(given, "action"))))
        return Message(moment=_moment(given), sender=None, words=acts)
    sender = _word(given, "from") or "account not named"
    forwarded = _word(given, "forwarded_from")
    return Message(
        moment=_moment(given),
        # Words passed on are somebody else's: whoever reads them must see that before them.
        sender=f"{sender}, forwarded from {forwarded}" if forwarded else sender,
        words=_words_of(given.get("text")),
        attached=tuple(name for key in _FILES if (name := _word(given, key))),
    )


def _words_of(text: object) -> str:
    """Join a text that may be cut into plain and marked-up pieces."""
    if isinstance(text, str):
        return sound(text)
    pieces = text if isinstance(text, list) else []
    return sound(
        "".join(
            piece if isinstance(piece, str) else str(piece.get("text") or "")
            for piece in pieces
            if isinstance(piece, str | dict)
        )
    )


def _moment(given: Mapping[str, Any]) -> str:
    try:
        stamp = datetime.fromtimestamp(int(str(given.get("date_unixtime"))), tz=UTC)
    except (ValueError, OverflowError, OSError):
        return _word(given, "date") or "time not known"
    return f"{stamp:%Y-%m-%d %H:%M:%S} UTC"


def _word(given: Mapping[str, Any], key: str) -> str | None:
    value = given.get(key)
    return " ".join(sound(value).split()) or None if isinstance(value, str) else None
