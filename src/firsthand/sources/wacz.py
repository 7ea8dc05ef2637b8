"""WACZ files: a zip of WARC files with a list of the pages in them and a digest for each part."""

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from firsthand.sources._zips import BAD_MEMBER, BROKEN, opened_zip
from firsthand.sources.captured import Capture, Document, Refusal, TextMode
from firsthand.sources.limits import ARCHIVE_FILE, ARCHIVE_UNPACKED, LISTING, spelled
from firsthand.sources.warc import Records
from firsthand.sources.wording import shown
from firsthand.values.errors import UnreadableSource, UnsafeSource

_CONTENTS: Final = "datapackage.json"
_CHANGED: Final = (
    "its bytes are not those it was packed with: the digest differs. Fetch the archive again from "
    "where it was made."
)


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
                for name in archive.namelist()
                if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))
            )
            if not names:
                raise UnreadableSource(
                    "it holds no web archive. If it is another kind of zip file, unpack it into a "
                    "folder, and read that."
                )
            digests = _digests(archive)
            records = Records(capture=capture, mode=mode, wanted=_pages(archive))
            for name in names:
                try:
                    _refuse_changed(archive, name, digests.get(name))
                    size = archive.getinfo(name).file_size
                    yield from records.read(partial(archive.open, name), size)
                except UnreadableSource as refused:
                    yield Refusal(file=shown(f"{capture.file}#{name}"), message=str(refused))
                except BAD_MEMBER:
                    yield Refusal(file=shown(f"{capture.file}#{name}"), message=BROKEN)


def _pages(archive: zipfile.ZipFile) -> frozenset[str] | None:
    listed: set[str] = set()
    for name in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        for line in _text(archive, name).splitlines():
            page = _object(line)
            address = page.get("url")
            if isinstance(address, str):
                listed.add(address)
    return frozenset(listed) or None


def _digests(archive: zipfile.ZipFile) -> dict[str, str]:
    parts = _object(_text(archive, _CONTENTS)).get("resources")
    return {
        part["path"]: part["hash"].removeprefix("sha256:")
        for part in (parts if isinstance(parts, list) else [])
        if isinstance(part, dict)
        and isinstance(part.get("path"), str)
        and str(part.get("hash")).startswith("sha256:")
    }


def _refuse_changed(archive: zipfile.ZipFile, name: str, digest: str | None) -> None:
    if digest is not None and _digest(archive, name) != digest:
        raise UnreadableSource(_CHANGED)


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as stream:
        digest = hashlib.sha256()
        while chunk := stream.read(1024 * 1024):
            digest.update(chunk)
    return digest.hexdigest()


def _text(archive: zipfile.ZipFile, name: str) -> str:
    if name not in archive.namelist():
        return ""
    try:
        with archive.open(name) as stream:
            return stream.read(LISTING).decode("utf-8", errors="replace")
    except BAD_MEMBER as broken:
        raise UnreadableSource(BROKEN) from broken


def _object(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
