"""Reads the gold of a case: which claims its sources hold, and which they do not.

Two shapes are read: one file's gold with sentences by id, and a folder's gold with each claim's
source and sentence written out.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.values.body import name_key

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """One claim as a person marked it."""

    id: str
    source: str
    sentence: str
    chain: tuple[str, ...]
    content: tuple[str, ...]
    stance: str
    mode: str
    core: bool
    carried: bool
    about: tuple[str, ...] = ()
    also_stances: frozenset[str] = frozenset()
    figures: frozenset[float] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """Words of a source that must yield no claim."""

    source: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A case's gold: its claims, its traps, and which names mean the same."""

    claims: tuple[GoldClaim, ...]
    traps: tuple[Trap, ...]
    forbidden: tuple[str, ...]
    compatible: tuple[tuple[str, str], ...] = ()
    """Pairs of claims that do not contradict one another, by id."""
    names: tuple[frozenset[str], ...] = ()

    def means(self, wanted: str, given: str) -> bool:
        """Tell whether a given name is one of the names of a wanted speaker."""
        left, right = name_key(wanted), name_key(given)
        return left == right or any(left in group and right in group for group in self.names)


def read_gold(folder: Path) -> Gold:
    """Read a folder's ``gold.json``, in either shape, and the bodies declared beside it."""
    whole: Plain = json.loads((folder / "gold.json").read_text("utf-8"))
    claims = tuple(_claims(whole))
    return Gold(
        claims=claims,
        traps=tuple(_traps(whole)),
        forbidden=tuple(_plain_words(whole.get("inferences_forbidden", []))),
        compatible=tuple(
            (relation["a"], relation["b"])
            for relation in whole.get("relations", [])
            if relation["type"] == "not_contradictory"
        ),
        names=tuple(_names(whole, folder)),
    )


def _claims(whole: Plain) -> Iterator[GoldClaim]:
    sentences: Plain = whole.get("sentences", {})
    for claim in whole["claims"]:
        content = claim["content"]
        sentence_id = claim.get("sentence_id")
        yield GoldClaim(
            id=claim["id"],
            source=claim.get("source") or whole.get("source_file", ""),
            sentence=sentences[sentence_id]["text"] if sentence_id else claim["sentence"],
            chain=tuple(claim["chain"]),
            content=tuple(content) if isinstance(content, list) else (content,),
            stance=claim["stance"],
            mode=claim.get("mode") or "",
            core=claim.get("tier", "core") == "core",
            carried=bool(claim.get("speaker_carried_from")),
            about=tuple(claim.get("about") or ()),
            also_stances=frozenset(claim.get("also_stances") or claim.get("stance_also") or ()),
            figures=frozenset(
                float(figure["value"])
                for figure in claim.get("numbers") or claim.get("quantities") or ()
                if isinstance(figure.get("value"), int | float)
            ),
        )


def _traps(whole: Plain) -> Iterator[Trap]:
    for trap in whole.get("must_not_extract", []):
        source = trap.get("source") or whole.get("source_file", "")
        # One entry may list several pieces of page furniture.
        for text in trap["text"].split(" / "):
            yield Trap(source=source, text=text)


def _plain_words(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        yield entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False)


def _names(whole: Plain, folder: Path) -> Iterator[frozenset[str]]:
    for entity in whole.get("entities", []):
        yield frozenset(map(name_key, [entity["name"], *(entity.get("aliases") or [])]))
    declared = folder / "bodies.toml"
    if declared.exists():
        table = tomllib.loads(declared.read_text("utf-8"))
        for body in table.get("bodies") or table.get("body") or []:
            yield frozenset(map(name_key, [body["name"], *body.get("aliases", [])]))
