import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.sources.reading import TextMode, read_sources
from firsthand.values.source import Handling, Role, SourceKind
from tests.sources.building import STORY, folder_with, only_source, read

IPHONE = """\u200e[31/12/2023, 21:03:05] River Hall: Messages and calls are end-to-end encrypted.
[31/12/2023, 21:03:40] Ana: They came to the shop again.
They asked for my brother.
\u200e[31/12/2023, 21:04:02] Ana: \u200e<attached: 00000012-PHOTO-2023-12-31.jpg>
[01/01/2024, 08:10:00] Ben: Do not answer: call me
"""
ANDROID = """12/31/23, 9:03\u202fPM - Messages are end-to-end encrypted. No one can read them.
12/31/23, 9:03\u202fPM - Ana: They came again.
12/31/23, 9:04 PM - Ana: IMG-20231231-WA0001.jpg (file attached)
The man on the left.
1/1/24, 12:05 AM - Ben: <Media omitted>
"""


def thread(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """Read an export; give each passage's words, role and place."""
    folder_with(folder, {"chat.txt": text})
    source = only_source(read(folder))
    assert source.kind is SourceKind.MESSAGE_THREAD
    return [
        (each.span.within(source.text), each.role.value, each.place) for each in source.passages
    ]


def test_each_message_is_a_passage_with_its_number_and_moment(tmp_path: Path) -> None:
    assert thread(tmp_path, IPHONE) == [
        (
            "River Hall: Messages and calls are end-to-end encrypted.",
            "body",
            "message 1, 2023-12-31 21:03:05",
        ),
        (
            "Ana: They came to the shop again.\nThey asked for my brother.",
            "body",
            "message 2, 2023-12-31 21:03:40",
        ),
        (
            "Ana: <attached: 00000012-PHOTO-2023-12-31.jpg>",
            "caption",
            "message 3, 2023-12-31 21:04:02, attached",
        ),
        ("Ben: Do not answer: call me", "body", "message 4, 2024-01-01 08:10:00"),
    ]


def test_the_other_phones_export_is_read_alike(tmp_path: Path) -> None:
    assert thread(tmp_path, ANDROID) == [
        (
            "Messages are end-to-end encrypted. No one can read them.",
            "furniture",
            "message 1, 2023-12-31 21:03",
        ),
        ("Ana: They came again.", "body", "message 2, 2023-12-31 21:03"),
        (
            "Ana: IMG-20231231-WA0001.jpg (file attached)",
            "caption",
            "message 3, 2023-12-31 21:04, attached",
        ),
        ("Ana: The man on the left.", "body", "message 3, 2023-12-31 21:04"),
        ("Ben: <Media omitted>", "caption", "message 4, 2024-01-01 00:05, attached"),
    ]


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        ("[2023/12/31 下午9:03:05] ", "2023-12-31 21:03:05"),
        ("[2023/12/31 中午12:03:05] ", "as written 2023/12/31 中午12:03:05"),
        ("31.12.23, 21:03 - ", "2023-12-31 21:03"),
        ("31/12/2023 à 21:03 - ", "2023-12-31 21:03"),
        ("[2023-12-31, 21:03:05] ", "2023-12-31 21:03:05"),
        ("3/4/23, 9:03 AM - ", "as written 3/4/23, 9:03 AM"),
    ],
)
def test_moments_are_read_as_phones_in_many_places_write_them(
    tmp_path: Path, head: str, moment: str
) -> None:
    found = thread(tmp_path, f"{head}Ana: One\n{head}Ben: Two\n")

    assert [place for _, _, place in found] == [f"message 1, {moment}", f"message 2, {moment}"]


def test_a_thread_is_restricted_unless_a_listing_says_otherwise(tmp_path: Path) -> None:
    folder_with(tmp_path, {"chat.txt": IPHONE})
    assert only_source(read(tmp_path)).handling is Handling.RESTRICTED

    folder_with(tmp_path, {"sources.json": '[{"file": "chat.txt", "handling": "confidential"}]'})
    assert only_source(read(tmp_path)).handling is Handling.CONFIDENTIAL


def test_a_thread_read_as_is_stays_whole_and_restricted(tmp_path: Path) -> None:
    folder_with(tmp_path, {"chat.txt": ANDROID})

    source = only_source(read(tmp_path, text_mode=TextMode.AS_IS))

    assert source.text == ANDROID
    assert (source.kind, source.handling) == (SourceKind.MESSAGE_THREAD, Handling.RESTRICTED)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "[31/12/2023, 21:03:05] Ana: one message alone is a quotation\n\nA story follows here.\n",
        "12/31/23 - the union met\n12/31/23 - the council met\n",
        "A story.\n" + IPHONE,
    ],
)
def test_other_texts_are_no_threads(tmp_path: Path, text: str) -> None:
    folder_with(tmp_path, {"a.txt": text})

    assert only_source(read(tmp_path)).kind is SourceKind.ARTICLE


