from pathlib import Path

import pytest
from lxml import html

from firsthand.values.source import Role, Source
from tests.sources.building import PAGE, folder_with, only_source, read, words_as

LINKED_DATA = """<script type="application/ld+json">
[{"@type": "WebPage"}, {"@graph": [{"@type": ["NewsArticle"], "datePublished": "2021-03-04"}]}]
</script>"""


def page(folder: Path, words: str | bytes) -> Source:
    """Read one page."""
    return only_source(read(folder_with(folder, {"a.html": words})))


def test_a_page_gives_its_story_in_order_with_the_role_of_each_block(tmp_path: Path) -> None:
    source = page(tmp_path, PAGE)

    assert [(each.role.value, each.span.within(source.text)[:24]) for each in source.passages] == [
        ("title", "Council closes ferry lin"),
        ("caption", "The last ferry at dawn."),
        ("body", "The council of Tarn Holl"),
        ("heading", "Union goes to court"),
        ("body", "“Nobody asked us,” said "),
        ("body", "The harbour office did n"),
        ("credit", "With files from The Nort"),
    ]


def test_a_page_tells_its_publisher_day_author_language_and_address(tmp_path: Path) -> None:
    source = page(tmp_path, PAGE)

    assert source.publisher == "The Echo"
    # The day where it was published, whatever the hour elsewhere.
    assert str(source.published_on) == "2023-05-01"
    assert source.author == "Ana Reyes"
    assert source.lang == "en"
    assert source.address == "https://echo.example/ferry"


def test_a_body_named_as_author_and_a_credit_line_are_credits(tmp_path: Path) -> None:
    source = page(tmp_path, PAGE)

    assert source.credits == ("The Northern Wire",)


def test_links_in_the_story_are_kept_in_full_and_others_are_not(tmp_path: Path) -> None:
    source = page(tmp_path, PAGE)

    assert source.links == ("https://echo.example/plan",)


def test_each_passage_leads_back_to_an_element_that_holds_its_words(tmp_path: Path) -> None:
    source = page(tmp_path, PAGE)
    tree = html.document_fromstring(PAGE.encode())

    for passage in source.passages:
        (element,) = tree.xpath(passage.place)
        words = passage.span.within(source.text)
        assert words.split()[0] in element.text_content()
        assert words.split()[-1] in element.text_content()


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2021-03-04T08:00:00Z">', "2021-03-04"),
        ('<meta name="DC.date.issued" content="2021-03-04">', "2021-03-04"),
        ('<meta itemprop="datePublished" content="March 4, 2021">', "2021-03-04"),
        ('<script type="application/ld+json">{broken</script>', "None"),
        (LINKED_DATA, "2021-03-04"),
    ],
)
def test_the_day_is_found_wherever_a_page_says_it(tmp_path: Path, head: str, day: str) -> None:
    words = f"<html><head>{head}</head><body><p>The council said no to the ferry.</p></body></html>"

    assert str(page(tmp_path, words).published_on) == day


def test_a_time_element_in_the_article_dates_a_page_without_other_facts(tmp_path: Path) -> None:
    words = (
        "<html><body><time datetime='2024-01-01'>now</time><article><time datetime='2021-03-04'>"
        "4 March</time><p>The council said no to the ferry line.</p></article></body></html>"
    )

    assert str(page(tmp_path, words).published_on) == "2021-03-04"


def test_the_site_name_is_read_off_the_title_where_nothing_else_tells_it(tmp_path: Path) -> None:
    words = (
        "<html><head><title>Ferry closed - The Tarn Echo</title></head><body><h1>Ferry closed</h1>"
        "<p>The council said no to the ferry line on Monday.</p></body></html>"
    )

    assert page(tmp_path, words).publisher == "The Tarn Echo"


def test_line_breaks_that_end_a_sentence_part_paragraphs(tmp_path: Path) -> None:
    words = (
        "<html><body><p>The council said no.<br>The union said<br>that it would sue.<br><br>"
        "The harbour office kept silent about it.</p></body></html>"
    )

    assert words_as(Role.BODY, page(tmp_path, words)) == [
        "The council said no.",
        "The union said that it would sue.",
        "The harbour office kept silent about it.",
    ]


