"""Small invented values for the tests of what goes out and comes in."""

from datetime import date

from firsthand.record.contents.of_entities import (
    ActRecorded,
    EntitiesLinked,
    EntityNamed,
    Location,
    LocationPrecision,
    Part,
    Told,
)
from firsthand.record.exchange.outgoing import Outgoing
from firsthand.values.body import BodyKind
from firsthand.values.claim import Basis, Claim, Quotation, Stance
from firsthand.values.entity import EntityKind
from firsthand.values.finding import Dispute, Finding, Origin, Support
from firsthand.values.source import Passage, Role, Source
from firsthand.values.spans import Span

TEXT = "Ora Vell told River Watch that men from the Tidewater Bureau came to Canal Row in April."
WORDS = "men from the Tidewater Bureau came to Canal Row in April"


def a_source(name: str = "s-1", **told: object) -> Source:
    held: dict[str, object] = {
        "id": name,
        "file": "april/story.txt",
        "sha256": "ab" * 32,
        "text": TEXT,
        "passages": (Passage(span=Span(0, len(TEXT)), role=Role.BODY, place="bytes 0-87"),),
        "media_type": "text/plain; charset=utf-8",
        "title": "A visit in April",
        "publisher": "The Sluice",
        "published_on": date(2031, 5, 2),
        "address": "https://sluice.example/april",
        "lang": "en",
    }
    return Source(**{**held, **told})  # type: ignore[arg-type]  # a test's own fields


def a_claim(name: str = "c-1", **told: object) -> Claim:
    start = TEXT.index(WORDS)
    held: dict[str, object] = {
        "id": name,
        "source": "s-1",
        "chain": ("The Sluice", "River Watch", "Ora Vell"),
        "content": (Span(start, start + len(WORDS)),),
        "text": WORDS,
        "read_as": WORDS,
        "stance": Stance.ALLEGES,
        "quotation": Quotation.INDIRECT,
        "sentence": Span(0, len(TEXT)),
        "speaker_spans": (Span(0, 8),),
        "entities": ("Tidewater Bureau", "Canal Row"),
    }
    return Claim(**{**held, **told})  # type: ignore[arg-type]  # a test's own fields


def a_finding(**told: object) -> Finding:
    origin = Origin(
        name="Ora Vell",
        party="Ora Vell",
        basis=Basis.WITNESSED,
        claims=("c-1",),
        sources=("s-1",),
    )
    held: dict[str, object] = {
        "id": "f-1",
        "proposition": WORDS,
        "supports": ("c-1",),
        "denies": (),
        "beside": (),
        "origins_for": (origin,),
        "origins_against": (),
        "support": Support.SINGLE_ORIGIN,
        "support_reason": "Ora Vell says so, and nobody else.",
        "dispute": Dispute.UNDISPUTED,
        "dispute_reason": "Nobody denies it.",
    }
    return Finding(**{**held, **told})  # type: ignore[arg-type]  # a test's own fields


BUREAU = EntityNamed(
    entity="e-bureau",
    is_a=EntityKind.BODY,
    name="Tidewater Bureau",
    aliases=("TB", "潮水局"),
    body_kind=BodyKind.POLICE,
    parent="Ministry of Rivers",
    country="GB",
)
MINISTRY = EntityNamed(
    entity="e-ministry",
    is_a=EntityKind.BODY,
    name="Ministry of Rivers",
    body_kind=BodyKind.MINISTRY,
    state="Veldmark",
)
FIRM = EntityNamed(
    entity="e-firm",
    is_a=EntityKind.BODY,
    name="Canal Holdings",
    body_kind=BodyKind.COMPANY,
    owner="Tidewater Bureau",
    location=Location(latitude=51.5, longitude=-2.5, precision=LocationPrecision.LOCALITY),
)
WITNESS = EntityNamed(entity="e-witness", is_a=EntityKind.PERSON, name="Ora Vell")
ROW = EntityNamed(
    entity="e-row",
    is_a=EntityKind.PLACE,
    name="Canal Row",
    country="GB",
    location=Location(latitude=51.235, longitude=-2.345, precision=LocationPrecision.VICINITY),
)
LAW = EntityNamed(entity="e-law", is_a=EntityKind.LAW, name="Rivers Act 2029")
FLOOD = EntityNamed(entity="e-flood", is_a=EntityKind.EVENT, name="The March flood")
RUNS = EntitiesLinked(left="e-bureau", relation="runs", right="e-firm", claims=("c-1",))
NEAR = EntitiesLinked(left="e-firm", relation="located in", right="e-row", claims=("c-1",))
JOINED = EntitiesLinked(left="e-witness", relation="member of", right="e-firm", claims=("c-1",))
VISIT = ActRecorded(
    deed="a-visit",
    told=(
        Told(part=Part.ACT, value="a visit", claims=("c-1",)),
        Told(part=Part.TARGET, value="Ora Vell", claims=("c-1",), entity="e-witness"),
        Told(part=Part.PLACE_OF_ACT, value="Canal Row", claims=("c-1",), entity="e-row"),
    ),
    tactics=("harassment",),
    on="2031-04",
    country="GB",
    findings=("f-1",),
)


def all_that_leaves() -> Outgoing:
    """Give one of everything."""
    return Outgoing(
        case="case-0123",
        sources=(a_source(),),
        claims=(a_claim(),),
        findings=(a_finding(),),
        entities=(BUREAU, MINISTRY, FIRM, WITNESS, ROW, LAW, FLOOD),
        links=(RUNS, NEAR, JOINED),
        acts=(VISIT,),
    )
