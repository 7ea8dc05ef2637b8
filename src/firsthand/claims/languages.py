"""Which engine reads which language, and the room's front door: a source's claims, checked."""

from firsthand.claims.extractor import Extractor, checked
from firsthand.values.claim import Claim
from firsthand.values.source import Source


class NoClaims:
    """Stands in for the languages that have no rules yet: it reads nothing out of a source."""

    name = "none"

    def claims_in(self, source: Source) -> list[Claim]:  # noqa: ARG002 - the Protocol names it
        """Give no claims."""
        return []


def extractor_for(lang: str | None) -> Extractor:
    """Give the engine for a language tag; a language that is not known is read as English.

    >>> extractor_for("fr-CA").name
    'none'
    """
    # Imported late: a French file should not pay for loading the English tables.
    if lang is None or lang.lower().split("-")[0].split("_")[0] in {"en", "eng", ""}:
        from firsthand.claims.english.engine import EnglishExtractor  # noqa: PLC0415 - see above

        return EnglishExtractor()
    return NoClaims()


def claims_in(source: Source) -> list[Claim]:
    """Read a source's claims with its own language's engine, every span checked."""
    kept, _dropped = checked(extractor_for(source.lang).claims_in(source), source)
    return kept
