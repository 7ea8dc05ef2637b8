import hashlib
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.outside._token_order import with_certificates_sorted
from firsthand.outside.addresses import AddressPolicy
from firsthand.outside.timestamp_check import verified_time
from firsthand.outside.timestamping import TimestampAuthority, query_for
from firsthand.values.errors import BadRequest, BadTimestamp, MissingSource, RefusedAddress
from tests.outside.serving import Answer, page, redirect, serving, status
from tests.outside.stamping import DAY, LocalAuthority, local_authority, reply_with

DIGEST = hashlib.sha256(b"The council said no to the ferry.").digest()
OTHER = hashlib.sha256(b"The council said yes to the ferry.").digest()
NONCE = 1 << 62 | 7


@pytest.fixture
def local(tmp_path: Path) -> LocalAuthority:
    return local_authority(tmp_path / "authority")


def authority_at(address: str, roots: Path) -> TimestampAuthority:
    """Name an authority on this machine."""
    return TimestampAuthority(address=address, roots=roots, policy=AddressPolicy.PRIVATE_TOO)


def test_a_stamped_digest_carries_a_time_that_holds_without_a_network(
    local: LocalAuthority,
) -> None:
    with serving({"/tsa": local.answers()}) as server:
        stamp = authority_at(server.address("/tsa"), local.roots).stamp(DIGEST)

    assert verified_time(stamp.token, DIGEST, local.roots) == stamp.time
    assert stamp.digest == DIGEST
    assert stamp.authority == server.address("/tsa")
    assert abs(stamp.time - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("number", range(4))
def test_a_chain_in_the_order_that_an_authority_sends_it_holds(tmp_path: Path, number: int) -> None:
    # Which of two certificates comes first in a sorted set is chance: four keys see both.
    local = local_authority(tmp_path / f"chained{number}", through_another=True)

    token = local.reply(query_for(DIGEST, NONCE))

    assert verified_time(token, DIGEST, local.roots) < datetime.now(UTC) + DAY
    with pytest.raises(BadTimestamp, match="for other bytes"):
        verified_time(token, OTHER, local.roots)


def test_a_chain_that_ends_at_no_root_does_not_hold(tmp_path: Path) -> None:
    local = local_authority(tmp_path / "chained", through_another=True)
    unchained = replace(local, chain=None)

    token = unchained.reply(query_for(DIGEST, NONCE))

    with pytest.raises(BadTimestamp, match="not one of the trusted roots"):
        verified_time(token, DIGEST, local.roots)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_stamp_are_never_reordered_into_more_or_less(junk: bytes) -> None:
    assert sorted(with_certificates_sorted(junk)) == sorted(junk)


def test_a_stamp_for_other_bytes_does_not_hold(local: LocalAuthority) -> None:
    token = local.reply(query_for(DIGEST, NONCE))

    with pytest.raises(BadTimestamp, match="for other bytes"):
        verified_time(token, OTHER, local.roots)


def test_a_digest_by_another_algorithm_does_not_hold_though_its_bytes_agree(
    local: LocalAuthority,
) -> None:
    sha256, sha512 = bytes.fromhex("608648016503040201"), bytes.fromhex("608648016503040203")
    longer = DIGEST + DIGEST
    query = (
        query_for(DIGEST, NONCE)
        .replace(sha256, sha512)
        .replace(b"\x04\x20" + DIGEST, b"\x04\x40" + longer)
    )
    query = query.replace(bytes.fromhex("30430201013031"), bytes.fromhex("30630201013051"))
    token = local.reply(query)

    with pytest.raises(BadTimestamp, match="for other bytes"):
        verified_time(token, longer, local.roots)


def test_a_stamp_from_an_authority_that_is_not_trusted_does_not_hold(
    local: LocalAuthority, tmp_path: Path
) -> None:
    stranger = local_authority(tmp_path / "stranger")
    token = local.reply(query_for(DIGEST, NONCE))

    with pytest.raises(BadTimestamp, match="not one of the trusted roots"):
        verified_time(token, DIGEST, stranger.roots)


def test_a_stamp_whose_time_was_changed_does_not_hold(local: LocalAuthority) -> None:
    token = local.reply(query_for(DIGEST, NONCE))
    year = datetime.now(UTC).strftime("%Y").encode()
    at = token.index(b"\x18\x0f" + year) + 2
    earlier = token[:at] + b"2001" + token[at + 4 :]

    with pytest.raises(BadTimestamp, match="signature does not hold"):
        verified_time(earlier, DIGEST, local.roots)


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
def test_a_stamp_cut_short_is_none(local: LocalAuthority, cut: int) -> None:
    token = local.reply(query_for(DIGEST, NONCE))

    with pytest.raises(BadTimestamp, match="no timestamp"):
        verified_time(token[:cut], DIGEST, local.roots)


def test_a_change_anywhere_is_found_or_leaves_the_time_as_it_was(local: LocalAuthority) -> None:
    token = local.reply(query_for(DIGEST, NONCE))
    stamped_at = verified_time(token, DIGEST, local.roots)

    for at in range(len(token)):
        changed = bytearray(token)
        changed[at] ^= 0xFF
        try:
            assert verified_time(bytes(changed), DIGEST, local.roots) == stamped_at
        except BadTimestamp:
            continue


@pytest.mark.parametrize("valid_for", [(-2 * DAY, -DAY), (DAY, 2 * DAY)])
def test_a_signer_whose_certificate_was_not_valid_when_it_signed_does_not_hold(
    tmp_path: Path, valid_for: tuple[timedelta, timedelta]
) -> None:
    outdated = local_authority(tmp_path / "outdated", valid_for=valid_for)
    token = outdated.reply(query_for(DIGEST, NONCE))

    with pytest.raises(BadTimestamp, match="not valid when it signed"):
        verified_time(token, DIGEST, outdated.roots)


def test_a_stamp_outlives_the_certificate_that_signed_it(tmp_path: Path) -> None:
    soon = timedelta(seconds=2)
    local = local_authority(tmp_path / "brief", valid_for=(-DAY, soon))
    token = local.reply(query_for(DIGEST, NONCE))

    time.sleep(2.1)

    assert verified_time(token, DIGEST, local.roots) < datetime.now(UTC)


def test_an_answer_to_another_question_is_refused(local: LocalAuthority) -> None:
    def replayed(_: bytes) -> bytes:
        return query_for(DIGEST, NONCE)

    with (
        serving({"/tsa": local.answers(spoiling=replayed)}) as server,
        pytest.raises(BadTimestamp, match="another question"),
    ):
        authority_at(server.address("/tsa"), local.roots).stamp(DIGEST)


def test_an_answer_about_other_bytes_is_refused(local: LocalAuthority) -> None:
    def swapped(query: bytes) -> bytes:
        return query.replace(DIGEST, OTHER)

    with (
        serving({"/tsa": local.answers(spoiling=swapped)}) as server,
        pytest.raises(BadTimestamp, match="for other bytes"),
    ):
        authority_at(server.address("/tsa"), local.roots).stamp(DIGEST)


def test_an_authority_that_will_not_is_quoted(local: LocalAuthority) -> None:
    def unheard_of(query: bytes) -> bytes:
        return query.replace(
            bytes.fromhex("608648016503040201"), b"\x60\x86\x48\x01\x65\x03\x04\x02\x02"
        )

    with (
        serving({"/tsa": local.answers(spoiling=unheard_of)}) as server,
        pytest.raises(BadTimestamp, match="gave no timestamp"),
    ):
        authority_at(server.address("/tsa"), local.roots).stamp(DIGEST)


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Answer one byte at a time."""
    try:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/timestamp-reply")
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"x")
            time.sleep(0.02)
    except OSError:
        return


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (status(500), BadTimestamp, "answers 500"),
        (redirect("/elsewhere"), BadTimestamp, "answers 302"),
        (page(b"<html>Sign in</html>"), BadTimestamp, "no timestamp"),
        (reply_with(b"<html>Sign in</html>"), BadTimestamp, "no timestamp"),
        (reply_with(bytes(8 * 1024 * 1024)), BadTimestamp, "too large"),
        (drips, MissingSource, "does not answer in full"),
    ],
)
def test_an_authority_that_answers_something_else_is_named(
    local: LocalAuthority, answer: Answer, error: type[Exception], words: str
) -> None:
    before = time.monotonic()
    with serving({"/tsa": answer}) as server:
        authority = authority_at(server.address("/tsa"), local.roots)
        hurried = replace(authority, limits=replace(authority.limits, whole_s=0.5))

        with pytest.raises(error, match=words):
            hurried.stamp(DIGEST)

    assert time.monotonic() - before < 3


def test_this_machine_is_not_asked_without_leave(local: LocalAuthority) -> None:
    with serving({"/tsa": local.answers()}) as server:
        guarded = TimestampAuthority(address=server.address("/tsa"), roots=local.roots)

        with pytest.raises(RefusedAddress, match="not on the public internet"):
            guarded.stamp(DIGEST)

        assert server.hosts == []


def missing(folder: Path) -> Path:
    """Name a file that is not there."""
    return folder / "none.pem"


def no_pem(folder: Path) -> Path:
    """Write a file that holds no certificate."""
    (folder / "bad.pem").write_text("no certificate", encoding="utf-8")
    return folder / "bad.pem"


@pytest.mark.parametrize("roots", [missing, no_pem])
def test_roots_that_cannot_be_read_are_told_before_anything_is_asked(
    tmp_path: Path, roots: Callable[[Path], Path]
) -> None:
    with serving({}) as server:
        with pytest.raises(BadTimestamp, match="pem: "):
            authority_at(server.address("/tsa"), roots(tmp_path)).stamp(DIGEST)

        assert server.hosts == []


def test_only_a_digest_is_stamped(local: LocalAuthority) -> None:
    with pytest.raises(BadRequest, match="SHA-256"):
        authority_at("http://127.0.0.1:1/", local.roots).stamp(b"the words themselves")


def test_the_check_of_a_stamp_loads_no_network_library() -> None:
    code = "import sys, firsthand.outside.timestamp_check; print('httpx' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "False"
