"""A claim's words with names where its pronouns stand: for comparing claims, never for showing."""

import re
from typing import Final

from firsthand.claims.english.frames import main_subject
from firsthand.claims.english.page import Page
from firsthand.claims.english.speakers import Speakers
from firsthand.claims.english.words import PREPOSITIONS, SUBJECT_PRONOUNS
from firsthand.values.claim import UNIDENTIFIED, Claim, Quotation
from firsthand.values.spans import Span

_FEWEST: Final = 2
_OWN: Final = frozenset({"i", "we"})
# "It is important that …" speaks of nothing that the page has named.
_EMPTY_IT: Final = re.compile(
    r"it(?:\s+(?:is|was|will\s+be|would\s+be|has\s+been|had\s+been)|[’']s)\s+"
    r"(?:not\s+|too\s+|very\s+|also\s+)?(?:important|necessary|vital|essential|clear|unclear|hard|easy|possible"
    r"|impossible|likely|unlikely|true|untrue|known|unknown|early|late|time|up|crucial|right|wrong|difficult"
    r"|reported|alleged|claimed|believed|understood|said|unusual|common|up)\b",
    re.IGNORECASE,
)
_IS: Final = {"’s": " is", "'s": " is", "’re": " are", "'re": " are", "’m": " is", "'m": " is"}


def read_as(page: Page, speakers: Speakers, claim: Claim) -> str:
    """Put names where a claim's pronouns stand, as far as the page tells whom they mean."""
    pieces: list[str] = []
    for span in claim.content:
        first, last = page.token_from(span.start), page.token_from(span.end)
        at = span.start
        if claim.cue and page.lower[first] == "that" and last - first > _FEWEST:
            # The clause says the same without the word that leads it.
            first, at = first + 1, page.tokens[first + 1].start
        for index in range(first, last):
            if page.lower[index] not in SUBJECT_PRONOUNS - {"you"}:
                continue
            name = _meant(page, speakers, claim, index, opens=index == first)
            if name is None:
                continue
            token = page.tokens[index]
            pieces.append(page.text[at : token.start] + name)
            at = token.end
            behind = page.lower[index + 1] if index + 1 < last else ""
            if behind in _IS:
                pieces.append(_IS[behind])
                at = page.tokens[index + 1].end
        pieces.append(page.text[at : span.end] + " ")
    return " ".join("".join(pieces).split())


def _meant(page: Page, speakers: Speakers, claim: Claim, index: int, *, opens: bool) -> str | None:
    pronoun, token = page.lower[index], page.tokens[index]
    if pronoun == "it" and _EMPTY_IT.match(page.text, token.start):
        return None
    if pronoun in _OWN:
        told = claim.quotation is Quotation.DIRECT or claim.is_own_voice
        return claim.speaker if told and claim.speaker != UNIDENTIFIED else None
    led = bool(claim.cue) and claim.cue[0].start < claim.content[0].start
    if led and claim.quotation is not Quotation.DIRECT:
        return speakers.meant_by(Span(token.start, token.end), claim.chain[1:])
    return _subject_before(page, index, pronoun) if opens else None


def _subject_before(page: Page, index: int, pronoun: str) -> str | None:
    """Read what the sentence before speaks of, where it agrees with the pronoun in number."""
    number = page.sentence_at(page.tokens[index].start)
    if not number or page.sentences[number].paragraph > page.sentences[number - 1].paragraph + 1:
        return None
    sentence = page.sentences[number - 1]
    run = main_subject(page, sentence.first, sentence.last)
    if run is None or page.lower[run[0]] in SUBJECT_PRONOUNS:
        return None
    end = next((i for i in range(run[0] + 1, run[1]) if page.lower[i] in PREPOSITIONS), run[1])
    head = page.lower[end - 1]
    plural = (head.endswith("s") and not head.endswith("ss")) or head in {"people", "men", "women"}
    if pronoun in {"he", "she"} or plural != (pronoun == "they"):
        return None
    return page.words(*run).strip(' ,“”"')
