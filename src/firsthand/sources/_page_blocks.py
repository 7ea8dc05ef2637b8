"""A page's tree becomes a row of blocks, each with its zone, its path and the links in it.

Nothing is judged here but what tags, roles and class names say outright.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from lxml import etree
from lxml.html import HtmlElement


def _all_in(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCK_TAGS: Final = _all_in(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul"
)
_UNREAD_TAGS: Final = _all_in(
    "script style template svg math button select input textarea iframe object embed canvas audio "
    "video map head noscript label option datalist"
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

_FURNITURE_WORDS: Final = _all_in(
    "nav navbar navigation menu breadcrumb breadcrumbs footer sidebar share sharing social "
    "newsletter subscribe subscription cookie cookies consent comments advert advertisement ads "
    "paywall popup modal masthead toolbar skip tags timestamp dateline pagination print donate "
    "signup login"
)
_TEASER_WORDS: Final = _all_in(
    "related teaser teasers recirc recirculation recommended recommendations trending popular "
    "promo promos outbrain taboola readmore"
)
_CAPTION_WORDS: Final = _all_in("caption captions figcaption legend photocredit")
_CREDIT_WORDS: Final = _all_in("byline bylines author authors contributors")


class Zone(StrEnum):
    """What part of a page a block stands in, by its tags and class names."""

    OPEN = "open"
    FURNITURE = "furniture"
    TEASER = "teaser"
    CAPTION = "caption"
    CREDIT = "credit"


_ZONE_OF_TAG: Final = {
    "nav": Zone.FURNITURE,
    "footer": Zone.FURNITURE,
    "aside": Zone.TEASER,
    "form": Zone.FURNITURE,
    "dialog": Zone.FURNITURE,
    "figure": Zone.CAPTION,
    "figcaption": Zone.CAPTION,
    "caption": Zone.CAPTION,
}
_ZONE_OF_ROLE: Final = {
    "navigation": Zone.FURNITURE,
    "banner": Zone.FURNITURE,
    "contentinfo": Zone.FURNITURE,
    "complementary": Zone.TEASER,
    "search": Zone.FURNITURE,
    "dialog": Zone.FURNITURE,
}


@dataclass(slots=True, kw_only=True)
class PageBlock:
    """One block of a page's words; ``path`` is the XPath of the element that holds it."""

    text: str
    tag: str
    path: str
    zone: Zone
    in_list: bool
    linked_characters: int
    links: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    tag: str
    path: str
    zone: Zone
    is_block: bool
    children: Counter[str] = field(default_factory=Counter)


def blocks_of(page: HtmlElement) -> list[PageBlock]:
    """Walk a page's tree and give its blocks in reading order."""
    return [block for block in _Walk(page).blocks() if block.text]


