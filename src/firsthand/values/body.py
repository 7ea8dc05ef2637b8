"""Bodies: organisations that speak, own one another and answer for one another."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class BodyKind(StrEnum):
    """What sort of body it is."""

    OUTLET = "outlet"
    NGO = "ngo"
    POLICE = "police"
    CONSULATE = "consulate"
    MINISTRY = "ministry"
    STATE = "state"
    COURT = "court"
    COMPANY = "company"
    UNION = "union"
    GROUP = "group"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A declared body: its names, who owns it, what it is part of, whose organ it is."""

    name: str
    kind: BodyKind = BodyKind.OTHER
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    parent: str | None = None
    state: str | None = None


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """Reduce a name to what must agree for two spellings to be one name.

    Case, accents' composition, quotation marks, possessive endings, a leading article and runs of
    space do not count.

    >>> name_key("The River  Watch’s")
    'river watch'
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    folded = folded.replace("\u2019", "'").replace("\u2018", "'")
    plain = " ".join("".join(c for c in folded if c not in '"\u201c\u201d()').split())
    plain = plain.removesuffix("'s").removesuffix("'").strip(" ,.;:")
    return plain.removeprefix("the ").strip()


class Bodies:
    """The bodies a case declares, found by any of their names.

    >>> bodies = Bodies([Body(name="River Watch", aliases=("RW",))])
    >>> bodies.called("the RW").name
    'River Watch'
    """

    def __init__(self, declared: Iterable[Body] = ()) -> None:
        """Index the declared bodies by every name they go by."""
        self._declared = tuple(declared)
        self._by_key = {
            name_key(name): body
            for body in reversed(self._declared)
            for name in (*body.aliases, body.name)
        }

    def __iter__(self) -> Iterator[Body]:
        """Go through the bodies in the order they were declared."""
        return iter(self._declared)

    def __len__(self) -> int:
        """Count the declared bodies."""
        return len(self._declared)

    def called(self, name: str) -> Body | None:
        """Find the body that goes by a name, if one was declared."""
        return self._by_key.get(name_key(name))

    def one_name(self, name: str) -> str:
        """Give the declared name for any of a body's names; other names stay as they are."""
        body = self.called(name)
        return body.name if body else name
