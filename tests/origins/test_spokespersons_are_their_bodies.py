from firsthand.values.body import Body, BodyKind
from firsthand.values.claim import Basis
from firsthand.values.finding import Support
from tests.origins.stories import OSTRIA, finding_for, names_for, said, traced

WORDS = "the port office was searched on Monday"


def test_a_spokesperson_named_in_the_text_is_her_body() -> None:
    body = said("Harbour Police", WORDS, by="Daily")
    person = said(
        "Dana Wick",
        WORDS,
        by="Courier",
        frame="Harbour Police spokesperson Dana Wick said {words}.",
    )

    finding = finding_for(traced(body, person), body)

    assert names_for(finding) == ["Harbour Police"]


def test_a_person_with_a_post_after_the_name_is_her_body() -> None:
    body = said("River Watch", WORDS, by="Daily")
    person = said(
        "Ina Holt",
        WORDS,
        by="Courier",
        frame="River Watch is known here. Ina Holt, a researcher at River Watch, said {words}.",
    )

    finding = finding_for(traced(body, person), body)

    assert names_for(finding) == ["River Watch"]


def test_a_declared_person_is_the_body_she_belongs_to() -> None:
    bodies = (
        Body(name="River Watch"),
        Body(name="Ina Holt", kind=BodyKind.PERSON, parent="River Watch"),
    )
    body = said("River Watch", WORDS, by="Daily", basis=Basis.OWN_INQUIRY)
    person = said("Ina Holt", WORDS, by="Courier", basis=Basis.WITNESSED)

    finding = finding_for(traced(body, person, bodies=bodies), body)

    assert names_for(finding) == ["River Watch"]
    assert finding.support is Support.SINGLE_ORIGIN


def test_organs_of_one_state_are_one_party() -> None:
    bodies = (
        OSTRIA,
        Body(name="Foreign Ministry of Ostria", state="Ostria"),
        Body(name="Embassy of Ostria", state="Ostria"),
    )
    ministry = said("Foreign Ministry of Ostria", WORDS, basis=Basis.OWN_ACT)
    embassy = said("Embassy of Ostria", WORDS, basis=Basis.WITNESSED, on="2025-03-02")

    finding = finding_for(traced(ministry, embassy, bodies=bodies), ministry)

    assert names_for(finding) == ["Foreign Ministry of Ostria"]
    assert [origin.party for origin in finding.origins_for] == ["Ostria"]


def test_undeclared_organs_of_one_state_are_one_party_by_their_names() -> None:
    embassy = said("Ostrian embassy", WORDS, basis=Basis.WITNESSED)
    consulate = said("consulate of Ostria in Port Elm", WORDS, on="2025-03-02")

    finding = finding_for(traced(embassy, consulate), embassy)

    assert len(names_for(finding)) == 1


def test_initials_in_brackets_are_the_name_before_them() -> None:
    full = said("River Watch", WORDS, by="Daily", frame="River Watch (RW) said {words}.")
    short = said("RW", WORDS, by="Courier", on="2025-03-03")

    finding = finding_for(traced(full, short), full)

    assert names_for(finding) == ["River Watch"]


def test_a_papers_own_reporter_is_the_paper() -> None:
    paper = said("Daily", WORDS, basis=Basis.WITNESSED)
    reporter = said("Our reporter", WORDS, by="Daily", on="2025-03-02", basis=Basis.WITNESSED)

    finding = finding_for(traced(paper, reporter), paper)

    assert names_for(finding) == ["Daily"]
    assert finding.support is Support.SINGLE_ORIGIN
