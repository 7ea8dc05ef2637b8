"""Whether a form of a verb of saying is that verb here, or a noun, an adjective, a passive."""

from typing import Final

from firsthand.claims.english.page import Page
from firsthand.claims.english.phrases import has_finite_verb, subject_before
from firsthand.claims.english.verbs import ALSO_NOUNS, FORMS, Form, Takes
from firsthand.claims.english.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    PREPOSITIONS,
    QUOTE_MARKS,
    SUBJECT_PRONOUNS,
    is_adverb,
)

_DEMONSTRATIVES: Final = frozenset({"this", "that", "these", "those"})
_CLAUSE_STARTS: Final = DETERMINERS | SUBJECT_PRONOUNS | {"there", "that", "whether", "if", "how"}
_CLEAR_VERBS: Final = frozenset({"states", "claims", "notes", "details", "reports", "says"})
_NO_BASE: Final = frozenset({"hold", "mean", "read", "rule", "post", "feel"})
_GO_ON_TO: Final = frozenset({"went", "continued", "appeared", "goes"})


def is_other_use(  # noqa: PLR0911 - one use, one answer
    page: Page, index: int, form: Form, low: int, high: int
) -> bool:
    """Tell whether a form is a noun here, an adjective, or a passive."""
    lower = page.lower[index]
    before = page.lower[index - 1] if index > low else ""
    after = page.lower[index + 1] if index + 1 < high else ""
    if form.shape == "ing" and before == ",":
        return False
    if before == "to":
        return page.lower[max(low, index - 2)] not in _GO_ON_TO
    if _is_led_as_noun(lower, before, form) or (page.is_capital(index) and index > low):
        return True
    if form.shape == "past" and (after == "by" or _is_passive(page, index, low)):
        return True
    if form.shape == "base" and (form.verb.takes is Takes.QUOTE or form.verb.base in _NO_BASE):
        return True
    if lower not in ALSO_NOUNS or before in AUXILIARIES | SUBJECT_PRONOUNS:
        return False
    return not _is_verb_after_all(page, index, form, low, high)


def _is_led_as_noun(lower: str, before: str, form: Form) -> bool:
    if before in DETERMINERS - _DEMONSTRATIVES - {"all", "both"}:
        return True
    if before in _DEMONSTRATIVES and lower in ALSO_NOUNS and form.shape != "past":
        return True
    return before in PREPOSITIONS and form.shape != "ing"


def _is_verb_after_all(page: Page, index: int, form: Form, low: int, high: int) -> bool:
    """Tell whether what stands around a word that may be a noun makes it a verb."""
    if _trails(page, index, low, high) or _has_clause_behind(page, index, form, low, high):
        return True
    lower = page.lower[index]
    after = page.lower[index + 1] if index + 1 < high else ""
    strong = after in _CLAUSE_STARTS or after in QUOTE_MARKS or after in {",", ":"}
    if after == "that" or lower in _CLEAR_VERBS:
        return strong or (index + 1 < high and (page.is_capital(index + 1) or after[0].isdigit()))
    return strong and lower in {"read", "held", "reads", "holds", "found"}


def _trails(page: Page, index: int, low: int, high: int) -> bool:
    """Tell whether a verb closes its sentence behind its speaker: ``…, the study reports``."""
    if index + 1 < high and page.lower[index + 1] not in {".", ","}:
        return False
    if index + 1 < high and page.lower[index + 1] == "," and page.lower[index] not in FORMS:
        return False
    run = subject_before(page, index, low)
    if run is None or run[0] <= low:
        return False
    return page.lower[run[0] - 1] in DETERMINERS | {","} and "," in page.lower[run[0] - 2 : run[0]]


def _has_clause_behind(page: Page, index: int, form: Form, low: int, high: int) -> bool:
    """Tell whether a plural subject stands first and a clause follows: ``campaigners claim``."""
    if form.shape != "base" or index + 2 >= high or has_finite_verb(page, low, index):
        return False
    after = page.lower[index + 1]
    if after in AUXILIARIES | PREPOSITIONS or after in FORMS or not after[0].isalnum():
        return False
    run = subject_before(page, index, low)
    if run is None or not page.lower[run[1] - 1].endswith("s"):
        return False
    return has_finite_verb(page, index + 2, high)


def _is_passive(page: Page, index: int, low: int) -> bool:
    for place in range(index - 1, max(low, index - 5) - 1, -1):
        lower = page.lower[place]
        if lower in BE:
            return lower not in {"’s", "'s"} or page.lower[place - 1] in SUBJECT_PRONOUNS
        if lower in HAVE or not (is_adverb(lower) or lower in NEGATIONS):
            return False
    return False
