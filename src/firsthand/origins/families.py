"""Words of this field that say one thing: small families of verbs and of common nouns.

A family holds words that reports of one event use for one another. It is kept small on purpose: a
missing synonym leaves two findings apart, where a person can join them; a wrong one joins two
propositions, and can make one of them look corroborated.
"""

from typing import Final

from firsthand.origins.stems import stem
from firsthand.origins.wordlists import one_of

EXIST: Final = "exist"
OPERATE: Final = "operate"
COERCE: Final = "coerce"
RETURN: Final = "return"
PURPOSE: Final = "purpose"
BE: Final = "be"
SAY: Final = "say"
USE: Final = "use"
PERCEIVE: Final = "perceive"

_VERBS: Final = {
    EXIST: "exist locate situate house base stand tuck appear sit hide",
    PERCEIVE: "see find spot witness observe discover notice",
    "film": "film photograph record",
    OPERATE: "open establish run operate create launch found maintain install erect start host",
    COERCE: """press pressure pressurise pressurize coerce force compel intimidate threaten bully
        harass push blackmail strongarm""",
    "persuade": "persuade convince talk",
    "infect": "infect hack bug compromise",
    "conclude": "conclude assess suspect",
    RETURN: "return",
    "bringback": "haul drag repatriate",
    "close": "close shut shutter dismantle shutdown",
    "staff": "staff serve man work employ",
    "follow": "follow tail shadow trail",
    "watch": "watch monitor surveil spy track",
    "pay": "pay fund finance bankroll subsidise subsidize",
    "command": "command control direct oversee supervise",
    "order": "order instruct",
    "kill": "kill murder assassinate",
    "take": "abduct kidnap seize snatch",
    "detain": "arrest detain jail imprison hold",
    "declare": "declare register notify",
    "suspend": "suspend freeze cut withhold stop",
    "hand": "hand give pass supply",
    "investigate": "investigate probe examine inquire",
    "renew": "renew",
    "deny": "deny reject dismiss",
    SAY: """say tell claim announce state report note add write declare allege warn confirm argue
        admit acknowledge contend insist maintain explain recall""",
    USE: "use employ utilise utilize",
    PURPOSE: "serve help assist aid provide offer",
    "visit": "visit",
    "know": "know",
    "believe": "believe think",
    "sue": "sue",
    "charge": "charge indict prosecute accuse",
    "convict": "convict sentence",
    "sell": "sell",
    "steal": "steal rob",
    "beat": "beat attack assault",
    "demand": "demand ask request urge",
    "lose": "lose",
    "need": "need require",
}

_OTHER_VERBS: Final = one_of(
    """hang vanish disappear slam chair allow let make do go get keep leave bring send meet
    call show include involve begin continue end move live stay travel fly sign carry wear
    speak receive collect build buy gather store share post print publish release issue ban
    block expel deport refuse fail try seek want plan intend agree decide claim lead join
    form hit break burn raid search question interview film record trace name list count
    contain hold remain become turn put set draw cross enter reach attend protest vote
    approve pass adopt apply cover cost earn win change rise fall grow increase decrease
    double triple reduce drop fire hire recruit train teach learn hear feel date belong come
    cooperate facilitate target lure trick cheat deceive ignore protect support back
    undermine breach violate infringe deprive punish fine confiscate revoke cancel deliver
    accept settle face happen occur take"""
)

_IRREGULAR: Final = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be",
    "has": "have", "had": "have", "having": "have", "did": "do", "done": "do", "does": "do",
    "ran": "run", "run": "run", "found": "find", "saw": "see", "seen": "see", "went": "go",
    "gone": "go", "came": "come", "told": "tell", "said": "say", "held": "hold", "kept": "keep",
    "left": "leave", "brought": "bring", "sent": "send", "met": "meet", "shown": "show",
    "began": "begin", "begun": "begin", "made": "make", "got": "get", "given": "give",
    "gave": "give", "took": "take", "taken": "take", "knew": "know", "known": "know",
    "wrote": "write", "written": "write", "stood": "stand", "sat": "sit", "hid": "hide",
    "hidden": "hide", "shut": "shut", "cut": "cut", "put": "put", "set": "set", "paid": "pay",
    "flew": "fly", "flown": "fly", "wore": "wear", "worn": "wear", "spoke": "speak",
    "spoken": "speak", "built": "build", "bought": "buy", "sought": "seek", "led": "lead",
    "broke": "break", "broken": "break", "drew": "draw", "drawn": "draw", "became": "become",
    "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow",
    "grown": "grow", "taught": "teach", "heard": "hear", "felt": "feel", "lost": "lose",
    "sold": "sell", "stole": "steal", "stolen": "steal", "beaten": "beat", "dealt": "deal",
    "forced": "force", "thought": "think", "won": "win", "driven": "drive", "drove": "drive",
    "lay": "lie", "ordered": "order", "denied": "deny", "hit": "hit", "let": "let", "cost": "cost",
    "beat": "beat", "lured": "lure", "spied": "spy", "spying": "spy", "forcing": "force",
    "threw": "throw", "thrown": "throw", "dragged": "drag", "urged": "urge",
}  # fmt: skip

