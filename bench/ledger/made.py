"""A made case of any size, from a seed: sources with claims that stand in their words."""

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta

from bench.case_size import SYLLABLES, THINGS, VERBS
from firsthand.claims.extractor import claim_id
from firsthand.values.claim import Basis, Claim, Quotation, Stance
from firsthand.values.source import Passage, Role, Source
from firsthand.values.spans import Span

_STANCES = (Stance.ASSERTS,) * 7 + (Stance.DENIES, Stance.ALLEGES, Stance.DECLINES_TO_COMMENT)
_REPEATED = 0.3
Told = tuple[str, str, Stance, Basis]


class MadeCase:
    """Sources by their number; a third of their claims repeat what an earlier one said."""

    def __init__(self, claims_a_source: int, seed: int = 11) -> None:
        """Make the invented bodies, towns and outlets."""
        self._chance = random.Random(seed)  # noqa: S311 - made text, not a secret
        self._bodies = [
            f"{self._name()} {kind}" for kind in ("Watch", "Police") for _ in range(125)
        ]
        self._towns = [self._name() for _ in range(300)]
        self._outlets = [f"The {self._name()} Courier" for _ in range(300)]
        self._words = [self._name().lower() for _ in range(20_000)]
        self._claims = claims_a_source
        self._said: list[Told] = []

    def sources(self, count: int) -> Iterator[tuple[Source, list[Claim]]]:
        """Make so many sources, each with its claims."""
        for number in range(count):
            yield self._source(number)

    def _source(self, number: int) -> tuple[Source, list[Claim]]:
        file = f"{number:06}.txt"
        name = f"s-{hashlib.sha256(file.encode()).hexdigest()[:12]}"
        outlet = self._chance.choice(self._outlets)
        text, claims = "", []
        for _ in range(self._claims):
            speaker, words, stance, basis = self._told()
            text += f"{speaker} said {words}. "
            start = len(text) - len(words) - 2
            content = (Span(start, start + len(words)),)
            chain = (outlet, speaker)
            claims.append(
                Claim(
                    id=claim_id(name, content, chain, stance),
                    source=name,
                    chain=chain,
                    content=content,
                    text=words,
                    read_as=words,
                    stance=stance,
                    quotation=Quotation.INDIRECT,
                    sentence=Span(start - len(speaker) - 6, start + len(words) + 1),
                    basis=basis,
                )
            )
        source = Source(
            id=name,
            file=file,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            passages=(Passage(span=Span(0, len(text)), role=Role.BODY, place="line 1"),),
            media_type="text/plain",
            title=f"{self._chance.choice(self._towns)} {number}",
            publisher=outlet,
            published_on=date(2020, 1, 1) + timedelta(days=self._chance.randrange(1_800)),
            lang="en",
        )
        return source, claims

    def _told(self) -> Told:
        if self._said and self._chance.random() < _REPEATED:
            return self._chance.choice(self._said[-4_000:])
        chance = self._chance
        body, town = chance.choice(self._bodies), chance.choice(self._towns)
        filler = " ".join(chance.choices(self._words, k=4))
        words = (
            f"it had {chance.choice(VERBS)} {chance.randint(3, 900)} {chance.choice(THINGS)} "
            f"in {town} with {filler}"
        )
        stance = chance.choice(_STANCES)
        basis = chance.choice((Basis.OWN_INQUIRY, Basis.NOT_STATED, Basis.WITNESSED))
        self._said.append((body, words, stance, basis))
        return self._said[-1]

    def _name(self) -> str:
        return "".join(self._chance.choices(SYLLABLES, k=3)).capitalize()
