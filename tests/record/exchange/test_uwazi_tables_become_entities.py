import io
from pathlib import Path

import pytest

from firsthand.record.contents.of_entities import Location, LocationPrecision, Part
from firsthand.record.exchange.arrived import Arrived
from firsthand.record.exchange.from_uwazi import arrived_in
from firsthand.record.exchange.uwazi_mapping import mapping_in
from firsthand.values.body import BodyKind
from firsthand.values.entity import EntityKind
from firsthand.values.errors import BadImport

EXPORTED = """Title,Date added,Template,Also known as,Kind,Country,Geolocation,Published
Tidewater Bureau,2031-02-03,Organization,TB|River Police,Police,Veldmark,,Published
Canal Row,2031-02-03,Place,,,GB,51.5|-2.5,Published
"""
MAPPING = """
[columns]
aliases = ["also known as"]
body_kind = "kind"
[countries]
Veldmark = "vm"
"""


def read(table: str, mapping: str = "", claims: tuple[str, ...] = ()) -> Arrived:
    return arrived_in(
        io.BytesIO(table.encode()), mapping_in(mapping), knows_claim=claims.__contains__
    )


def test_an_exported_table_is_read_by_its_templates() -> None:
    bureau, row = read(EXPORTED, MAPPING).named

    assert (bureau.is_a, bureau.name, bureau.body_kind) == (
        EntityKind.BODY,
        "Tidewater Bureau",
        BodyKind.POLICE,
    )
    assert (bureau.aliases, bureau.country) == (("TB", "River Police"), "VM")
    assert (row.is_a, row.country) == (EntityKind.PLACE, "GB")
    assert row.location == Location(
        latitude=51.5, longitude=-2.5, precision=LocationPrecision.EXACT
    )


def test_titles_in_other_languages_become_aliases() -> None:
    table = "title__zh,title__en\n潮水局,Tidewater Bureau\n"

    (bureau,) = read(table, 'is_a = "body"').named

    assert (bureau.name, bureau.aliases) == ("Tidewater Bureau", ("潮水局",))


def test_two_rows_of_one_title_stay_two() -> None:
    first, second = read("title\nOra Vell\nOra Vell\n", 'is_a = "person"').named

    assert first.entity != second.entity


def test_the_same_table_gives_the_same_ids_again() -> None:
    assert read(EXPORTED, MAPPING) == read(EXPORTED, MAPPING)


def test_a_country_without_a_code_is_counted_and_left_out() -> None:
    arrived = read(EXPORTED, '[columns]\naliases = ["also known as"]')

    assert arrived.named[0].country is None
    assert arrived.left_out == ("1 × country without a code of two letters: left out.",)


ACTS = """title,what,against,when,claim_ids,report
Visit in April,a visit,Ora Vell|her mother,2031/4/2,c-1|c-2,The story|https://sluice.example/a
"""
OF_ACTS = """
is_a = "act"
[columns]
on = "when"
claims = "claim_ids"
[parts]
act = "what"
target = "against"
means = "report"
"""


def test_acts_are_read_part_by_part_with_their_claims() -> None:
    (act,) = read(ACTS, OF_ACTS, ("c-1", "c-2")).acts

    assert act.on == "2031-04-02"
    assert [(told.part, told.value) for told in act.told] == [
        (Part.ACT, "a visit"),
        (Part.TARGET, "Ora Vell"),
        (Part.TARGET, "her mother"),
        (Part.MEANS, "The story"),
    ]
    assert {told.claims for told in act.told} == {("c-1", "c-2")}


@pytest.mark.parametrize(
    ("table", "mapping", "says"),
    [
        ("", "", "empty"),
        ("title\nOra\n", "", "row 2: nothing says what it is"),
        ("name\nOra\n", 'is_a = "person"', "no column 'title'"),
        ("title,title\nOra,Ora\n", 'is_a = "person"', "twice"),
        ("title\n\n \nOra\n", 'is_a = "ghost"', "no kind 'ghost'"),
        ("title,geolocation\nRow,here\n", 'is_a = "place"', "row 2, column 'geolocation'"),
        ("title,geolocation\nRow,95|5\n", 'is_a = "place"', "on no map"),
        ("title,geolocation\nRow,nan|5\n", 'is_a = "place"', "on no map"),
        ("title,kind\nTB,cops\n", 'is_a = "body"\n[columns]\nbody_kind = "kind"', "row 2, column"),
        ("title,kind\n,ngo\n", 'is_a = "body"', "row 2, column 'title'"),
        ("title\nVisit\n", 'is_a = "act"', "row 2: an act cites the claims"),
        (ACTS, OF_ACTS, "column 'claim_ids': it names 'c-1'"),
        ("title\nOra,more\n", 'is_a = "person"', "row 2: it has more cells"),
        ('title\n"Ora\n', 'is_a = "person"', "not CSV"),
        ("title\nOra\n", "is_a = ", "not TOML"),
        ("title\nOra\n", "colour = 1", "no key 'colour'"),
        ("title\nOra\n", "[columns]\nnose = 'x'", "no key 'nose'"),
    ],
)
def test_what_is_wrong_is_named(table: str, mapping: str, says: str) -> None:
    with pytest.raises(BadImport, match=says.replace("|", r"\|")):
        read(table, mapping)


def test_a_table_in_another_encoding_is_refused_with_what_to_do() -> None:
    table = io.BytesIO("title\nVäldmark\n".encode("latin-1"))

    with pytest.raises(BadImport, match="Save it as UTF-8"):
        arrived_in(table, mapping_in('is_a = "place"'), knows_claim=lambda _: False)


def test_a_byte_order_mark_is_no_part_of_the_first_column() -> None:
    table = io.BytesIO("\ufefftitle\nVeldmark\n".encode())

    (place,) = arrived_in(table, mapping_in('is_a = "place"'), knows_claim=lambda _: False).named

    assert place.name == "Veldmark"


def test_every_mapping_in_the_docs_is_one() -> None:
    page = Path(__file__).parents[3] / "docs" / "reference" / "exchange.md"
    blocks = page.read_text("utf-8").split("```toml\n")[1:]

    mappings = [mapping_in(block.partition("```")[0]) for block in blocks]

    assert [mapping.is_a for mapping in mappings] == ["body", "act"]
    assert mappings[0].body_kinds == {"River guards": BodyKind.POLICE}
    assert mappings[1].parts[Part.PLACE_OF_ACT] == "where"
