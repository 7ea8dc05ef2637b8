"""Gzip unpacked as a stream, with a hold on how much may come out of how little."""

import io
import zlib
from typing import BinaryIO, Final

from firsthand.sources.limits import ARCHIVE_UNPACKED, ZIP_RATIO, ZIP_RATIO_FROM, spelled
from firsthand.values.errors import UnsafeSource

_CHUNK: Final = 64 * 1024
_GZIP: Final = b"\x1f\x8b"


class Unpacked(io.RawIOBase):
    """The bytes of a file, unpacked where it is gzip, member after member.

    Reading raises UnsafeSource once more comes out than an honest archive holds.
    """

    def __init__(self, packed: BinaryIO) -> None:
        """Look at the first bytes to see whether the file is packed."""
        super().__init__()
        self._packed = packed
        self._waiting = packed.read(_CHUNK)
        self._taken, self._given = len(self._waiting), 0
        self._unpacker = zlib.decompressobj(31) if self._waiting.startswith(_GZIP) else None

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Give up to ``size`` unpacked bytes, b"" at the end."""
        size = _CHUNK if size is None or size < 0 else size
        given = self._plain(size) if self._unpacker is None else self._unpacked(size)
        self._given += len(given)
        if self._given > ARCHIVE_UNPACKED or (
            self._unpacker is not None
            and self._given > ZIP_RATIO_FROM
            and self._given > ZIP_RATIO * self._taken
        ):
            raise UnsafeSource(
                f"it unpacks to more than {spelled(self._given)}, far more than it weighs: it may "
                "be a bomb. Ask for the archive in another form."
            )
        return given

    def _plain(self, size: int) -> bytes:
        if not self._waiting:
            self._waiting = self._more()
        given, self._waiting = self._waiting[:size], self._waiting[size:]
        return given

    def _unpacked(self, size: int) -> bytes:
        while self._unpacker is not None:
            if self._unpacker.eof:
                rest = self._unpacker.unused_data or self._more()
                if not rest.startswith(_GZIP[:1]):
                    return b""
                self._unpacker, self._waiting = zlib.decompressobj(31), rest
            if not self._waiting:
                self._waiting = self._more()
                if not self._waiting:
                    return b""
            given = self._unpacker.decompress(self._waiting, size)
            self._waiting = self._unpacker.unconsumed_tail
            if given:
                return given
        return b""

    def _more(self) -> bytes:
        more = self._packed.read(_CHUNK)
        self._taken += len(more)
        return more
