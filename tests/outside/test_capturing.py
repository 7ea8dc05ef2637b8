import gzip
import hashlib
import io
import json
import re
import socket
import time
import zipfile
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from firsthand.outside.addresses import AddressPolicy
from firsthand.outside.calling import FetchLimits
from firsthand.outside.capturing import Captured, CaptureLimits, capture
from firsthand.outside.fetching import HttpFetcher
from firsthand.sources.limits import MIB
from firsthand.sources.reading import read_sources
from firsthand.values.errors import MissingSource, RefusedAddress, UnsafeSource
from tests.outside.pixels import png
from tests.outside.serving import Answer, page, redirect, serving, status

NOON = datetime(2023, 5, 1, 12, 0, 0, 250_000, tzinfo=UTC)
WORDS = b"""<html><head><title>Ferry closed</title><link rel="stylesheet" href="/look.css"></head>
<body><h1>Ferry closed</h1><p>The council said no to the ferry.</p>
<img src="/map.png"><img src="/gone.png"></body></html>"""
LOOK = page(b"body { background: url('sea.png') }", {"Content-Type": "text/css"})
PICTURE = page(png(4, 4, (200, 0, 0)), {"Content-Type": "image/png"})
ANSWERS = {"/a": page(WORDS), "/look.css": LOOK, "/map.png": PICTURE, "/sea.png": PICTURE}


def no_browser() -> Path | None:
    """Stand for a machine without Chromium."""
    return None


def kept(address: str, *, limits: CaptureLimits | None = None) -> Captured:
    """Capture a page of this machine, at noon, without an image."""
    return capture(
        address,
        policy=AddressPolicy.PRIVATE_TOO,
        limits=limits,
        now=lambda: NOON,
        browser=no_browser,
    )


def archived(captured: Captured) -> list[tuple[str, str, str]]:
    """List an archive's records by kind, address and status, with every digest checked."""
    with zipfile.ZipFile(io.BytesIO(captured.wacz)) as archive:
        warc = io.BytesIO(archive.read("archive/data.warc.gz"))
    listed = []
    for record in ArchiveIterator(warc, check_digests="raise"):
        record.content_stream().read()
        listed.append(
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI") or "",
                record.http_headers.get_statuscode() if record.rec_type == "response" else "",
            )
        )
    return listed


def test_a_captured_page_reads_back_as_the_source_that_was_there(tmp_path: Path) -> None:
    with serving(ANSWERS) as server:
        captured = kept(server.address("/a"))
        fetcher = HttpFetcher(policy=AddressPolicy.PRIVATE_TOO, now=lambda: NOON)
        (live,) = read_sources([server.address("/a")], fetcher=fetcher).sources

    file = tmp_path / "page.wacz"
    file.write_bytes(captured.wacz)
    reading = read_sources([file])
    (source,) = reading.sources

    assert reading.refusals == ()
    assert (source.sha256, source.text) == (live.sha256, live.text)
    assert (source.address, source.captured_at) == (live.address, NOON)


def test_a_capture_says_what_was_asked_and_how_it_was_answered() -> None:
    with serving({**ANSWERS, "/old": redirect("/a")}) as server:
        captured = kept(server.address("/old"))

    assert captured.address_asked == server.address("/old")
    assert captured.address_final == server.address("/a")
    assert (captured.status, captured.captured_at) == (200, NOON)
    assert captured.headers["content-type"] == "text/html"
    assert captured.title == "Ferry closed"
    assert captured.tool.startswith("firsthand ")


def test_the_archive_holds_redirects_requisites_and_what_was_missing() -> None:
    with serving({**ANSWERS, "/old": redirect("/a")}) as server:
        captured = kept(server.address("/old"))
        responses = {(url, code) for kind, url, code in archived(captured) if kind == "response"}

        assert responses == {
            (server.address("/old"), "302"),
            (server.address("/a"), "200"),
            (server.address("/look.css"), "200"),
            (server.address("/sea.png"), "200"),
            (server.address("/map.png"), "200"),
            (server.address("/gone.png"), "404"),
        }
        assert [refusal.file for refusal in captured.refusals] == [server.address("/gone.png")]


def test_each_response_stands_beside_its_request() -> None:
    with serving(ANSWERS) as server:
        records = archived(kept(server.address("/a")))

    assert records[0][0] == "warcinfo"
    pairs = list(zip(records[1::2], records[2::2], strict=True))
    assert all(
        (answer[0], asked[0]) == ("response", "request") and answer[1] == asked[1]
        for answer, asked in pairs
    )


