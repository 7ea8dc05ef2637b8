"""Who publishes a source, where its capture did not say so but its own words do."""

import re
from collections import Counter
from typing import Final

from firsthand.claims.english.page import Page
from firsthand.values.claim import UNIDENTIFIED
from firsthand.values.source import Source

_NAME: Final = r"(?P<name>(?:The\s+)?[A-Z][\w’'&.-]*(?:\s+(?:of\s+)?[A-Z0-9][\w’'&.-]*){0,4})"
_NOT: Final = r"(?:\s+not|n[’']t|\s+unable)"
# Only a newsroom speaks of what it could not check: the name before the verb is its own.
_SIGNS: Final = (
    (
        4,
        re.compile(
            rf"\b{_NAME}\s+(?:has|have|had|could|was|were){_NOT}\s+(?:yet\s+)?(?:been\s+able\s+)?"
            r"(?:to\s+)?(?:independently\s+|immediately\s+)(?:confirm|verif|corroborat|authenticat)"
        ),
    ),
    (
        3,
        re.compile(
            rf"\b{_NAME}\s+(?:(?:has|have)\s+(?:not\s+)?(?:seen|agreed\s+(?:to|not)|reviewed|obtained"
            rf"|been\s+able)|could\s+(?:not\s+)?(?:find|verify|confirm)|(?:has|have|was|were){_NOT}\s+"
            r"(?:been\s+)?(?:able|verif|confirm))"
        ),
    ),
    (
        2,
        re.compile(
            rf"\b(?:seen|reviewed|obtained|examined|viewed|verified)\s+by\s+(?:the\s+)?{_NAME}"
        ),
    ),
    (
        1,
        re.compile(
            r"\b(?:told|asked\s+by|(?:email|statement|letter|note|interview|response)\s+(?:to|with))\s+"
            rf"(?:the\s+)?{_NAME}"
        ),
    ),
)
_ENOUGH: Final = 3


def publisher_of(source: Source, page: Page) -> str:
    """Name a source's publisher: as captured, else as its own words say, else *unidentified*."""
    if source.publisher:
        return source.publisher
    counted: Counter[str] = Counter()
    for weight, pattern in _SIGNS:
        for match in pattern.finditer(page.text):
            counted[" ".join(match.group("name").removeprefix("The ").split())] += weight
    if not counted:
        return UNIDENTIFIED
    name, weight = max(counted.items(), key=lambda pair: (pair[1], pair[0]))
    return name if weight >= _ENOUGH else UNIDENTIFIED
