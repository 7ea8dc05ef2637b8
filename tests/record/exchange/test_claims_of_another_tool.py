import io
import json
from typing import Any

import pytest

from firsthand.record.exchange.arrived import Arrived
from firsthand.record.exchange.from_contract import Held, arrived_in
from firsthand.values.contract import contract_of
from firsthand.values.errors import BadImport, NewerCase
from firsthand.values.finding import Trace
from tests.record.exchange.saying import TEXT, WORDS, a_claim, a_source

HERE = Held(id="s-here", file="april/story.txt", text=TEXT)


def told(**claim: object) -> dict[str, Any]:
    trace = Trace(sources=(a_source(),), claims=(a_claim(),), echoes=(), findings=())
    spelled = contract_of(trace)
    spelled["claims"][0] |= claim
    return spelled


def read(spelled: object, known: dict[str, str] | None = None) -> Arrived:
    return arrived_in(
        io.BytesIO(json.dumps(spelled).encode()), held={"ab" * 32: [HERE]}, known=known or {}
    )


def test_a_claim_whose_spans_fit_comes_in_on_our_source() -> None:
    (added,) = read(told()).claims

    assert (added.claim.source, added.claim.text, added.claim.stance) == (
        "s-here",
        WORDS,
        "alleges",
    )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": "other words"}, "its words are not what stands at its spans"),
        ({"content": [[0, 4000]]}, "its spans are not in the source's text"),
        ({"content": []}, "its spans are not in the source's text"),
        ({"content": [[5, 5]]}, "its spans are not in the source's text"),
        ({"source": "s-other"}, "no source with this SHA-256"),
        ({"chain": []}, "names no speaker"),
        ({"id": "x" * 65}, "longer than 64"),
    ],
)
def test_a_claim_that_does_not_fit_is_refused_by_name(change: dict[str, Any], why: str) -> None:
    arrived = read(told(**change))

    assert arrived.claims == ()
    assert why in arrived.left_out[0]
    assert arrived.left_out[0].startswith("claim ")


def test_a_claim_that_is_here_already_is_not_added_twice() -> None:
    arrived = read(told(), known={"c-1": WORDS})

    assert (arrived.claims, arrived.known, arrived.left_out) == ((), 1, ())


def test_another_claim_of_the_same_id_is_refused() -> None:
    arrived = read(told(), known={"c-1": "something else"})

    assert "another claim of this id" in arrived.left_out[0]


@pytest.mark.parametrize(
    ("spelled", "says"),
    [
        ([], "not the machine contract"),
        ({"claims": []}, "version"),
        (told(stance="shouts"), r"claims\[0\].stance"),
        (told(content=[["a", 1]]), r"claims\[0\].content"),
        (told(confidence="high"), r"claims\[0\].confidence"),
    ],
)
def test_what_is_no_contract_is_named_by_its_field(spelled: object, says: str) -> None:
    with pytest.raises(BadImport, match=says):
        read(spelled)


def test_a_newer_contract_is_told_apart() -> None:
    with pytest.raises(NewerCase, match="version 2"):
        read({**told(), "version": 2})
