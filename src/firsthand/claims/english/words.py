"""Closed classes of English words, and a rough guess at verbs, for rules that use no parser."""

from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.verbs import forms_of

DETERMINERS: Final = word_set(
    """
    the a an this that these those its their his her our my your some any each every no another
    all both several many few most such
    """
)
PREPOSITIONS: Final = word_set(
    """
    of in on at by for from with to into onto about against between during after before under
    over through without within along across behind beyond near since until upon via per despite
    among amid around outside inside towards toward regarding concerning following
    """
)
PRONOUNS: Final = word_set(
    """i you he she it we they him her them us me who which one someone nobody everyone"""
)
SUBJECT_PRONOUNS: Final = word_set("i he she it we they you")
BE: Final = word_set("is are was were be been being am ’s 's ’re 're ’m 'm")
HAVE: Final = word_set("has have had having ’ve 've")
DO: Final = frozenset(["do", "does", "did"])
MODALS: Final = word_set("will would can could may might must shall should ’ll 'll ’d 'd ca wo")
AUXILIARIES: Final = BE | HAVE | DO | MODALS
NEGATIONS: Final = word_set("not n’t n't never no neither nor nobody none nothing without")
CONJUNCTIONS: Final = word_set("and but or nor yet")
SUBORDINATORS: Final = word_set(
    """
    that because when while if as although though whereas unless whether where why how what who
    which whose whom since until after before once than
    """
)
RELATIVES: Final = word_set("who which that whose whom where")
ADVERBS: Final = word_set(
    """
    also then now later earlier still again already only even just never ever often once however
    meanwhile instead therefore thus moreover further nevertheless nonetheless afterwards first
    finally today yesterday tonight tomorrow separately too not so there here previously
    subsequently always soon since jointly
    """
)
DAYS: Final = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat
    sun
    """
)
MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
NUMBER_WORDS: Final = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion dozen first second third fourth fifth sixth seventh eighth
    ninth tenth
    """
)
TIME_WORDS: Final = word_set(
    """
    today yesterday tonight tomorrow last this next week month year morning evening afternoon
    night day days weeks months years ago earlier later weekend noon midnight
    """
)
OPENING_MARKS: Final = frozenset("“\"‘'«`")
CLOSING_MARKS: Final = frozenset("”\"’'»")
QUOTE_MARKS: Final = frozenset('“”"«»')

_COMMON_VERBS: Final = [
    "open",
    "close",
    "run",
    "operate",
    "hold",
    "work",
    "serve",
    "help",
    "force",
    "make",
    "take",
    "give",
    "get",
    "go",
    "come",
    "see",
    "know",
    "use",
    "set",
    "put",
    "keep",
    "let",
    "begin",
    "seem",
    "leave",
    "call",
    "try",
    "ask",
    "need",
    "become",
    "move",
    "live",
    "bring",
    "happen",
    "carry",
    "include",
    "continue",
    "change",
    "lead",
    "meet",
    "pay",
    "play",
    "follow",
    "stop",
    "create",
    "allow",
    "spend",
    "grow",
    "win",
    "offer",
    "remember",
    "consider",
    "appear",
    "buy",
    "wait",
    "die",
    "send",
    "expect",
    "build",
    "stay",
    "fall",
    "cut",
    "reach",
    "kill",
    "remain",
    "raise",
    "pass",
    "sell",
    "require",
    "decide",
    "pull",
    "return",
    "issue",
    "order",
    "arrest",
    "charge",
    "convict",
    "sanction",
    "fine",
    "ban",
    "seize",
    "raid",
    "probe",
    "investigate",
    "examine",
    "review",
    "publish",
    "release",
    "identify",
    "visit",
    "contact",
    "threaten",
    "press",
    "harass",
    "intimidate",
    "detain",
    "question",
    "photograph",
    "follow",
    "monitor",
    "film",
    "warn",
    "demand",
    "collect",
    "renew",
    "provide",
    "receive",
    "receive",
    "obtain",
    "document",
    "gather",
    "count",
    "employ",
    "recruit",
    "train",
    "fund",
    "finance",
    "pay",
    "support",
    "back",
    "join",
    "sign",
    "adopt",
    "enact",
    "repeal",
    "vote",
    "appoint",
    "resign",
    "contain",
    "cover",
    "concern",
    "involve",
    "relate",
    "belong",
    "exist",
    "start",
    "end",
    "launch",
    "plead",
    "appeal",
    "sue",
    "settle",
    "rule",
    "accuse",
    "blame",
    "praise",
    "urge",
    "tell",
    "break",
    "speak",
    "lie",
    "hide",
    "shut",
    "feel",
    "lose",
    "arrive",
    "depart",
    "deport",
    "expel",
    "flee",
    "escape",
    "target",
    "coerce",
    "persuade",
    "pressure",
    "attack",
    "beat",
    "shoot",
    "record",
    "register",
    "license",
    "fail",
    "refuse",
    "decline",
    "agree",
    "plan",
    "intend",
    "want",
    "aim",
    "hope",
    "seek",
    "try",
    "attempt",
    "act",
    "breach",
    "violate",
    "infringe",
    "break",
    "comply",
    "cooperate",
    "drop",
    "withdraw",
    "retract",
    "list",
    "name",
    "host",
    "face",
    "cause",
    "attend",
    "stand",
    "sit",
    "reveal",
    "show",
    "find",
    "say",
    "state",
    "note",
    "add",
]

_COMMON_IRREGULAR: Final = word_set(
    """
    ran held made took taken gave given got gone went came saw seen knew known kept began begun
    left met paid brought led built sent spent grew grown won bought fell fallen cut sold meant
    became stood sat lost felt found told said broke broken spoke spoken lay hid hidden shut
    shot beat beaten wrote written fled sought drew drawn hit hurt put set let read rose risen
    chose chosen fought taught thought caught threw thrown drove driven wore worn bore born
    swore sworn withdrew withdrawn began sued dropped stopped planned referred permitted
    occurred
    """
)


def _verb_forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for base in _COMMON_VERBS:
        for form, shape in forms_of(base).items():
            found.setdefault(form, shape)
    for form in _COMMON_IRREGULAR:
        found[form] = "past"
    return found


VERB_FORMS: Final = _verb_forms()
"""Forms of common verbs that bring nobody's words; ``past`` may be a participle."""


def is_adverb(lower: str) -> bool:
    """Guess whether a word in lower case is an adverb."""
    return lower in ADVERBS or (len(lower) > 4 and lower.endswith("ly") and lower not in _LY_OTHERS)


_LY_OTHERS: Final = word_set(
    """family only reply apply supply early daily weekly monthly italy july assembly ally"""
)


def may_be_finite(lower: str) -> bool:
    """Guess whether a word can be the finite verb of a clause."""
    if lower in AUXILIARIES:
        return True
    shape = VERB_FORMS.get(lower)
    if shape in {"past", "third"}:
        return True
    return shape is None and len(lower) > 4 and lower.endswith("ed") and lower not in _ED_OTHERS


_ED_OTHERS: Final = word_set(
    """hundred indeed speed breed alleged so-called unnamed armed united red-carpet naked"""
)
