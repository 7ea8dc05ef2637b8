"""What every content of an entry tells of itself."""

from typing import ClassVar


class Content:
    """The base of all contents: a frozen value with a kind.

    ``kind`` is the content's name in the ledger. ``carries_words`` is true where a content holds
    words of a source or a person: about a confidential source, such a content is confidential too.
    ``is_undoable`` is true where a later entry may take it back.
    """

    __slots__ = ()

    kind: ClassVar[str]
    carries_words: ClassVar[bool] = False
    is_undoable: ClassVar[bool] = True

    @property
    def subjects(self) -> tuple[str, ...]:
        """Name what this is about: ids of sources, claims, findings, entities or acts."""
        return ()
