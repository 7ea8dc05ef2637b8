from dataclasses import replace

from firsthand.claims.languages import extractor_for
from firsthand.origins.tracing import trace
from firsthand.values.claim import Claim
from firsthand.values.source import Passage, Role, Source
from firsthand.values.spans import Span

TEXT = "Harbour Watch said four boats were stopped at the weir."


class Inventor:
    """An engine that returns one claim as it stands, and one whose words are not in the text."""

    name = "inventor"

    def claims_in(self, source: Source) -> list[Claim]:
        said = extractor_for("en").claims_in(source)
        return [said[0], replace(said[0], id="c-invented", text="five boats were sunk")]


def test_words_that_do_not_stand_in_the_source_never_reach_a_finding() -> None:
    source = Source(
        id="s-1",
        file="a.txt",
        sha256="0" * 64,
        text=TEXT,
        passages=(Passage(span=Span(0, len(TEXT)), role=Role.BODY, place="bytes 0-54"),),
        media_type="text/plain",
        publisher="The Sluice",
        lang="en",
    )

    found = trace([source], extractor=Inventor())

    assert [claim.text for claim in found.claims] == ["four boats were stopped at the weir"]
