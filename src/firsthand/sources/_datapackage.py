"""What a WACZ says of its own parts, checked: the digest of its list, then of each part."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from firsthand.sources._digests import Digest, digest_in
from firsthand.sources._zips import BAD_MEMBER, BROKEN
from firsthand.sources.limits import LISTING, spelled
from firsthand.values.errors import UnreadableSource, UnsafeSource

_LIST: Final = "datapackage.json"
_SEAL: Final = "datapackage-digest.json"
_CHANGED: Final = (
    "its bytes are not those it was packed with: the digest differs. Fetch the archive again from "
    "where it was made."
)
_UNLISTED: Final = (
    f"the archive's {_LIST} does not list it: it was put in later, or the list was changed. Fetch "
    "the archive again from where it was made."
)
_GONE: Final = (
    f"the archive's {_LIST} lists it, and it is not there. Fetch the archive again from where it "
    "was made."
)
_LIST_CHANGED: Final = (
    f"its {_LIST} is not the one it was packed with: the digest in {_SEAL} differs, so none of "
    "its parts can be checked. Fetch the archive again from where it was made."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The parts of a WACZ after checking: which are refused and why, and what is vouched for."""

    list_custody: tuple[str, ...]
    refused: Mapping[str, str] = field(default_factory=dict)
    verified: Mapping[str, str] = field(default_factory=dict)

    def custody_of(self, name: str) -> tuple[str, ...]:
        """Say what was checked of one part and of the list that vouches for it."""
        algorithm = self.verified.get(name)
        if algorithm:
            return (f"WACZ part {algorithm} verified against {_LIST}", *self.list_custody)
        return ("WACZ lists no digest for this part: not verified", *self.list_custody)


def checked_contents(archive: zipfile.ZipFile) -> Contents:
    """Check every part that a WACZ lists against its digest and size.

    Raises UnreadableSource where the list itself was changed.
    """
    if _LIST not in archive.namelist():
        return Contents(list_custody=(f"WACZ without {_LIST}: nothing verified",))
    body = _whole(archive, _LIST)
    listed = _resources(object_in(body.decode("utf-8", errors="replace")))
    refused: dict[str, str] = {}
    verified: dict[str, str] = {}
    for name, resource in listed.items():
        digest = digest_in(str(resource.get("hash") or ""))
        problem = _problem(archive, name, resource.get("bytes"), digest)
        if problem:
            refused[name] = problem
        elif digest:
            verified[name] = digest.named
    for name in archive.namelist():
        # Indexes and logs are not read; what is read must be vouched for.
        if name.startswith(("archive/", "pages/")) and name not in listed and name[-1] != "/":
            refused[name] = _UNLISTED
    return Contents(list_custody=_seal(archive, body), refused=refused, verified=verified)


def object_in(text: str) -> Mapping[str, Any]:
    """Read a JSON object; what is none is an empty one."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _seal(archive: zipfile.ZipFile, body: bytes) -> tuple[str, ...]:
    if _SEAL not in archive.namelist():
        return (f"WACZ without {_SEAL}: its list of parts is not verified",)
    seal = object_in(_whole(archive, _SEAL).decode("utf-8", errors="replace"))
    digest = digest_in(str(seal.get("hash") or ""))
    if digest is None or not digest.is_of(body):
        raise UnreadableSource(_LIST_CHANGED)
    told = f"{_LIST} {digest.named} verified against {_SEAL}"
    if seal.get("signedData"):
        return (told, f"{_SEAL} carries a signature: not verified")
    return (told,)


def _resources(package: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    parts = package.get("resources")
    return {
        part["path"]: part
        for part in (parts if isinstance(parts, list) else [])
        if isinstance(part, dict) and isinstance(part.get("path"), str)
    }


def _problem(
    archive: zipfile.ZipFile, name: str, size: object, digest: Digest | None
) -> str | None:
    try:
        member = archive.getinfo(name)
    except KeyError:
        return _GONE
    if isinstance(size, int) and member.file_size != size:
        return _CHANGED.replace("the digest differs", "the size differs")
    if digest is None:
        return None
    try:
        with archive.open(member) as stream:
            return None if digest.is_of_stream(stream) else _CHANGED  # type: ignore[arg-type]  # a zip member reads as a file does
    except BAD_MEMBER:
        return BROKEN


def _whole(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as stream:
            body = stream.read(LISTING + 1)
    except BAD_MEMBER as broken:
        raise UnreadableSource(BROKEN) from broken
    if len(body) > LISTING:
        raise UnsafeSource(f"its {name} is larger than {spelled(LISTING)}. Split the archive.")
    return body
