import gzip
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler

import pytest

from firsthand.outside.addresses import AddressPolicy
from firsthand.outside.fetching import FetchLimits, HttpFetcher
from firsthand.sources.reading import Fetcher, read_sources
from firsthand.values.errors import MissingSource, RefusedAddress, UnsafeSource
from tests.outside.serving import page, redirect, serving, status

NOON = datetime(2023, 5, 1, 12, tzinfo=UTC)
WORDS = b"<html><body><h1>Ferry closed</h1><p>The council said no to the ferry.</p></body></html>"


def fetcher(
    policy: AddressPolicy = AddressPolicy.PRIVATE_TOO, limits: FetchLimits | None = None
) -> HttpFetcher:
    """Make a fetcher whose clock stands at noon."""
    return HttpFetcher(policy=policy, limits=limits or FetchLimits(), now=lambda: NOON)


def test_a_named_address_becomes_a_source_with_the_moment_of_its_capture() -> None:
    with serving({"/a": page(WORDS)}) as server:
        address = server.address("/a")

        (source,) = read_sources([address], fetcher=fetcher()).sources

    assert source.address == source.file == address
    assert source.captured_at == NOON
    assert source.title == "Ferry closed"


def test_a_fetcher_fulfils_the_protocol_of_the_room_below() -> None:
    made: Fetcher = fetcher()

    assert callable(made.fetch)


def test_this_machine_is_refused_unless_private_addresses_are_allowed() -> None:
    with serving({"/a": page(WORDS)}) as server:
        guarded = fetcher(AddressPolicy.PUBLIC_ONLY)

        with pytest.raises(RefusedAddress, match="not on the public internet"):
            guarded.fetch(server.address("/a"))
        with pytest.raises(RefusedAddress, match="not on the public internet"):
            guarded.fetch(server.address("/a", host="localhost"))

        assert server.hosts == []


def test_the_server_is_called_by_the_checked_number_and_told_its_name() -> None:
    with serving({"/a": page(WORDS)}) as server:
        fetched = fetcher().fetch(server.address("/a", host="localhost"))

        assert server.hosts == [f"localhost:{server.port}"]
        assert fetched.address == server.address("/a", host="localhost")


def test_redirects_are_followed_to_where_they_end() -> None:
    with serving({"/a": redirect("/b"), "/b": redirect("c"), "/c": page(WORDS)}) as server:
        fetched = fetcher().fetch(server.address("/a"))

        assert fetched.address == server.address("/c")


def test_redirects_without_end_are_given_up() -> None:
    with (
        serving({"/a": redirect("/a")}) as server,
        pytest.raises(RefusedAddress, match="redirects more than 5 times"),
    ):
        fetcher().fetch(server.address("/a"))


@pytest.mark.parametrize("elsewhere", ["file:///etc/passwd", "ftp://a.example/", "gopher://x/"])
def test_a_redirect_out_of_the_web_is_refused(elsewhere: str) -> None:
    with (
        serving({"/a": redirect(elsewhere)}) as server,
        pytest.raises(RefusedAddress, match="only addresses that begin with http"),
    ):
        fetcher().fetch(server.address("/a"))


def test_a_page_larger_than_the_limit_is_given_up() -> None:
    limits = FetchLimits(size=1024 * 1024)
    with (
        serving({"/a": page(bytes(2 * 1024 * 1024))}) as server,
        pytest.raises(UnsafeSource, match="larger than 1 MB"),
    ):
        fetcher(limits=limits).fetch(server.address("/a"))


def test_a_page_that_unpacks_to_more_than_the_limit_is_given_up() -> None:
    packed = gzip.compress(bytes(8 * 1024 * 1024))
    bomb = page(packed, {"Content-Encoding": "gzip"})
    limits = FetchLimits(size=1024 * 1024)
    with serving({"/a": bomb}) as server, pytest.raises(UnsafeSource, match="larger than 1 MB"):
        fetcher(limits=limits).fetch(server.address("/a"))


def test_a_server_that_drips_is_given_up_after_the_time_limit() -> None:
    def drips(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(200):
                handler.wfile.write(b"x" * 70_000)
                time.sleep(0.02)
        except OSError:
            return

    limits = FetchLimits(whole_s=0.2)
    with serving({"/a": drips}) as server, pytest.raises(UnsafeSource, match=r"longer than 0\.2"):
        fetcher(limits=limits).fetch(server.address("/a"))


def test_a_server_that_drips_its_headers_is_given_up_too() -> None:
    def drips(handler: BaseHTTPRequestHandler) -> None:
        try:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for number in range(200):
                handler.wfile.write(b"X-%d: y\r\n" % number)
                time.sleep(0.02)
        except OSError:
            return

    limits = FetchLimits(whole_s=0.2, silence_s=0.5)
    before = time.monotonic()
    with serving({"/a": drips}) as server, pytest.raises(MissingSource, match="cannot be fetched"):
        fetcher(limits=limits).fetch(server.address("/a"))

    assert time.monotonic() - before < 2


def test_an_answer_that_is_no_page_is_a_missing_source() -> None:
    with serving({"/a": status(503)}) as server, pytest.raises(MissingSource, match="answers 503"):
        fetcher().fetch(server.address("/a"))


def test_a_server_that_is_not_there_is_a_missing_source() -> None:
    with serving({}) as server:
        address = server.address("/a")

    with pytest.raises(MissingSource, match="cannot be fetched"):
        fetcher().fetch(address)


def test_a_refused_address_is_a_refusal_and_the_rest_is_read() -> None:
    with serving({"/a": page(WORDS)}) as server:
        good, bad = server.address("/a"), server.address("/gone")

        reading = read_sources([good, bad], fetcher=fetcher())

    assert [source.file for source in reading.sources] == [good]
    assert [refusal.file for refusal in reading.refusals] == [bad]
