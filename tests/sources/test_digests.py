import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from firsthand.sources._digests import digest_in
from firsthand.sources.reading import Reading
from tests.sources.building import PAGE, folder_with, only_source, read, wacz_of, warc_of, zip_of

ADDRESS = "https://echo.example/ferry"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
TOLD = b"Server: nginx\r\nDate: Mon, 01 May 2023 12:00:00 GMT\r\nSet-Cookie: who=ana\r\nETag: x\r\n"
BODY = PAGE.encode()


def record_of(
    body: bytes, *, head: bytes = HEAD, digests: Mapping[str, str], address: str = ADDRESS
) -> bytes:
    """Write one WARC record by hand, with any digests."""
    block = head + b"\r\n" + body
    named = "".join(f"WARC-{name}-Digest: {value}\r\n" for name, value in digests.items())
    lines = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2023-05-01T12:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n{named}"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return lines.encode() + block + b"\r\n\r\n"


def spelled(algorithm: str, body: bytes, how: str) -> str:
    """Spell a digest in one of the ways archives do."""
    value = hashlib.new(algorithm, body, usedforsecurity=False).digest()
    words = {
        "hex": value.hex(),
        "HEX": value.hex().upper(),
        "base32": base64.b32encode(value).decode(),
        "small base32": base64.b32encode(value).decode().rstrip("=").lower(),
        "base64": base64.urlsafe_b64encode(value).decode(),
    }
    return f"{algorithm}:{words[how]}"


def warc(folder: Path, *records: bytes) -> Reading:
    """Read records as one archive."""
    return read(folder_with(folder, {"a.warc": b"".join(records)}))


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "md5"])
@pytest.mark.parametrize("how", ["hex", "HEX", "base32", "small base32", "base64"])
def test_digests_are_verified_however_they_are_spelled(
    tmp_path: Path, algorithm: str, how: str
) -> None:
    block = spelled(algorithm, HEAD + b"\r\n" + BODY, how)
    payload = spelled(algorithm, BODY, how)

    source = only_source(
        warc(tmp_path, record_of(BODY, digests={"Block": block, "Payload": payload}))
    )

    assert source.custody == (
        f"WARC block digest {algorithm} verified",
        f"WARC payload digest {algorithm} verified",
    )


@pytest.mark.parametrize("which", ["Block", "Payload"])
def test_a_record_whose_digest_differs_is_refused_and_the_others_are_read(
    tmp_path: Path, which: str
) -> None:
    changed = record_of(BODY, digests={which: spelled("sha256", b"other", "hex")})
    good = record_of(BODY, digests={}, address="https://echo.example/other")

    reading = warc(tmp_path, changed, good)

    assert [source.address for source in reading.sources] == ["https://echo.example/other"]
    assert reading.refusals[0].file == "a.warc#1"
    assert "Fetch the archive again" in reading.refusals[0].message


def test_a_payload_digest_that_differs_is_refused_though_the_block_digest_agrees(
    tmp_path: Path,
) -> None:
    digests = {
        "Block": spelled("sha1", HEAD + b"\r\n" + BODY, "base32"),
        "Payload": spelled("sha1", b"other", "base32"),
    }

    reading = warc(tmp_path, record_of(BODY, digests=digests))

    assert reading.sources == ()
    assert reading.refusals[0].file == "a.warc#1"


def chunked(body: bytes) -> bytes:
    """Cut a body into the chunks of an answer."""
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize(
    ("covered", "told"),
    [
        (chunked(BODY), "WARC payload digest sha1 verified"),
        (BODY, "WARC payload digest sha1 verified"),
        (b"gzip that was not kept", "covers the answer in another form: not verified"),
    ],
)
def test_an_answer_that_came_in_chunks_is_held_to_its_block_digest(
    tmp_path: Path, covered: bytes, told: str
) -> None:
    head = HEAD + b"Transfer-Encoding: chunked\r\n"
    digests = {
        "Block": spelled("sha1", head + b"\r\n" + chunked(BODY), "base32"),
        "Payload": spelled("sha1", covered, "base32"),
    }

    source = only_source(warc(tmp_path, record_of(chunked(BODY), head=head, digests=digests)))

    assert source.custody[0] == "WARC block digest sha1 verified"
    assert told in source.custody[1]


def test_a_record_without_digests_says_that_nothing_was_verified(tmp_path: Path) -> None:
    source = only_source(warc(tmp_path, record_of(BODY, digests={})))

    assert source.custody == ("the WARC record holds no digest: nothing verified",)


@pytest.mark.parametrize("value", ["sha1:!!!!", "sha1:", "crc32:00", "words", "shake_128:00"])
def test_a_digest_that_is_none_is_told_and_breaks_nothing(tmp_path: Path, value: str) -> None:
    odd = record_of(BODY, digests={"Block": value, "Payload": value})
    good = record_of(BODY, digests={}, address="https://echo.example/other")

    reading = warc(tmp_path, odd, good)

    assert len(reading.sources) == 2
    assert all("not verified" in line for line in reading.sources[0].custody)


def test_what_the_server_said_of_the_page_is_kept_and_nothing_else(tmp_path: Path) -> None:
    long = b"Last-Modified: " + b"x" * 9_000 + b"\r\n"
    record = record_of(BODY, head=HEAD + TOLD + long, digests={})

    headers = only_source(warc(tmp_path, record)).headers

    assert headers[:3] == (
        ("Content-Type", "text/html"),
        ("Date", "Mon, 01 May 2023 12:00:00 GMT"),
        ("ETag", "x"),
    )
    assert headers[3] == ("Last-Modified", "x" * 500)
    assert headers[4] == ("Server", "nginx")


