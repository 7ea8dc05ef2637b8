"""From the paths a user names to the files to read: sorted, each once, none outside its folder.

Invariant: the order in which paths are named changes neither the files nor their labels.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from firsthand.sources.bodies import FILE_NAME as BODIES
from firsthand.sources.captured import Refusal
from firsthand.sources.wording import file_label, shown
from firsthand.values.errors import MissingSource, UnsafeSource

LISTINGS: Final = ("sources.json", "sources.csv")

_DEEPEST_PATH: Final = 200

# A gold standard or a note on the case speaks about the sources; it is none of them.
_NEVER_SOURCES: Final = frozenset({*LISTINGS, BODIES, "gold.json", "Thumbs.db", "desktop.ini"})
_NOTES_BESIDE_A_LISTING: Final = frozenset({"readme.md", "readme.txt", "readme", "lock"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read: where it is, and its label, the path below the folder the user named."""

    path: Path
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All that the named paths come to; listings and bodies stand beside the sources."""

    files: tuple[FoundFile, ...]
    addresses: tuple[str, ...]
    listings: tuple[Path, ...]
    bodies: tuple[Path, ...]
    refusals: tuple[Refusal, ...]


def gather(paths: Iterable[str | Path]) -> Gathered:
    """Find every file and address that the named paths come to.

    Raises MissingSource where they come to nothing at all.
    """
    # A single path is a row of characters too; nobody means its characters.
    named = [paths] if isinstance(paths, str) else [str(path) for path in paths]
    addresses = sorted({name for name in named if is_address(name)})
    found: list[FoundFile] = []
    refusals: list[Refusal] = []
    for name in sorted({name for name in named if not is_address(name)}):
        for thing in _below(Path(name)):
            if isinstance(thing, Refusal):
                refusals.append(thing)
            else:
                found.append(thing)
    if not found and not addresses:
        raise MissingSource(_nothing_found(named, refusals))
    folders = sorted({file.path.parent for file in found})
    return Gathered(
        files=tuple(_each_once(file for file in found if _is_source(file.path))),
        addresses=tuple(addresses),
        listings=tuple(_beside(folders, LISTINGS)),
        bodies=tuple(_beside(folders, (BODIES,))),
        refusals=tuple(sorted(set(refusals), key=lambda refusal: (refusal.file, refusal.message))),
    )


def is_address(name: str) -> bool:
    """Tell an address from a path."""
    return name.lower().startswith(("http://", "https://"))


def opened(path: Path) -> BinaryIO:
    """Open a regular file for reading; refuse pipes, devices and links that took its place."""
    # Without O_NONBLOCK a pipe put in the folder would hold the reader for ever.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnsafeSource("it is a pipe or device, not a file. Copy what it holds into a file.")
    return os.fdopen(descriptor, "rb")


def _below(named: Path) -> Iterator[FoundFile | Refusal]:
    try:
        root = named.resolve(strict=True)
    except (OSError, RuntimeError):
        yield Refusal(
            file=shown(str(named)),
            message="there is no such file or folder. Check the path, then read it again.",
        )
        return
    if root.is_dir():
        any_found = False
        for thing in _inside(root, root):
            any_found = True
            yield thing
        if not any_found:
            yield Refusal(
                file=shown(str(named)),
                message="there are no files in this folder. Put sources there, or name another.",
            )
    elif root.name in LISTINGS:
        # A listing named alone stands for the files beside it.
        yield from _inside(root.parent, root.parent)
    else:
        yield FoundFile(path=root, file=file_label(root.name))


def _inside(folder: Path, root: Path) -> Iterator[FoundFile | Refusal]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield Refusal(
            file=shown(folder.relative_to(root).as_posix()),
            message="this folder cannot be opened. Check who may read it.",
        )
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            continue
        if entry.is_symlink():
            yield from _linked(path, root)
        elif entry.is_dir(follow_symlinks=False):
            yield from _inside(path, root)
        else:
            yield FoundFile(path=path, file=file_label(path.relative_to(root).as_posix()))


def _linked(path: Path, root: Path) -> Iterator[FoundFile | Refusal]:
    """Pass over links to what is read anyway; name those that lead out of the folder or nowhere."""
    try:
        if path.resolve(strict=True).is_relative_to(root):
            return
        message = "it is a link that leads out of the folder. Copy the file itself into the folder."
    except (OSError, RuntimeError):
        message = "it is a link that leads nowhere. Copy the file itself into the folder."
    yield Refusal(file=shown(path.relative_to(root).as_posix()), message=message)


def _is_source(path: Path) -> bool:
    if path.name in _NEVER_SOURCES:
        return False
    return not (
        path.name.lower() in _NOTES_BESIDE_A_LISTING
        and any((path.parent / listing).is_file() for listing in LISTINGS)
    )


def _beside(folders: Iterable[Path], names: Iterable[str]) -> Iterator[Path]:
    wanted = tuple(names)
    for folder in folders:
        yield from (folder / name for name in wanted if (folder / name).is_file())


def _each_once(files: Iterable[FoundFile]) -> Iterator[FoundFile]:
    """Give each file once, under its longest label, and no two files under one label."""
    by_path: dict[Path, FoundFile] = {}
    for file in files:
        known = by_path.get(file.path)
        if known is None or (len(file.file), file.file) > (len(known.file), known.file):
            by_path[file.path] = file
    unique = list(by_path.values())
    for _ in range(_DEEPEST_PATH):
        labels: dict[str, list[FoundFile]] = {}
        for file in unique:
            labels.setdefault(file.file, []).append(file)
        if all(len(same) == 1 for same in labels.values()):
            break
        unique = [
            _with_more_of_its_path(file) if len(labels[file.file]) > 1 else file for file in unique
        ]
    yield from sorted(unique, key=lambda file: file.file)


def _with_more_of_its_path(file: FoundFile) -> FoundFile:
    parts = file.path.parts
    depth = file.file.count("/") + 2
    return replace(file, file=file_label("/".join(parts[-depth:]).lstrip("/")))


def _nothing_found(named: list[str], refusals: list[Refusal]) -> str:
    if refusals:
        return "; ".join(f"{refusal.file}: {refusal.message}" for refusal in refusals)
    return f"nothing to read was named ({len(named)} paths). Name a file, a folder or an address."