def test_each_part_of_the_archive_has_its_digest() -> None:
    with serving(ANSWERS) as server:
        captured = kept(server.address("/a"))

    with zipfile.ZipFile(io.BytesIO(captured.wacz)) as archive:
        contents = archive.read("datapackage.json")
        listed = json.loads(contents)
        digest = json.loads(archive.read("datapackage-digest.json"))
        parts = {part["path"]: archive.read(part["path"]) for part in listed["resources"]}
        stored = archive.getinfo("archive/data.warc.gz").compress_type

    assert listed["wacz_version"] == "1.1.1"
    assert digest["hash"] == f"sha256:{hashlib.sha256(contents).hexdigest()}"
    assert set(parts) == {"archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"}
    for part in listed["resources"]:
        assert part["hash"] == f"sha256:{hashlib.sha256(parts[part['path']]).hexdigest()}"
        assert part["bytes"] == len(parts[part["path"]])
    assert stored == zipfile.ZIP_STORED


def test_the_index_leads_to_each_record() -> None:
    with serving(ANSWERS) as server:
        captured = kept(server.address("/a"))

    with zipfile.ZipFile(io.BytesIO(captured.wacz)) as archive:
        warc = archive.read("archive/data.warc.gz")
        lines = archive.read("indexes/index.cdx").decode().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 5
    for line in lines:
        _, stamp, words = line.split(" ", 2)
        entry = json.loads(words)
        start, length = int(entry["offset"]), int(entry["length"])
        (record,) = ArchiveIterator(io.BytesIO(warc[start : start + length]))
        assert stamp == "20230501120000"
        assert record.rec_headers.get_header("WARC-Target-URI") == entry["url"]
        assert record.rec_headers.get_header("WARC-Payload-Digest") == entry["digest"]


def in_chunks(handler: BaseHTTPRequestHandler) -> None:
    """Answer packed and in chunks, as busy servers do."""
    packed = gzip.compress(WORDS)
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for part in (packed[:50], packed[50:]):
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
    handler.wfile.write(b"0\r\n\r\n")
    handler.close_connection = True


def test_a_page_that_came_packed_and_in_chunks_is_kept_as_sent_and_reads_as_meant(
    tmp_path: Path,
) -> None:
    with serving({**ANSWERS, "/a": in_chunks}) as server:
        captured = kept(server.address("/a"))
    file = tmp_path / "page.wacz"
    file.write_bytes(captured.wacz)

    (source,) = read_sources([file]).sources

    assert source.sha256 == hashlib.sha256(WORDS).hexdigest()
    assert gzip.compress(WORDS)[10:40] in gzip.decompress(_warc(captured))


def _warc(captured: Captured) -> bytes:
    with zipfile.ZipFile(io.BytesIO(captured.wacz)) as archive:
        return archive.read("archive/data.warc.gz")


def test_the_archive_does_not_name_the_machine_it_was_made_on() -> None:
    with serving(ANSWERS) as server:
        captured = kept(server.address("/a"))

    assert socket.gethostname().encode() not in gzip.decompress(_warc(captured))


def too_large(handler: BaseHTTPRequestHandler) -> None:
    """Answer with more than anybody wants."""
    handler.send_response(200)
    handler.send_header("Content-Type", "image/png")
    handler.end_headers()
    try:
        for _ in range(64):
            handler.wfile.write(bytes(MIB))
    except OSError:
        return


