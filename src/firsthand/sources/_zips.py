"""Zip files from strangers: what they unpack to is weighed before a byte of it is unpacked."""

import zipfile
import zlib
from typing import BinaryIO, Final

from firsthand.sources.limits import ZIP_MEMBERS, ZIP_RATIO, ZIP_RATIO_FROM, spelled
from firsthand.values.errors import UnreadableSource, UnsafeSource

# What the library raises over members that are cut, changed or packed in ways of their own.
BAD_MEMBER: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError)
BROKEN: Final = "it is a broken zip file. Fetch or save it again, then read it."


def opened_zip(stream: BinaryIO, *, unpacked_at_most: int) -> zipfile.ZipFile:
    """Open a zip file whose members together unpack to no more than a limit.

    Raises UnsafeSource for bombs and locked members, UnreadableSource for broken files. A member
    that lies about its size cannot give more than it declared: ``zipfile`` stops there.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as broken:
        raise UnreadableSource(BROKEN) from broken
    members = archive.infolist()
    if len(members) > ZIP_MEMBERS:
        raise UnsafeSource(
            f"it holds more than {ZIP_MEMBERS:,} files. Unpack the ones that matter into a folder."
        )
    if any(member.flag_bits & 0x1 for member in members):
        raise UnreadableSource("it is locked with a password. Unlock it, then read it again.")
    unpacked = sum(member.file_size for member in members)
    if unpacked > unpacked_at_most or any(_is_bomb(member) for member in members):
        raise UnsafeSource(
            f"it unpacks to {spelled(unpacked)}, far more than it weighs: it may be a zip bomb. Do "
            "not open it; ask for the document in another form."
        )
    return archive


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > ZIP_RATIO_FROM and member.file_size > ZIP_RATIO * max(
        1, member.compress_size
    )
