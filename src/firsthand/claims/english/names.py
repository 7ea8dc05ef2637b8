"""Finds where names stand: runs of words with capitals, and what joins them."""

from typing import Final

from firsthand.claims.english.lexicon import word_set
from firsthand.claims.english.nouns import (
    BODY_SORTS,
    LAWS,
    NAME_CONNECTORS,
    NAME_ENDINGS,
    NATIONAL_LONG_FORMS,
    POSSESSED_NAMES,
    ROLES,
)
from firsthand.claims.english.page import Page
from firsthand.claims.english.verbs import FORMS
from firsthand.claims.english.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NEGATIONS,
    NUMBER_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)

NO_NAMES: Final = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | CONJUNCTIONS
    | SUBORDINATORS
    | ADVERBS
    | AUXILIARIES
    | TIME_WORDS
    | DAYS
    | set(MONTHS)
    | {"not", "yes", "question", "asked", "here", "like", "according", "than"}
    | NEGATIONS
    | NUMBER_WORDS
)
TITLES: Final = word_set(
    """mr mrs ms dr prof sir dame lord lady rev miss gov sen rep sgt lt col gen capt hon"""
)
_NEUTRAL: Final = word_set("human rights news-gathering based registered")


def name_runs(page: Page, first: int, last: int, *, sentence_first: int) -> list[tuple[int, int]]:
    """Find the runs of tokens that make names between two tokens."""
    runs: list[tuple[int, int]] = []
    index = first
    while index < last:
        if not _starts_name(page, index, sentence_first):
            index += 1
            continue
        end = name_end(page, index, last)
        while end - index > 1 and (page.lower[index] in TITLES or page.lower[index] == "."):
            index += 1
        runs.extend(_without_role(page, index, end))
        index = end
    return runs