def packed(folder: Path, members: Mapping[str, bytes], *, seal: str | None = None) -> Reading:
    """Read a WACZ of members with a true list of parts and, where asked, a seal on the list."""
    resources = [
        {"path": name, "hash": f"sha256:{hashlib.sha256(body).hexdigest()}", "bytes": len(body)}
        for name, body in members.items()
    ]
    contents = json.dumps({"resources": resources}).encode()
    sealed = {"path": "datapackage.json", "hash": seal or spelled("sha256", contents, "hex")}
    whole = {
        **members,
        "datapackage.json": contents,
        "datapackage-digest.json": json.dumps(sealed).encode(),
    }
    return read(folder_with(folder, {"a.wacz": zip_of(whole)}))


WARC = warc_of([(ADDRESS, "text/html", BODY)])


def test_a_sealed_archive_is_verified_down_to_the_page(tmp_path: Path) -> None:
    source = only_source(packed(tmp_path, {"archive/data.warc.gz": WARC}))

    assert source.custody == (
        "WARC block digest sha1 verified",
        "WARC payload digest sha1 verified",
        "WACZ part sha256 verified against datapackage.json",
        "datapackage.json sha256 verified against datapackage-digest.json",
    )


@pytest.mark.parametrize("seal", ["sha256:" + "00" * 32, "sha256:zz", "rot13:00"])
def test_an_archive_whose_list_was_changed_is_refused_whole(tmp_path: Path, seal: str) -> None:
    reading = packed(tmp_path, {"archive/data.warc.gz": WARC}, seal=seal)

    assert reading.sources == ()
    assert reading.refusals[0].file == "a.wacz"
    assert "datapackage.json is not the one it was packed with" in reading.refusals[0].message


def test_an_archive_without_a_seal_says_so(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.wacz": wacz_of(WARC, [ADDRESS])})

    custody = only_source(read(tmp_path)).custody

    assert custody[-1] == (
        "WACZ without datapackage-digest.json: its list of parts is not verified"
    )


def test_an_archive_without_a_list_says_so(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.wacz": zip_of({"archive/data.warc.gz": WARC})})

    assert only_source(read(tmp_path)).custody[-1] == (
        "WACZ without datapackage.json: nothing verified"
    )


def listed(name: str, body: bytes, **more: object) -> dict[str, object]:
    """List a part as a WACZ does."""
    return {"path": name, "hash": spelled("sha256", body, "hex"), "bytes": len(body), **more}


@pytest.mark.parametrize(
    ("resources", "refused", "told"),
    [
        ([listed("archive/a.warc.gz", WARC)], "archive/b.warc.gz", "does not list it"),
        (
            [
                listed("archive/a.warc.gz", WARC),
                listed("archive/b.warc.gz", WARC),
                listed("indexes/index.cdx.gz", b"gone"),
            ],
            "indexes/index.cdx.gz",
            "it is not there",
        ),
        (
            [listed("archive/a.warc.gz", WARC), listed("archive/b.warc.gz", WARC, bytes=7)],
            "archive/b.warc.gz",
            "the size differs",
        ),
        (
            [
                listed("archive/a.warc.gz", WARC),
                listed("archive/b.warc.gz", WARC, hash="sha256:" + "0" * 64),
            ],
            "archive/b.warc.gz",
            "the digest differs",
        ),
    ],
)
def test_a_part_that_does_not_agree_with_the_list_is_refused_by_name(
    tmp_path: Path, resources: list[object], refused: str, told: str
) -> None:
    contents = json.dumps({"resources": resources}).encode()
    members = {"archive/a.warc.gz": WARC, "archive/b.warc.gz": WARC, "datapackage.json": contents}
    folder_with(tmp_path, {"a.wacz": zip_of(members)})

    reading = read(tmp_path)

    assert len(reading.sources) == 1
    assert reading.refusals[0].file == f"a.wacz#{refused}"
    assert told in reading.refusals[0].message


def test_a_list_of_thousands_of_missing_parts_does_not_flood_the_terminal(tmp_path: Path) -> None:
    resources = [listed(f"archive/{number}.warc", b"") for number in range(5_000)]
    contents = json.dumps({"resources": [*resources, listed("archive/a.warc.gz", WARC)]}).encode()
    folder_with(
        tmp_path, {"a.wacz": zip_of({"archive/a.warc.gz": WARC, "datapackage.json": contents})}
    )

    reading = read(tmp_path)

    assert len(reading.sources) == 1
    assert len(reading.refusals) == 21
    assert "4,980 more parts" in reading.refusals[-1].message


def test_a_changed_list_of_pages_is_not_used(tmp_path: Path) -> None:
    two = warc_of([(ADDRESS, "text/html", BODY), ("https://b.example/", "text/html", BODY)])
    members = {
        "archive/a.warc.gz": two,
        "pages/pages.jsonl": b'{"url": "https://b.example/"}\n',
        "datapackage.json": json.dumps(
            {"resources": [listed("archive/a.warc.gz", two), listed("pages/pages.jsonl", b"")]}
        ).encode(),
    }
    folder_with(tmp_path, {"a.wacz": zip_of(members)})

    reading = read(tmp_path)

    assert len(reading.sources) == 2
    assert reading.refusals[0].file == "a.wacz#pages/pages.jsonl"


@pytest.mark.parametrize("words", ["", ":", "sha1:é", "sha256:" + "=" * 64, "sha1:" + "1" * 10_000])
def test_what_is_no_digest_is_none(words: str) -> None:
    assert digest_in(words) is None
