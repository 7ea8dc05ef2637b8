import pytest

from firsthand.values.body import Body
from firsthand.values.claim import OWN_BASES, Basis
from firsthand.values.finding import Support
from tests.origins.stories import finding_for, names_for, page, quoting, said, traced

SIGN = "a station stands behind the fish market in Port Elm"


def test_two_who_each_saw_for_themselves_corroborate() -> None:
    group = said("River Watch", SIGN, basis=Basis.OWN_INQUIRY)
    radio = said("Harbour Radio", SIGN, basis=Basis.WITNESSED, on="2025-01-10")

    finding = finding_for(traced(group, radio), group)

    assert finding.support is Support.CORROBORATED
    assert "River Watch" in finding.support_reason
    assert "Harbour Radio" in finding.support_reason


@pytest.mark.parametrize("basis", [b for b in Basis if b not in OWN_BASES])
def test_who_states_no_basis_of_his_own_corroborates_nobody(basis: Basis) -> None:
    group = said("River Watch", SIGN, basis=Basis.OWN_INQUIRY)
    paper = said("Daily", SIGN, basis=basis, on="2025-04-01")

    finding = finding_for(traced(group, paper), group)

    assert finding.support is Support.SEVERAL_ORIGINS
    assert "states no basis of its own" in finding.support_reason


def test_two_papers_of_one_owner_do_not_corroborate() -> None:
    owned = (
        Body(name="Daily", owner="Tide Media"),
        Body(name="Evening", owner="Tide Media"),
        Body(name="Tide Media"),
    )
    daily = said("Daily", SIGN, basis=Basis.WITNESSED)
    evening = said("Evening", SIGN, basis=Basis.WITNESSED, on="2025-03-02")

    finding = finding_for(traced(daily, evening, bodies=owned), daily)

    assert finding.support is not Support.CORROBORATED


def test_a_body_and_its_parent_do_not_corroborate() -> None:
    bodies = (Body(name="River Watch"), Body(name="Delta Office", parent="River Watch"))
    parent = said("River Watch", SIGN, basis=Basis.OWN_INQUIRY)
    branch = said("Delta Office", SIGN, basis=Basis.WITNESSED)

    finding = finding_for(traced(parent, branch, bodies=bodies), parent)

    assert finding.support is not Support.CORROBORATED


def test_two_papers_that_read_one_memo_do_not_corroborate() -> None:
    daily = said("Daily", SIGN, basis=Basis.OWN_DOCUMENT, frame="{words}, a memo seen by us shows.")
    courier = said(
        "Courier", SIGN, basis=Basis.OWN_DOCUMENT, on="2025-03-02", frame="A memo says {words}."
    )

    finding = finding_for(traced(daily, courier), daily)

    assert finding.support is Support.SEVERAL_ORIGINS
    assert "one document" in finding.support_reason


def test_two_who_read_different_documents_corroborate() -> None:
    daily = said("Daily", SIGN, basis=Basis.OWN_DOCUMENT, frame="{words}, the lease shows.")
    courier = said(
        "Courier", SIGN, basis=Basis.OWN_DOCUMENT, on="2025-03-02", frame="A photo shows {words}."
    )

    finding = finding_for(traced(daily, courier), daily)

    assert finding.support is Support.CORROBORATED


def test_a_copy_that_kept_the_words_we_saw_does_not_corroborate() -> None:
    story = (
        "Our reporter went to Port Elm on Monday and walked the length of the quay twice before "
        "noon, and near the ice house she asked two crews what they knew of it. "
    )
    first = said("Daily", SIGN, basis=Basis.WITNESSED, frame=story + "{words}.")
    copy = said("Portal", SIGN, basis=Basis.WITNESSED, on="2025-03-02", frame=story + "{words}.")

    finding = finding_for(traced(first, copy), first)

    assert names_for(finding) == ["Daily"]
    assert finding.support is Support.SINGLE_ORIGIN


def test_one_who_tells_of_another_bodys_act_has_no_own_act() -> None:
    order = "Norvia ordered the station in Port Elm to close"
    authority = said("Norvia", order, basis=Basis.OWN_ACT)
    paper = said("Daily", order, basis=Basis.OWN_ACT, on="2025-03-02")

    finding = finding_for(traced(authority, paper), authority)

    assert finding.support is not Support.CORROBORATED


def test_quoting_oneself_in_another_paper_adds_nothing() -> None:
    report = said("River Watch", SIGN, basis=Basis.OWN_INQUIRY)
    again = quoting(report, by="Daily", basis=Basis.OWN_INQUIRY)

    finding = finding_for(traced(report, again), report)

    assert finding.support is Support.SINGLE_ORIGIN


def test_pages_without_claims_change_nothing() -> None:
    report = said("River Watch", SIGN)

    result = traced(report)

    assert page("Nobody", "").text == ""
    assert len(result.findings) == 1
