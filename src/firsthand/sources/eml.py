"""Mail: subject as title, sender as publisher, day sent; attachments are sources of their own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, Message, MIMEPart
from email.utils import parseaddr
from typing import Final

from firsthand.sources.captured import (
    Block,
    Capture,
    Document,
    Refusal,
    TextMode,
    digest_of,
    set_in_order,
)
from firsthand.sources.dates import moment_in
from firsthand.sources.encodings import decoded
from firsthand.sources.layout import Line, credits_in, lines_of, roles_of
from firsthand.sources.limits import MAIL_FILE
from firsthand.sources.media_types import HTML, MAIL
from firsthand.sources.plain import LEFT_OUT
from firsthand.sources.registry import read_part
from firsthand.sources.wording import shown, sound
from firsthand.values.errors import UnreadableSource
from firsthand.values.source import Handling, Passage, Role, SourceKind

_QUOTED: Final = re.compile(r"^\s*>")
_QUOTE_OPENS: Final = re.compile(
    r"^(?:on .{5,200} wrote|le .{5,200} a écrit|el .{5,200} escribió|.{2,100}写道)\s*[:：]\s*$"
    r"|^-{2,}\s*(?:original message|forwarded message|message d'origine|mensaje original).*$",
    re.IGNORECASE,
)
_EMPTY: Final = "this mail holds no words. Save it again from the mail program, then read it."
_GREETING: Final = re.compile(
    r"^(?:dear|hello|hi|good (?:morning|day|afternoon|evening)|cher|chère|chers|bonjour|madame"
    r"|monsieur|estimad[oa]s?|hola|尊敬的|(?:yours|kind|best|warm|many)\b.{0,20}|regards|sincerely"
    r"|thank you|cordialement|atentamente|此致|敬礼)\b.{0,60}[,，:：!]?$",
    re.IGNORECASE,
)
# What the library raises over mail that breaks the rules of mail.
_BAD_MAIL: Final = (ValueError, TypeError, LookupError, AttributeError, AssertionError)


class MailReader:
    """Reads one mail and what is attached to it."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read a mail's words as one document and each attachment as another.

        The mail is ``restricted`` unless a listing says otherwise: somebody wrote it to somebody.
        """
        body = capture.content(MAIL_FILE)
        try:
            mail = message_from_bytes(body, policy=policy.default)
            assert isinstance(mail, EmailMessage)  # noqa: S101 - what this policy makes
            words = mail.get_body(preferencelist=("plain", "html"))
            attached = [part for part in mail.walk() if _is_attachment(part)]
        except _BAD_MAIL as broken:
            raise UnreadableSource(
                "this mail breaks the rules of mail. Save it again from the mail program as EML, "
                "then read it."
            ) from broken
        if words is None and not attached:
            raise UnreadableSource(_EMPTY)
        if words is not None and (_bytes(words).strip() or not attached):
            yield _document(capture, body, mail, words, mode)
        for number, part in enumerate(attached, 1):
            yield from _attachment(capture, part, number, mode)


def _document(
    capture: Capture, body: bytes, mail: EmailMessage, words: MIMEPart, mode: TextMode
) -> Document:
    title = _header(mail, "subject")
    links: tuple[str, ...] = ()
    if words.get_content_type() == HTML:
        inner = list(read_part(_part(capture, words, "body"), mode))
        page = next((each for each in inner if isinstance(each, Document)), None)
        if page is None:
            raise UnreadableSource("this mail's page holds no words. Save the mail as text.")
        blocks = [
            Block(text=passage.span.within(page.text), role=_below_subject(passage), place="body")
            for passage in page.passages
        ]
        links, named = page.links, page.credits
    else:
        text = decoded(_bytes(words), declared=words.get_content_charset()).text
        if not text.strip() and not title:
            raise UnreadableSource(_EMPTY)
        lines = lines_of(text)
        roles = _roles(lines, title)
        named = credits_in(zip(lines, roles, strict=True))
        blocks = [
            Block(
                text=line.words,
                role=role,
                place=f"body, characters {line.span.start}-{line.span.end}",
            )
            for line, role in zip(lines, roles, strict=True)
            if role not in LEFT_OUT
        ]
    head = [Block(text=title, role=Role.TITLE, place="subject")] if title else []
    text, passages = set_in_order([*head, *blocks])
    sender, address = parseaddr(_header(mail, "from") or "")
    moment = moment_in(_header(mail, "date") or "")
    published_on: date | None = moment.date() if moment else None
    return Document(
        file=capture.file,
        sha256=digest_of(body),
        media_type=MAIL,
        text=text,
        passages=passages,
        title=title,
        publisher=sender or address.rpartition("@")[2] or None,
        published_on=published_on,
        author=sender or None,
        kind=SourceKind.MESSAGE_THREAD,
        handling=Handling.RESTRICTED,
        credits=named,
        links=links,
    )


def _roles(lines: list[Line], title: str | None) -> list[Role]:
    """Say what each line does; quotations of an earlier mail are not this one's words."""
    roles = roles_of(lines, title=title)
    below_signature = False
    for at, line in enumerate(lines):
        below_signature = below_signature or line.words in {"--", "-- "}
        if (
            below_signature
            or _QUOTED.match(line.words)
            or _QUOTE_OPENS.match(line.words)
            or (len(line.words.split()) <= 8 and _GREETING.match(line.words))
        ):
            roles[at] = Role.FURNITURE
        elif roles[at] is Role.TITLE:
            # The subject is the title.
            roles[at] = Role.BODY
    return roles


def _below_subject(passage: Passage) -> Role:
    return Role.HEADING if passage.role is Role.TITLE else passage.role


def _attachment(
    capture: Capture, part: MIMEPart, number: int, mode: TextMode
) -> Iterator[Document | Refusal]:
    try:
        name = part.get_filename() or ""
        inner = _part(capture, part, f"attachment {number}")
    except _BAD_MAIL:
        yield Refusal(
            file=shown(f"{capture.file}#attachment {number}"),
            message="this attachment cannot be unpacked. Save it from the mail program, and read "
            "it by itself.",
        )
        return
    for result in read_part(inner, mode, name=sound(name)):
        yield result if isinstance(result, Refusal) else _restricted(result)


def _restricted(document: Document) -> Document:
    return replace(document, handling=Handling.RESTRICTED)


def _part(capture: Capture, part: MIMEPart, name: str) -> Capture:
    return capture.part(name, _bytes(part), media_type=part.get_content_type())


def _bytes(part: MIMEPart) -> bytes:
    if part.get_content_type() == MAIL:
        inner = part.get_payload()
        parts = inner if isinstance(inner, list) else []
        return b"".join(each.as_bytes() for each in parts if isinstance(each, Message))
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _is_attachment(part: MIMEPart) -> bool:
    return bool(part.is_attachment() or part.get_content_type() == MAIL) and not (
        part.is_multipart() and part.get_content_type() != MAIL
    )


def _header(mail: EmailMessage, name: str) -> str | None:
    try:
        value = mail.get(name)
    except _BAD_MAIL:
        return None
    return " ".join(sound(str(value)).split()) or None if value is not None else None
