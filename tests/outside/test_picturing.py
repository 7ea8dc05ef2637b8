import io
import os
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from firsthand.outside.addresses import AddressPolicy
from firsthand.outside.capturing import Captured, CaptureLimits, capture
from firsthand.outside.exchanges import Exchange
from firsthand.outside.picturing import picture_of
from tests.needs import chromium
from tests.outside.pixels import pixels_of, png
from tests.outside.serving import page, redirect, serving

NOON = datetime(2023, 5, 1, 12, tzinfo=UTC)
GREEN, RED, BLUE = (0, 160, 0), (200, 0, 0), (0, 0, 200)
LOOK = page(
    b"@import 'more.css'; body { margin: 0; background: #00a000 } img { display: block }",
    {"Content-Type": "text/css"},
)
MORE = page(b".tall { height: 1500px }", {"Content-Type": "text/css"})
PAGE = page(
    b'<html><head><link rel="stylesheet" href="/look.css"></head><body><img src="/old.png">'
    b'<div class="tall"></div><img loading="lazy" src="/low.png"></body></html>'
)


def picture(colour: tuple[int, int, int]) -> bytes:
    """Make a picture of one colour, 40 pixels each way."""
    return png(40, 40, colour)


ANSWERS = {
    "/a": PAGE,
    "/look.css": LOOK,
    "/more.css": MORE,
    "/old.png": redirect("/new.png"),
    "/new.png": page(picture(RED), {"Content-Type": "image/png"}),
    "/low.png": page(picture(BLUE), {"Content-Type": "image/png"}),
}


def drawn(address: str) -> Captured:
    """Capture a page of this machine with the system's Chromium."""
    browser = Path(chromium())
    return capture(
        address, policy=AddressPolicy.PRIVATE_TOO, now=lambda: NOON, browser=lambda: browser
    )


def exchange(address: str, content: bytes, media_type: str = "text/html") -> Exchange:
    """Make an exchange as it would have been with a server somewhere."""
    return Exchange(
        address=address,
        at=NOON,
        ip="192.0.2.1",
        target="/",
        request_headers=(),
        protocol="HTTP/1.1",
        status=200,
        reason="OK",
        headers=(("Content-Type", media_type),),
        body=content,
        content=content,
    )


def test_the_image_shows_the_whole_page_with_its_stylesheets_and_pictures() -> None:
    with serving(ANSWERS) as server:
        captured = drawn(server.address("/a"))

    assert captured.image_missing is None
    assert captured.image_tool is not None
    assert captured.image_tool.startswith("Chromium ")
    assert captured.image is not None
    pixels = pixels_of(captured.image)
    assert (pixels.width, len(pixels.rows)) == (1280, 1580)
    assert (pixels.at(20, 20), pixels.at(20, 1560)) == (RED, BLUE)
    assert (pixels.at(600, 20), pixels.at(600, 800)) == (GREEN, GREEN)


def test_the_browser_asks_the_server_for_nothing() -> None:
    restless = page(
        b'<html><head><link rel="icon" href="/icon.png"><link rel="preconnect" href="/">'
        b'<link rel="prefetch" href="/next"><link rel="preload" as="image" href="/pre.png">'
        b'<meta http-equiv="refresh" content="0;url=/away"></head>'
        b'<body style="background: #00a000"><iframe src="/frame"></iframe>'
        b"<script>fetch('/told'); document.body.style.background = 'red'</script>"
        b'<object data="/object"></object></body></html>',
        {"Link": "</hinted.css>; rel=preload; as=style"},
    )
    with serving({"/a": restless}) as server:
        captured = drawn(server.address("/a"))
        asked_by_capture = len(server.hosts)
        accepted = server.connections

    assert captured.image is not None
    assert pixels_of(captured.image).at(1000, 700) == GREEN
    assert (asked_by_capture, accepted) == (1, 1)


def test_a_page_under_https_is_drawn_under_its_own_address() -> None:
    site = "https://news.example"
    front = exchange(f"{site}/a b?x='y'", b'<link rel="stylesheet" href="/look.css"><p>Words</p>')
    look = exchange("http://news.example/look.css", b"html { background: #00a000 }", "text/css")

    found = picture_of(front, [front, look], Path(chromium()), at_most_s=30)

    assert found.image is not None
    assert pixels_of(found.image).at(1000, 700) == GREEN


def test_a_page_taller_than_an_image_may_be_is_cut_and_says_so() -> None:
    tower = exchange("https://news.example/", b'<div style="height: 40000px">Tall</div>')

    found = picture_of(tower, [tower], Path(chromium()), at_most_s=30)

    assert found.image is not None
    assert int.from_bytes(found.image[20:24], "big") == 16_384
    assert found.missing is not None
    assert "the image shows the first 16384" in found.missing


def ends_at_once(program: Path) -> None:
    """Write a program that ends before it says anything."""
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")


def hangs(program: Path) -> None:
    """Write a program that says nothing and does not end, with a child that does not either."""
    program.write_text("#!/bin/sh\nsleep 600 &\nsleep 600\n", encoding="utf-8")


def talks_nonsense(program: Path) -> None:
    """Write a program that answers, but not in the browser's words."""
    program.write_text("#!/bin/sh\nprintf 'hello\\0' >&4\nsleep 600\n", encoding="utf-8")


def is_no_program(program: Path) -> None:
    """Write a file that cannot be run."""
    program.write_bytes(b"\x00")


@pytest.mark.parametrize(
    ("writes", "words"),
    [
        (ends_at_once, "it ended before it was done"),
        (hangs, "it did not finish in time"),
        (talks_nonsense, "it answers in no words of a browser"),
        (is_no_program, "it ended before it was done"),
    ],
)
def test_a_browser_that_fails_is_named_and_the_archive_is_kept(
    tmp_path: Path, writes: Callable[[Path], None], words: str
) -> None:
    program = tmp_path / "chromium"
    writes(program)
    program.chmod(0o755)
    before = time.monotonic()
    with serving(ANSWERS) as server:
        captured = capture(
            server.address("/a"),
            policy=AddressPolicy.PRIVATE_TOO,
            limits=CaptureLimits(drawing_s=0.5),
            browser=lambda: program,
        )

    assert captured.image is None
    assert captured.image_missing is not None
    assert words in captured.image_missing
    assert zipfile.is_zipfile(io.BytesIO(captured.wacz))
    assert time.monotonic() - before < 5


def test_the_browser_has_a_home_of_its_own_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = tmp_path / "homes"
    homes.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(homes))
    seen = tmp_path / "seen"
    program = tmp_path / "chromium"
    program.write_text(
        f"#!/bin/sh\nls -ld \"$HOME\" > '{seen}'; pwd > \"$HOME/written\"; echo $$ >> '{seen}'\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    front = exchange("https://news.example/", b"<p>Words</p>")

    picture_of(front, [front], program, at_most_s=5)

    mode, number = seen.read_text("utf-8").splitlines()
    assert mode.startswith("drwx------")
    assert str(homes) in mode
    assert list(homes.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(number), 0)


@pytest.mark.parametrize("length", [1, 90])
def test_the_real_browser_leaves_nothing_behind_wherever_files_may_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    passing = tmp_path / ("x" * length)
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    front = exchange("https://news.example/", b"<p>Words</p>")

    found = picture_of(front, [front], Path(chromium()), at_most_s=30)

    assert found.image is not None
    assert list(passing.iterdir()) == []
