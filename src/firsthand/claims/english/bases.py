"""How a speaker says that they know: seen, in their own papers, asked, done, told, worked out."""

import re
from typing import Final

from firsthand.claims.english.lexicon import holds_any
from firsthand.values.claim import Basis

_SIGNS: Final = (
    (
        Basis.TOLD,
        r"""\b(?:(?:told\s+(?:me|us)|(?<!\bi\s)(?<!\bwe\s)(?<!\bhe\s)(?<!\bshe\s)(?<!never\s)(?<!\bnot\s)told\s+(?:her|him|them)|told\s+(?:the\s+(?:group|organi[sz]ation|researchers?)))|(?:i|we|he|she|they)\s+(?:had\s+)?heard|(?<!not\s)(?:was|were|been)\s+told
        |according\s+to\s+(?:sources|people|neighbours|neighbors|residents))\b""",
    ),
    (
        Basis.WITNESSED,
        r"""\b(?:(?:i|we|he|she|they)\s+(?:also\s+|personally\s+|once\s+)?(?:saw|watched|witnessed|visited|went\s+to|was\s+there
        |were\s+there|heard\s+(?:the|a|them|him|her))|(?:with\s+)?(?:my|our|her|his|their)\s+own\s+eyes|saw\s+for\s+(?:myself|herself|himself)
        |(?:when\s+)?(?:a|the|our)\s+(?:\w+\s+)?reporter\s+(?:\w+\s+){0,8}?(?:visited|saw|could\s+see|called)
        |happened\s+to\s+me|threatened\s+me|followed\s+me|called\s+me|asked\s+me|phoned\s+me)\b""",
    ),
    (
        Basis.OWN_DOCUMENT,
        r"""\b(?:(?:documents?|records?|emails?|e-mails?|files?|a\s+lease|leases?|contracts?|photographs?|invoices?|letters?|memos?
        |minutes|registers?|registry\s+(?:filings?|extracts?)|permits?|satellite\s+images?|recordings?|rosters?)\s+(?:\w+\s+){0,3}?
        (?:obtained|seen|reviewed|examined|held|viewed|acquired|show(?:s|ed)?)
        |(?:obtained|reviewed|examined|has\s+seen|have\s+seen)\s+(?:\w+\s+){0,4}?(?:documents?|records?|emails?|files?|contracts?|letters?
        |copies|copy|registers?|minutes|rosters?)|our\s+(?:records|files|registers?|archive))\b""",
    ),
    (
        Basis.OWN_INQUIRY,
        r"""\b(?:(?:its|our|their|his|her|own|the\s+group[’']s|an|the)\s+(?:\w+\s+){0,3}?(?:investigation|inquiry|research|survey|
        fieldwork|audit|inspection|interviews|probe|count|study|review)\s+(?:found|shows?|showed|has\s+found|revealed|concluded|
        identified|established)|(?:we|i|they|it|who)\s+(?:have\s+|has\s+|had\s+)?(?:also\s+)?(?:interviewed|surveyed|counted|mapped|found|
        investigated|inspected|traced|identified|visited|spoke\s+to|checked))\b""",
    ),
    (
        Basis.DEDUCED,
        r"\b(?:suggests?|indicat(?:es?|ing)|it\s+follows|must\s+have|inferr?(?:s|ed)|deduc\w+|conclud(?:es?|ed)\s+from|judging\s+by)\b",
    ),
)
_COMPILED: Final = tuple(
    (basis, re.compile(pattern, re.VERBOSE | re.IGNORECASE)) for basis, pattern in _SIGNS
)
# Most claims hold none of these words; the long patterns are for those that do.
_ANY: Final = (
    "told",
    "heard",
    "according",
    "saw",
    "watch",
    "witness",
    "visit",
    "went",
    "there",
    "eyes",
    "could see",
    "called",
    "happened",
    "threaten",
    "follow",
    "asked",
    "phoned",
    "obtained",
    "seen",
    "review",
    "examin",
    "held",
    "viewed",
    "acquired",
    "show",
    "records",
    "archive",
    "files",
    "found",
    "reveal",
    "conclud",
    "identif",
    "establish",
    "interview",
    "survey",
    "count",
    "mapped",
    "investig",
    "inspect",
    "traced",
    "spoke",
    "check",
    "suggest",
    "indicat",
    "follows",
    "must",
    "infer",
    "deduc",
    "judging",
    "inquiry",
    "research",
    "study",
    "audit",
    "fieldwork",
)
_INQUIRY_FRAME: Final = re.compile(
    r"\b(?:investigation|inquiry|research|survey|study|audit|inspection|fieldwork|interviews)\b",
    re.IGNORECASE,
)
_OWN_ACT: Final = re.compile(
    r"""(?P<who>it|he|she|they|we|i)(?:\s+(?:has|have|had)|[’'](?:ve|s|d))?\s+(?:\w+ly\s+|also\s+)?
    (?:(?:opened|ordered|closed|launched|charged|arrested|sanctioned|banned|expelled|issued|revoked
    |seized|searched|raided|signed|fined|removed|dismissed|withdrew|suspended|set\s+up|sent|sold)
    \s+(?:the|an?|its|their|our|his|her|two|three|four|five|six|\d+|[A-Z])
    |(?:(?:is|are)\s+|[’'](?:s|re)\s*)?(?:\w+ly\s+)?(?:investigating|looking\s+into|probing))\b""",
    re.VERBOSE | re.IGNORECASE,
)


def basis_of(words: str, frame: str) -> Basis:
    """Read how a speaker knows from the claim's words and from the words around its cue.

    >>> basis_of("I saw two officers at the door", "")
    <Basis.WITNESSED: 'witnessed'>
    """
    if not holds_any(words, _ANY) and not holds_any(frame, _ANY):
        return Basis.NOT_STATED
    for basis, pattern in _COMPILED:
        if pattern.search(words) or (
            basis is not Basis.DEDUCED and frame and pattern.search(frame)
        ):
            return basis
    if frame and _INQUIRY_FRAME.search(frame):
        return Basis.OWN_INQUIRY
    return Basis.NOT_STATED


def tells_own_act(words: str) -> str | None:
    """Give the pronoun by which the words tell of something done by their teller, if they do."""
    found = _OWN_ACT.match(words.lstrip("“\"‘'"))
    return found.group("who").lower() if found else None
