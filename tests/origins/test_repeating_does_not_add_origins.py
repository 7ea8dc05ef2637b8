from firsthand.values.claim import Basis
from firsthand.values.finding import Support
from tests.origins.stories import finding_for, names_for, quoting, said, traced


def test_two_papers_quoting_one_report_count_once() -> None:
    report = said("River Watch", on="2025-03-01", basis=Basis.OWN_INQUIRY)
    papers = [quoting(report, by="Daily"), quoting(report, by="Courier")]

    finding = finding_for(traced(report, *papers), report)

    assert names_for(finding) == ["River Watch"]
    assert finding.support is Support.SINGLE_ORIGIN
    assert finding.repeated_by == 3


def test_a_hundred_papers_are_still_one_origin() -> None:
    report = said("River Watch", basis=Basis.OWN_INQUIRY)
    papers = [quoting(report, by=f"Paper {number}") for number in range(100)]

    finding = finding_for(traced(report, *papers), report)

    assert finding.support is Support.SINGLE_ORIGIN
    assert "101 sources" in finding.support_reason


def test_the_origin_stands_where_its_own_page_is_not_in_the_case() -> None:
    report = said("River Watch", by="Daily")
    again = said("River Watch", by="Courier")

    finding = finding_for(traced(report, again), report)

    assert names_for(finding) == ["River Watch"]
