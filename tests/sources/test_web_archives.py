from pathlib import Path

import pytest

from tests.sources.building import PAGE, folder_with, only_source, read, wacz_of, warc_of

HTML = "text/html; charset=utf-8"
FERRY = ("https://echo.example/ferry", HTML, PAGE.encode())
PICTURE = ("https://echo.example/x.jpg", "image/jpeg", b"\xff\xd8\xff\xe0")
FRAME = (
    "https://ads.example/frame",
    HTML,
    b"<html><body><p>Buy a boat now, they are cheap this week.</p></body></html>",
)


def test_a_page_in_an_archive_has_its_address_and_the_moment_it_was_captured(
    tmp_path: Path,
) -> None:
    folder_with(tmp_path, {"a.warc.gz": warc_of([PICTURE, FERRY])})

    source = only_source(read(tmp_path))

    assert source.file == "a.warc.gz#2"
    assert source.address == "https://echo.example/ferry"
    assert source.captured_at is not None
    assert source.captured_at.isoformat() == "2023-05-01T12:00:00+00:00"


def test_an_unpacked_archive_is_read_alike(tmp_path: Path) -> None:
    folder_with(tmp_path / "one", {"a.warc": warc_of([FERRY], packed=False)})
    folder_with(tmp_path / "two", {"a.warc.gz": warc_of([FERRY])})

    one, two = only_source(read(tmp_path / "one")), only_source(read(tmp_path / "two"))

    assert one.text == two.text
    assert one.sha256 == two.sha256


def test_a_wacz_gives_the_pages_it_lists_and_not_what_they_embed(tmp_path: Path) -> None:
    archive = wacz_of(warc_of([FRAME, FERRY]), ["https://echo.example/ferry"])
    folder_with(tmp_path, {"a.wacz": archive})

    assert only_source(read(tmp_path)).address == "https://echo.example/ferry"


def test_a_wacz_without_a_list_gives_all_its_pages(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.wacz": wacz_of(warc_of([FRAME, FERRY]), [])})

    assert len(read(tmp_path).sources) == 2


def test_a_part_whose_digest_differs_is_refused(tmp_path: Path) -> None:
    archive = wacz_of(warc_of([FERRY]), ["https://echo.example/ferry"], digest="0" * 64)
    folder_with(tmp_path, {"a.wacz": archive})

    reading = read(tmp_path)

    assert reading.sources == ()
    assert "the digest differs" in reading.refusals[0].message


def test_a_page_changed_after_its_capture_is_refused_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    changed = warc_of([FERRY, FRAME], packed=False).replace(b"Nobody asked us", b"Nobody asked me")
    folder_with(tmp_path, {"a.warc": changed})

    reading = read(tmp_path)

    assert [source.address for source in reading.sources] == ["https://ads.example/frame"]
    assert reading.refusals[0].file == "a.warc#1"
    assert "not those it was captured with" in reading.refusals[0].message


def test_an_archive_cut_short_is_told_and_what_comes_before_is_read(tmp_path: Path) -> None:
    whole = warc_of([FERRY, FRAME])
    folder_with(tmp_path, {"a.warc.gz": whole[:-60]})

    reading = read(tmp_path)

    assert [source.address for source in reading.sources] == ["https://echo.example/ferry"]
    assert len(reading.refusals) == 1


def test_one_page_captured_twice_word_for_word_is_one_source(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.warc.gz": warc_of([FERRY]) + warc_of([FERRY], on="2023-06-01")})

    source = only_source(read(tmp_path))

    assert source.captured_at is not None
    assert source.captured_at.month == 5


def test_a_listing_may_name_a_page_in_an_archive_by_its_address(tmp_path: Path) -> None:
    listing = '[{"file": "https://echo.example/ferry", "publisher": "Echo of Tarn"}]'
    folder_with(tmp_path, {"a.warc.gz": warc_of([FERRY]), "sources.json": listing})

    assert only_source(read(tmp_path)).publisher == "Echo of Tarn"


def test_a_broken_archive_puts_none_of_its_own_words_on_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    odd = warc_of([("https://echo.example/a b\x1b[2J", HTML, PAGE.encode()), FRAME], packed=False)
    folder_with(tmp_path, {"a.warc": odd.replace(b"\r\n\r\nWARC/1.0", b"\x1b[2J owned\r\n")})

    read(tmp_path)

    assert capfd.readouterr() == ("", "")


def test_a_member_that_is_broken_inside_a_whole_zip_is_refused(tmp_path: Path) -> None:
    archive = bytearray(wacz_of(warc_of([FERRY]), ["https://echo.example/ferry"]))
    archive[200:220] = bytes(20)
    folder_with(tmp_path, {"a.wacz": bytes(archive)})

    reading = read(tmp_path)

    assert reading.sources == ()
    assert "broken zip file" in reading.refusals[0].message
