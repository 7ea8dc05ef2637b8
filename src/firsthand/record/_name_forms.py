"""What is compared of a name: its words, its sound, its consonants, its numbers."""

import itertools
import re
import unicodedata
from dataclasses import dataclass

from firsthand.record import _name_words as known
from firsthand.record import _romanizing as sounding
from firsthand.record._name_spelling import loosely, skeleton
from firsthand.values.entity import EntityKind

# A longer name is no name but a sentence; it is not compared.
LONGEST = 400

_ABJAD = re.compile(
    r"[\u0590-\u05ff\u0600-\u06ff\u0700-\u074f\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"
)
_WORD = re.compile(r"[a-z0-9]+")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_MARKS = re.compile(r"['`\u2019\u02bc]")
_ARTICLE = re.compile(r"^[ae]l(?=[a-z]{4})")
_ARABIC_ARTICLE = re.compile(r"\b\u0627\u0644(?=\w{3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One name, made comparable; two names with one form differ by nothing that tells."""

    kind: EntityKind
    script: str
    han: str = ""
    words: tuple[str, ...] = ()
    legal: str = ""
    seat: frozenset[str] = frozenset()
    sounds: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    claims_old: bool = False
    is_pinyin: bool = False
    is_abjad: bool = False
    acronym: str = ""

    @property
    def loose(self) -> tuple[str, ...]:
        """The words, spelled as loosely as the ways of romanizing them differ."""
        return tuple(map(loosely, self.words))

    @property
    def consonants(self) -> str:
        """The consonants of each word, the words sorted: what an Arabic spelling keeps.

        The Arabic article, written onto its word, is left out in both scripts; so is the ending
        that Latin letters give as a or ah.
        """
        bare = (w if self.is_abjad else _ARTICLE.sub("", w).removesuffix("ah") for w in self.words)
        return " ".join(sorted(filter(None, map(skeleton, bare))))

    @property
    def numbers(self) -> frozenset[str]:
        """The words that hold a digit."""
        return frozenset(word for word in self.words if not word.isalpha())

    @property
    def initials(self) -> str:
        """The first letters of the words."""
        return "".join(word[0] for word in self.words)


def form_of(name: str, kind: EntityKind) -> Form | None:
    """Make a name comparable, or say that there is nothing in it to compare."""
    if len(name) > LONGEST:
        return None
    clean = _cleaned(name)
    han = "".join(filter(sounding.is_han, clean))
    if han and not any(c.isalnum() and not sounding.is_han(c) for c in clean):
        return _form_of_han(han, kind)
    return _form_of_letters(clean, kind)


def _cleaned(name: str) -> str:
    whole = unicodedata.normalize("NFKC", name)
    if len(whole) > LONGEST:  # one character may stand for eighteen
        whole = whole[:LONGEST]
    return "".join(" " if unicodedata.category(c) in ("Cc", "Cn", "Co", "Cs") else c for c in whole)


def _form_of_han(han: str, kind: EntityKind) -> Form | None:
    read = sounding.readings(han)
    if not read:
        return Form(kind=kind, script="HAN", han=han)
    stem, common = (han, ()) if kind is EntityKind.PERSON else _stem_and_ending(han)
    words = ("".join(read[0][: len(stem)]), *common)
    return Form(
        kind=kind,
        script="HAN",
        han=han,
        words=tuple(w for w in words if w not in known.LEGAL_FORMS),
        legal=next((w for w in words if w in known.LEGAL_FORMS), ""),
        sounds=tuple("".join(parted) for parted in read),
        said=tuple(" ".join(parted) for parted in read),
        old=tuple(sounding.old_spelling(parted) for parted in read),
        is_pinyin=True,
    )


def _stem_and_ending(han: str) -> tuple[str, tuple[str, ...]]:
    for length in range(min(5, len(han) - 1), 0, -1):
        if han[-length:] in known.HAN_ENDINGS:
            return han[:-length], known.HAN_ENDINGS[han[-length:]]
    return han, ()


def _form_of_letters(clean: str, kind: EntityKind) -> Form | None:
    is_person = kind is EntityKind.PERSON
    is_abjad = _ABJAD.search(clean) is not None
    spelled = _spelled(clean, is_abjad=is_abjad)
    plain = _MARKS.sub("", spelled)
    if not is_person:
        plain = _DOTTED.sub(lambda dotted: dotted[0].replace(".", "") + " ", plain)
    tokens = [known.ONE_WORD.get(word, word) for word in _WORD.findall(plain)]
    words = tuple(_telling(tokens, is_person=is_person))
    if not words:
        return None
    parted = tuple(map(sounding.syllables, words))
    is_pinyin = all(parted)
    claims_old = not is_abjad and _claims_old(spelled, words)
    # Chinese names part their syllables as they like and put either name first.
    orders = _orders(len(words), can_turn=is_person and (is_pinyin or claims_old))
    joined = tuple(dict.fromkeys("".join(words[n] for n in order) for order in orders))
    return Form(
        kind=kind,
        script=_script(clean),
        words=words,
        legal="" if is_person else _legal_form(tokens),
        seat=_seat(tokens),
        sounds=joined,
        said=(" ".join(words),),
        old=tuple(_old_orders(parted, orders)) if is_pinyin else joined,
        claims_old=claims_old,
        is_pinyin=is_pinyin,
        is_abjad=is_abjad,
        acronym=_acronym(clean, words, is_person=is_person),
    )


def _script(clean: str) -> str:
    """Name the script of a name by its first letter, as Unicode does: LATIN, CYRILLIC, ARABIC."""
    first = next(filter(str.isalpha, clean), "")
    return unicodedata.name(first, "UNKNOWN").partition(" ")[0] if first else ""


def _spelled(clean: str, *, is_abjad: bool) -> str:
    if is_abjad:
        # The Arabic article is written onto its word, in letters of another name where it is not.
        clean = _ARABIC_ARTICLE.sub("", clean).replace("\u0629", "")
    pieces = []
    for is_han, run in itertools.groupby(clean, sounding.is_han):
        text = "".join(run)
        read = sounding.readings(text) if is_han else ()
        pieces.append(" " + "".join(read[0]) + " " if read else sounding.plain_letters(text))
    return "".join(pieces)


def _telling(tokens: list[str], *, is_person: bool) -> list[str]:
    if is_person:
        kept = [w for w in tokens if w not in known.TITLES and w not in ("al", "el")]
        return kept or tokens
    kept = [w for w in tokens if w not in known.JOINING and w not in known.LEGAL_FORMS]
    return kept or tokens


def _legal_form(tokens: list[str]) -> str:
    return next((known.LEGAL_FORMS[w] for w in reversed(tokens) if w in known.LEGAL_FORMS), "")


def _orders(count: int, *, can_turn: bool) -> tuple[tuple[int, ...], ...]:
    usual = tuple(range(count))
    return tuple(itertools.permutations(usual)) if can_turn and count <= 3 else (usual,)


def _old_orders(
    parted: tuple[tuple[str, ...], ...], orders: tuple[tuple[int, ...], ...]
) -> list[str]:
    spelled = [sounding.old_spelling(syllables) for syllables in parted]
    return list(dict.fromkeys("".join(spelled[n] for n in order) for order in orders))


def _claims_old(spelled: str, words: tuple[str, ...]) -> bool:
    """Tell whether a name shows by its spelling that it is not pinyin but Wade and Giles'."""
    if not all(map(sounding.is_old_syllable, words)):
        return False
    marked = "-" in spelled or _MARKS.search(spelled) is not None
    return marked or not all(map(sounding.syllables, words))


def _seat(tokens: list[str]) -> frozenset[str]:
    """Find in which place a body of one state sits in another; nothing if it does not show."""
    at = next((n for n, word in enumerate(tokens) if word in known.DIPLOMATIC), None)
    if at is None:
        return frozenset()
    for n, word in enumerate(tokens):
        if word in ("in", "at", "to"):
            after = itertools.takewhile(lambda w: w not in known.JOINING, tokens[n + 1 :])
            return frozenset(after)
    beside = tokens[:at] if "of" in tokens else tokens[at + 1 :]
    return frozenset(w for w in beside if w not in known.COMMON and w not in known.JOINING)


def _acronym(clean: str, words: tuple[str, ...], *, is_person: bool) -> str:
    letters = clean.strip().replace(".", "")
    stands_so = len(words) == 1 and letters.isupper() and letters.isalpha()
    return words[0] if stands_so and not is_person and 3 <= len(letters) <= 8 else ""
