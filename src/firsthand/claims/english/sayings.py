"""One place where somebody is said to say something, before its speaker has a name."""

from dataclasses import dataclass
from enum import Enum

from firsthand.values.claim import Stance
from firsthand.values.spans import Span


class Manner(Enum):
    """How a saying shows itself."""

    VERB = "a verb of saying"
    ACCORDING = "according to"
    CARRIED = "a quote without a cue of its own"
    AGENTLESS = "words that name no speaker"
    SILENCE = "somebody who does not say"
    DECLINED = "somebody who will not comment"
    UNCONFIRMED = "something that was not confirmed"
    WITHDRAWN = "words taken back"
    HEADLINE = "a headline's colon"
    CITED = "somebody cited for the same words"
    LEARNED = "the tagger alone"
    VIEW = "somebody's view behind no verb of saying"
    OWN_VOICE = "the publisher itself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Whose words, by which cue, and what was said; all spans count in the source's text.

    ``source`` is empty when nobody is named; ``sentence`` is an index into the page's sentences;
    ``led_by`` is the cue of words that go on from another sentence and have none of their own.
    """

    sentence: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    manner: Manner
    confidence: float
    engine: str = "rules"
    led_by: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where the first of its parts stands."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))
