from pathlib import Path

import pytest

from firsthand.values.body import BodyKind
from firsthand.values.errors import BadBodies
from tests.sources.building import STORY, folder_with, read


def test_a_declared_body_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    declared = """
    [[body]]
    name = "The Courier"
    kind = "newspaper"
    aliases = ["Courier", "the Courier newsroom"]
    owner = "Kin Media"

    [[body]]
    name = "Consulate of Morvania"
    kind = "consulate"
    parent = "Foreign Ministry of Morvania"
    state = "Morvania"
    founded = 1931
    """
    folder_with(tmp_path, {"a.txt": STORY, "bodies.toml": declared})

    bodies = read(tmp_path).bodies

    courier = bodies.called("the courier newsroom")
    assert courier is not None
    assert (courier.kind, courier.owner) == (BodyKind.OUTLET, "Kin Media")
    consulate = bodies.called("Consulate of Morvania")
    assert consulate is not None
    assert consulate.state == "Morvania"


def test_bodies_may_be_declared_as_tables_under_their_names(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.txt": STORY, "bodies.toml": '[bodies."The Courier"]\nkind="outlet"'})

    assert [body.name for body in read(tmp_path).bodies] == ["The Courier"]


@pytest.mark.parametrize(
    ("declared", "advice"),
    [
        ("[[body]\n", "cannot be read as TOML"),
        ("[[body]]\nkind = 'ngo'\n", "a body has no name"),
        ("[[body]]\nname = 'A'\nowner = ['B', 'C']\n", "owner is not one name"),
        ("[[body]]\nname = 'A'\naliases = [1]\n", "are not a list"),
    ],
)
def test_a_broken_declaration_stops_the_reading_lest_one_owner_pass_for_two(
    tmp_path: Path, declared: str, advice: str
) -> None:
    folder_with(tmp_path, {"a.txt": STORY, "bodies.toml": declared})

    with pytest.raises(BadBodies, match=advice):
        read(tmp_path)
