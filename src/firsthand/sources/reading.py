"""The room's front door: paths and addresses go in, sources come out, nothing is lost on the way.

Invariants: what cannot be read is refused by name and the rest go on; the order of paths changes
nothing; nothing is fetched unless an address was named and a fetcher handed in.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from firsthand.sources.auto_archiver import archived_among
from firsthand.sources.bodies import read_bodies
from firsthand.sources.captured import (
    Capture,
    Document,
    Fetched,
    Fetcher,
    Refusal,
    TextMode,
    WithoutText,
)
from firsthand.sources.capturing import captured, fetched
from firsthand.sources.gathering import FoundFile, gather
from firsthand.sources.language import language_of
from firsthand.sources.listing import Listed, Listing, joined, read_listings
from firsthand.sources.registry import reader_for
from firsthand.sources.wording import shown, sound
from firsthand.values.body import Bodies
from firsthand.values.errors import FirsthandError
from firsthand.values.source import Handling, Source, SourceKind

# The Protocol and its value are declared in ``captured``, which readers import; callers find all
# that belongs to reading behind this one door.
__all__ = [
    "Fetched",
    "Fetcher",
    "Reading",
    "Refusal",
    "TextMode",
    "WithoutText",
    "read_sources",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read, all that was refused, and the bodies declared beside the sources."""

    sources: tuple[Source, ...]
    refusals: tuple[Refusal, ...]
    bodies: Bodies


def read_sources(
    paths: Iterable[str | Path],
    *,
    text_mode: TextMode = TextMode.CLEANED,
    without_text: WithoutText = WithoutText.REFUSED,
    fetcher: Fetcher | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read files, folders, archives and addresses into sources, sorted by file.

    ``without_text`` says what becomes of pictures, recordings and scans: refused by name, or kept
    as sources with an empty text. ``on_progress`` is told how many of how many things are done.
    Raises MissingSource where the paths come to nothing at all, BadListing and BadBodies where
    what stands beside the sources is broken.
    """
    gathered = gather(paths)
    archived = archived_among(gathered.files)
    listing = read_listings(gathered.listings, archived.files)
    asked = _Asked(
        listing=replace(listing, by_file=joined(listing.by_file, archived.by_file)),
        text_mode=text_mode,
        without_text=without_text,
        fetcher=fetcher,
    )
    sources = [_source(post, asked.listing) for post in archived.posts]
    refusals = [*gathered.refusals, *listing.refusals, *archived.refusals]
    things: list[FoundFile | str] = [*archived.files, *gathered.addresses]
    for done, thing in enumerate(things):
        if on_progress:
            on_progress(done, len(things))
        for result in _read_one(thing, asked):
            if isinstance(result, Refusal):
                refusals.append(result)
            else:
                sources.append(result)
    if on_progress:
        on_progress(len(things), len(things))
    return Reading(
        sources=tuple(sorted(sources, key=lambda source: (source.file, source.id))),
        refusals=tuple(refusals),
        bodies=read_bodies(gathered.bodies),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """How a reading is to be done, the same for each of its things."""

    listing: Listing
    text_mode: TextMode
    without_text: WithoutText
    fetcher: Fetcher | None


def _read_one(thing: FoundFile | str, asked: _Asked) -> Iterator[Source | Refusal]:
    name = thing if isinstance(thing, str) else thing.file
    try:
        capture = _capture(thing, asked)
        for result in reader_for(capture.media_type or "").read(capture, asked.text_mode):
            if isinstance(result, Refusal):
                yield result
            else:
                headed = replace(result, headers=result.headers or capture.headers)
                yield _source(headed, asked.listing)
    except FirsthandError as refused:
        # An error names its thing; a refusal names it in a field of its own.
        yield Refusal(file=shown(name), message=str(refused).removeprefix(f"{shown(name)}: "))
    except OSError as failed:
        yield Refusal(
            file=shown(name),
            message=f"it cannot be opened ({failed.strerror}). Check that it is there and may be "
            "read.",
        )


def _capture(thing: FoundFile | str, asked: _Asked) -> Capture:
    if isinstance(thing, str):
        return fetched(thing, asked.fetcher, asked.without_text)
    listed = asked.listing.about(thing.file) or Listed(file=thing.file)
    return captured(thing, listed, asked.without_text)


def _source(document: Document, listing: Listing) -> Source:
    document = _filled_in(document, listing.about_whole(document.file))
    listed = listing.about(document.file) or listing.about(document.address or "")
    listed = listed or Listed(file=document.file)
    label = f"{document.sha256}\0{document.file}".encode()
    return Source(
        id=f"s-{hashlib.sha256(label).hexdigest()[:12]}",
        file=document.file,
        sha256=document.sha256,
        text=sound(document.text),
        passages=document.passages,
        media_type=document.media_type,
        title=listed.title or _line(document.title),
        publisher=listed.publisher or _line(document.publisher),
        published_on=listed.published_on or document.published_on,
        captured_at=listed.captured_at or document.captured_at,
        address=listed.address or document.address,
        lang=listed.lang or language_of(document.text) or document.lang,
        kind=listed.kind or document.kind or SourceKind.ARTICLE,
        kind_as_given=listed.kind_as_given if listed.kind else document.kind_as_given,
        handling=listed.handling or document.handling or Handling.PUBLIC,
        author=listed.author or _line(document.author),
        credits=tuple(sound(name) for name in document.credits),
        links=tuple(sound(link) for link in document.links),
        custody=(*document.custody, *listed.custody),
        headers=document.headers,
    )


def _filled_in(part: Document, whole: Listed | None) -> Document:
    """Let what is listed of a container fill what its part does not say of itself."""
    if whole is None:
        return part
    return replace(
        part,
        publisher=part.publisher or whole.publisher,
        published_on=part.published_on or whole.published_on,
        captured_at=part.captured_at or whole.captured_at,
        lang=part.lang or whole.lang,
        kind=part.kind or whole.kind,
        kind_as_given=part.kind_as_given if part.kind else whole.kind_as_given,
        handling=part.handling or whole.handling,
    )


def _line(words: str | None) -> str | None:
    """Bring a title or name onto one line; what is empty is not known."""
    return " ".join(sound(words).split()) or None if words else None
