"""The room's front door: paths and addresses go in, sources come out, nothing is lost on the way.

Invariants: what cannot be read is refused by name and the rest go on; the order of paths changes
nothing; nothing is fetched unless an address was named and a fetcher handed in.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from firsthand.sources.bodies import read_bodies
from firsthand.sources.captured import (
    Capture,
    Document,
    Fetched,
    Fetcher,
    Layout,
    Refusal,
    TextMode,
)
from firsthand.sources.gathering import FoundFile, gather, opened
from firsthand.sources.language import language_of
from firsthand.sources.listing import Listed, Listing, read_listings
from firsthand.sources.media_types import media_type_of
from firsthand.sources.registry import reader_for
from firsthand.sources.wording import shown, sound
from firsthand.values.body import Bodies
from firsthand.values.errors import FirsthandError, MissingSource
from firsthand.values.source import Handling, Source, SourceKind

# The Protocol and its value are declared in ``captured``, which readers import; callers find all
# that belongs to reading behind this one door.
__all__ = ["Fetched", "Fetcher", "Reading", "Refusal", "TextMode", "read_sources"]

_NO_PAGE_KINDS: Final = frozenset(
    {SourceKind.DATASET, SourceKind.MESSAGE_THREAD, SourceKind.RECORDING, SourceKind.IMAGE}
)


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
    fetcher: Fetcher | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read files, folders, archives and addresses into sources, sorted by file.

    ``on_progress`` is told how many of how many things are done. Raises MissingSource where the
    paths come to nothing at all, BadListing and BadBodies where what stands beside the sources is
    broken.
    """
    gathered = gather(paths)
    listing = read_listings(gathered.listings, gathered.files)
    sources: list[Source] = []
    refusals = [*gathered.refusals, *listing.refusals]
    things: list[FoundFile | str] = [*gathered.files, *gathered.addresses]
    for done, thing in enumerate(things):
        if on_progress:
            on_progress(done, len(things))
        for result in _read_one(thing, listing, text_mode, fetcher):
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


def _read_one(
    thing: FoundFile | str, listing: Listing, text_mode: TextMode, fetcher: Fetcher | None
) -> Iterator[Source | Refusal]:
    name = thing if isinstance(thing, str) else thing.file
    try:
        capture = _fetched(thing, fetcher) if isinstance(thing, str) else _captured(thing, listing)
        for result in reader_for(capture.media_type or "").read(capture, text_mode):
            if isinstance(result, Refusal):
                yield result
            else:
                yield _source(result, listing)
    except FirsthandError as refused:
        # An error names its thing; a refusal names it in a field of its own.
        yield Refusal(file=shown(name), message=str(refused).removeprefix(f"{shown(name)}: "))
    except OSError as failed:
        yield Refusal(
            file=shown(name),
            message=f"it cannot be opened ({failed.strerror}). Check that it is there and may be "
            "read.",
        )


def _captured(found: FoundFile, listing: Listing) -> Capture:
    with opened(found.path) as stream:
        start = stream.read(4096)
    listed = listing.about(found.file) or Listed(file=found.file)
    return Capture(
        file=found.file,
        opens=lambda: opened(found.path),
        size=found.path.stat().st_size,
        media_type=media_type_of(found.file, start),
        title=listed.title,
        publisher=listed.publisher,
        layout=Layout.WORDS_ALONE if listed.kind in _NO_PAGE_KINDS else Layout.PAGE,
    )


def _fetched(address: str, fetcher: Fetcher | None) -> Capture:
    if fetcher is None:
        raise MissingSource(
            "it is an address, and nothing is fetched here. Save the page to a file, and read that."
        )
    fetched = fetcher.fetch(address)
    return Capture(
        file=address,
        opens=lambda: io.BytesIO(fetched.body),
        size=len(fetched.body),
        media_type=media_type_of("", fetched.body[:4096], fetched.media_type),
        charset=_charset(fetched.media_type),
        address=fetched.address,
        captured_at=fetched.captured_at,
    )


def _charset(media_type: str) -> str | None:
    _, _, declared = media_type.lower().partition("charset=")
    return declared.split(";")[0].strip().strip("\"'") or None


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
