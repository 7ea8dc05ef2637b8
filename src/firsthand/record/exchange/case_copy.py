"""A whole copy of a case: what its lines say, and whether they hold.

A copy is a zip file without compression: ``case.json`` (a ``Manifest``), ``entries.jsonl`` (an
``EntryLine`` a line, in the order of the chain) and ``evidence/``, each file under its SHA-256.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import msgspec

from firsthand.record.chain import Link, faults_in
from firsthand.record.contents.base import Content
from firsthand.record.contents.kinds import KINDS, read_content
from firsthand.record.contents.of_case import CaseOpened, Erased
from firsthand.record.contents.of_sources import SourceCaptured
from firsthand.record.entry import Head
from firsthand.sealing.errors import SealingError
from firsthand.sealing.sealed import unseal
from firsthand.values.errors import BadEntry, BadImport, NewerCase

VERSION: Final = 1
FORMAT: Final = "firsthand case"
MANIFEST: Final = "case.json"
ENTRIES: Final = "entries.jsonl"
EVIDENCE: Final = "evidence/"
LONGEST_LINE: Final = 256 * 1024 * 1024

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a copy says of itself.

    ``form`` is that of the case's tables. ``held_back`` are the entries whose content the copy does
    not hold because it is confidential, ``erased`` those of which nobody has it any more.
    ``keyslot`` holds the case's key under its passphrase, where confidential content came along.
    """

    format: str
    version: int
    form: int
    case: str
    number: int
    digest: str
    held_back: tuple[int, ...] = ()
    erased: tuple[int, ...] = ()
    keyslot: str | None = None

    @property
    def head(self) -> Head:
        """Give the last entry."""
        return Head(number=self.number, digest=self.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One entry. Bytes are base64; those of a content that is absent are null.

    ``subjects`` and ``evidence`` stand only where the content is absent or confidential: ids and a
    digest, from which the tables know that there is something.
    """

    number: int
    at: str
    author: str
    reason: str
    kind: str
    before: str
    commitment: str
    digest: str
    salt: bytes | None = None
    sealed: bytes | None = None
    key: bytes | None = None
    is_confidential: bool = False
    subjects: tuple[str, ...] = ()
    evidence: str | None = None

    @property
    def link(self) -> Link:
        """Give its place in the chain."""
        return Link(
            self.number, self.at, self.author, self.reason, self.kind, self.before,
            self.commitment, self.digest, self.salt, self.sealed,
        )  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Seen:
    """What the lines of a copy came to: the evidence they need, and the erasures they tell of."""

    evidence: set[str] = field(default_factory=set)
    erased: set[int] = field(default_factory=set)


def spell_manifest(manifest: Manifest) -> bytes:
    """Spell a manifest."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def spell_line(line: EntryLine) -> bytes:
    """Spell an entry as one line."""
    return msgspec.json.encode(line) + b"\n"


def read_manifest(spelling: bytes, *, form: int) -> Manifest:
    """Read a manifest; ``form`` is the highest form of tables that this version knows.

    Raises BadImport, and NewerCase where a newer version wrote it.
    """
    try:
        told = msgspec.json.decode(spelling, type=dict[str, object])
        if told.get("format") != FORMAT:
            raise BadImport(f"{MANIFEST} does not say that this is the copy of a case.")
        _require_known(told.get("version"), VERSION)
        _require_known(told.get("form"), form)
        return msgspec.convert(told, Manifest)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as broken:
        raise BadImport(
            f"{MANIFEST} does not say what it should. Ask for the copy anew."
        ) from broken


def read_line(spelling: bytes, number: int) -> EntryLine:
    """Read the line of an entry; raises BadImport, naming the line."""
    try:
        return msgspec.json.decode(spelling, type=EntryLine)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as broken:
        raise BadImport(
            f"{ENTRIES}, line {number}: it does not say what it should. Ask for the copy anew."
        ) from broken


def content_in(line: EntryLine) -> Content | None:
    """Open an entry's content, where it is here and not confidential; raises BadImport."""
    if line.kind not in KINDS:
        raise BadImport(f"entry {line.number}: its kind is not known to this version of Firsthand.")
    if line.salt is None or line.sealed is None or line.key is None or line.is_confidential:
        return None
    try:
        return read_content(line.kind, unseal(line.key, line.sealed))
    except (SealingError, BadEntry, ValueError) as failed:
        raise BadImport(f"entry {line.number}: its content does not open.") from failed


def require_whole(lines: Iterable[EntryLine], manifest: Manifest) -> Seen:
    """Hold a copy's entries against their chain; raises BadImport, naming the first that fails."""
    seen = Seen()
    absent = frozenset((*manifest.held_back, *manifest.erased))
    links = (_checked(line, manifest, seen) for line in lines)
    for fault in faults_in(links, manifest.head, absent):
        raise BadImport(f"entry {fault.number}: {fault.what}. Ask for the copy anew.")
    if untold := sorted(set(manifest.erased) - seen.erased):
        raise BadImport(f"entry {untold[0]}: its content was removed, and no entry says so.")
    return seen


def _checked(line: EntryLine, manifest: Manifest, seen: Seen) -> Link:
    content = content_in(line)
    if line.number == 1 and not (isinstance(content, CaseOpened) and content.case == manifest.case):
        raise BadImport("entry 1: it does not open the case that the copy names.")
    if isinstance(content, Erased):
        seen.erased.update(content.entries)
    evidence = content.evidence if isinstance(content, SourceCaptured) else line.evidence
    if evidence:
        if not _DIGEST.fullmatch(evidence):
            raise BadImport(f"entry {line.number}: it does not name its evidence by a digest.")
        seen.evidence.add(evidence)
    return line.link


def _require_known(told: object, known: int) -> None:
    if not isinstance(told, int) or isinstance(told, bool) or told < 1:
        raise BadImport(f"{MANIFEST} does not say which version wrote it.")
    if told > known:
        raise NewerCase(
            "the copy was written by a newer version of Firsthand. Upgrade, then import it again."
        )


def evidence_names(names: Iterable[str]) -> Iterator[str]:
    """Give the digests among a copy's names; raises BadImport for a name that no copy has."""
    for name in names:
        if name in {MANIFEST, ENTRIES}:
            continue
        digest = name.removeprefix(EVIDENCE)
        if digest == name or not _DIGEST.fullmatch(digest):
            raise BadImport("it holds files that the copy of a case does not. Ask for it anew.")
        yield digest
