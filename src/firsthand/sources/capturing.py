"""From a file found or an address named to a capture: what a reader is handed."""

import io
from typing import Final

from firsthand.sources._digests import digest_in
from firsthand.sources.captured import Capture, Fetcher, Layout, WithoutText
from firsthand.sources.gathering import FoundFile, opened
from firsthand.sources.limits import HEADER_VALUE
from firsthand.sources.listing import Listed
from firsthand.sources.media_types import media_type_of
from firsthand.sources.wording import sound
from firsthand.values.errors import MissingSource, UnreadableSource
from firsthand.values.source import SourceKind

_NO_PAGE_KINDS: Final = frozenset(
    {SourceKind.DATASET, SourceKind.MESSAGE_THREAD, SourceKind.RECORDING, SourceKind.IMAGE}
)
_TOLD: Final = ("content-type", "date", "etag", "last-modified", "server")


def captured(found: FoundFile, listed: Listed, without_text: WithoutText) -> Capture:
    """Take a file as it was found, and refuse it where it is not the one that was listed."""
    with opened(found.path) as stream:
        start = stream.read(4096)
    _refuse_changed(found, listed)
    return Capture(
        file=found.file,
        opens=lambda: opened(found.path),
        size=found.path.stat().st_size,
        media_type=media_type_of(found.file, start, without_text=without_text),
        title=listed.title,
        publisher=listed.publisher,
        # Where an archiver took a file from decides whether it was shown to the world.
        address=listed.address if listed.custody else None,
        layout=Layout.WORDS_ALONE if listed.kind in _NO_PAGE_KINDS else Layout.PAGE,
        without_text=without_text,
    )


def fetched(address: str, fetcher: Fetcher | None, without_text: WithoutText) -> Capture:
    """Take what an address answers.

    Raises MissingSource where nothing may be fetched.
    """
    if fetcher is None:
        raise MissingSource(
            "it is an address, and nothing is fetched here. Save the page to a file, and read that."
        )
    answer = fetcher.fetch(address)
    return Capture(
        file=address,
        opens=lambda: io.BytesIO(answer.body),
        size=len(answer.body),
        media_type=media_type_of(
            "", answer.body[:4096], answer.media_type, without_text=without_text
        ),
        charset=_charset(answer.media_type),
        address=answer.address,
        captured_at=answer.captured_at,
        without_text=without_text,
        headers=tuple(
            (name, words)
            for name, value in sorted(answer.headers.items())
            if name.lower() in _TOLD and (words := " ".join(sound(value).split())[:HEADER_VALUE])
        ),
    )


def _refuse_changed(found: FoundFile, listed: Listed) -> None:
    if listed.digest is None:
        return
    digest = digest_in(listed.digest)
    with opened(found.path) as stream:
        if digest is None or not digest.is_of_stream(stream):
            raise UnreadableSource(
                "its bytes are not those that Auto Archiver took down: the digest differs. Take "
                "the file again from where the archive is kept."
            )


def _charset(media_type: str) -> str | None:
    _, _, declared = media_type.lower().partition("charset=")
    return declared.split(";")[0].strip().strip("\"'") or None
