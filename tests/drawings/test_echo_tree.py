import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.drawings.echo_forest import Branch, forest_of, origin_tree
from firsthand.drawings.echo_tree import ROWS_AT_MOST, drawn
from firsthand.values.claim import Basis
from firsthand.values.echo import EchoKind
from firsthand.values.source import Role, Source
from tests.drawings.a_case import a_case, a_crowd
from tests.drawings.building import echo, origin, said, source


def paper(name: str, on: str | None) -> Source:
    return source(name, ((Role.BODY, name),), on=on)


def shape(branches: list[Branch]) -> list[object]:
    return [(b.name, shape(b.children)) if b.children else b.name for b in branches]


def test_each_source_hangs_under_the_one_it_derives_from() -> None:
    report, daily, copy = (
        paper("Report", "2025-01-01"),
        paper("Daily", "2025-01-02"),
        paper("Copy", "2025-01-03"),
    )
    links = [echo(daily, report, EchoKind.CITES), echo(copy, daily, EchoKind.COPY)]

    forest = forest_of([copy, daily, report], links)

    assert shape(forest) == [("Report", [("Daily", ["Copy"])])]


def test_the_strongest_link_makes_the_tree_and_the_others_are_told() -> None:
    report, daily, cut = (
        paper("Report", "2025-01-01"),
        paper("Daily", "2025-01-02"),
        paper("Cut", "2025-01-03"),
    )
    links = [echo(cut, report, EchoKind.CITES), echo(cut, daily, EchoKind.CUT)]

    forest = forest_of([report, daily, cut], links)
    (under_daily,) = forest[1].children

    assert shape(forest) == ["Report", ("Daily", ["Cut"])]
    assert under_daily.also == ("also cites Report",)


def test_a_citation_loop_begins_at_its_earliest_source() -> None:
    first, second = paper("First", "2025-01-01"), paper("Second", "2025-02-01")
    ring = [echo(first, second, EchoKind.CITES), echo(second, first, EchoKind.CITES)]

    forest = forest_of([second, first], ring)

    assert shape(forest) == [("First", ["Second"])]


def test_an_origin_that_is_no_source_stands_at_the_root_by_name() -> None:
    case = a_case()
    against = case.findings[2].origins_against[0]
    sources = {held.id: held for held in case.sources}
    claims = {claim.id: claim for claim in case.claims}

    tree = origin_tree(against, sources, claims, case.echoes)

    assert (tree.name, tree.source) == ("Kestrin consulate", None)
    assert [branch.name for branch in tree.children] == ["Harbour Daily"]


def test_an_outlet_that_repeats_in_its_own_voice_is_not_taken_for_the_origin() -> None:
    daily, report = paper("Daily", "2025-01-01"), paper("Report", "2025-01-02")
    claims = [said(daily, "Daily"), said(report, "Report")]
    began = origin("The Report", claims, Basis.OWN_INQUIRY)

    tree = origin_tree(
        began, {p.id: p for p in (daily, report)}, {claim.id: claim for claim in claims}, []
    )

    assert (tree.name, [branch.name for branch in tree.children]) == ("Report", ["Daily"])


@pytest.mark.parametrize("size", [1, 20, 300, 3_000])
def test_every_source_is_drawn_or_counted(size: int) -> None:
    crowd = a_crowd(size)

    tree = drawn(forest_of(crowd.sources, crowd.echoes), "A crowd")
    rows = [placed.row for placed in tree.placed]

    assert len(rows) <= ROWS_AT_MOST
    assert sum(row.beneath or bool(row.source) for row in rows) == size
    assert tree.total == size


def test_a_chain_of_a_thousand_copies_is_drawn_in_part() -> None:
    papers = [paper(f"P{n}", "2025-01-01") for n in range(1_000)]
    links = [echo(b, a, EchoKind.COPY) for a, b in itertools.pairwise(papers)]

    tree = drawn(forest_of(papers, links), "A chain")

    assert len(tree.placed) <= ROWS_AT_MOST
    assert sum(p.row.beneath or bool(p.row.source) for p in tree.placed) == 1_000


@given(
    days=st.lists(
        st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 1, 1))), min_size=1, max_size=12
    ),
    ends=st.lists(
        st.tuples(st.integers(0, 11), st.integers(0, 11), st.sampled_from(EchoKind)), max_size=30
    ),
)
def test_any_links_make_trees_that_hold_each_source_once(
    days: list[date | None], ends: list[tuple[int, int, EchoKind]]
) -> None:
    papers = [paper(f"P{n}", day.isoformat() if day else None) for n, day in enumerate(days)]
    links = [echo(papers[a % len(papers)], papers[b % len(papers)], kind) for a, b, kind in ends]

    forest = forest_of(papers, links)
    held = [branch.source for root in forest for branch in root.all_below()]
    tree = drawn(forest, "Any")

    assert sorted(name for name in held if name) == sorted(p.id for p in papers)
    assert all(0 < placed.x < tree.width for placed in tree.placed)
    assert len({placed.y for placed in tree.placed}) == len(tree.placed)


def test_a_source_without_a_date_lies_in_a_lane_of_its_own() -> None:
    report, undated = paper("Report", "2025-01-01"), paper("Undated", None)

    tree = drawn(forest_of([report, undated], [echo(undated, report, EchoKind.COPY)]), "Two")
    places = {placed.row.name: placed.x for placed in tree.placed}

    assert places["Undated"] == tree.lane
    assert places["Report"] != tree.lane
