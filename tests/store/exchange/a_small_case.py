"""A small invented case: three sources, one of each handling, with entities and an act."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from firsthand.record.contents.of_entities import (
    ActRecorded,
    EntitiesLinked,
    EntityNamed,
    Location,
    LocationPrecision,
    Part,
    Told,
)
from firsthand.record.recording import record
from firsthand.store.adding import add_sources
from firsthand.store.cases import Case, new_case
from firsthand.store.keys import make_key
from firsthand.store.models import Claim, Source
from firsthand.store.reading_claims import read_claims
from firsthand.store.tracing_case import trace_case
from firsthand.values.entity import EntityKind
from firsthand.values.source import Handling
from tests.store.a_case import OWNER

PASSPHRASE = "five or more random invented words"  # noqa: S105 - a test's own
OPEN_CANARY = "Veldmark has opened 12 river posts"
RESTRICTED_CANARY = "the ferryman counted eleven lanterns"
SECRET_CANARY = "my aunt was told to come home"  # noqa: S105 - a test's own

PUBLIC = f"Posts\n\nEstuary Watch said {OPEN_CANARY} in four countries since 2029.\n"
RESTRICTED = f"A note\n\nThe harbour office said {RESTRICTED_CANARY} by the quay.\n"
SECRET = f"What I saw\n\nA woman said {SECRET_CANARY} or lose her house.\n"

OFFICE = EntityNamed(
    entity="e-office",
    is_a=EntityKind.PLACE,
    name="Canal Row",
    country="GB",
    location=Location(latitude=51.23456, longitude=-2.34567, precision=LocationPrecision.EXACT),
)
WATCH = EntityNamed(entity="e-watch", is_a=EntityKind.BODY, name="Estuary Watch", aliases=("EW",))


@contextmanager
def a_small_case(folder: Path, database: str | None = None) -> Iterator[Case]:
    """Make the case, with its claims read and its findings in its tables."""
    case = new_case(folder, owner=OWNER.name, database=database)
    try:
        make_key(case, passphrase=PASSPHRASE, keyring=False)
        texts = folder.parent / "texts"
        texts.mkdir(exist_ok=True)
        for handling, text in (
            (Handling.PUBLIC, PUBLIC),
            (Handling.RESTRICTED, RESTRICTED),
            (Handling.CONFIDENTIAL, SECRET),
        ):
            file = texts / f"{handling.value}.txt"
            file.write_text(text, "utf-8")
            add_sources(case, [file], by=OWNER, handling=handling)
        read_claims(case, by=OWNER)
        _name_things(case)
        trace_case(case, by=OWNER)
        yield case
    finally:
        case.close()


def claim_of(case: Case, handling: Handling) -> str:
    """Give the first claim of the source of some handling."""
    rows = Claim.objects.using(case.alias).filter(source__handling=handling.value)
    return str(rows.order_by("first_entry_id").values_list("id", flat=True)[0])


def source_of(case: Case, handling: Handling) -> str:
    """Give the source of some handling."""
    rows = Source.objects.using(case.alias).filter(handling=handling.value)
    return str(rows.values_list("id", flat=True)[0])


def _name_things(case: Case) -> None:
    record(case.ledger, [OFFICE, WATCH], by=OWNER)
    claim = claim_of(case, Handling.PUBLIC)
    linked = EntitiesLinked(
        left="e-watch", relation="located in", right="e-office", claims=(claim,)
    )
    act = ActRecorded(
        deed="a-1",
        told=(
            Told(part=Part.ACT, value="opening posts", claims=(claim,)),
            Told(part=Part.PLACE_OF_ACT, value="Canal Row", claims=(claim,), entity="e-office"),
        ),
        tactics=("unaccredited-office",),
        on="2029",
    )
    record(case.ledger, [linked, act], by=OWNER)
