"""Bytes become characters: which encoding a text is in, and bytes that are no text at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from firsthand.values.errors import UnreadableSource

_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

_SAMPLE: Final = 64 * 1024

# The characters that make up about a third of any running Chinese text, in both scripts.
_COMMON_HAN: Final = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    "里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动"
    "这為個們說來國時會過學對裡後麼無開見經頭從動發還沒與將於報警察政府表示稱称被及其"
)
_COMMON_MARKS: Final = frozenset("，。、：；？！「」『』“”‘’（）《》")

_WESTERN: Final = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŸŽž‘’“”–—…€£§°«»©®·¿¡ \u00a0]")

_BINARY_SHARE: Final = 0.01
_JUNK: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the encoding it was in, and how many bytes stood before its first character."""

    text: str
    encoding: str
    skipped: int


def decoded(body: bytes, *, declared: str | None = None) -> Decoded:
    """Turn bytes into text: by byte order mark, as UTF-8, as declared, or by what reads best.

    Newlines stay as they are. Raises UnreadableSource where the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _strictly(body[len(mark) :], encoding, skipped=len(mark))
    wide = _unmarked_utf16(body)
    if wide:
        return _strictly(body, wide, skipped=0)
    _refuse_binary(body)
    for encoding in _candidates(body, declared):
        try:
            return Decoded(text=body.decode(encoding), encoding=encoding, skipped=0)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableSource(
        "its bytes are in no encoding that is known here. Save it as UTF-8, then read it again."
    )


def decoded_whole(body: bytes) -> Decoded:
    """Turn bytes into text as the file has it: a UTF-8 byte order mark stays the first character.

    So that offsets count as they do for ``bytes.decode``.
    """
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return decoded(body)
    _refuse_binary(body)
    return Decoded(text=text, encoding="utf-8", skipped=0)


def _strictly(body: bytes, encoding: str, *, skipped: int) -> Decoded:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as broken:
        raise UnreadableSource(
            f"it begins as {encoding.upper()} but breaks that encoding at byte "
            f"{broken.start + skipped}. Save it again as UTF-8, then read it again."
        ) from broken
    return Decoded(text=text, encoding=encoding, skipped=skipped)


def _unmarked_utf16(body: bytes) -> str | None:
    sample = body[:_SAMPLE]
    if len(sample) < 8 or len(body) % 2:
        return None
    for low, high, encoding in (
        (sample[0::2], sample[1::2], "utf-16-le"),
        (sample[1::2], sample[0::2], "utf-16-be"),
    ):
        if high.count(0) > 0.7 * len(high) and len(_JUNK.findall(low)) < 0.2 * len(low):
            return encoding
    return None


def _refuse_binary(body: bytes) -> None:
    sample = body[:_SAMPLE]
    junk = len(_JUNK.findall(sample))
    if b"\x00" in sample[:1024] or junk > max(1, _BINARY_SHARE * len(sample)):
        raise UnreadableSource(
            "it holds binary bytes, not text. If it is a document, save it as PDF, DOCX, HTML or "
            "UTF-8 text under that ending, then read it again."
        )


def _candidates(body: bytes, declared: str | None) -> Iterator[str]:
    yield "utf-8"
    named = (declared or "").strip().strip("\"'").lower()
    # Pages that say GB2312 or Latin-1 are written in the wider encodings that contain them.
    if named in {"gb2312", "gbk", "gb_2312-80", "x-gbk"}:
        named = "gb18030"
    if named in {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"}:
        named = "cp1252"
    if named and named not in {"utf-8", "utf8"}:
        yield named
    yield from _by_what_reads_best(body)


def _by_what_reads_best(body: bytes) -> list[str]:
    sample = _whole_lines(body)
    scored = sorted(
        ((_reading_quality(sample, encoding), encoding) for encoding in ("gb18030", "big5")),
        reverse=True,
    )
    best = [encoding for quality, encoding in scored if quality >= 0.12]
    western = _western_quality(sample)
    if western >= 0.97 and not (best and scored[0][0] >= 0.3):
        best.insert(0, "cp1252")
    if not best:
        best = [*_by_charset_normalizer(sample), "cp1252"] if western >= 0.8 else []
        best = best or _by_charset_normalizer(sample)
    return best


def _whole_lines(body: bytes) -> bytes:
    if len(body) <= _SAMPLE:
        return body
    cut = body.rfind(b"\n", 0, _SAMPLE)
    return body[: cut if cut > 0 else _SAMPLE]


def _reading_quality(sample: bytes, encoding: str) -> float:
    # A cut inside the last character must not count against an encoding; an error elsewhere must.
    text = sample.decode(encoding, errors="replace")
    if text.rstrip("\ufffd").count("\ufffd"):
        return 0.0
    foreign = [c for c in text if ord(c) > 0x7F]
    if not foreign:
        return 0.0
    return sum(c in _COMMON_HAN or c in _COMMON_MARKS for c in foreign) / len(foreign)


def _western_quality(sample: bytes) -> float:
    text = sample.decode("cp1252", errors="replace")
    foreign = [(i, c) for i, c in enumerate(text) if ord(c) > 0x7F]
    if not foreign:
        return 1.0
    # In a Western text a letter with an accent stands alone among plain letters; two or more in a
    # row are the halves of some other encoding's characters.
    alone = sum(
        bool(_WESTERN.match(c))
        and not (i + 1 < len(text) and _is_accented(text[i + 1]) and _is_accented(c))
        for i, c in foreign
    )
    return alone / len(foreign)


def _is_accented(character: str) -> bool:
    return "\u00c0" <= character <= "\u00ff"


def _by_charset_normalizer(sample: bytes) -> list[str]:
    # Imported here: only texts in rare encodings pay for it.
    from charset_normalizer import from_bytes  # noqa: PLC0415 - start-up stays lean

    match = from_bytes(sample).best()
    return [match.encoding] if match else []
