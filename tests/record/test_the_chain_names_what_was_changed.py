from hypothesis import given
from hypothesis import strategies as st

from firsthand.record.chain import Link, commitment_to, digest_of, faults_in, new_salt
from firsthand.record.entry import GENESIS, Head

LENGTH = 12


def a_chain(length: int = LENGTH) -> list[Link]:
    links, before = [], GENESIS
    for number in range(1, length + 1):
        salt, sealed = new_salt(), f"sealed {number}".encode()
        told = (f"2031-01-{number:02}", "Ada", f"reason {number}", "judged")
        commitment = commitment_to(sealed, salt)
        digest = digest_of(number, *told, before, commitment)
        links.append(Link(number, *told, before, commitment, digest, salt, sealed))
        before = digest
    return links


def head(links: list[Link]) -> Head:
    return Head(number=links[-1].number, digest=links[-1].digest)


def named(links: list[Link], last: Head, erased: frozenset[int] = frozenset()) -> set[int]:
    return {fault.number for fault in faults_in(links, last, erased)}


def test_an_untouched_chain_has_no_fault() -> None:
    links = a_chain()

    assert named(links, head(links)) == set()
    assert named([], Head()) == set()


@given(
    st.integers(0, LENGTH - 1),
    st.sampled_from(["at", "author", "reason", "kind", "before", "commitment", "digest"]),
    st.text(min_size=1, max_size=8),
)
def test_any_changed_field_is_named(place: int, field: str, value: str) -> None:
    links = a_chain()
    told = links[place]._asdict() | {field: value}
    changed = Link(**told)
    if changed == links[place]:
        return

    found = named([*links[:place], changed, *links[place + 1 :]], head(links))

    assert place + 1 in found


@given(st.integers(0, LENGTH - 1))
def test_any_removed_entry_is_named(place: int) -> None:
    links = a_chain()

    assert place + 1 in named(links[:place] + links[place + 1 :], head(links))


@given(st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_entries_that_changed_places_are_named(one: int, other: int) -> None:
    links = a_chain()
    if one == other:
        return
    moved = list(links)
    moved[one] = links[other]._replace(number=one + 1)
    moved[other] = links[one]._replace(number=other + 1)

    assert {one + 1, other + 1} <= named(moved, head(links))


@given(st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_content_of_another_entry_is_named(one: int, other: int) -> None:
    links = a_chain()
    if one == other:
        return
    swapped = links[one]._replace(salt=links[other].salt, sealed=links[other].sealed)

    assert named([*links[:one], swapped, *links[one + 1 :]], head(links)) == {one + 1}


@given(st.sets(st.integers(1, LENGTH)))
def test_erased_content_is_no_fault_where_an_entry_says_so_and_one_where_none_does(
    gone: set[int],
) -> None:
    links = a_chain()
    bare = [
        link._replace(salt=None, sealed=None) if link.number in gone else link for link in links
    ]

    assert named(bare, head(links), frozenset(gone)) == set()
    assert named(bare, head(links)) == gone


def test_an_entry_written_past_the_head_is_named() -> None:
    links = a_chain()

    assert named(links, head(links[:-1])) == {LENGTH}