_NOUNS: Final = {
    "premises": """station post counter shop centre center office outpost bureau desk hub facility
        branch site premises kiosk booth depot checkpoint""",
    "people": """people person individual national citizen resident man woman emigrant exile migrant
        expatriate somebody someone anybody anyone nobody everyone member""",
    "phone": "phone telephone handset mobile",
    "spyware": "spyware malware",
    "officers": "officer policeman policewoman cop agent police constable",
    "relatives": "relative family kin parent brother sister child son daughter mother father",
    "state": "regime government authority state",
    "money": "money cash fund payment",
    "home": "home back homeland",
    "probe": "investigation probe inquiry enquiry",
    "file": "report study dossier paper findings publication",
    "law": "law act statute",
}

_MULTIWORD: Final = {
    ("set", "up"): OPERATE,
    ("shut", "down"): "close",
    ("closed", "down"): "close",
    ("close", "down"): "close",
    ("sent", "back"): "bringback",
    ("brought", "back"): "bringback",
    ("bring", "back"): "bringback",
    ("taken", "back"): "bringback",
    ("hauled", "back"): "bringback",
    ("brought", "home"): "bringback",
    ("sent", "home"): "bringback",
    ("comes", "home"): RETURN,
    ("comes", "back"): RETURN,
    ("go", "back"): RETURN,
    ("went", "back"): RETURN,
    ("gone", "back"): RETURN,
    ("go", "home"): RETURN,
    ("went", "home"): RETURN,
    ("came", "home"): RETURN,
    ("come", "home"): RETURN,
    ("come", "back"): RETURN,
    ("came", "back"): RETURN,
    ("made", "up"): "fabricate",
    ("carried", "out"): "do",
    ("spied", "on"): "watch",
    ("look", "into"): "investigate",
    ("looking", "into"): "investigate",
    ("handed", "over"): "hand",
    ("put", "pressure"): COERCE,
    ("found", "guilty"): "convict",
    ("spying", "on"): "watch",
    ("informed", "on"): "watch",
    ("reports", "on"): "watch",
    ("answer", "to"): "command",
    ("answers", "to"): "command",
    ("report", "to"): "command",
    ("reports", "to"): "command",
}

FAMILY_OF_VERB: Final[dict[str, str]] = {}
for _family, _words in _VERBS.items():
    for _word in _words.split():
        FAMILY_OF_VERB.setdefault(_word, _family)
for _word in sorted(_OTHER_VERBS):
    FAMILY_OF_VERB.setdefault(_word, _word)

FAMILY_OF_NOUN: Final = {
    stem(word): f"~{family}" for family, words in _NOUNS.items() for word in words.split()
}

_NOMINALS: Final = {
    "threat": COERCE, "threats": COERCE, "pressure": COERCE, "intimidation": COERCE,
    "harassment": COERCE, "coercion": COERCE, "closure": "close", "surveillance": "watch",
    "detention": "detain", "arrest": "detain", "arrests": "detain",
}  # fmt: skip


def family_of_nominal(word: str) -> str | None:
    """Give the family of the verb in a noun made of one: "threats against residents"."""
    return _NOMINALS.get(word)


_SHADES: Final = one_of(
    """foreign secret unofficial clandestine alleged illegal new local overseas abroad first
    second third large small several number many covert hidden undeclared shock such kind live
    work go come return"""
)

GENERIC: Final = frozenset({"~people", "~state", "~file", "~home"}) | {
    stem(word) for word in _SHADES
}
"""Families so wide that meeting in one says next to nothing."""


def verb_family(word: str, following: str = "") -> str | None:
    """Give the family of a verb form; nothing when the word is no verb that is known.

    >>> verb_family("ran"), verb_family("set", "up"), verb_family("river")
    ('operate', 'operate', None)
    """
    low = word.casefold()
    joined = _MULTIWORD.get((low, following.casefold()))
    if joined:
        return joined
    return next((FAMILY_OF_VERB[base] for base in _base_forms(low) if base in FAMILY_OF_VERB), None)


def is_irregular_past(word: str) -> bool:
    """Tell whether a word can only be a verb in the past: "saw", "ran", "told"."""
    return word in _IRREGULAR and word not in _SAME_IN_PRESENT


_SAME_IN_PRESENT: Final = one_of("shut cut put set hit let cost beat run forcing spying")


def _base_forms(low: str) -> list[str]:
    forms = [_IRREGULAR[low]] if low in _IRREGULAR else []
    forms.append(low)
    for ending, puts in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 2:
            root = low[: -len(ending)]
            forms += [root + put for put in puts]
            if len(root) > 2 and root[-1] == root[-2]:
                forms.append(root[:-1])
    return forms


_ENDINGS: Final = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)


def noun_family(stemmed: str) -> str | None:
    """Give the family of a stemmed common noun, marked with a tilde."""
    return FAMILY_OF_NOUN.get(stemmed)