class _Walk:
    """One pass over a tree, without recursion: a stranger's page may be nested without end."""

    def __init__(self, page: HtmlElement) -> None:
        self._page = page
        self._running_words = max(1, sum(len(_words(p)) for p in page.iter("p")))
        self._stack: list[_Open] = []
        self._words: list[str] = []
        self._links: list[str] = []
        self._linked = 0
        self._anchors = 0

    def blocks(self) -> Iterator[PageBlock]:
        events = etree.iterwalk(self._page, events=("start", "end", "comment", "pi"))
        unread_below = 0
        for event, element in events:
            if event in {"comment", "pi"}:
                self._take(element.tail if not unread_below else None)
            elif event == "start":
                if unread_below:
                    unread_below += 1
                elif _is_unread(element):
                    self._count(element)
                    unread_below = 1
                    events.skip_subtree()
                else:
                    yield from self._enter(element)
            elif unread_below:
                unread_below -= 1
                if not unread_below:
                    self._take(element.tail)
            else:
                yield from self._leave(element)

    def _count(self, element: HtmlElement) -> str:
        if not self._stack:
            return f"/{element.tag}"
        above = self._stack[-1]
        above.children[element.tag] += 1
        return f"{above.path}/{element.tag}[{above.children[element.tag]}]"

    def _enter(self, element: HtmlElement) -> Iterator[PageBlock]:
        path = self._count(element)
        tag = element.tag
        is_block = tag in _BLOCK_TAGS and not (tag in {"td", "th"} and not _holds_blocks(element))
        if is_block:
            yield from self._flush()
        elif tag in {"td", "th"}:
            self._words.append(" ")
        elif tag == "br":
            self._words.append("\n")
        zone = self._zone_of(element)
        self._stack.append(_Open(tag, path, zone, is_block))
        if tag == "a":
            self._anchors += 1
            self._links.append(element.get("href") or "")
        self._take(element.text)

    def _leave(self, element: HtmlElement) -> Iterator[PageBlock]:
        if self._stack[-1].is_block:
            yield from self._flush()
        if element.tag == "a":
            self._anchors -= 1
        self._stack.pop()
        self._take(element.tail if self._stack else None)

    def _take(self, words: str | None) -> None:
        if words:
            self._words.append(" ".join(f"·{words}·".split())[1:-1])
            if self._anchors:
                self._linked += len(words.strip())

    def _flush(self) -> Iterator[PageBlock]:
        holder = next((each for each in reversed(self._stack) if each.is_block), None)
        whole = "".join(self._words)
        links, self._links = [href for href in self._links if href], []
        linked, self._linked = self._linked, 0
        self._words = []
        if holder is None:
            return
        for text in _paragraphs(whole):
            yield PageBlock(
                text=text,
                tag=holder.tag,
                path=holder.path,
                zone=self._stack[-1].zone,
                in_list=any(each.tag in {"li", "dd"} for each in self._stack),
                linked_characters=min(linked, len(text)),
                links=links,
            )

    def _zone_of(self, element: HtmlElement) -> Zone:
        above = self._stack[-1].zone if self._stack else Zone.OPEN
        own = _ZONE_OF_TAG.get(element.tag) or _ZONE_OF_ROLE.get(element.get("role") or "")
        own = own or self._zone_by_name(element)
        if own is None or (above is not Zone.OPEN and own in {Zone.CREDIT, Zone.FURNITURE}):
            return above
        if own in {Zone.FURNITURE, Zone.TEASER, Zone.CAPTION} and self._holds_the_story(element):
            return above
        return own

    def _zone_by_name(self, element: HtmlElement) -> Zone | None:
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not named.strip() or element.tag in {"html", "body", "main", "article"}:
            return None
        tokens = {token.lower() for token in _TOKEN.findall(named)}
        if tokens & _TEASER_WORDS:
            return Zone.TEASER
        if tokens & _CAPTION_WORDS:
            return Zone.CAPTION
        if tokens & _FURNITURE_WORDS:
            return Zone.FURNITURE
        return Zone.CREDIT if tokens & _CREDIT_WORDS else None

    def _holds_the_story(self, element: HtmlElement) -> bool:
        # A wrapper called "with-sidebar" holds the whole story; a real side bar holds little of it.
        inside = sum(len(_words(p)) for p in element.iter("p"))
        return inside > 0.4 * self._running_words and inside > 200


def _is_unread(element: HtmlElement) -> bool:
    return (
        element.tag in _UNREAD_TAGS
        or element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _holds_blocks(cell: HtmlElement) -> bool:
    return any(
        child.tag in _BLOCK_TAGS or child.tag == "br"
        for child in cell.iterdescendants(etree.Element)
    )


def _words(element: HtmlElement) -> str:
    return "".join(element.itertext())


def _paragraphs(whole: str) -> Iterator[str]:
    """Split at line breaks that end a paragraph; those that only break a line become a space."""
    running = ""
    for piece in re.split(r"(\s*\n\s*(?:\n\s*)*)", whole):
        if "\n" not in piece or piece.strip():
            running += piece
        elif piece.count("\n") > 1 or re.search(r"[.!?。！？:：][\"'”’»)」]*$", running.strip()):
            yield " ".join(running.split())
            running = ""
        else:
            running += " "
    yield " ".join(running.split())
