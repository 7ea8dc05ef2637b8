import re
from dataclasses import replace

import pytest

from firsthand.drawings.report import report_html
from firsthand.values.finding import ProposedMerge, Trace
from firsthand.values.source import Role
from tests.drawings.a_case import a_case
from tests.drawings.building import said, source
from tests.drawings.opened import Opener

ATTACKS = [
    "</script><script>document.title='owned'</script>",
    "</style><style>body{display:none}</style>",
    "<svg onload=\"document.title='owned'\">",
    "<img src=x onerror=\"document.title='owned'\">",
    "<iframe src=https://evil.example></iframe>",
    '"><a href=javascript:alert(1) autofocus onfocus=alert(1)>',
    "' onmouseover='document.title=`owned`' x='",
    "{{ 7 * 7 }}{% include 'x' %}${7*7}",
    "<!--<script>--><meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example/><link rel=stylesheet href=https://evil.example/x.css>",
    "<form action=https://evil.example><button>Go on</button></form>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img onerror=1&gt;'>",
]
UNFOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true })"


def poisoned(words: str) -> Trace:
    """Put the same words wherever a source's own string can stand."""
    case = a_case()
    bad = source(words, ((Role.TITLE, words), (Role.BODY, f"{words} said {words}.")),
                 on="2024-01-01", lang=words, address=words)  # fmt: skip
    bad = replace(bad, kind_as_given=words, author=words, credits=(words,), file=words)
    claim = replace(said(bad, words, words), hedges=(words,), entities=(words,))
    first = case.findings[0]
    hurt = replace(
        first,
        proposition=words,
        support_reason=words,
        dispute_reason=words,
        course_reason=words,
        supports=(claim.id, *first.supports),
        origins_for=tuple(
            replace(o, name=words, party=f"{words} party", claims=(claim.id, *o.claims),
                    sources=(bad.id, *o.sources))
            for o in first.origins_for
        ),
        course=tuple(replace(act, by=words) for act in first.course),
        changed_figures=tuple(
            replace(figure, what=words, unit=words) for figure in first.changed_figures
        ),
    )  # fmt: skip
    return replace(
        case,
        sources=(*case.sources, bad),
        claims=(*case.claims, claim),
        echoes=(
            *case.echoes,
            replace(
                case.echoes[0],
                derived=bad.id,
                evidence=tuple(replace(e, detail=words) for e in case.echoes[0].evidence),
            ),
        ),
        findings=(hurt, *case.findings[1:]),
        proposed_merges=(ProposedMerge(left=words, right=first.id, reason=words),),
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_markup_in_a_source_is_shown_and_never_obeyed(opened: Opener, attack: str) -> None:
    html = report_html(poisoned(attack), title=attack)

    report = opened(html)
    report.page.evaluate(UNFOLD)
    body = report.page.inner_text("main")

    assert len(report.requests) == 1
    assert report.complaints == []
    assert report.page.title().startswith(attack[:60])
    assert " ".join(attack.split()) in " ".join(body.split())
    assert report.page.locator("script").count() == 1
    assert (
        report.page.locator("img, iframe, object, embed, base, main form:not(.filters)").count()
        == 0
    )


def test_even_a_script_that_got_in_would_not_run(opened: Opener) -> None:
    html = report_html(a_case(), title="Help desks")

    report = opened(html.replace("</main>", "<script>document.title = 'owned'</script></main>"))

    assert report.page.title() == "Help desks · Firsthand report"
    assert any("Content Security Policy" in complaint for complaint in report.complaints)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "https://good.example@evil.example/",
        "https://evil.example/\u202egpj.exe",
        "java\nscript:alert(1)",
        "https:///no-host",
        "http://[bad",
    ],
)
def test_only_plain_web_addresses_become_links(address: str) -> None:
    case = a_case()
    sources = (replace(case.sources[0], address=address), *case.sources[1:])

    html = report_html(replace(case, sources=sources), title="Help desks")
    leading_out = re.findall(r'href="([^"#]+)"', html)

    assert set(leading_out) <= {
        "data:,",
        "https://harbourdaily.example/2022/10/24/kestrin-desks?from=front",
    }


def test_links_out_tell_nobody_where_they_were_followed_from() -> None:
    html = report_html(a_case(), title="Help desks")

    links = re.findall(r'<a href="http[^>]+>', html)

    assert links
    assert all('rel="noreferrer' in link for link in links)


def test_words_cannot_turn_their_line_around(opened: Opener) -> None:
    html = report_html(poisoned("River\u202ehctaW\u2066\u0000 \ud800"), title="Help\u202edesks")

    report = opened(html)

    assert not re.search("[\u0000\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)
    assert "River[U+202E]hctaW" in report.page.locator("main").inner_text()


def test_a_word_of_ten_megabytes_is_cut_and_the_cut_is_said(opened: Opener) -> None:
    html = report_html(poisoned("a" * 10_000_000), title="b" * 10_000_000)

    report = opened(html, width=320)

    assert len(html) < 1_000_000
    assert "more characters]" in html
    assert "writes it out whole" in html
    assert report.page.evaluate("document.documentElement.scrollWidth") <= 320
