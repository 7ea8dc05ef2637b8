from firsthand.origins.tracing import trace
from firsthand.values.body import Bodies, Body
from firsthand.values.claim import Stance
from firsthand.values.echo import Echo, EchoKind, EvidenceKind
from firsthand.values.finding import Trace
from firsthand.values.source import SourceKind
from tests.origins.stories import STATIONS, page, quoting, said, traced


def links(result: Trace) -> dict[tuple[str, str], Echo]:
    return {(echo.derived, echo.root): echo for echo in result.echoes}


def test_a_chain_that_names_a_page_with_the_same_words_cites_it() -> None:
    report = said("River Watch", on="2025-03-01")
    paper = quoting(report, by="Daily")

    found = links(traced(report, paper))

    echo = found[paper.source.id, report.source.id]
    assert echo.kind is EchoKind.CITES
    assert echo.evidence[0].kind is EvidenceKind.CHAIN


def test_a_page_that_came_out_later_is_not_cited() -> None:
    paper = said("River Watch", by="Daily", on="2025-03-01")
    report = said("River Watch", on="2025-03-09")

    assert links(traced(paper, report)) == {}


def test_a_body_that_spoke_of_other_things_on_its_page_is_not_cited() -> None:
    page_of_police = said("Norvian Police", "a vessel ran aground on Sunday")
    paper = said("Norvian Police", "two men were arrested in Mill Lane", by="Daily")

    assert links(traced(page_of_police, paper)) == {}


def test_words_quoted_from_a_statement_are_a_quote() -> None:
    words = "We have received accounts from several people and we take each of them seriously"
    statement = said("Norvian Police", words, kind=SourceKind.STATEMENT, frame="{words}.")
    paper = said("Norvian Police", words, by="Daily", on="2025-03-02", frame='"{words}," it said.')

    found = links(traced(statement, paper))

    echo = found[paper.source.id, statement.source.id]
    assert echo.kind is EchoKind.QUOTE
    assert EvidenceKind.SHARED_QUOTATION in {evidence.kind for evidence in echo.evidence}


def test_two_papers_that_quote_one_speech_need_not_have_it_from_each_other() -> None:
    words = "we shall not leave this harbour until every one of the gates is open again"
    one = said("Petra Hale", words, by="Daily", frame='"{words}," said Petra Hale.')
    other = said(
        "Petra Hale", words, by="Courier", on="2025-03-02", frame='Petra Hale said: "{words}."'
    )

    assert links(traced(one, other)) == {}


def test_who_copies_a_page_does_not_himself_cite_its_sources() -> None:
    long = (
        "The group met the press in the old customs hall while the rain came down on the quay, "
        "and the chairs ran out before the first slide was on the wall behind the speakers. "
    )
    report = said("River Watch", on="2025-03-01")
    wire = said("River Watch", by="Wire", on="2025-03-02", frame=long + "River Watch says {words}.")
    copy = said(
        "River Watch", by="Portal", on="2025-03-03", frame=long + "River Watch says {words}."
    )

    found = links(traced(report, wire, copy))

    assert set(found) == {
        (wire.source.id, report.source.id),
        (copy.source.id, wire.source.id),
    }


def test_a_link_to_its_address_cites_a_page() -> None:
    report = page("River Watch", "The maps are here.", address="https://watch.example/maps")
    paper = page(
        "Daily",
        "More on the maps tomorrow.",
        on="2025-03-04",
        links=("https://www.watch.example/maps/?from=daily",),
    )

    (echo,) = trace([report, paper], claims=[]).echoes

    assert (echo.derived, echo.root, echo.kind) == (paper.id, report.id, EchoKind.CITES)
    assert echo.evidence[0].kind is EvidenceKind.LINK


def test_any_of_a_bodys_names_names_its_page() -> None:
    bodies = Bodies([Body(name="River Watch", aliases=("RW",))])
    report = said("River Watch", on="2025-03-01")
    paper = said("RW", by="Daily", on="2025-03-05")

    result = trace(
        [report.source, paper.source], claims=[*report.claims, *paper.claims], bodies=bodies
    )

    assert (paper.source.id, report.source.id) in links(result)


def test_a_shared_mistake_leads_to_who_made_it_first() -> None:
    report = said("River Watch", STATIONS, on="2025-03-01", by="Wire")
    wrong = "Ostria has opened 54 service stations in 21 countries"
    first = said("Evening", wrong, on="2025-03-03")
    later = said("Gazette", wrong, on="2025-03-06")

    found = links(traced(report, first, later))

    echo = found[later.source.id, first.source.id]
    assert EvidenceKind.SHARED_MISTAKE in {evidence.kind for evidence in echo.evidence}


def test_a_denial_that_names_a_report_does_not_derive_from_it() -> None:
    report = said("River Watch", STATIONS)
    denial = said(
        "Ostria",
        "There are no such stations",
        on="2025-03-05",
        stance=Stance.DENIES,
        frame="The River Watch report is false. {words}.",
    )

    assert links(traced(report, denial)) == {}
