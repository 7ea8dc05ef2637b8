"""Strings from sources, made safe for where they are shown.

Every string from a source may be an attack: on a terminal (escape sequences), on a reader's eyes
(text that runs backwards to spell another name), on a page (scripts, ``javascript:`` addresses), on
a spreadsheet (formulas). Each place has one function here, and nothing is shown without it.
"""

import re
from typing import Final
from urllib.parse import urlsplit

# Overrides and embeddings reorder what follows; isolates, interlinear marks and tag characters hide
# it. The plain marks U+200E, U+200F and U+061C stay: Arabic and Hebrew need them.
_TURNING: Final = "\\u202a-\\u202e\\u2066-\\u206f\\ufff9-\\ufffb\\U000e0000-\\U000e007f"
_CONTROLS: Final = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
_SURROGATES: Final = "\\ud800-\\udfff"

_UNSAFE: Final = re.compile(f"[{_CONTROLS}{_TURNING}{_SURROGATES}]")
_GAPS: Final = re.compile(r"\s+")
# A reader of another locale may cut a cell at a semicolon or tab, so a formula after one counts.
_FORMULA: Final = re.compile(r"(^|[;\t\r\n])([\s\"']*)([=+\-@＝＋－＠])")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_ADDRESS_LIMIT: Final = 2_000


def for_terminal(text: str) -> str:
    r"""Write a string on one line, with whatever could steer a terminal spelled out.

    >>> for_terminal("red\x1b[31m\n alert")
    'red\\x1b[31m alert'
    """
    return _UNSAFE.sub(_escaped, _GAPS.sub(" ", text))


def for_page(text: str) -> str:
    """Replace what a page may not hold, and spell out what would turn its reading around.

    Escaping for HTML is the template's work and comes after.

    >>> for_page("gpj.\u202eexe")
    'gpj.[U+202E]exe'
    """
    return _UNSAFE.sub(_spelled, text)


def for_cell(text: str) -> str:
    """Write a string for a spreadsheet cell, so that no part of it is read as a formula.

    >>> for_cell("=cmd|' /C calc'!A0")
    "'=cmd|' /C calc'!A0"
    """
    return _FORMULA.sub(r"\1\2'\3", _UNSAFE.sub(_spelled, text))


def clip(text: str, limit: int) -> str:
    """Cut a long string, saying how much is left out.

    >>> clip("a" * 12, 10)
    'aaaaaaaaaa … [2 more characters]'
    """
    if len(text) <= limit:
        return text
    return f"{text[:limit]} … [{len(text) - limit:,} more characters]"


def shorten(text: str, limit: int) -> str:
    """Cut a string that stands whole elsewhere on the page, between words where it can.

    >>> shorten("one two three", 9)
    'one two…'
    """
    if len(text) <= limit:
        return text
    cut = text[:limit]
    return f"{cut.rsplit(None, 1)[0] if ' ' in cut else cut}…"


def web_address(text: str | None) -> str | None:
    """Give back an address that may become a link: http or https, a host, no name before an @.

    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not text or len(text) > _ADDRESS_LIMIT or _GAPS.search(text) or _UNSAFE.search(text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    # "https://good.example@bad.example" shows one place and leads to another.
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return text


def language_tag(text: str | None) -> str | None:
    """Give back a language tag that a browser can use, or nothing."""
    return text if text and _LANGUAGE.fullmatch(text) else None


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _spelled(match: re.Match[str]) -> str:
    code = ord(match.group())
    # A control character or half a pair has no shape of its own: the replacement mark stands in.
    if code < 0xA0 or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"[U+{code:04X}]"
