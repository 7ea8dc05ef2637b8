"""The verbs that bring somebody's words, and the stance each brings.

Invariant: a verb stands in one table only; its inflected forms are made here, never written out.
"""

from enum import Enum
from typing import Final, NamedTuple

from firsthand.claims.english.lexicon import word_set
from firsthand.values.claim import Stance


class Takes(Enum):
    """What may follow the verb when it reports somebody's words."""

    CLAUSE = "a clause or a thing"
    THAT = "a clause with that, or a quotation"
    PERSON = "a hearer, then a clause"
    OBJECT = "a thing"
    QUOTE = "the very words, between marks"
    LAW = "a rule, where a law is the subject"


class Verb(NamedTuple):
    """One reporting verb."""

    base: str
    stance: Stance
    takes: Takes


class Form(NamedTuple):
    """One form of a verb: ``ing``, ``past`` (may be a participle), ``third`` or ``base``."""

    verb: Verb
    shape: str


_TABLES: Final = (
    (
        Stance.ASSERTS,
        Takes.CLAUSE,
        """say state note add explain declare announce maintain insist argue contend claim
        assert warn stress emphasise emphasize observe remark recall disclose
        acknowledge admit concede testify stipulate reply respond comment joke quip
        recount promise pledge vow swear caution reiterate repeat complain lament hint
        clarify counter opine proclaim profess retort boast intimate affirm reaffirm
        attest submit volunteer interject elaborate underline underscore highlight tweet
        muse summarise summarize
        """,
    ),
    (
        Stance.ASSERTS,
        Takes.THAT,
        """report write reveal indicate suggest conclude find show estimate predict believe
        think hold rule determine establish detail document outline propose post signal
        reckon infer project forecast calculate require specify provide mean expect hope
        fear learn know understand discover feel decide agree recommend read demonstrate
        imply point mention judge deem publish
        """,
    ),
    (
        Stance.ASSERTS,
        Takes.PERSON,
        "tell inform assure remind notify advise convince brief",
    ),
    (Stance.ALLEGES, Takes.CLAUSE, "allege purport surmise speculate"),
    (Stance.ALLEGES, Takes.THAT, "suspect charge hear"),
    (
        Stance.ASSERTS,
        Takes.QUOTE,
        """fume rage thunder storm snap scoff shout cry whisper sigh groan mutter laugh
        gasp exclaim bark rant sneer chuckle enthuse gush continue begin joke grumble
        yell scream plead beg urge demand quote ask blast slam write answer smile shrug
        roar growl murmur wonder remonstrate protest thank recite interrupt
        """,
    ),
    (
        Stance.ASSERTS,
        Takes.LAW,
        """allow permit forbid prohibit oblige empower authorise authorize entitle mandate ban bar
        criminalise criminalize""",
    ),
    (
        Stance.ASSERTS,
        Takes.OBJECT,
        """call dub describe characterise characterize portray brand label denounce condemn
        decry hail praise criticise criticize
        """,
    ),
    (Stance.ALLEGES, Takes.OBJECT, "accuse"),
    (Stance.DENIES, Takes.CLAUSE, "deny refute rebut"),
    (Stance.DENIES, Takes.OBJECT, "reject dispute dismiss repudiate disown disavow contradict"),
    (Stance.CONFIRMS, Takes.CLAUSE, "confirm verify corroborate"),
    (
        Stance.WITHDRAWS,
        Takes.OBJECT,
        "retract recant withdraw unsay disclaim",
    ),
)

_IRREGULAR: Final = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "hear": ("heard", "heard"),
    "begin": ("began", "begun"),
    "write": ("wrote", "written"),
    "find": ("found", "found"),
    "show": ("showed", "shown"),
    "think": ("thought", "thought"),
    "hold": ("held", "held"),
    "swear": ("swore", "sworn"),
    "mean": ("meant", "meant"),
    "know": ("knew", "known"),
    "understand": ("understood", "understood"),
    "feel": ("felt", "felt"),
    "read": ("read", "read"),
    "withdraw": ("withdrew", "withdrawn"),
    "unsay": ("unsaid", "unsaid"),
    "rebut": ("rebutted", "rebutted"),
    "admit": ("admitted", "admitted"),
    "submit": ("submitted", "submitted"),
    "infer": ("inferred", "inferred"),
}
_DOUBLED: Final = {
    "admit",
    "submit",
    "rebut",
    "infer",
    "quip",
    "permit",
    "ban",
    "bar",
    "slam",
    "snap",
    "beg",
}


def forms_of(base: str) -> dict[str, str]:
    """Give a verb's forms, each with its shape.

    >>> forms_of("deny")
    {'deny': 'base', 'denies': 'third', 'denying': 'ing', 'denied': 'past'}
    """
    made = {base: "base"}
    if base.endswith(("s", "sh", "ch", "x", "z")):
        made[base + "es"] = "third"
    elif base.endswith("y") and base[-2] not in "aeo":
        made[base[:-1] + "ies"] = "third"
    else:
        made[base + "s"] = "third"
    stem = base + base[-1] if base in _DOUBLED else base
    made[(base[:-1] if base.endswith("e") and not base.endswith("ee") else stem) + "ing"] = "ing"
    if base in _IRREGULAR:
        for past in _IRREGULAR[base]:
            made.setdefault(past, "past")
    elif base.endswith("e"):
        made[base + "d"] = "past"
    elif base.endswith("y") and base[-2] not in "aeo":
        made[base[:-1] + "ied"] = "past"
    else:
        made[stem + "ed"] = "past"
    return made


def _all_forms() -> dict[str, Form]:
    found: dict[str, Form] = {}
    for stance, takes, words in _TABLES:
        for base in words.split():
            for form, shape in forms_of(base).items():
                found.setdefault(form, Form(Verb(base, stance, takes), shape))
    return found


FORMS: Final = _all_forms()
"""Every form of every reporting verb."""

# These are nouns at least as often as verbs: only what stands around them can tell.
ALSO_NOUNS: Final = word_set(
    """
    claim claims report reports comment comments note notes state states charge charges promise
    promises pledge pledges vow vows hint hints joke jokes remark remarks post posts tweet
    tweets estimate estimates project projects forecast forecasts detail details document
    documents outline rule rules show shows find finds hold holds read reads point points
    mention mentions signal signals counter counters reply replies response highlight highlights
    fear fears hope hopes suspect suspects address brief briefs advance repeat repeats complaint
    submit caution warning finding findings meaning feeling understanding writing reading
    posting ruling holding hearing building recording judge judges submits learned read
    announcement stress insight volunteer volunteers intimate attest third demand demands
    dispute disputes reject rejects established elaborate
    """
)
