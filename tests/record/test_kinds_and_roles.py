import dataclasses
from typing import get_type_hints

import msgspec
import pytest

from firsthand.record.by_hand import BY_HAND, entry_by_hand, fields_as_told
from firsthand.record.contents.kinds import KINDS, read_content, spelled
from firsthand.record.contents.of_case import RoleGiven
from firsthand.record.contents.of_findings import Judged, Verdict
from firsthand.record.entry import Author, CaseRole
from firsthand.record.permissions import least_role, require_leave
from firsthand.values.errors import BadEntry, NotAllowed


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_typed_has_a_role_and_says_what_it_is(kind: str) -> None:
    content = KINDS[kind]

    assert least_role(content) in set(CaseRole)
    assert dataclasses.is_dataclass(content)
    assert content.__doc__
    assert get_type_hints(content)
    assert msgspec.json.Decoder(content)


def test_a_content_is_spelled_in_one_way_and_read_back() -> None:
    judged = Judged(subject="c1", verdict=Verdict.CANNOT_TELL, anchors=("c2",))

    assert read_content("judged", spelled(judged)) == judged
    assert spelled(judged) == b'{"subject":"c1","verdict":"cannot tell","anchors":["c2"]}'


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_roles_below_the_least_may_not_write_a_kind(kind: str) -> None:
    content = KINDS[kind]
    least = least_role(content)
    bare = object.__new__(content)

    for role in CaseRole:
        author = Author(name="Bo", role=role)
        if role.reaches(least):
            require_leave(author, bare)
        else:
            with pytest.raises(NotAllowed, match=least.value):
                require_leave(author, bare)


def test_what_only_the_program_writes_cannot_be_written_by_hand() -> None:
    for kind in sorted(KINDS.keys() - {content.kind for content in BY_HAND}):
        with pytest.raises(BadEntry, match="by the program alone"):
            entry_by_hand(kind, {})


@pytest.mark.parametrize(
    ("kind", "told", "said"),
    [
        ("nothing", {}, "no kind of entry"),
        ("judged", {"subject": "c1"}, "verdict"),
        ("judged", {"subject": "c1", "verdict": "perhaps"}, "perhaps"),
        ("judged", {"subject": "c1", "verdict": "accepted", "colour": "red"}, "colour"),
        ("official act", {"act": "charge"}, "by"),
    ],
)
def test_a_wrong_field_is_named(kind: str, told: dict[str, object], said: str) -> None:
    with pytest.raises(BadEntry, match=said):
        entry_by_hand(kind, told)


def test_words_become_fields_by_their_type() -> None:
    told = fields_as_told("role given", [("member", "12"), ("role", "reader")])

    assert entry_by_hand("role given", told) == RoleGiven(member="12", role="reader")
