"""What a speaker does with the words: read from cue, hedge, and what the words themselves deny."""

import re
from typing import Final

from firsthand.claims.english.lexicon import holds_any, word_set
from firsthand.claims.english.words import AUXILIARIES, DETERMINERS, PREPOSITIONS
from firsthand.values.claim import Stance

_INQUIRY: Final = r"(?:investigation|probe|inquiry|enquiry|review)s?"
INVESTIGATES: Final = re.compile(
    rf"""\b(?:
      (?:is|are|’s|'s|’re|'re|am|’m|was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+|also\s+|now\s+|still\s+)?
        (?:investigating|probing|looking\s+into|inquiring\s+into)
    | (?:has|have|had|’ve|'ve)?\s*(?:\w+ly\s+|now\s+)?(?:opened|launched|started|begun|began
    |initiated)\s+
        (?:an?|its|their|our|the|two|three|several)\s+(?:[\w-]+\s+){{0,3}}{_INQUIRY}
    | {_INQUIRY}\s+(?:[\w\s-]{{1,40}}?)?(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+
        (?:\w+ly\s+|now\s+)?(?:opened|launched|started|begun|under\s*way|underway|ongoing)
    | will\s+(?:investigate|look\s+into|probe)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_INQUIRIES: Final = ("investig", "prob", "nquir", "look", "review")
_BEFORE_MAIN: Final = re.compile(r"^(?:[^,]{0,60},\s*)?(?P<subject>.{0,90}?)$")
_NEGATIVE: Final = re.compile(
    r"""\b(?:
      (?:is|are|was|were|am|has|have|had|do|does|did|will|would)\s?(?:not|n[’']t|never)\b
    | there\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:no|never|not|nothing)\b
    | (?:never|nobody|nothing|none|neither)\b
    | (?:(?<=^)|(?<=\bis\s)|(?<=\bare\s)|(?<=\bwas\s)|(?<=\bwere\s)|(?<=\bhas\s)|(?<=\bhave\s)
    |(?<=\bhad\s))no\s+\w+
    | (?:(?<=^)|(?<=\s))(?:wears?|gives?|keeps?|takes?|holds?|runs?|makes?|uses?|plays?|collects?
    |pays?|poses?)\s+no\s+\w+
    | (?:has|have|had)\s+\w+(?:ed|en|ne|ld|nt|ept|un)\s+(?:out\s+|on\s+)?no\s+\w+
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_NO: Final = re.compile(r"(?:^|\s)no\s+\w+$", re.IGNORECASE)
_NO_CHARGE: Final = word_set(
    """
    able allowed clear known yet sure certain available possible easy enough necessary required
    immediately surprised alone ready willing going likely obliged permitted supposed expected
    free afford know understand remember believe think see want need mind matter surprising over
    here only just say wait doubt dispute deny oppose exclude rule sufficient obliged safe happy
    easy right fair realistic acceptable good new mean
    """
)
_FALSE: Final = re.compile(
    r"""\b(?:(?:are|is|was|were)\s+(?:\w+ly\s+)?(?:a\s+|an\s+|pure\s+|complete\s+|total\s+)?(?:false|untrue|baseless|groundless|unfounded|fabricated|
    lies|a\s+lie|a\s+fabrication|fabrications|a\s+smear|smears|nonsense|fiction|slander|a\s+hoax))\b""",
    re.VERBOSE | re.IGNORECASE,
)
CALLS_FALSE: Final = re.compile(
    r"\b(?:false|untrue|baseless|groundless|unfounded|fabricat\w+|lies?|smears?|nonsense|slander\w*|absurd|ridiculous"
    r"|fiction|hoax|invention|propaganda|rumou?rs?|ludicrous)\b",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"^\s*(?:if|unless|when|whether|until|before|after|although|though)\b", re.IGNORECASE
)


def announces_investigation(words: str) -> bool:
    """Tell whether the words say that somebody investigates."""
    return holds_any(words, _INQUIRIES) and INVESTIGATES.search(words) is not None


def investigator_in(words: str) -> str:
    """Give the words before the investigating verb: its subject, and what leads into it."""
    match = INVESTIGATES.search(words)
    return words[: match.start()].strip() if match else ""


# Who was not told, or has not seen, says nothing about what is so.
_DUTY: Final = re.compile(
    r"^\W*(?:no|nobody|none|never)\s+(?:\w+\s+){0,2}(?:should|must|need|ought|can|may)\b",
    re.IGNORECASE,
)
_EXPERIENCE: Final = word_set(
    """seen told heard asked informed met received been consulted notified aware shown invited"""
)
_OFFICIAL: Final = re.compile(
    r"\bcharges?\s+(?:will|would|were|have|has|had|are)\b|\bno\s+charges?\b", re.IGNORECASE
)
_NO_DENIAL: Final = word_set(
    """
    matter doubt longer record records evidence information reason plan plans need comment sign
    indication risk answer idea way time place hope excuse question further more decision date
    """
)
_THERE_IS_NO: Final = re.compile(
    r"^\W*there\s+(?:is|are|was|were|has\s+been|have\s+been)\s+(?:no|not\s+an?|never)\s+(?:\w+ing\s+)?(?P<what>\w+)",
    re.IGNORECASE,
)
_SELF_NEVER: Final = re.compile(
    r"^\W*(?:i|we|it|they|he|she|(?:our|my|its|his|her|their)(?:\s+[\w’']+){1,3})\s+(?:(?:has|have|had)\s+)?never\s+(?P<verb>\w+)",
    re.IGNORECASE,
)
_OUTRIGHT: Final = re.compile(
    r"\b(?:(?:is|was|are|were)\s?(?:not|n[’']t)\s+(?:\w+ly\s+)?(?:true|correct|the\s+case)\b|(?:never|did\s+not)\s+happen"
    r"|nothing\s+of\s+the\s+(?:sort|kind)"
    r"|(?:has|have|had)\s+(?:done|given|taken|sold|sent|stolen|handed|paid)\s+nothing\b)",
    re.IGNORECASE,
)


def denies_outright(words: str) -> bool:
    """Tell whether the words call something untrue, whoever said it."""
    if _FALSE.search(words) or _OUTRIGHT.search(words):
        return True
    absent = _THERE_IS_NO.match(words)
    if absent and absent.group("what").lower() not in _NO_DENIAL:
        return True
    never = _SELF_NEVER.match(words)
    return never is not None and never.group("verb").lower() not in _EXPERIENCE


def denies_by_negation(words: str) -> bool:  # noqa: PLR0911 - one sign, one answer
    """Tell whether a statement's main clause says that something is not so.

    Says nothing about whether anybody had claimed it: the caller asks that.
    """
    if denies_outright(words):
        return True
    if _CONDITION.match(words) or _DUTY.search(words):
        return False
    match = _NEGATIVE.search(words)
    if match is None or re.search(r"\bchanged\s+nothing\b", words):
        return False
    # A negation deep in the sentence belongs to a subordinate clause.
    lead = words[: match.start()]
    if re.search(
        r"\b(?:that|which|who|whom|whose|because|if|when|as|while|unless|but|whether|how|what|why|where)\b",
        lead,
    ):
        return False
    after = re.findall(r"[\w’'-]+", words[match.end() :].lower())[:4]
    if _DUTY.search(words):
        return False
    if _OF_NO.search(match.group()):
        word = match.group().lower().split()[-1]
        return word not in _NO_DENIAL and not _OFFICIAL.search(words)
    if (after and after[0] in _EXPERIENCE) or _OFFICIAL.search(words):
        return False
    informative = [w for w in after if w not in DETERMINERS and w not in AUXILIARIES]
    return bool(informative) and not (set(informative[:2]) & _NO_CHARGE)


def content_stems(words: str) -> frozenset[str]:
    """Give rough stems of the words that carry a statement's matter."""
    found = set()
    for word in re.findall(r"[a-z][\w’'-]+", words.lower()):
        if len(word) < 4 or word in _EMPTY or word in PREPOSITIONS:
            continue
        found.add(word[:5] if len(word) > 5 else word.rstrip("s"))
    return frozenset(found)


_EMPTY: Final = word_set(
    """
    that this these those with have been they their there were what which when where will would
    could should said says also more most some such than them then very into only other after
    before about people does many much make made take taken been being having because while from
    over under anyone anything
    """
)


def answers_a_charge(words: str, charges: frozenset[str]) -> bool:
    """Tell whether a denial speaks of what others have said in the document."""
    match = _NEGATIVE.search(words)
    scope = " ".join(words[match.start() :].split()[:12]) if match else words
    return bool(content_stems(scope) & charges)


_WE: Final = "(?:i|we|it|he|she|they)"
_ASKED: Final = r"(?:who|whom|whose|what|which|where|when|how|why|whether|if)\b"
_UNKNOWING: Final = re.compile(
    rf"""^\W*(?:
      (?:how|who|what|where|when|why|whether)\b[^,.;]{{0,40}}\s(?:i|we)\s+do\s?(?:not|n[’']t)\s+know\b
    | {_WE}\s+(?:(?:do|does|did|can|could)\s?(?:not|n[’']t)|cannot)\s+(?:yet\s+|now\s+)?
      (?:know|say|tell)\s+{_ASKED}
    | {_WE}\s+(?:knows?|knew)\s+nothing\s+(?:of|about)\b
    | {_WE}\s+(?:am|is|are|was|were)\s+(?:unable|not\s+able)\s+to\s+(?:say|tell)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def owns_to_not_knowing(words: str) -> bool:
    """Tell whether a speaker says that they do not know or cannot tell something.

    >>> owns_to_not_knowing("We do not yet know who is behind this.")
    True
    """
    return _UNKNOWING.match(words) is not None


def is_charge(stance: Stance) -> bool:
    """Tell whether a claim with this stance is something that one may deny."""
    return stance in {Stance.ASSERTS, Stance.ALLEGES, Stance.ANNOUNCES_INVESTIGATION}
