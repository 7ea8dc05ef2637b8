"""Official acts as a claim tells them: who did it, what kind it was, on which day."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from firsthand.claims.english.dates import day_in
from firsthand.claims.english.lexicon import holds_any
from firsthand.claims.english.stances import INVESTIGATES
from firsthand.values.act import ActKind, ActMention

_PROBE: Final = (
    r"(?:investigations?|probes?|inquir(?:y|ies)|enquir(?:y|ies)|(?<=the\s)(?:case|file))"
)
_PATTERNS: Final = (
    (
        ActKind.INVESTIGATION_CLOSED,
        rf"""\b(?:clos(?:ed|ing)|ended|ending|dropp(?:ed|ing)|conclud(?:ed|ing)|shelved|wound\s+up|shut)\s+
        (?:(?:its|the|their|an?|that|this)\s+)?(?:[\w-]+\s+){{0,3}}{_PROBE}\b
        |\b{_PROBE}\s+(?:[\w\s,-]{{1,60}}?\s)?(?:(?:was|were|is|has\s+been|have\s+been|had\s+been)\s+)?
        (?:now\s+|formally\s+|officially\s+)?(?:closed|ended|dropped|concluded|shelved)\b
        |\bno\s+charges?\s+(?:will|would)\b
        |\bwill\s+not\s+be\s+(?:charged|prosecuted)\b""",
    ),
    (
        ActKind.CONVICTION,
        r"""\b(?:was|were|been)\s+(?:convicted|found\s+guilty|sentenced|jailed)\b
        |\bconvicted\s+(?:of|two|three|four|the|an?|him|her)\b|\bpleaded\s+guilty\b|\bguilty\s+verdict\b""",
    ),
    (
        ActKind.CHARGE,
        r"""\b(?:was|were|been|are|is)\s+(?:\w+ly\s+)?(?:charged|indicted)\b|\bcharged\s+(?:\w+\s+){1,4}with\b
        |\b(?:laid|filed|brought)\s+(?:criminal\s+)?charges\b|\bindicted\s+(?:two|three|four|the|an?|him|her)\b""",
    ),
    (
        ActKind.CLOSURE_ORDERED,
        r"""\border(?:ed|s|ing)\s+(?:[\w’'“”"-]+\s+){0,8}?(?:to\s+(?:close|shut|cease|stop)|(?:be\s+)?closed|shut)\b
        |\border(?:ed|s)\s+the\s+(?:closure|closing|shutdown)\b|\bclosure\s+(?:was\s+|were\s+)?ordered\b
        |\btold\s+(?:[\w’'“”"-]+\s+){0,5}?to\s+(?:close|shut)\b|\b(?:ordered|order)\s+to\s+(?:close|shut)\b""",
    ),
    (
        ActKind.SANCTION,
        r"""\b(?:sanctioned|imposed\s+sanctions|sanctions\s+(?:on|against|were\s+imposed)|expelled|(?<!be\s)fined
        |revoked\s+(?:the|its|their)\s+(?:licen[cs]e|permit|accreditation)|blacklisted)\b""",
    ),
    (
        ActKind.COURT_FINDING,
        r"""\b(?:court|judge|tribunal|jury|justices)\b(?:[^.;]{0,60}?)\b(?:ruled|found|held|decided|declared|dismissed
        |struck\s+down|upheld|quashed|overturned|awarded|ordered)\b""",
    ),
)
_COMPILED: Final = tuple(
    (kind, re.compile(pattern, re.VERBOSE | re.IGNORECASE)) for kind, pattern in _PATTERNS
)
_ANY: Final = (
    "charg",
    "indict",
    "convict",
    "guilty",
    "sentenc",
    "jail",
    "order",
    "sanction",
    "expel",
    "fined",
    "revok",
    "blacklist",
    "court",
    "judge",
    "tribunal",
    "jury",
    "justices",
    "told",
    "investigat",
    "probe",
    "inquir",
    "enquir",
    "look",
    "case",
    "file",
)
_NEGATED: Final = re.compile(
    r"\b(?:not|n[’']t|never|no\s+one|nobody|if|whether|could|may|might|would|should|calls?\s+for|urged|demand\w*|"
    r"asked)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"\bby\s+((?:the\s+)?[A-Z][\w’'.-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'.-]*){0,5})"
)


def act_in(
    words: str,
    published_on: date | None,
    named: Callable[[int, int], str | None],
) -> ActMention | None:
    """Find the official act that some words tell of.

    ``named`` names the subject of the verb at a place in ``words``, or gives None.
    """
    if not holds_any(words, _ANY):
        return None
    for kind, pattern in _COMPILED:
        match = pattern.search(words)
        if match is None or _NEGATED.search(words[: match.start()]):
            continue
        return ActMention(
            kind=kind, by=_authority(words, match, named), on=day_in(words, published_on)
        )
    opened = INVESTIGATES.search(words)
    if opened and not _NEGATED.search(words[: opened.start()]):
        return ActMention(
            kind=ActKind.INVESTIGATION_OPENED,
            by=_authority(words, opened, named),
            on=day_in(words, published_on),
        )
    return None


def _authority(
    words: str, match: re.Match[str], named: Callable[[int, int], str | None]
) -> str | None:
    passive = re.search(r"\b(?:was|were|been|is|are)\b", match.group(), re.IGNORECASE)
    if passive and not re.search(r"ing\b", match.group()):
        by = _BY.search(words, match.start())
        if by:
            return by.group(1).removeprefix("the ").strip(" .")
        return None
    return named(match.start(), match.end())