def test_a_sender_who_writes_a_line_like_a_head_is_read_without_harm(tmp_path: Path) -> None:
    forged = "[31/12/2023, 21:03:05] Ana: a\n[99/99/9999, 99:99:99] Ben: b\n[1/1/1, 1:1:1] c\n"

    assert len(thread(tmp_path, forged)) == 2


@settings(max_examples=100, deadline=None)
@given(
    lines=st.lists(
        st.one_of(
            st.sampled_from(
                ["[31/12/2023, 21:03:05] Ana: ", "31/12/23, 9:03 - ", "<Media omitted>"]
            ),
            st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40),
        ),
        max_size=20,
    )
)
def test_no_word_of_a_thread_is_lost(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("law")
    words = [f"word{number}" for number in range(len(lines))]
    text = "\n".join(line + word for line, word in zip(lines, words, strict=True))
    head = "[31/12/2023, 21:03:05] Ana: hello\n[31/12/2023, 21:03:06] Ben: yes\n"
    folder_with(folder, {"a.txt": head + text})

    (source,) = read_sources([folder]).sources

    assert all(word in source.text for word in words)


def chat(*messages: dict[str, Any], name: str = "Shop group") -> dict[str, Any]:
    """Write a Telegram chat."""
    return {"name": name, "type": "private_group", "id": 4, "messages": list(messages)}


FIRST: dict[str, Any] = {
    "id": 31,
    "type": "message",
    "date": "2023-12-31T21:03:05",
    "date_unixtime": "1704052985",
    "from": "Ana",
    "from_id": "user7",
    "text": ["See ", {"type": "link", "text": "https://echo.example/ferry"}, " now"],
}
SECOND: dict[str, Any] = {
    "id": 32,
    "type": "message",
    "date": "2023-12-31T21:04:05",
    "from": None,
    "forwarded_from": "River Watch",
    "photo": "photos/photo_1.jpg",
    "text": "",
}
JOINED: dict[str, Any] = {
    "id": 33,
    "type": "service",
    "date": "2023-12-31T21:05:05",
    "actor": "Ben",
    "action": "invite_members",
    "text": "",
}


def test_a_telegram_chat_is_a_thread_with_its_senders_and_attachments(tmp_path: Path) -> None:
    folder_with(tmp_path, {"result.json": json.dumps(chat(FIRST, SECOND, JOINED))})

    source = only_source(read(tmp_path))

    assert (source.kind, source.handling) == (SourceKind.MESSAGE_THREAD, Handling.RESTRICTED)
    assert (source.title, source.media_type) == ("Shop group", "application/json")
    assert [(each.span.within(source.text), each.role, each.place) for each in source.passages] == [
        (
            "Ana: See https://echo.example/ferry now",
            Role.BODY,
            "message 1, 2023-12-31 20:03:05 UTC",
        ),
        (
            "account not named, forwarded from River Watch: photos/photo_1.jpg",
            Role.CAPTION,
            "message 2, 2023-12-31T21:04:05, attached",
        ),
        ("Ben invite_members", Role.FURNITURE, "message 3, 2023-12-31T21:05:05"),
    ]


def test_each_chat_of_a_whole_account_is_a_source_of_its_own(tmp_path: Path) -> None:
    export = {"about": "…", "chats": {"list": [chat(FIRST), chat(), chat(FIRST, name="Other")]}}
    folder_with(tmp_path, {"result.json": json.dumps(export)})

    reading = read(tmp_path)

    assert [source.file for source in reading.sources] == ["result.json#1", "result.json#3"]
    assert len({source.sha256 for source in reading.sources}) == 2
    assert reading.refusals[0].file == "result.json#2"


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        "[]",
        "nul",
        "[" * 100_000,
        '{"messages": 3, "type": "x"}',
        '{"chats": {"list": 7}}',
        '{"messages": [1, null, "x"], "type": "private_group"}',
        '{"messages": [{"text": {"a": 1}, "date_unixtime": "9e99"}], "type": "private_group"}',
    ],
)
def test_json_of_another_shape_is_refused_by_name(tmp_path: Path, body: str) -> None:
    folder_with(tmp_path, {"a.json": body, "good.txt": STORY})

    reading = read(tmp_path)

    assert [source.file for source in reading.sources] == ["good.txt"]
    assert [refusal.file for refusal in reading.refusals] == ["a.json"]
