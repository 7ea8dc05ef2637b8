"""HTML pages: the story out of the page, with its title, headings, captions, credits and links.

trafilatura says which words are the story's; the page's own tree says what each block is and where
it stands, so that every passage leads back to an element.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Final

from lxml import etree, html
from lxml.html import HtmlElement

from firsthand.sources import _cues as cues
from firsthand.sources._credits import is_credit
from firsthand.sources._page_blocks import PageBlock, Zone, blocks_of
from firsthand.sources._page_facts import PageFacts, absolute, facts_of
from firsthand.sources.captured import (
    Block,
    Capture,
    Document,
    Refusal,
    TextMode,
    digest_of,
    set_in_order,
)
from firsthand.sources.encodings import decoded
from firsthand.sources.layout import Line, credits_in, is_other_matter, roles_of
from firsthand.sources.limits import HTML_PAGE
from firsthand.sources.media_types import HTML
from firsthand.sources.plain import LEFT_OUT
from firsthand.values.errors import UnreadableSource
from firsthand.values.source import Role
from firsthand.values.spans import Span

_LONGEST_BYLINE: Final = 140
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE
)
_XML_CHARSET: Final = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})")
_XML_HEAD: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


class HtmlReader:
    """Reads web pages."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read the one document in a page; ``mode`` does not matter, a page is no plain text."""
        del mode
        body = capture.content(HTML_PAGE)
        page = _tree(body, capture.charset)
        facts = facts_of(page, capture.address)
        facts = replace(
            facts,
            title=capture.title or facts.title,
            publisher=capture.publisher or facts.publisher,
        )
        blocks = blocks_of(page)
        roles = _roles(blocks, _kept_by_trafilatura(page), facts)
        title = next(
            (b.text for b, role in zip(blocks, roles, strict=True) if role is Role.TITLE), None
        )
        text, passages = set_in_order(_story(blocks, roles, facts, has_title=title is not None))
        if not text:
            raise UnreadableSource(
                "this page holds no story; its words may be drawn by a script. Save it from a "
                "browser as a full page, as PDF or as text, and read that."
            )
        base = _base(page, facts.address)
        lines = [Line(span=Span(0, 0), words=block.text) for block in blocks]
        named = credits_in(zip(lines, roles, strict=True))
        yield Document(
            file=capture.file,
            sha256=digest_of(body),
            media_type=HTML,
            text=text,
            passages=passages,
            title=title or facts.title,
            publisher=facts.publisher,
            published_on=facts.published_on,
            captured_at=capture.captured_at,
            address=facts.address,
            lang=facts.lang,
            author=facts.author,
            kind=facts.kind,
            credits=tuple(dict.fromkeys([*facts.agencies, *named])),
            links=_links(blocks, roles, base),
        )


def _tree(body: bytes, charset: str | None) -> HtmlElement:
    start = body[:4096]
    declared = _CHARSET.search(start) or _XML_CHARSET.search(start)
    named = declared.group(1).decode("ascii", "replace") if declared else charset
    text = decoded(body, declared=named).text.replace("\x00", "")
    text = _XML_HEAD.sub("", text)
    try:
        page: HtmlElement = html.document_fromstring(
            text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", remove_pis=True)
        )
    except (etree.LxmlError, ValueError) as broken:
        raise UnreadableSource(
            "it holds no page that can be read. Save it again from a browser, then read it."
        ) from broken
    return page


def _kept_by_trafilatura(page: HtmlElement) -> str:
    """Give the words that trafilatura takes for the story, without white space; "" where none."""
    # Imported here: it takes a third of a second, which only pages should cost.
    import trafilatura  # noqa: PLC0415 - start-up stays lean

    try:
        found = trafilatura.bare_extraction(
            deepcopy(page), fast=True, include_comments=False, include_tables=True,
            favor_recall=True, with_metadata=False,
        )  # fmt: skip
    except (etree.LxmlError, ValueError, AttributeError, TypeError, LookupError, RecursionError):
        # It was written for the open web and stumbles over some pages; the tree still tells.
        return ""
    story = getattr(found, "body", None)
    return _bare("".join(story.itertext())) if story is not None else ""


def _roles(blocks: Sequence[PageBlock], kept: str, facts: PageFacts) -> list[Role]:
    told = _roles_by_tag(blocks, kept)
    title_at = _title_among(blocks, told, facts)
    if title_at is not None:
        told[title_at] = Role.TITLE
    story_at = [at for at, role in enumerate(told) if role not in LEFT_OUT]
    lines = [
        Line(
            span=Span(0, 0), words=f"• {b.text}" if b.in_list and told[at] is Role.BODY else b.text
        )
        for at in story_at
        for b in [blocks[at]]
    ]
    title = blocks[title_at].text if title_at is not None else facts.title
    for at, looks in zip(story_at, roles_of(lines, title=title), strict=True):
        told[at] = _settled(told[at], looks, blocks[at].text)
    return told


def _settled(told: Role, looks: Role, words: str) -> Role:
    """Weigh what a block's tag tells against what its words look like."""
    if told in {Role.TITLE, Role.CAPTION, Role.CREDIT}:
        return told
    if told is Role.HEADING and not is_other_matter(words, looks):
        return told
    if looks in {Role.FURNITURE, Role.TEASER, Role.CAPTION, Role.CREDIT}:
        return looks
    # One title a page: a second line that looks like one is a heading.
    return Role.HEADING if looks in {Role.TITLE, Role.HEADING} else Role.BODY


