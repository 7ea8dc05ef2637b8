"""WACZ files: a zip of WARC files with a list of the pages in them and a digest for each part."""

import zipfile
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Final

from firsthand.sources._datapackage import Contents, checked_contents, object_in
from firsthand.sources._zips import BAD_MEMBER, BROKEN, opened_zip
from firsthand.sources.captured import Capture, Document, Refusal, TextMode
from firsthand.sources.limits import ARCHIVE_FILE, ARCHIVE_UNPACKED, LISTING, spelled
from firsthand.sources.warc import Records
from firsthand.sources.wording import plural, shown
from firsthand.values.errors import UnreadableSource, UnsafeSource

_MOST_NAMED: Final = 20
"""Beyond this, parts that are not read are counted, not named: an archive may list thousands."""


class WaczReader:
    """Reads web archives in WACZ."""

    def read(self, capture: Capture, mode: TextMode) -> Iterator[Document | Refusal]:
        """Read the pages that the archive lists, or all pages where it lists none."""
        if capture.size is not None and capture.size > ARCHIVE_FILE:
            raise UnsafeSource(f"it is larger than {spelled(ARCHIVE_FILE)}. Split the archive.")
        with (
            capture.opens() as stream,
            opened_zip(stream, unpacked_at_most=ARCHIVE_UNPACKED) as archive,
        ):
            names = sorted(
                name
                for name in set(archive.namelist())
                if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))
            )
            if not names:
                raise UnreadableSource(
                    "it holds no web archive. If it is another kind of zip file, unpack it into a "
                    "folder, and read that."
                )
            contents = checked_contents(archive)
            yield from _refusals(capture, contents)
            records = Records(capture=capture, mode=mode, wanted=_pages(archive, contents))
            for name in names:
                if name in contents.refused:
                    continue
                records.custody = contents.custody_of(name)
                try:
                    size = archive.getinfo(name).file_size
                    yield from records.read(partial(archive.open, name), size)
                except UnreadableSource as refused:
                    yield Refusal(file=shown(f"{capture.file}#{name}"), message=str(refused))
                except BAD_MEMBER:
                    yield Refusal(file=shown(f"{capture.file}#{name}"), message=BROKEN)


def _refusals(capture: Capture, contents: Contents) -> Iterator[Refusal]:
    for name, problem in islice(contents.refused.items(), _MOST_NAMED):
        yield Refusal(file=shown(f"{capture.file}#{name}"), message=problem)
    more = len(contents.refused) - _MOST_NAMED
    if more > 0:
        yield Refusal(
            file=shown(capture.file),
            message=f"{plural(more, 'more part')} of it do not agree with its list. Fetch the "
            "archive again from where it was made.",
        )


def _pages(archive: zipfile.ZipFile, contents: Contents) -> frozenset[str] | None:
    listed: set[str] = set()
    for name in {"pages/pages.jsonl", "pages/extraPages.jsonl"} - contents.refused.keys():
        for line in _text(archive, name).splitlines():
            page = object_in(line)
            address = page.get("url")
            if isinstance(address, str):
                listed.add(address)
    return frozenset(listed) or None


def _text(archive: zipfile.ZipFile, name: str) -> str:
    if name not in archive.namelist():
        return ""
    try:
        with archive.open(name) as stream:
            return stream.read(LISTING).decode("utf-8", errors="replace")
    except BAD_MEMBER as broken:
        raise UnreadableSource(BROKEN) from broken
