import hashlib
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest

from firsthand.sources import textless
from firsthand.sources.limits import MIB
from firsthand.sources.reading import Fetched, Reading, WithoutText, read_sources
from firsthand.values.source import Handling, SourceKind
from tests.sources.building import STORY, folder_with, mail_of, only_source, pdf_of, read, warc_of
from tests.sources.media import EVERY_KIND, GIF, boxed, png_of, wav_of


def kept(folder: Path) -> Reading:
    """Read a folder as a case does."""
    return read_sources([folder], without_text=WithoutText.KEPT)


@pytest.mark.parametrize("name", sorted(EVERY_KIND))
def test_a_picture_or_recording_is_kept_with_its_digest_and_no_text(
    tmp_path: Path, name: str
) -> None:
    body, media_type, kind = EVERY_KIND[name]
    folder_with(tmp_path, {name: body})

    source = only_source(kept(tmp_path))

    assert (source.text, source.passages) == ("", ())
    assert (source.media_type, source.kind.value) == (media_type, kind)
    assert source.sha256 == hashlib.sha256(body).hexdigest()


@pytest.mark.parametrize("name", sorted(EVERY_KIND))
def test_a_trace_refuses_what_it_cannot_trace_by_name(tmp_path: Path, name: str) -> None:
    folder_with(tmp_path, {name: EVERY_KIND[name][0], "good.txt": STORY})

    reading = read(tmp_path)

    assert [source.file for source in reading.sources] == ["good.txt"]
    assert [refusal.file for refusal in reading.refusals] == [name]
    assert "Write down what" in reading.refusals[0].message


def test_what_somebody_handed_over_without_text_is_restricted(tmp_path: Path) -> None:
    folder_with(tmp_path, {"voice.wav": wav_of()})

    assert only_source(kept(tmp_path)).handling is Handling.RESTRICTED


def test_a_listing_says_more_of_a_picture_than_its_bytes_do(tmp_path: Path) -> None:
    listing = (
        '[{"file": "a.png", "title": "The letter", "kind": "testimony", "handling": "public"}]'
    )
    folder_with(tmp_path, {"a.png": png_of(), "sources.json": listing})

    source = only_source(kept(tmp_path))

    assert (source.title, source.kind) == ("The letter", SourceKind.TESTIMONY)
    assert source.handling is Handling.PUBLIC


def test_a_scan_is_kept_as_an_image(tmp_path: Path) -> None:
    folder_with(tmp_path, {"letter.pdf": pdf_of([[], []])})

    source = only_source(kept(tmp_path))

    assert (source.kind, source.media_type) == (SourceKind.IMAGE, "application/pdf")
    assert source.text == ""


def test_a_picture_attached_to_a_mail_is_kept_beside_it(tmp_path: Path) -> None:
    mail = mail_of("A letter came", "Ana Reyes <ana@echo.example>", STORY, {"photo.png": png_of()})
    folder_with(tmp_path, {"a.eml": mail})

    reading = kept(tmp_path)

    assert [source.file for source in reading.sources] == ["a.eml", "a.eml#attachment 1"]
    assert reading.sources[1].media_type == "image/png"
    assert reading.sources[1].handling is Handling.RESTRICTED


def test_a_picture_from_an_address_is_kept_with_what_the_server_said(tmp_path: Path) -> None:
    class Fetcher:
        def fetch(self, address: str) -> Fetched:
            return Fetched(
                body=GIF,
                media_type="text/html",
                address=address,
                captured_at=datetime(2023, 5, 1, 12, tzinfo=UTC),
                headers={"Server": "a\ud800 b", "Set-Cookie": "who=ana", "etag": '"7"'},
            )

    folder_with(tmp_path, {"good.txt": STORY})

    reading = read_sources(
        ["https://echo.example/x"], without_text=WithoutText.KEPT, fetcher=Fetcher()
    )

    source = only_source(reading)
    assert source.media_type == "image/gif"
    assert source.handling is Handling.PUBLIC
    assert source.headers == (("Server", "a\ufffd b"), ("etag", '"7"'))


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a.svg", "a.eml", "a", "a.json"])
def test_a_picture_that_is_a_page_too_is_a_picture_under_any_name(
    tmp_path: Path, name: str
) -> None:
    both = GIF + b"<html><body><script>alert(1)</script><p>Read me as a page.</p></body></html>"
    folder_with(tmp_path, {name: both})

    source = only_source(kept(tmp_path))

    assert (source.media_type, source.text) == ("image/gif", "")


def test_a_film_that_is_a_page_too_is_never_read_as_a_page(tmp_path: Path) -> None:
    both = boxed(b"isom") + b"<html><body><p>The council said so.</p></body></html>"
    folder_with(tmp_path, {"a.html": both, "good.txt": STORY})

    assert [source.file for source in read(tmp_path).sources] == ["good.txt"]
    assert kept(tmp_path).sources[0].media_type == "video/mp4"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.png", b"<html><body><p>The council said so on Monday.</p></body></html>"),
        ("a.png", b"\x89PNG"),
        ("a.jpg", b""),
        ("a.mp4", b"\x00\x00\x00\x1cftypzzzz"),
        ("a.webm", b"\x1a\x45\xdf\xa3\x80"),
        ("a.wav", b"RIFF\x00\x00\x00\x00"),
        ("a.mp3", b"\xff\xfe\x00\x00 words"),
    ],
)
def test_a_name_whose_bytes_are_not_there_is_refused_by_name(
    tmp_path: Path, name: str, body: bytes
) -> None:
    folder_with(tmp_path, {name: body, "good.txt": STORY})

    reading = kept(tmp_path)

    assert [source.file for source in reading.sources] == ["good.txt"]
    assert f"its name says {Path(name).suffix}" in reading.refusals[0].message


def test_an_svg_is_not_kept_because_it_can_act(tmp_path: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    folder_with(tmp_path, {"a.svg": drawing, "good.txt": STORY})

    reading = kept(tmp_path)

    assert [source.file for source in reading.sources] == ["good.txt"]
    assert "it is a picture" in reading.refusals[0].message


def test_a_picture_that_claims_to_be_endless_costs_nothing(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.png": png_of(2**31 - 1, 2**31 - 1)})

    tracemalloc.start()
    source = only_source(kept(tmp_path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert source.media_type == "image/png"
    assert peak < 8 * MIB


def test_a_long_film_is_hashed_as_it_passes(tmp_path: Path) -> None:
    with (tmp_path / "a.mp4").open("wb") as film:
        film.write(boxed(b"isom"))
        film.truncate(300 * MIB)

    tracemalloc.start()
    source = only_source(kept(tmp_path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert source.kind is SourceKind.RECORDING
    assert peak < 8 * MIB


def test_a_picture_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(textless._MOST, SourceKind.IMAGE, MIB)  # noqa: SLF001 - the true limit would take minutes to pass
    folder_with(tmp_path, {"a.gif": GIF + bytes(MIB), "good.txt": STORY})

    reading = kept(tmp_path)

    assert [source.file for source in reading.sources] == ["good.txt"]
    assert "larger than 1 MB" in reading.refusals[0].message


def test_pictures_in_a_web_archive_are_passed_over_as_parts_of_its_pages(tmp_path: Path) -> None:
    page = (
        "https://a.example/",
        "text/html",
        b"<html><body><p>The council said.</p></body></html>",
    )
    picture = ("https://a.example/x.png", "image/png", png_of())
    folder_with(tmp_path, {"a.warc.gz": warc_of([page, picture])})

    assert [source.address for source in kept(tmp_path).sources] == ["https://a.example/"]
