"""How much a reader takes in before it refuses, in bytes: each source is a stranger's file.

The figures bound memory: a reader holds at most one file of its kind, a few times over.
"""

from typing import Final

MIB: Final = 1024 * 1024

PLAIN_TEXT: Final = 64 * MIB
HTML_PAGE: Final = 16 * MIB
PDF_FILE: Final = 256 * MIB
DOCX_FILE: Final = 64 * MIB
MAIL_FILE: Final = 64 * MIB
JSON_LINE: Final = 16 * MIB
JSON_FILE: Final = 64 * MIB
IMAGE_FILE: Final = 256 * MIB
RECORDING_FILE: Final = 16 * 1024 * MIB
"""Pictures and recordings are never taken into memory: they are hashed as they pass."""

CHUNK: Final = MIB
"""How much of a file is held at a time where it is only hashed."""

LISTING: Final = 16 * MIB

EXTRACTED_TEXT: Final = 64 * MIB
"""The most text one document may come to, whatever it was packed in."""

ARCHIVE_RECORD: Final = 64 * MIB
ARCHIVE_FILE: Final = 4096 * MIB
ARCHIVE_UNPACKED: Final = 8192 * MIB

UNPACKED_DOCX: Final = 256 * MIB
ZIP_RATIO: Final = 200
"""Beyond this a zip member unpacks to so much more than it weighs that it is taken for a bomb."""

ZIP_RATIO_FROM: Final = 8 * MIB
"""Smaller members may be packed as tightly as they like."""

ZIP_MEMBERS: Final = 20_000
PDF_PAGES: Final = 5_000
THREAD_MESSAGES: Final = 500_000
ARCHIVER_RECORDS: Final = 100_000
ARCHIVER_CELL: Final = 4 * MIB
HEADER_VALUE: Final = 500
"""The most characters that are kept of what a server says under one name."""

DEEPEST: Final = 3
"""Containers in containers (a mail in a mail in a mail): deeper ones are refused."""


def spelled(size: int) -> str:
    """Spell a size for a person.

    >>> spelled(64 * MIB)
    '64 MB'
    """
    return f"{size // MIB} MB" if size >= MIB else f"{size // 1024} KB"
