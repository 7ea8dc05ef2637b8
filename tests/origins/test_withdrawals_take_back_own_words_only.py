from firsthand.values.claim import Basis, Stance
from firsthand.values.finding import Support
from tests.origins.stories import STATIONS, Told, finding_for, names_for, quoting, said, traced

OFFICERS = "two officers of Ostria staffed the post in Quay Bay"


def withdrawn(speaker: str, words: str, on: str = "2025-05-01") -> Told:
    return said(speaker, words, on=on, stance=Stance.WITHDRAWS)


def test_a_claim_whose_only_origin_withdraws_is_withdrawn() -> None:
    report = said("River Watch", OFFICERS)
    paper = quoting(report, by="Daily")
    back = withdrawn("River Watch", OFFICERS)

    finding = finding_for(traced(report, paper, back), report)

    assert finding.support is Support.WITHDRAWN
    assert back.claim.id in finding.denies


def test_a_withdrawal_counts_only_for_who_withdraws() -> None:
    group = said("River Watch", OFFICERS, basis=Basis.OWN_INQUIRY)
    radio = said("Harbour Radio", OFFICERS, basis=Basis.WITNESSED)
    back = withdrawn("River Watch", OFFICERS)

    finding = finding_for(traced(group, radio, back), group)

    assert names_for(finding) == ["Harbour Radio"]
    assert finding.support is Support.SINGLE_ORIGIN
    assert "River Watch took it back" in finding.support_reason


def test_nobody_can_withdraw_anothers_words() -> None:
    report = said("River Watch", OFFICERS)
    stranger = withdrawn("Lake Institute", OFFICERS)

    finding = finding_for(traced(report, stranger), report)

    assert finding.support is Support.SINGLE_ORIGIN


def test_the_rest_of_a_report_is_not_withdrawn_with_one_sentence() -> None:
    report = said("River Watch", OFFICERS) + said("River Watch", STATIONS)
    back = withdrawn("River Watch", OFFICERS)

    result = traced(report, back)

    kept = Told(source=report.source, claims=report.claims[1:])
    assert finding_for(result, kept).support is Support.SINGLE_ORIGIN


def test_a_withdrawal_is_no_denial_by_a_third_party() -> None:
    report = said("River Watch", OFFICERS)
    back = withdrawn("River Watch", OFFICERS)

    finding = finding_for(traced(report, back), report)

    assert finding.origins_against == ()