def _without_role(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Part ``Harbour Board Chairman Jo Vale`` into the body and the person."""
    for role in range(end - 2, start, -1):
        lower = page.lower[role]
        if lower not in ROLES or lower in _NAME_ROLES:
            continue
        if page.lower[role + 1] in BODY_SORTS or not page.is_capital(role + 1):
            continue
        body = role
        while body > start and page.lower[body - 1] in ROLES | TITLE_WORDS:
            body -= 1
        # "Foreign Minister Jo Vale" names nobody but her.
        return [(start, body), (role + 1, end)] if body > start else [(role + 1, end)]
    return [(start, end)]


TITLE_WORDS: Final = word_set(
    """foreign interior prime deputy vice justice defence defense finance health home culture
    education environment labour labor trade transport energy assistant acting former senior junior
    first second chief under"""
)
_NAME_ROLES: Final = word_set("general major king queen prince judge justice mr mrs ms dr")


_ROLES_IN_CAPITALS: Final = frozenset({"mp", "ceo"})
# "the Oland-based group": a quality, though it holds a name.
_QUALITIES: Final = ("-based", "-born", "-led", "-linked", "-backed", "-run", "-owned", "-style")


def _starts_name(page: Page, index: int, sentence_first: int) -> bool:
    text, lower = page.tokens[index].text, page.lower[index]
    if not text[0].isupper() or lower in NO_NAMES or lower.endswith(_QUALITIES):
        return False
    if text.isupper() and (lower in BODY_SORTS or lower in _ROLES_IN_CAPITALS):
        # "NGO" is a noun in capitals.
        return False
    follows_opening = index == sentence_first or not page.lower[index - 1][-1].isalnum()
    if not follows_opening or (text.isupper() and len(text) > 1):
        return True
    behind = page.tokens[index + 1].text if index + 1 < len(page.tokens) else ""
    if behind[:1].isupper() and behind.lower() not in NO_NAMES:
        return lower not in {"former", "police"} or behind.lower() in NAME_ENDINGS
    if lower in FORMS or lower.endswith(("ly", "ing")):
        return False
    return (
        lower != "people"
        and lower not in BODY_SORTS
        and lower not in ROLES
        and lower not in page.plain_words
    )


def name_end(page: Page, start: int, last: int) -> int:
    """Give where the name ends that starts at a token."""
    end = start + 1
    while end < last:
        step = _next_part(page, start, end, last)
        if step is None:
            break
        end = step
    return end


def _next_part(  # noqa: PLR0911 - one case, one way on
    page: Page, start: int, end: int, last: int
) -> int | None:
    """Give where a name goes on to, from its end so far; None where it is whole."""
    lower = page.lower[end]
    if page.is_capital(end) and lower not in DAYS and lower not in MONTHS:
        return end + 1
    if lower == "general" and page.lower[end - 1] in {"consulate", "prosecutor", "attorney"}:
        # "Consulate general": an office's own second word.
        return end + 1
    if end + 1 >= last:
        return None
    if lower == ".":
        return end + 1 if _is_dotted(page, end) or _is_cut_short(page, start, end) else None
    if lower in {"’s", "'s", "’", "'"}:
        plural = lower in {"’", "'"} and page.lower[end - 1].endswith("s")
        plural = plural or page.lower[end - 1] in {"people", "women", "men", "children"}
        owned = POSSESSED_NAMES | NAME_ENDINGS if plural else POSSESSED_NAMES
        return end + 2 if page.lower[end + 1] in owned and page.is_capital(end + 1) else None
    if lower in _INSIDE_NAMES and page.is_capital(end + 1):
        inside = _goes_on_behind(page, start, end)
        return end + 2 if inside and page.lower[end + 1] not in NO_NAMES else None
    if lower in NAME_CONNECTORS:
        return _behind_connector(page, start, end, last)
    return _behind_and(page, start, end, last) if lower == "and" else None


def _goes_on_behind(page: Page, start: int, end: int) -> bool:
    """Tell whether a name goes on behind a preposition: ``Commission on Rivers``."""
    head, lower = page.lower[end - 1], page.lower[end]
    if lower == "at":
        # "Committee for Crews at Sea": such a name has a preposition already.
        words = page.lower[start:end]
        return bool({"for", "of"} & set(words) and set(words[:3]) & set(BODY_SORTS))
    return head in LAWS or (head in BODY_SORTS and head not in _DOERS)


_INSIDE_NAMES: Final = frozenset({"on", "against", "at"})
# "the Ministry on Friday" goes on with a day, "the Navy against" with an enemy.
_DOERS: Final = word_set("police army navy military government court team club state ministry")


def _behind_connector(page: Page, start: int, end: int, last: int) -> int | None:
    """Go on behind ``of`` or ``de``, where that joins two parts of one name."""
    lower, step = page.lower[end], end + 1
    while step < last and page.lower[step] in NAME_CONNECTORS:
        step += 1
    if step >= last or not page.is_capital(step) or page.lower[step] in NO_NAMES:
        return None
    refused = (
        lower == "the"
        or (lower == "of" and not _takes_of(page, start, end))
        or (lower == "for" and page.lower[end - 1] not in NAME_ENDINGS | LAWS | _PEOPLES)
    )
    return None if refused else step + 1


def _behind_and(page: Page, start: int, end: int, last: int) -> int | None:
    """Go on behind ``and``, where it stands inside a name and not between two."""
    step = end + 1
    while step < last and page.is_capital(step):
        step += 1
    if step == end + 1:
        return None
    behind = page.lower[step : step + 2]
    # Two names would not share ", based in …".
    described = behind[:1] == [","] and behind[1:] in (["a"], ["an"], ["based"], ["which"])
    if described and step - end == 2 and end - start == 1:
        return step
    in_office = page.lower[start] in BODY_SORTS and "of" in page.lower[start:end]
    ends_whole = page.lower[step - 1] in NAME_ENDINGS | LAWS and step - end > 2
    begun = page.lower[end - 1] in NAME_ENDINGS | LAWS
    return step if in_office or (ends_whole and not begun) else None


def place_end(page: Page, end: int, last: int) -> int:
    """Give where ``of Oland in Port Vale`` ends behind a body's noun."""
    while end + 1 < last and page.lower[end] in {"of", "in"}:
        step = end + 1
        while step < last and page.lower[step] == "the":
            step += 1
        if step >= last or not page.is_capital(step) or page.lower[step] in NO_NAMES:
            break
        end = name_end(page, step, last)
    return end


def _is_dotted(page: Page, stop: int) -> bool:
    """Tell whether a full stop ends an initial or a title inside a name: ``Gov. Jo F. Vale``."""
    before = page.tokens[stop - 1]
    touching = before.end == page.tokens[stop].start
    short = len(before.text) == 1 or before.text.lower() in TITLES | {"st"}
    return touching and short and page.is_capital(stop + 1)


def _is_cut_short(page: Page, start: int, stop: int) -> bool:
    """Tell whether a full stop stands for the rest of a family name: ``Fern A. said``."""
    before = page.tokens[stop - 1]
    alone = len(before.text) == 1 and before.end == page.tokens[stop].start
    return alone and stop - start > 1 and page.tokens[stop + 1].text[0].islower()


def _takes_of(page: Page, start: int, end: int) -> bool:
    """Tell whether ``of`` goes on with a name: in ``Bank of X``, not in ``Jo Vale of X``."""
    words = set(page.lower[start:end])
    return bool(words & _OF_NAMES) or (end - start == 1 and page.lower[start] in _OF_NAMES)


# "Families for Justice", "Voice of Exiles": people who gave themselves a name.
_PEOPLES: Final = word_set(
    """families friends mothers citizens lawyers doctors writers women students workers journalists
    reporters artists voice voices relatives parents neighbours survivors victims people scholars"""
)
_OF_NAMES: Final = (
    set(BODY_SORTS)
    | LAWS
    | _PEOPLES
    | NATIONAL_LONG_FORMS
    | word_set("""bank isle isles gulf house houses bay cape port mount lake strait sea university
    archbishop church lady sons prosecutor attorney general director secretary minister court
    chamber port faculty tower city hall museum school order knights battle treaty north south
    east west ministry""")
)
