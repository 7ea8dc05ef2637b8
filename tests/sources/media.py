"""Pictures and recordings in bytes: true ones as small as they come, and beginnings of the rest."""

import io
import struct
import wave
import zlib

GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00"
    b"\x00\x02\x02D\x01\x00;"
)


def png_of(width: int = 1, height: int = 1) -> bytes:
    """Write a PNG of one black pixel that may claim to be of any size."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\x00")
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def wav_of(seconds: float = 0.01) -> bytes:
    """Write a WAV of silence."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(2 * int(8000 * seconds)))
    return out.getvalue()


def boxed(brand: bytes, *, also: bytes = b"") -> bytes:
    """Write the first box of an MP4, QuickTime, 3GP or HEIC file."""
    body = b"ftyp" + brand + bytes(4) + also
    return struct.pack(">I", len(body) + 4) + body + struct.pack(">I", 8) + b"mdat"


def ebml(document: bytes) -> bytes:
    """Write the head of a Matroska or WebM file."""
    named = b"\x42\x82" + bytes([0x80 | len(document)]) + document
    return b"\x1a\x45\xdf\xa3" + bytes([0x80 | len(named)]) + named + b"\x18\x53\x80\x67"


EVERY_KIND = {
    "a.png": (png_of(), "image/png", "image"),
    "a.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "image/jpeg", "image"),
    "a.gif": (GIF, "image/gif", "image"),
    "a.webp": (b"RIFF\x1a\x00\x00\x00WEBPVP8L", "image/webp", "image"),
    "a.tif": (b"II*\x00\x08\x00\x00\x00", "image/tiff", "image"),
    "b.tiff": (b"MM\x00*\x00\x00\x00\x08", "image/tiff", "image"),
    "a.heic": (boxed(b"heic"), "image/heic", "image"),
    "a.avif": (boxed(b"mif1", also=b"avifmiaf"), "image/avif", "image"),
    "a.opus": (b"OggS\x00\x02" + bytes(20) + b"\x01\x13OpusHead", "audio/ogg", "recording"),
    "a.mp3": (b"ID3\x04\x00\x00\x00\x00\x00\x00", "audio/mpeg", "recording"),
    "b.mp3": (b"\xff\xfb\x90\x64\x00\x00", "audio/mpeg", "recording"),
    "a.aac": (b"\xff\xf1\x50\x80\x00\x00", "audio/aac", "recording"),
    "a.m4a": (boxed(b"M4A "), "audio/mp4", "recording"),
    "a.wav": (wav_of(), "audio/wav", "recording"),
    "a.flac": (b"fLaC\x00\x00\x00\x22", "audio/flac", "recording"),
    "a.amr": (b"#!AMR\n\x3c", "audio/amr", "recording"),
    "a.mp4": (boxed(b"isom"), "video/mp4", "recording"),
    "a.mov": (boxed(b"qt  "), "video/quicktime", "recording"),
    "b.mov": (b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat", "video/quicktime", "recording"),
    "a.3gp": (boxed(b"3gp5"), "video/3gpp", "recording"),
    "a.webm": (ebml(b"webm"), "video/webm", "recording"),
    "a.mkv": (ebml(b"matroska"), "video/x-matroska", "recording"),
    "a.ogv": (b"OggS\x00\x02" + bytes(20) + b"\x01\x2a\x80theora", "video/ogg", "recording"),
    "a.avi": (b"RIFF\x00\x01\x00\x00AVI LIST", "video/x-msvideo", "recording"),
}
"""By name: bytes, media type and kind."""
