"""Pictures made and looked at in tests, without a library for it."""

import struct
import zlib
from dataclasses import dataclass

Colour = tuple[int, int, int]
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """A picture's rows, three bytes a pixel."""

    width: int
    rows: list[bytes]

    def at(self, x: int, y: int) -> Colour:
        """Give the colour of one pixel."""
        red, green, blue = self.rows[y][3 * x : 3 * x + 3]
        return red, green, blue


def png(width: int, height: int, colour: Colour) -> bytes:
    """Make a picture of one colour."""
    row = b"\x00" + bytes(colour) * width
    return (
        _SIGNATURE
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(row * height))
        + _chunk(b"IEND", b"")
    )


def pixels_of(image: bytes) -> Pixels:
    """Read a PNG of three bytes a pixel."""
    assert image.startswith(_SIGNATURE)
    at, packed, width, height = len(_SIGNATURE), b"", 0, 0
    while at < len(image):
        (length,) = struct.unpack(">I", image[at : at + 4])
        kind, body = image[at + 4 : at + 8], image[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, *rest = struct.unpack(">IIBBBBB", body)
            assert rest == [8, 2, 0, 0, 0]
        elif kind == b"IDAT":
            packed += body
        at += length + 12
    lines, stride = zlib.decompress(packed), 3 * width + 1
    rows: list[bytes] = []
    for number in range(height):
        line = lines[number * stride : (number + 1) * stride]
        rows.append(_row(line[0], line[1:], rows[-1] if rows else bytes(3 * width)))
    return Pixels(width=width, rows=rows)


def _row(kind: int, line: bytes, above: bytes) -> bytes:
    if kind == 0:
        return line
    if kind == 2 and not any(line):
        return above
    row = bytearray(line)
    for at, left_over in enumerate(line):
        left = row[at - 3] if at >= 3 else 0
        corner = above[at - 3] if at >= 3 else 0
        guess = (0, left, above[at], (left + above[at]) // 2, _paeth(left, above[at], corner))
        row[at] = (left_over + guess[kind]) & 0xFF
    return bytes(row)


def _paeth(left: int, above: int, corner: int) -> int:
    near = left + above - corner
    return min((left, above, corner), key=lambda each: abs(near - each))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
