from dataclasses import replace
from datetime import date

import pytest

from firsthand.drawings.plain import counts_line, finding_line
from firsthand.values.act import ActKind, OfficialAct
from firsthand.values.claim import Basis
from firsthand.values.finding import Dispute, Finding, Origin, Support
from tests.drawings.a_case import a_case


def origin(name: str, basis: Basis = Basis.OWN_INQUIRY) -> Origin:
    return Origin(name=name, party=name, basis=basis, claims=("c",), sources=("s",))


def finding(support: Support, *origins: Origin, repeated_by: int = 0) -> Finding:
    return Finding(
        id="f", proposition="p", supports=(), denies=(), beside=(), origins_for=origins,
        origins_against=(), support=support, support_reason="", dispute=Dispute.UNDISPUTED,
        dispute_reason="", repeated_by=repeated_by,
    )  # fmt: skip


def test_the_three_lines_read_as_one_sentence() -> None:
    opened_on = OfficialAct(kind=ActKind.INVESTIGATION_OPENED, by="Velmark police",
                            on=date(2022, 10, 26), claims=())  # fmt: skip
    held = finding(Support.CORROBORATED, origin("River Watch"), origin("Court"), repeated_by=9)
    held = replace(held, dispute=Dispute.DENIED_BY_ACCUSED, course=(opened_on,))

    assert finding_line(held) == (
        "corroborated by 2 origins (9 sources repeat them) · denied by the party accused · "
        "investigated since 2022-10-26"
    )


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (finding(Support.NONE), "no origin for it · undisputed"),
        (
            finding(Support.SINGLE_ORIGIN, origin("River Watch"), repeated_by=7),
            "single origin, River Watch (7 sources repeat it) · undisputed",
        ),
        (
            finding(Support.SINGLE_ORIGIN, origin("Daily"), repeated_by=1),
            "single origin, Daily (1 source carries it) · undisputed",
        ),
        (
            finding(Support.SEVERAL_ORIGINS, origin("A"), origin("B"), repeated_by=2),
            "2 origins, independence not shown (2 sources repeat them) · undisputed",
        ),
        (
            finding(Support.WITHDRAWN, origin("A"), repeated_by=3),
            "withdrawn by its origin (3 sources repeat it) · undisputed",
        ),
    ],
)
def test_each_support_has_its_words(held: Finding, words: str) -> None:
    line = finding_line(held)

    assert line == words


def test_an_origin_without_a_basis_is_not_counted_as_corroborating() -> None:
    held = finding(
        Support.CORROBORATED,
        origin("River Watch"),
        origin("Court"),
        origin("Daily", Basis.NOT_STATED),
        repeated_by=3,
    )

    assert finding_line(held).startswith("corroborated by 2 origins (3 sources repeat them)")


def test_only_the_latest_act_of_each_authority_is_told() -> None:
    held = a_case().findings[0]

    assert finding_line(held).endswith(
        " · ordered closed on 2023-05-02 (Harbour authority), "
        "investigation closed on 2025-09-26 (Velmark police)"
    )


def test_a_name_cannot_steer_the_terminal() -> None:
    held = finding(Support.SINGLE_ORIGIN, origin("River\x1b[2J\u202eWatch\r\n"), repeated_by=2)

    line = finding_line(held)

    assert line.isprintable()
    assert "River\\x1b[2J\\u202eWatch" in line


def test_a_case_is_counted_in_a_sentence() -> None:
    line = counts_line(a_case())

    assert line == "10 sources, 5 findings, 5 origins; as of 2025-10-01"
