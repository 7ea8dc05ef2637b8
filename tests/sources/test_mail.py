from pathlib import Path

from firsthand.values.source import Handling, Role, SourceKind
from tests.sources.building import (
    STORY,
    docx_of,
    folder_with,
    mail_of,
    only_source,
    read,
    words_as,
)

BODY = """Dear Ms Quill,

The consulate runs no desks in Port Alder.

The room on Quay Street was rented by mistake.

Kind regards,
Piet Harrow

On Mon, 1 May 2023 Ada Quill wrote:
> Does the consulate run desks in Port Alder?
"""
SENDER = "Consulate of Morvania <press@morvania.example>"


def test_a_mail_has_its_subject_as_title_and_its_sender_as_publisher(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.eml": mail_of("Our answer", SENDER, BODY, {})})

    source = only_source(read(tmp_path))

    assert source.title == "Our answer"
    assert source.publisher == "Consulate of Morvania"
    assert str(source.published_on) == "2023-05-01"
    assert source.kind is SourceKind.MESSAGE_THREAD


def test_greetings_and_quoted_mails_are_no_words_of_this_mail(tmp_path: Path) -> None:
    folder_with(tmp_path, {"a.eml": mail_of("Our answer", SENDER, BODY, {})})

    source = only_source(read(tmp_path))

    assert words_as(Role.BODY, source) == [
        "The consulate runs no desks in Port Alder.",
        "The room on Quay Street was rented by mistake.",
    ]


def test_a_mail_is_restricted_because_somebody_wrote_it_to_somebody(tmp_path: Path) -> None:
    attached = {"note.txt": STORY.encode()}
    folder_with(tmp_path, {"a.eml": mail_of("Our answer", SENDER, BODY, attached)})

    reading = read(tmp_path)

    assert {source.handling for source in reading.sources} == {Handling.RESTRICTED}


def test_attachments_are_sources_of_their_own(tmp_path: Path) -> None:
    attached = {
        "note.txt": STORY.encode(),
        "report.docx": docx_of([("Title", "Doors"), ("Normal", "There are 31 offices.")]),
        "scan.jpg": b"\xff\xd8\xff\xe0",
    }
    folder_with(tmp_path, {"a.eml": mail_of("Our answer", SENDER, BODY, attached)})

    reading = read(tmp_path)

    assert [(source.file, source.title) for source in reading.sources] == [
        ("a.eml", "Our answer"),
        ("a.eml#attachment 1", "Council closes ferry line"),
        ("a.eml#attachment 2", "Doors"),
    ]
    assert [refusal.file for refusal in reading.refusals] == ["a.eml#attachment 3"]


def test_a_mail_with_a_page_only_is_read_as_a_page(tmp_path: Path) -> None:
    mail = (
        b"Subject: Our answer\r\nFrom: press@morvania.example\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/html; charset=utf-8\r\n\r\n"
        b"<html><body><p>The consulate runs no desks in Port Alder.</p></body></html>"
    )
    folder_with(tmp_path, {"a.eml": mail})

    source = only_source(read(tmp_path))

    assert words_as(Role.BODY, source) == ["The consulate runs no desks in Port Alder."]
    assert source.publisher == "morvania.example"


def test_mails_in_mails_in_mails_are_refused_at_a_depth(tmp_path: Path) -> None:
    mail = mail_of("Innermost", SENDER, "The consulate runs no desks.", {})
    for _ in range(6):
        mail = mail_of("Outer", SENDER, "See the mail attached.", {"inner.eml": mail})
    folder_with(tmp_path, {"a.eml": mail})

    reading = read(tmp_path)

    assert len(reading.sources) == 4
    assert "files deep in other files" in reading.refusals[0].message
