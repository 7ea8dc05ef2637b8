from hypothesis import given
from hypothesis import strategies as st

from firsthand.values.body import Bodies, Body, name_key


def test_a_body_is_found_by_its_alias_whatever_the_article_and_case() -> None:
    bodies = Bodies([Body(name="Harbour Watch", aliases=("HW",))])

    found = bodies.called("the hw")

    assert found is not None
    assert found.name == "Harbour Watch"


def test_an_undeclared_name_stays_as_it_is_written() -> None:
    bodies = Bodies([Body(name="Harbour Watch")])

    name = bodies.one_name("Harbour Watchers")

    assert name == "Harbour Watchers"


def test_curly_and_straight_possessives_are_one_name() -> None:
    curly, straight = "Port Ellin’s", "the Port Ellin's"

    keys = {name_key(curly), name_key(straight)}

    assert keys == {"port ellin"}


@given(st.text(alphabet="abc ÄßéИ李", min_size=1))
def test_case_and_surrounding_space_never_make_another_name(name: str) -> None:
    shouted = f"  {name.upper()} "

    keys = {name_key(name), name_key(shouted)}

    assert len(keys) == 1


def test_the_first_body_declared_keeps_a_name_that_two_claim() -> None:
    bodies = Bodies([Body(name="Old Press"), Body(name="New Press", aliases=("Old Press",))])

    found = bodies.called("Old Press")

    assert found is not None
    assert found.name == "Old Press"
