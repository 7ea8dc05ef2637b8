from firsthand.values.claim import Basis
from tests.origins.stories import finding_for, names_for, said, traced

RETURNS = "230,000 suspects were persuaded to return home"


def test_a_figure_passed_on_by_a_report_is_its_first_speakers() -> None:
    passed_on = said("Ostria", RETURNS, by="Daily", through=("River Watch",))

    finding = finding_for(traced(passed_on), passed_on)

    assert names_for(finding) == ["Ostria"]


def test_who_only_passes_words_on_is_no_second_origin() -> None:
    passed_on = said("Ostria", RETURNS, by="River Watch", on="2025-03-01")
    taken_for_own = said("River Watch", RETURNS, by="Daily", on="2025-03-04")

    finding = finding_for(traced(passed_on, taken_for_own), passed_on)

    assert names_for(finding) == ["Ostria"]


def test_a_witness_quoted_by_the_group_and_by_a_paper_is_one_origin() -> None:
    words = "a man at the counter threatened the brother of Anton"
    to_group = said("Anton", words, by="River Watch", basis=Basis.WITNESSED)
    to_paper = said("Anton", words, by="Daily", on="2025-03-09", basis=Basis.WITNESSED)

    finding = finding_for(traced(to_group, to_paper), to_group)

    assert names_for(finding) == ["Anton"]
