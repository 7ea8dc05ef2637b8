import json
from pathlib import Path
from shlex import split

import pytest
from click.testing import CliRunner, Result

from firsthand.cli.main import commands
from tests.cli.a_folder import write_folder
from tests.needs import chromium
from tests.outside.pixels import png
from tests.outside.serving import page, serving
from tests.outside.stamping import local_authority
from tests.sources.media import wav_of

PAGE = (
    b"<!doctype html><html><head><title>Posts on the river</title></head><body><article>"
    b"<h1>Posts on the river</h1><p>Estuary Watch said Veldmark has opened 12 river posts in four "
    b"countries since 2029. Its researchers visited nine of them, the group said.</p></article>"
    b"</body></html>"
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["case", *map(str, arguments), "--as", "Ada"])


def captured(case: Path) -> list[dict[str, object]]:
    told = run("log", case, "--kind", "source captured", "--json").output
    return [json.loads(line) for line in told.splitlines()]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    assert run("new", folder).exit_code == 0
    return folder


def test_a_page_is_kept_as_archive_and_image_and_its_claims_are_read(case: Path) -> None:
    chromium()
    with serving({"/posts": page(PAGE)}) as server:
        ran = run("capture", case, server.address("/posts"), "--allow-private")

    assert ran.exit_code == 0, ran.output
    assert len(captured(case)) == 2
    assert run("trace", case).exit_code == 0
    assert "12 river posts" in run("status", case).output
    assert run("verify", case).exit_code == 0


def test_where_no_browser_is_the_page_is_kept_and_the_lack_is_said(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with serving({"/posts": page(PAGE)}) as server:
        ran = run("capture", case, server.address("/posts"), "--allow-private")

    assert ran.exit_code == 1
    assert "chromium" in ran.output.lower()
    assert len(captured(case)) == 1


def test_a_page_on_a_private_address_is_refused_without_leave(case: Path) -> None:
    with serving({"/posts": page(PAGE)}) as server:
        ran = run("capture", case, server.address("/posts"))

    assert ran.exit_code == 3
    assert captured(case) == []


def test_the_head_is_stamped_and_the_stamp_holds_until_it_is_of_another_root(
    case: Path, tmp_path: Path
) -> None:
    authority = local_authority(tmp_path / "authority")
    other = local_authority(tmp_path / "other")
    with serving({"/": authority.answers()}) as server:
        stamped = run(
            "stamp", case, "--authority", server.address("/"), "--roots", authority.roots,
            "--allow-private",
        )  # fmt: skip

    assert stamped.exit_code == 0, stamped.output
    assert run("verify", case, "--roots", authority.roots).exit_code == 0
    wrong = run("verify", case, "--roots", other.roots)
    assert wrong.exit_code == 1
    assert "stamp" in wrong.output


def test_a_claim_by_hand_stands_at_its_words_and_nowhere_else(case: Path, tmp_path: Path) -> None:
    assert run("add", case, write_folder(tmp_path / "sources")).exit_code == 0
    source = str(captured(case)[0]["about"][0])  # type: ignore[index]  # a list of ids

    added = run("claim", case, source, "--speaker", "Estuary Watch", "--words", "12 river posts")
    absent = run("claim", case, source, "--speaker", "Estuary Watch", "--words", "99 river posts")

    assert added.exit_code == 0, added.output
    assert absent.exit_code == 3
    assert "letter by letter" in absent.output


def test_namesakes_are_proposed_decided_and_not_proposed_again(case: Path) -> None:
    for entity, name in (("e1", "Estuary Watch"), ("e2", "The Estuary Watch")):
        run("record", case, "entity named", f"entity={entity}", "is_a=body", f"name={name}")

    proposed = run("namesakes", case, "--json").output
    run("record", case, "entities same", "left=e1", "right=e2", "--reason", "one letterhead")
    after = run("namesakes", case, "--json").output

    pair = json.loads(proposed)
    assert {pair["left"], pair["right"]} == {"e1", "e2"}
    assert after == ""


def test_a_program_of_ones_own_is_handed_a_picture_and_its_words_are_found(
    case: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "scan.png"
    picture.write_bytes(png(2, 2, (10, 20, 30)))
    assert run("add", case, picture).exit_code == 0
    source = str(captured(case)[0]["about"][0])  # type: ignore[index]  # a list of ids

    ran = run("transcribe", case, source, "--with", "sh -c 'wc -c; echo lanterns by the quay'")
    silent = run("transcribe", case, source, "--with", "true")

    assert ran.exit_code == 0, ran.output
    assert silent.exit_code == 3
    assert source in run("search", case, "lanterns").output


def test_below_each_pair_stands_the_command_that_joins_it(case: Path) -> None:
    for entity, name in (("e1", "Estuary Watch"), ("e2", "The Estuary Watch")):
        run("record", case, "entity named", f"entity={entity}", "is_a=body", f"name={name}")

    told = run("namesakes", case).output.splitlines()[-1]
    program, group, *arguments = split(told)

    assert (program, group) == ("firsthand", "case")
    assert run(*arguments).exit_code == 0
    assert run("namesakes", case).output == "No two entities look like one.\n"


def test_a_claim_in_a_recording_needs_its_place(case: Path, tmp_path: Path) -> None:
    (tmp_path / "call.wav").write_bytes(wav_of())
    assert run("add", case, tmp_path / "call.wav").exit_code == 0
    source = str(captured(case)[0]["about"][0])  # type: ignore[index]  # a list of ids
    said = ("--speaker", "A caller", "--words", "you must come back")
    transcript = ("transcript added", f"source={source}", "text=come", "transcriber=Ada", "lang=en")

    nowhere = run("claim", case, source, *said)
    wrong = run("claim", case, source, *said, "--anchor", "at the end")
    placed = run("claim", case, source, *said, "--anchor", "02:13-02:41")
    again = run("claim", case, source, *said, "--anchor", "03:00-03:05")
    written = run("record", case, *transcript, "anchor=02:13-02:41")
    unplaced = run("record", case, *transcript, "anchor=at the end")

    assert (nowhere.exit_code, wrong.exit_code, unplaced.exit_code) == (3, 3, 3)
    assert "anchor" in nowhere.output
    assert (placed.exit_code, again.exit_code, written.exit_code) == (0, 0, 0)
    assert run("trace", case).exit_code == 0
    assert run("verify", case).exit_code == 0
