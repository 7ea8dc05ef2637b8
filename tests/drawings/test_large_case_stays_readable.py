from dataclasses import replace

from firsthand.drawings.case_page import FULL_FINDINGS, FULL_TEXTS
from firsthand.drawings.report import report_html
from firsthand.values.finding import Trace
from firsthand.values.source import Role
from tests.drawings.a_case import a_case, a_crowd
from tests.drawings.building import said, source


def many_findings(number: int) -> Trace:
    case = a_case()
    copies = tuple(replace(case.findings[0], id=f"fnd-{n}") for n in range(number))
    return replace(case, findings=copies, proposed_merges=())


def test_findings_past_the_limit_are_counted_and_not_hidden() -> None:
    html = report_html(many_findings(FULL_FINDINGS + 3), title="Many")

    assert html.count('<article class="finding"') == FULL_FINDINGS
    assert "3 further findings of this case do not fit on this page." in html


def test_texts_past_the_limit_are_counted_and_not_hidden() -> None:
    html = report_html(a_crowd(300), title="A crowd")

    assert html.count('<details class="text-fold">') == FULL_TEXTS
    assert "Texts of 200 sources are shown" in html


def test_sources_with_words_in_findings_are_shown_first() -> None:
    case = a_crowd(FULL_TEXTS)
    silent = tuple(source(f"Silent {n}", ((Role.BODY, "nothing"),), on=None) for n in range(50))

    html = report_html(replace(case, sources=(*silent, *case.sources)), title="A crowd")

    assert html.count('<details class="text-fold">') == FULL_TEXTS
    assert "nothing</p>" not in html


def test_ten_thousand_sources_make_a_page_that_opens() -> None:
    papers = [source(f"Paper {n}", ((Role.BODY, f"Desk {n} is shut."),), on="2025-01-01")
              for n in range(10_000)]  # fmt: skip
    claims = tuple(said(held, held.text) for held in papers)
    first = a_case().findings[4]
    findings = tuple(
        replace(first, id=f"fnd-{n}", proposition=claim.text, supports=(claim.id,), origins_for=())
        for n, claim in enumerate(claims)
    )

    html = report_html(
        Trace(sources=tuple(papers), claims=claims, echoes=(), findings=findings),
        title="Ten thousand",
    )

    assert len(html) < 5_000_000
    assert "9,500 further findings of this case do not fit" in html
    assert "Only the first 2,000 sources are listed" in html


def test_a_case_of_nothing_still_makes_a_page() -> None:
    html = report_html(Trace(sources=(), claims=(), echoes=(), findings=()), title="Nothing")

    assert "0 sources, 0 findings, 0 origins." in html
