from firsthand.values.finding import Support
from tests.origins.stories import finding_for, names_for, said, traced

POST = "a third post has opened in Halvers above a bakery"


def test_two_that_cite_each_other_are_one_origin_found_by_date() -> None:
    blog = said("Ledger Blog", POST, on="2025-03-30")
    portal = said("Ledger Blog", POST, by="North Portal", on="2025-04-02")
    again = said("North Portal", POST, by="Ledger Blog", on="2025-04-05")

    finding = finding_for(traced(blog, portal, again), blog)

    assert names_for(finding) == ["Ledger Blog"]
    assert finding.support is Support.SINGLE_ORIGIN


def test_a_bare_loop_is_the_first_publishers() -> None:
    portal = said("Ledger Blog", POST, by="North Portal", on="2025-04-02")
    blog = said("North Portal", POST, by="Ledger Blog", on="2025-03-30")

    finding = finding_for(traced(portal, blog), blog)

    assert names_for(finding) == ["Ledger Blog"]