def _roles_by_tag(blocks: Sequence[PageBlock], kept: str) -> list[Role]:
    is_kept = [_is_among(_bare(block.text), kept) for block in blocks]
    first, last, container = _reach(blocks, is_kept)
    roles: list[Role] = []
    for at, block in enumerate(blocks):
        inside = first <= at <= last and block.path.startswith(container)
        roles.append(_role_by_tag(block, is_kept=is_kept[at], inside=inside or not kept))
    return roles


def _is_among(bare: str, kept: str) -> bool:
    """Tell whether a block's words were kept, if only in part: a comment inside may cut them."""
    if not bare:
        return False
    return bare in kept or (len(bare) > 80 and (bare[:40] in kept or bare[-40:] in kept))


def _role_by_tag(block: PageBlock, *, is_kept: bool, inside: bool) -> Role:
    if block.zone in {Zone.CAPTION, Zone.TEASER}:
        return Role(block.zone.value)
    if block.zone is Zone.CREDIT and len(block.text) <= _LONGEST_BYLINE:
        # The page itself calls it a byline: whatever its words, it tells how the story was made.
        return Role.CREDIT
    if block.zone in {Zone.CREDIT, Zone.FURNITURE}:
        return Role.CREDIT if is_credit(block.text) else Role.FURNITURE
    prose = cues.is_prose(block.text)
    if block.tag in _HEADINGS:
        belongs = is_kept or inside or block.tag == "h1"
        return Role.HEADING if belongs else Role.FURNITURE
    if block.linked_characters > 0.8 * len(block.text) and not prose:
        return Role.TEASER
    belongs = is_kept or (inside and (prose or block.tag in {"p", "li", "blockquote"}))
    return Role.BODY if belongs else Role.FURNITURE


def _reach(blocks: Sequence[PageBlock], is_kept: Sequence[bool]) -> tuple[int, int, str]:
    """Find where the story begins and ends, and the path of the element around most of it."""
    story = [
        at for at, block in enumerate(blocks)
        if is_kept[at] and block.zone is Zone.OPEN and cues.is_prose(block.text)
    ]  # fmt: skip
    if not story:
        return 0, len(blocks), ""
    total = sum(len(blocks[at].text) for at in story)
    container = ""
    for depth in range(1, 60):
        weights: dict[str, int] = {}
        for at in story:
            path = "/".join(blocks[at].path.split("/")[: depth + 1])
            weights[path] = weights.get(path, 0) + len(blocks[at].text)
        path, weight = max(weights.items(), key=lambda item: (item[1], item[0]))
        if weight < 0.8 * total or path == container:
            break
        container = path
    last = max(at for at in range(len(blocks)) if is_kept[at] and blocks[at].zone is Zone.OPEN)
    return story[0], last, container


def _title_among(blocks: Sequence[PageBlock], told: Sequence[Role], facts: PageFacts) -> int | None:
    headings = [at for at, block in enumerate(blocks) if block.tag in _HEADINGS]
    wanted = set(cues.plain_words(facts.title or "").split())
    site = cues.plain_words(facts.publisher or "")
    best, best_score = None, 0.0
    for at in headings:
        words = cues.plain_words(blocks[at].text)
        if words == site or (told[at] in LEFT_OUT and blocks[at].tag != "h1"):
            continue
        own = set(words.split())
        alike = len(own & wanted) / max(1, len(own | wanted))
        score = alike + (0.4 if blocks[at].tag == "h1" else 0.0)
        if score > max(best_score, 0.35):
            best, best_score = at, score
    if best is not None or not wanted:
        return best
    exact = cues.plain_words(facts.title or "")
    return next(
        (
            at
            for at, block in enumerate(blocks)
            if told[at] not in LEFT_OUT and cues.plain_words(block.text) == exact
        ),
        None,
    )


def _story(
    blocks: Sequence[PageBlock], roles: Sequence[Role], facts: PageFacts, *, has_title: bool
) -> Iterator[Block]:
    if not has_title and facts.title and any(role not in LEFT_OUT for role in roles):
        yield Block(text=facts.title, role=Role.TITLE, place="head")
    title_at = roles.index(Role.TITLE) if has_title else -1
    for at, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if role in LEFT_OUT or (
            at < title_at and role in {Role.BODY, Role.HEADING} and not cues.is_prose(block.text)
        ):
            continue
        yield Block(text=block.text, role=role, place=block.path)


def _links(blocks: Sequence[PageBlock], roles: Sequence[Role], base: str | None) -> tuple[str, ...]:
    speaking = {Role.BODY, Role.HEADING, Role.CREDIT}
    found = (
        absolute(href, base)
        for block, role in zip(blocks, roles, strict=True)
        if role in speaking
        for href in block.links
    )
    return tuple(dict.fromkeys(link for link in found if link))


def _base(page: HtmlElement, address: str | None) -> str | None:
    base = page.find(".//base")
    href = base.get("href") if base is not None else None
    return absolute(href, address) if href else address


def _bare(text: str) -> str:
    return "".join(text.split())
