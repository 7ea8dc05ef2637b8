from collections import Counter
from dataclasses import replace

import pytest
from lxml import html as pages

from firsthand.drawings.report import report_html
from firsthand.values.finding import Trace
from firsthand.values.source import Handling
from tests.drawings.a_case import a_case, a_crowd


def page_of(trace: Trace) -> pages.HtmlElement:
    return pages.document_fromstring(report_html(trace, title="Help desks"))


def words_in(place: pages.HtmlElement) -> str:
    return " ".join(place.text_content().split())


@pytest.mark.parametrize("trace", [a_case(), a_crowd(1), a_crowd(300)])
def test_every_link_within_the_page_leads_somewhere_and_to_one_place(trace: Trace) -> None:
    page = page_of(trace)

    places = Counter(page.xpath("//@id"))
    links = {link[1:] for link in page.xpath("//@href") if link.startswith("#")}

    assert [name for name, times in places.items() if times > 1] == []
    assert sorted(links - set(places)) == []


def test_each_finding_prints_its_three_lines_with_their_reasons() -> None:
    case = a_case()

    page = page_of(case)
    cards = {words_in(card.find(".//h3")): words_in(card) for card in page.find_class("finding")}

    for finding in case.findings[:4]:
        card = cards[finding.proposition]
        assert finding.support_reason in card
        assert finding.dispute_reason in card
        assert finding.course_reason in card


def test_each_claim_of_a_finding_stands_there_in_its_own_words() -> None:
    case = a_case()
    claims = {claim.id: claim for claim in case.claims}

    page = page_of(case)
    cards = page.find_class("finding")

    for finding in case.findings:
        card = next(words_in(c) for c in cards if finding.proposition in words_in(c))
        for claim_id in (*finding.supports, *finding.denies, *finding.beside):
            assert claims[claim_id].text in card


def test_a_nested_claim_shows_its_whole_chain() -> None:
    page = page_of(a_case())

    chains = [words_in(chain) for chain in page.find_class("chain")]

    assert "Harbour Daily says that River Watch says that Interior Ministry" in chains


def test_what_is_said_once_stands_in_the_speakers_own_words() -> None:
    page = page_of(a_case())

    (card,) = page.find_class("brief")

    assert (
        words_in(card.find(".//h3"))
        == "the desks renew driving licences”, a service no treaty covers"
    )
    assert "Taken to say: No treaty covers the renewal of licences abroad" in words_in(card)


def test_copies_in_the_same_words_are_told_in_one_place() -> None:
    page = page_of(a_case())

    twins = [words_in(twin) for twin in page.find_class("same-words")]

    assert twins == ["In the same words: Harbour Daily 2022-10-24"]


def test_a_figure_that_changed_names_each_value_and_who_carries_it() -> None:
    page = page_of(a_case())

    rows = [words_in(row) for row in page.get_element_by_id("figures").findall(".//tbody/tr")]

    assert rows == [
        (
            "countries with help desks30country2022-09-12River Watch 2022-09-12, Harbour Daily "
            "2022-10-24, Evening Star 2022-10-24, La Lanterne 2022-11-15"
        ),
        "21country2022-11-02Valley Courier 2022-11-02",
    ]


def test_every_source_shows_its_text_and_its_digest() -> None:
    case = a_case()

    page = page_of(case)
    shown = [words_in(card) for card in page.find_class("source")]

    for source, card in zip(case.sources, shown, strict=True):
        assert source.sha256[:16] in card
        assert source.passages[0].span.within(source.text) in card


def test_a_case_with_guarded_sources_says_so_at_its_head() -> None:
    case = a_case()
    guarded = replace(case.sources[0], handling=Handling.CONFIDENTIAL)

    page = page_of(replace(case, sources=(guarded, *case.sources[1:])))

    (warning,) = page.find_class("guarded")
    assert words_in(warning).startswith("Not for publication.")


def test_the_tree_is_told_in_words_as_well() -> None:
    page = page_of(a_case())

    told = words_in(page.get_element_by_id("echoes").find_class("tree-list")[0])

    assert "Evening Star, 2022-10-24 copies Harbour Daily" in told
    assert "Valley Courier, 2022-11-02 rewrites Harbour Daily; also cites River Watch" in told


def test_the_same_trace_makes_the_same_page() -> None:
    first = report_html(a_case(), title="Help desks")
    second = report_html(a_case(), title="Help desks")

    assert first == second
