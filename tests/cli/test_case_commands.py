"""Each case command, as a user would run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.a_folder import firsthand, write_folder

SRC = Path(__file__).parents[2] / "src"


@pytest.fixture(autouse=True)
def as_ada(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTHAND_MEMBER", "Ada")
    monkeypatch.setenv("PYTHONPATH", str(SRC))


def case(*arguments: str | Path) -> str:
    ran = firsthand("case", *arguments)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    case("new", folder, "--title", "Posts abroad")
    case("add", folder, write_folder(tmp_path / "sources"))
    case("trace", folder)
    return folder


def finding_in(posts: Path) -> str:
    first = case("status", posts, "--json").splitlines()[0]
    return str(json.loads(first)["id"])


def a_testimony_in(folder: Path) -> Path:
    """Write what nobody has published."""
    testimony = folder / "testimony.txt"
    testimony.write_text("The caller said that the embassy had asked for her address.\n", "utf-8")
    return testimony


def test_a_case_says_what_came_of_each_step(tmp_path: Path) -> None:
    folder = tmp_path / "posts"

    begun = case("new", folder)
    taken = case("add", folder, write_folder(tmp_path / "sources"))
    again = case("add", folder, tmp_path / "sources")
    traced = case("trace", folder)

    assert "owned by Ada" in begun
    assert taken.startswith("2 sources taken in")
    assert "2 there already" in again
    assert traced.startswith("2 sources")


def test_a_judgement_stands_beside_the_lines(posts: Path) -> None:
    finding = finding_in(posts)

    told = case("record", posts, "judged", f"subject={finding}", "verdict=accepted")

    assert "judged" in told
    assert "judged: accepted" in case("status", posts, "--finding", finding)


def test_who_was_asked_and_answered_is_counted(posts: Path) -> None:
    finding = finding_in(posts)
    case("record", posts, "asked", "whom=The Embassy", f"findings={finding}", "channel=letter")
    asked = json.loads(case("log", posts, "--kind", "asked", "--json"))["number"]

    case("record", posts, "replied", f"asked={asked}", "outcome=declined")

    assert "asked 1, answered 1" in case("status", posts, "--finding", finding)


def test_what_was_recorded_later_is_left_out_by_day(posts: Path) -> None:
    then = case("status", posts, "--json", "--recorded-by", "2020-01-01")

    assert then == ""


def test_each_line_of_the_log_is_an_object_with_its_entry(posts: Path) -> None:
    lines = [json.loads(line) for line in case("log", posts, "--json").splitlines()]

    assert [line["number"] for line in lines] == list(range(1, len(lines) + 1))
    assert {line["author"] for line in lines} == {"Ada"}


def test_the_columns_of_the_log_stay_columns(posts: Path) -> None:
    lines = case("log", posts).splitlines()

    assert {line.index("Ada") for line in lines} == {lines[0].index("Ada")}


def test_a_whole_case_verifies_and_tells_its_head(posts: Path) -> None:
    told = json.loads(case("verify", posts, "--json"))

    assert told["whole"] is True
    assert case("verify", posts, "--head", told["head"]).count("all as written") == 1


def test_a_changed_file_of_evidence_is_named(posts: Path) -> None:
    file = next(path for path in (posts / "evidence").rglob("*") if path.is_file())
    file.chmod(0o600)
    file.write_text("other words", "utf-8")

    ran = firsthand("case", "verify", posts)

    assert ran.returncode == 1
    assert f"evidence {file.name}: the file was changed" in ran.stderr


def test_what_is_confidential_opens_with_the_passphrase_alone(posts: Path, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("a long passphrase\n", "utf-8")
    case("key", posts, "--new-passphrase-file", secret)
    key = ("--passphrase-file", secret)
    case("add", posts, a_testimony_in(tmp_path), "--handling", "confidential", *key)
    last = case("log", posts, "--kind", "source captured", "--json", *key).splitlines()[-1]
    source = json.loads(last)["about"][0]

    closed = firsthand("case", "open", posts, source, "--reason", "To read it.")
    opened = case("open", posts, source, "--reason", "To read it.", *key)

    assert closed.returncode == 3
    assert "embassy" in opened
    assert "To read it." in case("log", posts, "--kind", "confidential opened")


def test_what_lies_open_is_not_sealed_late(posts: Path, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("a long passphrase\n", "utf-8")
    case("key", posts, "--new-passphrase-file", secret)

    ran = firsthand(
        "case", "add", posts, tmp_path / "sources", "--handling", "confidential",
        "--passphrase-file", secret,
    )  # fmt: skip

    assert ran.returncode == 1
    assert "open to read" in ran.stderr


def test_a_copy_that_held_something_back_verifies(posts: Path, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("a long passphrase\n", "utf-8")
    case("key", posts, "--new-passphrase-file", secret)
    key = ("--passphrase-file", secret)
    case("add", posts, a_testimony_in(tmp_path), "--handling", "confidential", *key)
    case("export", posts, tmp_path / "copy.zip", "--format", "case", *key)

    case("import", tmp_path / "copy", tmp_path / "copy.zip", "--format", "case")

    assert "2 files: all as written" in case("verify", tmp_path / "copy")


def test_what_is_erased_is_gone_and_the_rest_verifies(posts: Path) -> None:
    first = case("log", posts, "--kind", "source captured", "--json").splitlines()[0]
    source = json.loads(first)["about"][0]

    told = case("erase", posts, source, "--ground", "safety", "--reason", "It endangers.")

    assert "lost their content" in told
    assert "1 files: all as written" in case("verify", posts)


@pytest.mark.parametrize("command", ["status", "log", "verify", "trace"])
def test_quiet_prints_nothing(posts: Path, command: str) -> None:
    ran = firsthand("case", command, posts, "--quiet")

    assert (ran.stdout, ran.stderr) == ("", "")


def test_who_stops_reading_ends_the_log_in_peace(posts: Path) -> None:
    program = Path(sys.executable).parent / "firsthand"
    reading, writing = os.pipe()
    os.close(reading)

    ran = subprocess.run(
        [program, "case", "log", posts],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writing)

    assert ran.stderr == ""
