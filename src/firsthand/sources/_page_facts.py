"""What a page says of itself: JSON-LD, OpenGraph, meta tags, ``<time>`` and ``<html lang>``."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from firsthand.sources.dates import day_in
from firsthand.sources.language import language_code
from firsthand.values.source import SourceKind

_STORY_TYPES: Final = {
    "article": None, "newsarticle": None, "reportagenewsarticle": None, "analysisnewsarticle": None,
    "opinionnewsarticle": None, "backgroundnewsarticle": None, "webpage": None, "techarticle": None,
    "report": SourceKind.REPORT, "blogposting": SourceKind.POST,
    "socialmediaposting": SourceKind.POST, "discussionforumposting": SourceKind.POST,
    "legislation": SourceKind.LAW, "dataset": SourceKind.DATASET,
    "scholarlyarticle": SourceKind.REPORT,
}  # fmt: skip
_DAY_NAMES: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "dc.date.issued", "dc.date", "dcterms.created", "dcterms.issued", "dcterms.date",
    "citation_publication_date", "parsely-pub-date", "sailthru.date", "article.published",
)  # fmt: skip
_SITE_NAMES: Final = ("og:site_name", "application-name", "publisher", "dc.publisher",
                      "citation_publisher", "dcterms.publisher")  # fmt: skip
_TITLE_NAMES: Final = ("og:title", "twitter:title", "dc.title", "citation_title", "headline")
_JOINT: Final = re.compile(r"\s+[|–—·»:-]\s+|\s*[|_｜]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A page's own account of itself; ``None`` where it gives none."""

    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    author: str | None = None
    lang: str | None = None
    address: str | None = None
    kind: SourceKind | None = None
    agencies: tuple[str, ...] = ()


def facts_of(page: HtmlElement, address: str | None) -> PageFacts:
    """Read what a page says of itself, the most telling place first."""
    story = _story_in(_linked_data(page))
    meta = _meta(page)
    people, bodies = _authors(story)
    title = _first([_text(story, "headline"), *(meta.get(name) for name in _TITLE_NAMES)])
    publisher = _first([_name(story.get("publisher")), *(meta.get(name) for name in _SITE_NAMES)])
    full_title = _joined(page.find(".//head/title"))
    return PageFacts(
        title=title or _JOINT.split(full_title)[0] or None,
        publisher=publisher or _site_named_in(full_title, [title, *_headings(page)]),
        published_on=_published_on(page, story, meta),
        author=", ".join(people) or _first([meta.get("author"), meta.get("article:author")]),
        lang=_language(page, story, meta),
        address=address or _address(page, meta),
        kind=_kind(story),
        agencies=tuple(body for body in bodies if body != publisher),
    )


def _linked_data(page: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in page.iterfind(".//script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            yield from _nodes(json.loads((script.text or "").strip().strip(";"), strict=False))
        except (ValueError, RecursionError):
            # One broken block says nothing about the page's other blocks.
            continue


def _nodes(found: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(found, list):
        for each in found:
            yield from _nodes(each, depth + 1)
    elif isinstance(found, dict):
        yield found
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(found.get(key), depth + 1)


def _story_in(nodes: Iterable[dict[str, Any]]) -> dict[str, Any]:
    best: dict[str, Any] = {}
    for node in nodes:
        types = _types(node)
        if not any(kind in _STORY_TYPES for kind in types):
            continue
        if not best or ("webpage" in _types(best) and "webpage" not in types):
            best = node
    return best


def _types(node: dict[str, Any]) -> list[str]:
    given = node.get("@type")
    listed = given if isinstance(given, list) else [given]
    return [kind.lower() for kind in listed if isinstance(kind, str)]


def _kind(story: dict[str, Any]) -> SourceKind | None:
    return next((kind for name in _types(story) if (kind := _STORY_TYPES.get(name))), None)


def _meta(page: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in page.iterfind(".//meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        name = name or tag.get("http-equiv") or ""
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _published_on(page: HtmlElement, story: dict[str, Any], meta: dict[str, str]) -> date | None:
    given = [_text(story, "datePublished"), *(meta.get(name) for name in _DAY_NAMES)]
    for words in given:
        day = day_in(words) if words else None
        if day:
            return day
    times = list(page.iterfind(".//time"))
    told = [time for time in times if time.get("pubdate") is not None or _says_published(time)]
    inside = [time for time in times if any(up.tag == "article" for up in time.iterancestors())]
    for time in [*told, *inside[:1], *(times if len(times) == 1 else [])]:
        day = day_in(time.get("datetime") or "") or day_in(_joined(time))
        if day:
            return day
    return None


def _says_published(time: HtmlElement) -> bool:
    words = " ".join(time.get(name) or "" for name in ("itemprop", "class", "data-testid")).lower()
    return "publi" in words or "datecreated" in words


def _language(page: HtmlElement, story: dict[str, Any], meta: dict[str, str]) -> str | None:
    given = [
        _text(story, "inLanguage"), page.get("lang"), page.get("xml:lang"),
        meta.get("content-language"), meta.get("og:locale"), meta.get("dc.language"),
    ]  # fmt: skip
    return next((code for tag in given if (code := language_code(tag))), None)


def _address(page: HtmlElement, meta: dict[str, str]) -> str | None:
    canonical = next(
        (link.get("href") for link in page.iterfind(".//link[@rel='canonical']")), None
    )
    return next(
        (each for each in (canonical, meta.get("og:url")) if each and is_web_address(each)), None
    )


def is_web_address(address: str) -> bool:
    """Tell whether an address is one of the web's, with a host in it."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def absolute(href: str, base: str | None) -> str | None:
    """Spell a link in full; None where it leads nowhere on the web."""
    try:
        full = urljoin(base or "", href.strip())
    except ValueError:
        return None
    return full.split("#", 1)[0] if is_web_address(full) else None


def _authors(story: dict[str, Any]) -> tuple[list[str], list[str]]:
    given = story.get("author")
    people: list[str] = []
    bodies: list[str] = []
    for author in given if isinstance(given, list) else [given]:
        name = _name(author)
        if name and not is_web_address(name):
            is_body = isinstance(author, dict) and "organization" in " ".join(_types(author))
            (bodies if is_body else people).append(name)
    for key in ("sourceOrganization", "provider"):
        name = _name(story.get(key))
        if name:
            bodies.append(name)
    return people, list(dict.fromkeys(bodies))


def _name(node: object) -> str | None:
    if isinstance(node, list):
        return next((name for each in node if (name := _name(each))), None)
    if isinstance(node, dict):
        node = node.get("name")
    return " ".join(node.split()) or None if isinstance(node, str) else None


def _text(node: dict[str, Any], key: str) -> str | None:
    return _name(node.get(key))


def _first(given: Iterable[str | None]) -> str | None:
    return next((words for words in given if words), None)


def _headings(page: HtmlElement) -> list[str]:
    named = (
        element
        for element in page.iterfind(".//*[@class]")
        if "title" in element.get("class") or "headline" in element.get("class")
    )
    return [_joined(heading) for heading in [*page.iterfind(".//h1"), *islice(named, 20)]]


def _site_named_in(full_title: str, titles: Iterable[str | None]) -> str | None:
    """Read the site's name off ``<title>`` where it stands behind the headline."""
    for title in titles:
        if title and len(title) > 3 and full_title.startswith(title):
            rest = _JOINT.split(full_title[len(title) :])
            if len(rest) > 1 and not rest[0].strip() and len(rest[-1].split()) <= 6:
                return rest[-1].strip() or None
    return None


def _joined(element: HtmlElement | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
