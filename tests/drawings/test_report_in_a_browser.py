import re

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from firsthand.drawings.report import report_html
from tests.drawings.a_case import a_case, a_crowd
from tests.drawings.opened import Opener

UNFOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true })"


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_is_clean_to_axe(opened: Opener, width: int, scheme: str) -> None:
    report = opened(report_html(a_case(), title="Help desks"), width=width, scheme=scheme)

    report.page.evaluate(UNFOLD)
    found = Axe().run(report.page)

    assert [
        (rule["id"], [node["html"] for node in rule["nodes"]][:3])
        for rule in found.response["violations"]
    ] == []


def test_a_report_asks_for_nothing_but_itself(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"))

    report.page.evaluate(UNFOLD)
    report.page.keyboard.press("j")
    report.page.wait_for_timeout(300)

    assert [url.split("/")[-1] for url in report.requests] == ["report.html"]
    assert report.complaints == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_width_needs_sideways_scrolling(opened: Opener, width: int) -> None:
    report = opened(report_html(a_case(), title="Help desks" * 30), width=width)

    report.page.evaluate(UNFOLD)

    assert report.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_report_can_be_read_without_scripts(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"), script="off")

    heading = report.page.get_by_role("heading", name="runs 54 help desks abroad")

    assert heading.is_visible()
    assert report.page.get_by_text("The so-called help desks do not exist").first.is_visible()
    assert not report.page.locator(".filters").is_visible()
    assert not report.page.locator(".switches").is_visible()


def test_a_link_into_a_folded_text_opens_it(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"))

    report.page.get_by_role("link", name="Read it in Valley Courier").first.click()
    report.page.wait_for_timeout(200)

    assert report.page.locator(".tag:target").is_visible()


def test_the_words_of_a_claim_light_up_where_a_link_leads_to_them(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"))

    report.page.get_by_role("link", name="Read it in Valley Courier").first.click()
    report.page.wait_for_timeout(200)

    assert report.page.locator(".lit").all_text_contents() == [
        "Kestrin’s Interior Ministry runs 54 help desks in 21 countries"
    ]


def test_the_first_tab_stop_skips_to_the_findings(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"))

    report.page.keyboard.press("Tab")
    skip = report.page.evaluate("document.activeElement.textContent")
    report.page.keyboard.press("Enter")
    report.page.wait_for_timeout(200)

    assert skip == "Skip to the findings"
    assert report.page.evaluate("document.activeElement.id") == "findings"


def test_keys_step_from_claim_to_claim_and_can_be_switched_off(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"))
    focused = "document.activeElement.id"

    report.page.keyboard.press("j")
    first = report.page.evaluate(focused)
    report.page.keyboard.press("j")
    second = report.page.evaluate(focused)
    report.page.keyboard.press("k")
    back = report.page.evaluate(focused)
    report.page.get_by_role("button", name="Keys").click()
    report.page.keyboard.press("j")
    off = report.page.evaluate(focused)

    assert re.fullmatch(r"c\d+", first)
    assert second != first
    assert back == first
    assert off == "keys"


def test_findings_are_filtered_by_their_lines(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"))

    report.page.get_by_role("checkbox", name="single origin").uncheck()
    shown = report.page.locator(".finding:visible h3").all_text_contents()
    says = report.page.get_by_role("status").text_content()
    report.page.get_by_role("button", name="Show all").click()
    report.page.wait_for_timeout(50)

    assert [words.strip() for words in shown] == [
        "Staff of the desks rang the families of visitors",
        "The desks do police work",
    ]
    assert says == "2 of 5 findings shown"
    assert report.page.locator(".finding:visible").count() == 5


def test_findings_are_filtered_by_words(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"))

    report.page.get_by_role("searchbox").fill("领事馆")

    assert report.page.locator(".finding:visible").count() == 1


def test_colours_can_be_switched_and_nothing_is_kept(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"), scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"

    light = report.page.evaluate(ground)
    for _ in range(2):
        report.page.get_by_role("button", name="Colours").click()
    dark = report.page.evaluate(ground)
    report.page.reload()

    assert dark != light
    assert report.page.evaluate(ground) == light


def test_a_report_prints_with_every_fold_open(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"), script="off")

    printed = pypdfium2.PdfDocument(report.page.pdf(format="A4"))
    words = " ".join(page.get_textpage().get_text_range() for page in printed)
    printed.close()

    assert "a service no treaty covers" in words
    assert "The same as a list" in words
    assert "https://riverwatch.example/reports/behind-the-counter" in words


@pytest.mark.parametrize("size", [1, 20, 300])
def test_no_names_in_the_drawn_tree_overlap(opened: Opener, size: int) -> None:
    report = opened(report_html(a_crowd(size), title="A crowd"))

    report.page.evaluate(UNFOLD)
    overlaps = report.page.evaluate(
        """() => [...document.querySelectorAll('svg.echo-tree')].flatMap(tree => {
            const boxes = [...tree.querySelectorAll('text')].filter(t => t.textContent.trim())
              .map(t => [t.textContent, t.getBoundingClientRect()]);
            return boxes.flatMap(([a, p], i) => boxes.slice(i + 1)
              .filter(([, q]) => p.left < q.right - 1 && q.left < p.right - 1
                && p.top < q.bottom - 3 && q.top < p.bottom - 3)
              .map(([b]) => `${a} / ${b}`));
        })"""
    )

    assert overlaps == []


def test_right_to_left_words_run_right_to_left_and_no_further(opened: Opener) -> None:
    report = opened(report_html(a_case(), title="Help desks"))

    report.page.evaluate(UNFOLD)
    arabic = report.page.locator("div.text[lang=ar]")
    facts = report.page.locator("article.source", has=arabic).locator(".facts")

    assert arabic.evaluate("place => getComputedStyle(place).direction") == "rtl"
    assert facts.evaluate("place => getComputedStyle(place).direction") == "ltr"
