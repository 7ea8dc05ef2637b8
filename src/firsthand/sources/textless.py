"""Pictures and recordings: kept and hashed as they are, for a person to say what they show.

Invariant: the bytes pass by and are never decoded; what a header claims of itself costs nothing.
"""

from collections.abc import Iterator
from typing import Final

from firsthand.sources._picture_and_sound import PICTURES
from firsthand.sources.captured import Capture, Document, Refusal, TextMode
from firsthand.sources.limits import IMAGE_FILE, RECORDING_FILE
from firsthand.values.source import Handling, SourceKind

_MOST: Final = {SourceKind.IMAGE: IMAGE_FILE, SourceKind.RECORDING: RECORDING_FILE}


class TextlessReader:
    """Reads pictures and recordings as sources without text."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Give the one source that the file is."""
        del mode
        kind = SourceKind.IMAGE if capture.media_type in PICTURES else SourceKind.RECORDING
        yield document_without_text(capture, digest=capture.digest(_MOST[kind]), kind=kind)


def document_without_text(capture: Capture, *, digest: str, kind: SourceKind) -> Document:
    """Make a document of bytes that hold no text.

    It is restricted unless it was taken from an address: a screenshot or voice message that
    somebody handed over shows faces, names and numbers that nobody has looked at yet.
    """
    return Document(
        file=capture.file,
        sha256=digest,
        media_type=capture.media_type or "",
        text="",
        passages=(),
        captured_at=capture.captured_at,
        address=capture.address,
        kind=kind,
        handling=None if capture.address else Handling.RESTRICTED,
    )
