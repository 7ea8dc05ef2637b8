"""A case folder with its gold: what a careful reader finds in its sources."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from firsthand.claims.english.acts import act_in
from firsthand.claims.english.bases import basis_of, tells_own_act
from firsthand.sources.reading import Reading, read_sources
from firsthand.values.claim import Basis, Claim, Quotation, Stance
from firsthand.values.quantity import Quantity
from firsthand.values.source import Source, SourceKind
from firsthand.values.spans import Span

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A case as read, with its gold and its gold claims as values."""

    reading: Reading
    findings: tuple[Plain, ...]
    echoes: tuple[Plain, ...]
    claims: tuple[Claim, ...]
    records: Mapping[str, Plain]
    file_of: Mapping[str, str]


def gold_of(folder: Path) -> Gold:
    """Read a case folder and the ``gold.json`` in it."""
    gold: Plain = json.loads((folder / "gold.json").read_text("utf-8"))
    reading = read_sources([path for path in sorted(folder.iterdir()) if path.name != "gold.json"])
    by_file: dict[str, Source] = {}
    for source in reading.sources:
        by_file.setdefault(_file_key(source.file), source)
    names = {record.get("id", record["file"]): record["file"] for record in gold.get("sources", ())}
    records, claims = {}, []
    for record in gold["claims"]:
        home = by_file.get(_file_key(names.get(record["source"], record["source"])))
        if home is not None:
            records[record["id"]] = record
            claims.append(_claim(record, home))
    return Gold(
        reading=reading,
        findings=tuple(gold["findings"]),
        echoes=tuple(gold["echoes"]),
        claims=tuple(claims),
        records=records,
        file_of={source.id: _file_key(source.file) for source in reading.sources},
    )


def _file_key(file: str) -> str:
    """Name a page inside an archive by its archive."""
    name = file.split("#", maxsplit=1)[0].split("!", maxsplit=1)[0]
    archive = re.match(r"^(.*?\.(?:wacz|warc(?:\.gz)?|jsonl))(?:[/:].*)?$", name)
    return archive.group(1) if archive else name


def _claim(record: Plain, source: Source) -> Claim:
    parts = record["content"] if isinstance(record["content"], list) else [record["content"]]
    sentence = _place(record["sentence"], source.text, 0)
    start = sentence.start if sentence else 0
    content = []
    for part in parts:
        place = _place(part, source.text, start) or _place(part, source.text, 0)
        content.append(place or Span(start, start + len(part)))
    text = " ".join(parts)
    own_voice = len(record["chain"]) == 1 and source.kind is not SourceKind.STATEMENT
    acting = None if own_voice else record["chain"][-1]
    frame = record["sentence"].replace(parts[0], " ")
    basis = basis_of(text, frame)
    if basis is Basis.NOT_STATED and tells_own_act(text):
        basis = Basis.OWN_ACT
    return Claim(
        id=record["id"],
        source=source.id,
        chain=tuple(record["chain"]),
        content=tuple(sorted(content)),
        text=text,
        read_as=record.get("read_as") or text,
        stance=Stance(record["stance"]),
        quotation=Quotation.INDIRECT,
        sentence=sentence or content[0],
        cue=(),
        quantities=tuple(_quantity(item) for item in record.get("quantities") or ()),
        about=tuple(record.get("about") or ()),
        basis=basis,
        said_on=source.published_on,
        act=act_in(text, source.published_on, lambda _start, _end: acting),
    )


def _place(words: str, text: str, start: int) -> Span | None:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.compile(pattern).search(text, start) if pattern else None
    return Span(found.start(), found.end()) if found else None


def _quantity(item: Plain) -> Quantity:
    return Quantity(
        value=Decimal(str(item["value"])),
        unit=item.get("unit"),
        of=item.get("of"),
        period=item.get("period"),
        place=item.get("place"),
    )