def packed_bomb(handler: BaseHTTPRequestHandler) -> None:
    """Answer with little that unpacks to much."""
    page(gzip.compress(bytes(32 * MIB)), {"Content-Encoding": "gzip"})(handler)


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Answer a little at a time, without end."""
    try:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"x")
            time.sleep(0.02)
    except OSError:
        return


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (too_large, "larger than 2 MB"),
        (packed_bomb, "larger than 2 MB"),
        (drips, r"longer than 0\.3 seconds"),
        (status(500), "answers 500"),
        (redirect("/map.png"), "redirects more than"),
        (redirect("file:///etc/passwd"), "only addresses that begin with http"),
        (page(b"zz", {"Content-Encoding": "gzip"}), "cannot be unpacked"),
        (page(b"zz", {"Content-Encoding": "zstd"}), "was not asked for"),
    ],
)
def test_a_requisite_that_fails_is_named_and_the_page_is_kept_without_it(
    answer: Answer, words: str
) -> None:
    limits = CaptureLimits(requisite=FetchLimits(size=2 * MIB, whole_s=0.3, redirects=3))
    with serving({**ANSWERS, "/gone.png": PICTURE, "/map.png": answer}) as server:
        captured = kept(server.address("/a"), limits=limits)

        (refusal,) = captured.refusals
        assert refusal.file == server.address("/map.png")
        assert re.search(words, refusal.message)
        assert ("response", server.address("/a"), "200") in archived(captured)


def test_leave_for_a_private_page_does_not_reach_to_its_neighbours() -> None:
    with serving({"/camera.png": PICTURE}) as neighbour:
        pointing = b'<img src="%s"><img src="http://10.0.0.1/">' % (
            neighbour.address("/camera.png").encode()
        )
        with serving({"/a": page(pointing)}) as server:
            captured = kept(server.address("/a"))

        assert neighbour.hosts == []
        assert [refusal.file for refusal in captured.refusals] == [
            neighbour.address("/camera.png"),
            "http://10.0.0.1/",
        ]
        assert all("not on the public internet" in each.message for each in captured.refusals)


def test_a_private_page_is_not_fetched_without_leave() -> None:
    with serving(ANSWERS) as server:
        with pytest.raises(RefusedAddress, match="not on the public internet"):
            capture(server.address("/a"), browser=no_browser)

        assert server.hosts == []


def test_a_password_in_an_address_is_refused_and_never_sent() -> None:
    with serving(ANSWERS) as server:
        with pytest.raises(RefusedAddress) as refused:
            kept(server.address("/a", host="ana:secret@127.0.0.1"))

        assert "secret" not in str(refused.value)
        assert server.hosts == []


def many(count: int) -> bytes:
    """Write a page that asks for many pictures."""
    return b"".join(b'<img src="/map.png?%d">' % number for number in range(count))


def test_a_page_that_asks_for_too_much_is_kept_as_far_as_the_limit_goes() -> None:
    with serving({"/a": page(many(50))}) as server:
        captured = kept(server.address("/a"), limits=CaptureLimits(requisites=5))

    assert len(server.hosts) == 6
    assert captured.refusals[-1].message == (
        "it is left out with up to 44 more things: the page asks for more than 5 things."
    )


def test_a_page_that_takes_too_long_is_kept_as_far_as_the_time_goes() -> None:
    with serving({"/a": page(many(1))}) as server:
        captured = kept(server.address("/a"), limits=CaptureLimits(whole_s=0))

    assert len(server.hosts) == 1
    (refusal,) = captured.refusals
    assert refusal.message == "it is left out: the page took longer than 0 seconds."


def test_pictures_that_together_come_to_too_much_end_the_gathering() -> None:
    heavy = page(bytes(MIB), {"Content-Type": "image/png"})
    answers = {f"/map.png?{number}": heavy for number in range(9)}
    with serving({"/a": page(many(9)), **answers}) as server:
        captured = kept(server.address("/a"), limits=CaptureLimits(size=3 * MIB))

    assert len(captured.wacz) < 4 * MIB
    assert captured.refusals[-1].message == (
        "it is left out with up to 5 more things: the page came to more than 3 MB."
    )


def test_what_is_too_large_to_keep_counts_towards_the_limit() -> None:
    answers = {f"/map.png?{number}": too_large for number in range(9)}
    limits = CaptureLimits(requisite=FetchLimits(size=MIB), size=3 * MIB)
    with serving({"/a": page(many(9)), **answers}) as server:
        kept(server.address("/a"), limits=limits)

    assert len(server.hosts) == 4


def test_stylesheets_that_name_one_another_are_fetched_once() -> None:
    one = page(b'@import "two.css"; @import url(one.css);', {"Content-Type": "text/css"})
    two = page(b"@import 'one.css'", {"Content-Type": "text/css"})
    looping = page(b'<link rel="stylesheet" href="one.css">')
    with serving({"/a": looping, "/one.css": one, "/two.css": two}) as server:
        captured = kept(server.address("/a"))

    assert len(server.hosts) == 3
    assert captured.refusals == ()


def test_frames_and_films_are_named_and_not_fetched() -> None:
    framed = page(b'<p>Here</p><iframe src="/post"></iframe><video src="/film.mp4"></video>')
    with serving({"/a": framed}) as server:
        captured = kept(server.address("/a"))

        assert len(server.hosts) == 1
        assert [refusal.file for refusal in captured.refusals] == [
            server.address("/post"),
            server.address("/film.mp4"),
        ]


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (status(410), MissingSource, "answers 410"),
        (too_large, UnsafeSource, "larger than 16 MB"),
        (redirect("/a"), RefusedAddress, "redirects more than 5 times"),
        (redirect("http://ana:secret@127.0.0.1/"), RefusedAddress, "password"),
    ],
)
def test_a_page_that_cannot_be_kept_is_an_error(
    answer: Answer, error: type[Exception], words: str
) -> None:
    with serving({"/a": answer}) as server, pytest.raises(error, match=words):
        kept(server.address("/a"))


def test_without_a_browser_the_archive_is_kept_and_the_package_named() -> None:
    with serving(ANSWERS) as server:
        captured = kept(server.address("/a"))

    assert captured.image is None
    assert captured.image_missing is not None
    assert "Install the package chromium" in captured.image_missing


def test_a_pdf_is_archived_and_no_image_drawn_of_it() -> None:
    with serving({"/a": page(b"%PDF-1.4 ", {"Content-Type": "application/pdf"})}) as server:
        captured = kept(server.address("/a"))

    assert captured.image_missing == ("No image is drawn of application/pdf, only of web pages.")
