"""Who publishes a source, where its capture did not say so but its own words do."""

import re
from typing import Final

from firsthand.claims.english.page import Page
from firsthand.values.claim import UNIDENTIFIED
from firsthand.values.source import Source

# Only a newsroom speaks of what it could not check; the name before the verb is its own.
_SPEAKS_OF_ITSELF: Final = re.compile(
    r"(?:^|[.\n]\s*)(?P<name>(?:The\s+)?[A-Z][\w’'&.-]*(?:\s+(?:of\s+)?[A-Z0-9][\w’'&.-]*){0,5})\s+"
    r"(?:has|have|had|could|was|were)(?:\s+not|n[’']t|\s+unable)\s+(?:yet\s+)?(?:been\s+able\s+)?(?:to\s+)?"
    r"(?:independently\s+|immediately\s+)(?:confirm|verif|corroborat|authenticat)",
    re.MULTILINE,
)


def publisher_of(source: Source, page: Page) -> str:
    """Name a source's publisher: as captured, else as its own words say, else *unidentified*."""
    if source.publisher:
        return source.publisher
    found = _SPEAKS_OF_ITSELF.search(page.text)
    return found.group("name").removeprefix("The ") if found else UNIDENTIFIED
