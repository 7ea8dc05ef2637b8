import io

import pytest

from firsthand.record.exchange.from_statements import arrived_in
from firsthand.record.exchange.statements import read_statements
from firsthand.values.errors import BadImport

HEAD = "canonical_id,entity_id,prop,schema,value\n"


@pytest.mark.parametrize(
    ("spelling", "says"),
    [
        (b"", "empty"),
        (b"{", "line 1: it is not JSON"),
        (b"[1]\n", "no column 'entity_id'"),
        (b'{"entity_id": "a"}\n', "line 1: its prop is missing"),
        (b'{"entity_id": 1, "prop": "name", "schema": "Person", "value": "x"}', "its entity_id"),
        (b"a,b\n1,2\n", "no column 'entity_id'"),
        (f"{HEAD}x,,name,Person,Ora\n".encode(), "row 2: its entity_id"),
        (f"{HEAD}x,{'y' * 201},name,Person,Ora\n".encode(), "longer than 200"),
        (f"{HEAD}x,a,name,Person,Ora\ny,a,alias,Person,O\n".encode(), "canonical_id"),
        (f"{HEAD}a,a,name,Person,O\na,a,name,Company,O\n".encode(), "cannot be Company and Person"),
        (
            f"{HEAD}a,a,name,Address,Row\na,a,latitude,Address,x\na,a,longitude,Address,1\n".encode(),
            "is no number",
        ),
        (
            f"{HEAD}a,a,name,Address,Row\na,a,latitude,Address,nan\na,a,longitude,Address,1\n".encode(),
            "on no map",
        ),
        (b"\xff\xfe", "UTF-8"),
        (HEAD.encode() + b"a,a,name,Person,O\x00ra\n", "row 2"),
        (
            b'{"entity_id": "a", "prop": "name", "schema": "Person", "value": "\\ud800"}',
            "line 1: its value",
        ),
        (b"{" + b"[" * 100_000, "line 1: it is not JSON"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(spelling: bytes, says: str) -> None:
    with pytest.raises(BadImport, match=says):
        arrived_in(
            read_statements(io.BytesIO(spelling)),
            knows_entity=lambda _: False,
            knows_claim=lambda _: False,
        )


def test_a_field_beyond_the_limit_is_refused() -> None:
    spelling = f"{HEAD}a,a,name,Person,{'x' * (3 * 1024 * 1024)}\n".encode()

    with pytest.raises(BadImport, match="row 2"):
        list(read_statements(io.BytesIO(spelling)))
