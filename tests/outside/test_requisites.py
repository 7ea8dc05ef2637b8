import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.outside.exchanges import plain_address
from firsthand.outside.requisites import needs_of_page, needs_of_stylesheet

HERE = "https://news.example/story/"


@pytest.mark.parametrize(
    ("tag", "addresses"),
    [
        ('<link rel="stylesheet" href="a.css">', ["a.css"]),
        ('<link rel="alternate stylesheet" href="a.css">', ["a.css"]),
        ('<link rel="preconnect" href="https://tracker.example/">', []),
        ('<script src="a.js"></script>', []),
        ('<img src="a.png#part">', ["a.png"]),
        ('<img src="data:image/png;base64,AAAA">', []),
        ('<img src="javascript:alert(1)"><img src="file:///etc/passwd">', []),
        ('<img src="a.png"><img src="a.png">', ["a.png"]),
        ('<img src="a.png" srcset="b.png 1x, c.png 2x">', ["a.png", "b.png", "c.png"]),
        ('<picture><source srcset="d.webp"><img src="a.png"></picture>', ["a.png", "d.webp"]),
        ('<video poster="p.jpg"></video>', ["p.jpg"]),
        ("<div style=\"background: url('e.png')\"></div>", ["e.png"]),
        ("<style>@font-face { src: url(f.woff2) }</style>", ["f.woff2"]),
        ('<base href="/other/"><img src="a.png">', ["../other/a.png"]),
        ('<img src="http://[bad/"><img src="">', []),
    ],
)
def test_a_page_needs_its_stylesheets_pictures_and_fonts(tag: str, addresses: list[str]) -> None:
    needs = needs_of_page(tag.encode(), HERE, "text/html")

    expected = [HERE + a if not a.startswith("..") else HERE[:-6] + a[3:] for a in addresses]
    assert list(needs.requisites) == expected


def test_stylesheets_come_before_pictures_and_choices_last() -> None:
    content = b'<img src="a.png" srcset="b.png 2x"><link rel="stylesheet" href="c.css">'

    needs = needs_of_page(content, HERE, "text/html")

    assert [each.removeprefix(HERE) for each in needs.requisites] == ["c.css", "a.png", "b.png"]


def test_addresses_are_read_in_the_encoding_that_the_server_declares() -> None:
    content = '<title>渡輪</title><img src="渡.png">'.encode("big5")

    needs = needs_of_page(content, HERE, "text/html; charset=big5")

    assert (needs.title, needs.requisites) == ("渡輪", (f"{HERE}渡.png",))


def test_a_stylesheet_needs_what_it_imports_and_shows() -> None:
    needs = needs_of_stylesheet(b"@import 'b.css'; p { background: URL( \"c.png\" ) }", HERE)

    assert [each.removeprefix(HERE) for each in needs] == ["b.css", "c.png"]


@given(st.binary(max_size=400), st.text(max_size=40))
def test_whatever_a_server_sends_reading_its_needs_never_fails(
    content: bytes, media_type: str
) -> None:
    needs = needs_of_page(content, HERE, media_type)
    needs_of_stylesheet(content, HERE)

    assert all(each.startswith(("http://", "https://")) for each in needs.requisites)


@given(st.text(max_size=60))
def test_an_address_spelled_plainly_stays_as_it_is(address: str) -> None:
    plain = plain_address(f"http://news.example/{address}")

    assert plain_address(plain) == plain