def test_words_that_a_reader_never_sees_are_no_part_of_the_story(tmp_path: Path) -> None:
    words = (
        "<html><body><p>The council said no to the ferry line.</p>"
        "<p hidden>Hidden one.</p><p style='display: none'>Hidden two.</p>"
        "<script>hidden('three')</script><template><p>Hidden four.</p></template></body></html>"
    )

    assert "idden" not in page(tmp_path, words).text


def test_a_wrapper_named_after_a_side_bar_does_not_swallow_the_story(tmp_path: Path) -> None:
    words = PAGE.replace("<main>", '<main><div class="layout with-sidebar related-wrap">').replace(
        "</main>", "</div></main>"
    )

    assert len(words_as(Role.BODY, page(tmp_path, words))) == 3


def test_a_page_in_gb2312_is_read_as_it_declares(tmp_path: Path) -> None:
    words = (
        '<html><head><meta charset="gb2312"><title>渡轮停航</title></head><body><h1>渡轮停航</h1>'
        "<p>市政府周一表示，已关闭渡轮航线。工会说将向法院提起诉讼。</p></body></html>"
    )

    source = page(tmp_path, words.encode("gb18030"))

    assert source.title == "渡轮停航"
    assert source.lang == "zh"


def test_a_page_nested_without_end_is_read_or_refused_but_never_fells_the_reader(
    tmp_path: Path,
) -> None:
    deep = "<div>" * 100_000 + "<p>The council said no to the ferry line.</p>"
    folder_with(tmp_path, {"deep.html": f"<html><body>{deep}", "good.html": PAGE})

    reading = read(tmp_path)

    assert "good.html" in [source.file for source in reading.sources]
    assert len(reading.sources) + len(reading.refusals) == 2


def test_a_page_made_of_nothing_but_divisions_is_read_like_any_other(tmp_path: Path) -> None:
    words = """<html><head><title>Minister closes three desks – The Odel Post</title></head><body>
    <div class="menu"><div>Home</div><div>World</div></div><div class="content">
    <div class="headline">Minister closes three desks</div>
    <div class="byline">Rolf Dane, Staff Reporter</div><div class="date">3 October 2021</div>
    <div class="txt">The interior minister of Odelia has ordered three desks to close.</div>
    <div class="txt">"We were never asked," the minister, Sunniva Aker, said on Friday.</div>
    <div class="photo"><div class="photo-caption">The minister in parliament.</div></div>
    <div class="txt">Kessria called the order <b>unfriendly</b> and said it would answer.</div>
    <div class="more"><div>More from the Post</div><div><a href="/x">Gull steals ring</a></div>
    <div>A gull made off with a wedding ring on Saturday, minutes before the vows.</div></div>
    </div><div class="foot">Copyright 2021 The Odel Post</div></body></html>"""

    source = page(tmp_path, words)

    assert source.publisher == "The Odel Post"
    assert [(each.role.value, each.span.within(source.text)[:12]) for each in source.passages] == [
        ("title", "Minister clo"),
        ("credit", "Rolf Dane, S"),
        ("body", "The interior"),
        ("body", '"We were nev'),
        ("caption", "The minister"),
        ("body", "Kessria call"),
    ]


def test_the_words_of_readers_and_lists_of_other_stories_are_no_part_of_it(tmp_path: Path) -> None:
    words = PAGE.replace(
        "</article>",
        '</article><div class="comments"><h2>Comments</h2><p>The union lies again.</p></div>'
        '<aside><h2>Most read</h2><ul><li><a href="/1">Goose wins race</a></li></ul></aside>',
    )

    source = page(tmp_path, words)

    assert "lies again" not in source.text
    assert "Goose" not in source.text
    assert len(words_as(Role.BODY, source)) == 3


def test_a_page_laid_out_in_a_table_keeps_its_menu_apart_from_its_words(tmp_path: Path) -> None:
    words = """<html><body><table><tr><td><a href="/">Home</a><br><a href="/n">News</a></td>
    <td><b>Remarks on desks abroad</b><br><br>Question: Does Kessria keep desks abroad?<br><br>
    Answer: There are no such desks, and there never were any.</td></tr></table></body></html>"""

    source = page(tmp_path, words)

    assert "Home" not in source.text
    assert source.text.endswith(
        "Question: Does Kessria keep desks abroad?\n\n"
        "Answer: There are no such desks, and there never were any."
    )
