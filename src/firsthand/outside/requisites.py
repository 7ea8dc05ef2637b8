"""What a page needs to look as it looked: its stylesheets, pictures and fonts.

Scripts are neither kept nor run: a script may make of a page what its server never sent, and what
it would ask for cannot be foreseen. Frames, sound and film are other documents; they are named, so
that a person can capture them by themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

from lxml import etree, html
from lxml.html import HtmlElement

_URL: Final = re.compile(
    r"""url\(\s{0,20}(?:"([^"\n]{1,4000})"|'([^'\n]{1,4000})'|([^\s"'()]{1,4000}))\s{0,20}\)""",
    re.IGNORECASE,
)
_IMPORT: Final = re.compile(
    r"""@import\s{1,20}(?:"([^"\n]{1,4000})"|'([^'\n]{1,4000})')""", re.IGNORECASE
)
_CHARSET: Final = re.compile(r"charset=\"?([\w.:-]{2,40})", re.IGNORECASE)
_ATTRIBUTES: Final = (
    (".//img[@src]", "src"),
    (".//input[@type='image'][@src]", "src"),
    (".//video[@poster]", "poster"),
    (".//*[@background]", "background"),
    (".//image[@href]", "href"),
)
_ELSEWHERE: Final = frozenset({"iframe", "frame", "object", "embed", "video", "audio", "source"})
_MOST_LEFT_OUT: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNeeds:
    """What a page asks for, in the order of its weight, and what it shows from elsewhere."""

    title: str = ""
    requisites: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def needs_of_page(content: bytes, address: str, content_type: str) -> PageNeeds:
    """Read which addresses a page needs; a page that cannot be read needs nothing."""
    page = _tree(content, content_type)
    if page is None:
        return PageNeeds()
    base = urljoin(address, next((tag.get("href") for tag in page.iterfind(".//base[@href]")), ""))
    return PageNeeds(
        title=" ".join((page.findtext(".//title") or "").split())[:300],
        requisites=_addresses(_asked_for(page), base),
        elsewhere=_addresses(_shown_from_elsewhere(page), base)[:_MOST_LEFT_OUT],
    )


def needs_of_stylesheet(content: bytes, address: str) -> tuple[str, ...]:
    """Read which further stylesheets, pictures and fonts a stylesheet needs."""
    return _addresses(_named_in_style(content.decode("utf-8", errors="replace")), address)


def _tree(content: bytes, content_type: str) -> HtmlElement | None:
    declared = _CHARSET.search(content_type)
    for encoding in (declared.group(1) if declared else None, None):
        try:
            page: HtmlElement = html.document_fromstring(
                content, parser=html.HTMLParser(encoding=encoding, remove_pis=True)
            )
        except LookupError:
            continue
        except (etree.LxmlError, ValueError):
            return None
        return page
    return None


def _asked_for(page: HtmlElement) -> Iterator[str]:
    """Name what a browser would ask for; what it might choose among comes last."""
    for link in page.iterfind(".//link[@href]"):
        if "stylesheet" in (link.get("rel") or "").lower().split():
            yield link.get("href")
    for style in page.iterfind(".//style"):
        yield from _named_in_style(style.text or "")
    for path, attribute in _ATTRIBUTES:
        for tag in page.iterfind(path):
            yield tag.get(attribute)
    for tag in page.iterfind(".//*[@style]"):
        yield from _named_in_style(tag.get("style"))
    for tag in page.iterfind(".//*[@srcset]"):
        for candidate in re.split(r",\s+", tag.get("srcset")):
            yield candidate.split()[0] if candidate.split() else ""


def _shown_from_elsewhere(page: HtmlElement) -> Iterator[str]:
    for tag in page.iter(*_ELSEWHERE):
        yield tag.get("data" if tag.tag == "object" else "src") or ""


def _named_in_style(style: str) -> Iterator[str]:
    for pattern in (_IMPORT, _URL):
        for found in pattern.finditer(style):
            yield next(filter(None, found.groups()), "")


def _addresses(named: Iterator[str], base: str) -> tuple[str, ...]:
    """Make whole addresses of what is named, each once; only the web is asked."""
    found: dict[str, None] = {}
    for name in named:
        try:
            address = urljoin(base, name.strip()) if name.strip() else ""
        except ValueError:
            continue
        if address.startswith(("http://", "https://")):
            found.setdefault(address.split("#")[0])
    return tuple(found)
