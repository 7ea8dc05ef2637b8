import random
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.record.namesakes import Candidate, Named, candidates
from firsthand.values.entity import EntityKind
from tests.record.namesake_lists import is_proposed, pairs_in

HERE = Path(__file__).parent
NAMES = st.one_of(
    st.sampled_from(
        [
            "林望川",
            "Lin Wangchuan",
            "Chuan Lin Wang",
            "J. Brekkesen",
            "Jorun Brekkesen",
            "كريم البردان",
            "Karim Bardan",
            "NHRD",
            "Norrland Human Rights Desk",
            "Station 3",
            "Hewan 商会",
            "河湾商会",
        ]
    ),
    st.text(max_size=12),
)
NAMED = st.lists(
    st.builds(
        Named,
        entity=st.sampled_from("abcdef"),
        kind=st.sampled_from(EntityKind),
        names=st.lists(NAMES, max_size=3).map(tuple),
    ),
    max_size=8,
)


def person(entity: str, *names: str) -> Named:
    return Named(entity=entity, kind=EntityKind.PERSON, names=names)


def body(entity: str, *names: str) -> Named:
    return Named(entity=entity, kind=EntityKind.BODY, names=names)


@pytest.mark.parametrize("half", ["namesakes_first.csv", "namesakes_second.csv"])
def test_listed_pairs_are_told_apart(half: str) -> None:
    wrong = [pair for pair in pairs_in(HERE / half) if is_proposed(pair) is not pair.is_one]

    assert wrong == []


@given(named=NAMED, seed=st.integers())
def test_the_order_of_entities_and_names_does_not_matter(named: list[Named], seed: int) -> None:
    turned = [Named(entity=n.entity, kind=n.kind, names=n.names[::-1]) for n in named]
    random.Random(seed).shuffle(turned)  # noqa: S311 - no secret

    assert candidates(turned) == candidates(named)


@given(named=NAMED)
def test_each_pair_is_proposed_once_with_a_reason_and_a_score(named: list[Named]) -> None:
    found = candidates(named)

    assert len({(c.left, c.right) for c in found}) == len(found)
    assert all(c.left < c.right and 0.6 <= c.score <= 1 and c.reason for c in found)


@given(left=NAMES, right=NAMES, kind=st.sampled_from(EntityKind))
def test_it_does_not_matter_which_of_two_has_which_name(
    left: str, right: str, kind: EntityKind
) -> None:
    one = [
        Named(entity="a", kind=kind, names=(left,)),
        Named(entity="b", kind=kind, names=(right,)),
    ]
    other = [
        Named(entity="a", kind=kind, names=(right,)),
        Named(entity="b", kind=kind, names=(left,)),
    ]

    assert candidates(one, at_least=0.1) == candidates(other, at_least=0.1)


def test_things_of_two_kinds_are_never_one() -> None:
    assert candidates([person("a", "Ostvik"), body("b", "Ostvik")]) == ()


def test_the_best_of_several_names_counts() -> None:
    found = candidates([body("a", "河湾商会", "HCC"), body("b", "Hewan Chamber of Commerce")])

    assert [(c.left, c.right, c.score) for c in found] == [("a", "b", 0.95)]


def test_the_reason_tells_what_was_compared() -> None:
    found = candidates([person("a", "單若溪"), person("b", "Ruoxi Shan")])

    assert found == (
        Candidate(
            left="a",
            right="b",
            score=0.9,
            reason="one name in two scripts: pinyin 'shan ruo xi'",
        ),
    )


def test_two_misspelled_among_many_are_found() -> None:
    others = [body(f"x{n}", f"Brightwater Lodge {n}") for n in range(500)]

    found = candidates(
        [*others, body("a", "Brightwater Fundation"), body("b", "Brightwater Foundation")]
    )

    assert [(c.left, c.right) for c in found] == [("a", "b")]


def test_one_name_borne_by_thousands_is_proposed_with_its_first_bearer_only() -> None:
    found = candidates([person(f"{n:05}", "Jorun Brekkesen") for n in range(20_000)])

    assert len(found) == 19_999
    assert {c.left for c in found} == {"00000"}


@pytest.mark.parametrize(
    "name",
    [
        "x" * 10_000,
        "林" * 10_000,
        "\0\x1b[2J\u202e",
        "\ud800",
        "ﷺ" * 400,
        "a b " * 100,
        "",
        "…",
        "ㅤ",
    ],
)
def test_a_hostile_name_is_read_or_left(name: str) -> None:
    candidates([person("a", name), person("b", name), body("c", name), body("d", name + "x")])


def people(how_many: int) -> list[Named]:
    chance = random.Random(7)  # noqa: S311 - no secret
    parts = ["ka", "ro", "ven", "til", "mar", "bre", "sko", "lund", "fel", "dor", "nik", "vas"]
    syllables = [[chance.choice(parts) for _ in range(5)] for _ in range(how_many)]
    return [person(str(n), f"{a}{b} {c}{d}{e}") for n, (a, b, c, d, e) in enumerate(syllables)]


def test_twenty_thousand_names_take_seconds() -> None:
    began = time.monotonic()
    candidates(people(20_000))

    assert time.monotonic() - began < 60


def test_a_name_takes_a_few_kilobytes() -> None:
    named = people(2_000)

    tracemalloc.start()
    candidates(named)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 2_000 * 20_000


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Norrland Police", "Norrland Police Association"),
        ("Norrland", "Norrland Embassy"),
        ("Ostvik Police Station", "Ostvik Police Station 3"),
        ("Upper Port Elm Club", "Port Elm Club"),
        ("Ministry of Justice", "Ministry of Justice of Norrland"),
    ],
)
def test_a_body_is_not_the_wider_body_its_name_begins_with(left: str, right: str) -> None:
    assert candidates([body("a", left), body("b", right)]) == ()


def test_an_initial_is_less_sure_than_a_name() -> None:
    whole = candidates([person("a", "Jorun Brekkesen"), person("b", "Jorun Brekkesen")])
    initial = candidates([person("a", "J. Brekkesen"), person("b", "Jorun Brekkesen")])

    assert initial[0].score < whole[0].score
