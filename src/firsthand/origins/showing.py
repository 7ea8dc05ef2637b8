"""The words in which a finding is shown: always as somebody wrote them, never as the machine reads.

Of several tellings the one is shown that stands best alone: with the fewest pronouns.
"""

import re
from typing import Final

from firsthand.origins.clauses import TOKEN
from firsthand.origins.propositions import DATELINE
from firsthand.origins.wordlists import one_of
from firsthand.values.proposition import Proposition, Voice

_PRONOUNS: Final = one_of(
    """i we you he she it they me us him her them my our your his its their mine ours this that
    these those such there one"""
)
_THAT: Final = re.compile(r"^that\s+(?=\S+ \S)", re.IGNORECASE)
_QUOTES: Final = '"\u201c\u201d\u00ab\u00bb\u201e'
_ENDS: Final = " \t\n,;"


def as_shown(text: str) -> str:
    """Trim what only frames a statement: outer quotation marks, a leading *that*, a dateline.

    >>> as_shown("that \u201cthe post was closed\u201d,")
    'the post was closed'
    """
    shown = DATELINE.sub("", text.strip(_ENDS)).strip(_ENDS)
    shown = _THAT.sub("", shown)
    inner = shown[1:-1]
    is_quoted = len(shown) > 2 and shown[0] in _QUOTES and shown[-1] in _QUOTES
    if is_quoted and not any(mark in inner for mark in _QUOTES):
        shown = inner.strip(_ENDS)
    return shown or text


def pronouns_in(shown: str) -> int:
    """Count the words, of those shown, that stand for something said elsewhere."""
    return sum(word.casefold() in _PRONOUNS for word in TOKEN.findall(shown))


def is_bare(proposition: Proposition) -> bool:
    """Tell whether words are no whole statement: they have no predicate."""
    return proposition.voice is Voice.VERBLESS
