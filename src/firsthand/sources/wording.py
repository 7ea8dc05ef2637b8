"""Names and words of strangers, made safe to show: a source's own name is an attack on a terminal.

Invariant: what ``shown`` returns holds no control character, bidi override or lone surrogate.
"""

import re
import unicodedata
from typing import Final

_LONGEST_NAME: Final = 160

# Cc: escape sequences. Cf: bidi overrides and zero-width joiners that make one name look like
# another. Cs: half characters that crash every encoder. Zl, Zp: line breaks that forge a new line.
_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def shown(name: str) -> str:
    r"""Spell a stranger's name so that a terminal shows it and obeys none of it.

    >>> shown("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    safe = "".join(_escaped(c) if unicodedata.category(c) in _UNSAFE else c for c in name)
    if len(safe) > _LONGEST_NAME:
        return safe[: _LONGEST_NAME - 1] + "…"
    return safe


def sound(text: str) -> str:
    r"""Put the replacement character where a text holds half a character.

    >>> sound("a\ud800b") == "a\ufffdb"
    True
    """
    return _SURROGATES.sub("\ufffd", text)


def file_label(name: str) -> str:
    """Spell a file's name so that it can be written as UTF-8, whatever bytes it was made of."""
    return _SURROGATES.sub(lambda half: f"\\x{ord(half.group()) & 0xFF:02x}", name)


def plural(count: int, noun: str) -> str:
    """Count a thing in words.

    >>> plural(1, "file"), plural(2, "file")
    ('1 file', '2 files')
    """
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _escaped(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
