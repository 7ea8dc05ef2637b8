"""``sources.json`` and ``sources.csv``: what is known of files beyond what they say themselves."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Final

from firsthand.sources.captured import Refusal
from firsthand.sources.dates import day_in, moment_in
from firsthand.sources.encodings import decoded
from firsthand.sources.gathering import FoundFile, is_address
from firsthand.sources.kinds import kind_called
from firsthand.sources.language import language_code
from firsthand.sources.limits import LISTING, spelled
from firsthand.sources.wording import shown, sound
from firsthand.values.errors import BadListing, UnreadableSource
from firsthand.values.source import Handling, SourceKind

_EXAMPLE: Final = '[{"file": "a.txt", "publisher": "The Courier", "published_on": "2023-05-01"}]'


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a listing says of one file; ``None`` where it says nothing.

    ``kind`` and ``kind_as_given`` go together: a kind without a word in this project is read as an
    article and kept as it was given. ``digest`` is what the file must have, and ``custody`` what is
    then vouched for; only an archiver's own records say these.
    """

    file: str
    publisher: str | None = None
    published_on: date | None = None
    kind: SourceKind | None = None
    kind_as_given: str | None = None
    lang: str | None = None
    title: str | None = None
    address: str | None = None
    author: str | None = None
    captured_at: datetime | None = None
    handling: Handling | None = None
    digest: str | None = None
    custody: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All that the listings of a reading say, by the label of the file they say it of."""

    by_file: Mapping[str, Listed]
    refusals: tuple[Refusal, ...] = ()

    def about(self, file: str) -> Listed | None:
        """Find what is said of a file or of one part of it (``case.jsonl#3``)."""
        return self.by_file.get(file)

    def about_whole(self, file: str) -> Listed | None:
        """Find what is said of the file that a part stands in."""
        whole = file.split("#", 1)[0]
        return self.by_file.get(whole) if whole != file else None


def read_listings(listings: Iterable[Path], files: Iterable[FoundFile]) -> Listing:
    """Read every listing and match what it says to the files found.

    A listing that cannot be read stops the reading with BadListing: without publishers and dates,
    echoes would pass for origins. One bad field is refused by name and the rest is used.
    """
    found = tuple(files)
    by_file: dict[str, Listed] = {}
    refusals: list[Refusal] = []
    for listing in listings:
        entries = _entries_of(listing)
        below = _Below(listing.parent, found)
        for number, entry in enumerate(entries, 1):
            where = f"{shown(listing.name)}, entry {number}"
            listed, problems = _listed(entry)
            refusals += [Refusal(file=where, message=problem) for problem in problems]
            if listed is None:
                continue
            label = below.label_for(listed.file)
            if label is None:
                refusals.append(_names_nothing(where, listed.file))
            else:
                # The JSON listing is read before the CSV one; what it says stands.
                by_file.setdefault(label, listed)
    return Listing(by_file=by_file, refusals=tuple(refusals))


def joined(first: Mapping[str, Listed], then: Mapping[str, Listed]) -> Mapping[str, Listed]:
    """Join what two listings say: the first speaks, the second fills what it leaves open."""
    both = dict(then)
    for file, listed in first.items():
        other = then.get(file)
        if other is None:
            both[file] = listed
            continue
        open_fields = {
            each.name: getattr(other, each.name)
            for each in fields(Listed)
            if not getattr(listed, each.name)
        }
        both[file] = replace(listed, **open_fields)
    return both


def _entries_of(listing: Path) -> Sequence[Mapping[str, Any]]:
    where = shown(listing.name)
    if listing.stat().st_size > LISTING:
        raise BadListing(f"{where}: it is larger than {spelled(LISTING)}. Split the case.")
    try:
        text = decoded(listing.read_bytes()).text
    except (OSError, UnreadableSource) as broken:
        raise BadListing(f"{where}: {broken}") from broken
    if listing.suffix == ".csv":
        return _csv_entries(text, where)
    try:
        entries = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as broken:
        raise BadListing(
            f"{where}: it is not valid JSON ({shown(str(broken))}). Mend it, or move it away."
        ) from broken
    if isinstance(entries, dict):
        entries = entries.get("sources")
    if not isinstance(entries, list):
        raise BadListing(f"{where}: it is not a list of sources. Write it like {_EXAMPLE}")
    return [entry if isinstance(entry, dict) else {} for entry in entries]


def _csv_entries(text: str, where: str) -> Sequence[Mapping[str, Any]]:
    first_line = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        entries = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as broken:
        raise BadListing(
            f"{where}: it is not valid CSV ({shown(str(broken))}). Mend it, or move it away."
        ) from broken
    rows = [{(key or "").strip().lower(): value for key, value in row.items()} for row in entries]
    if rows and "file" not in rows[0]:
        raise BadListing(
            f"{where}: it has no column named file. Let the first line be "
            "file,publisher,published_on,kind,lang"
        )
    return rows


def _listed(entry: Mapping[str, Any]) -> tuple[Listed | None, list[str]]:
    problems: list[str] = []
    file = _words(entry, "file")
    if file is None:
        return None, [f"it names no file. Write it like {_EXAMPLE}"]
    published_on = _words(entry, "published_on")
    day = day_in(published_on) if published_on else None
    if published_on and day is None:
        problems.append(
            f"published_on of {shown(file)} is not a whole day. Write it as YYYY-MM-DD; until "
            "then the day counts as not known."
        )
    kind = _words(entry, "kind")
    known = kind_called(kind) if kind else None
    captured_at = _words(entry, "captured_at")
    handling, problem = _handling(_words(entry, "handling"), file)
    if problem:
        problems.append(problem)
    return Listed(
        file=file,
        publisher=_words(entry, "publisher"),
        published_on=day,
        kind=(known or SourceKind.ARTICLE) if kind else None,
        kind_as_given=kind if kind and known is None else None,
        lang=language_code(_words(entry, "lang")),
        title=_words(entry, "title"),
        address=_words(entry, "address") or _words(entry, "url"),
        author=_words(entry, "author"),
        captured_at=moment_in(captured_at) if captured_at else None,
        handling=handling,
    ), problems


def _handling(word: str | None, file: str) -> tuple[Handling | None, str | None]:
    if word is None:
        return None, None
    try:
        return Handling(word.lower()), None
    except ValueError:
        # An unknown word for secrecy was meant to protect somebody.
        return Handling.CONFIDENTIAL, (
            f"handling of {shown(file)} is none of public, restricted, confidential. It is treated "
            "as confidential; write one of the three."
        )


def _words(entry: Mapping[str, Any], key: str) -> str | None:
    value = entry.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return sound(str(value)).strip() or None


class _Below:
    """The files found below one listing's folder, ready to be named by it."""

    def __init__(self, folder: Path, found: Iterable[FoundFile]) -> None:
        self._folder = folder
        below = [each for each in found if folder in each.path.parents]
        self._by_path = {each.path: each for each in below}
        self._by_name: dict[str, list[FoundFile]] = {}
        for each in below:
            self._by_name.setdefault(each.path.name, []).append(each)

    def label_for(self, file: str) -> str | None:
        """Find the file that is meant: at its place, else by the only name that fits.

        An address means the page captured there, fetched or in an archive.
        """
        if is_address(file):
            return file
        whole, _, part = file.partition("#")
        wanted = PurePosixPath(whole.replace("\\", "/"))
        exact = self._by_path.get(self._folder / wanted)
        alike = [exact] if exact else self._by_name.get(wanted.name, [])
        if len(alike) != 1:
            return None
        return f"{alike[0].file}#{part}" if part else alike[0].file


def _names_nothing(where: str, file: str) -> Refusal:
    return Refusal(
        file=where,
        message=f"it names {shown(file)}, which is not among the files read. Put the file there, "
        "or take the entry out.",
    )
