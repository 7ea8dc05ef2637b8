import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from firsthand.cli.main import commands
from tests.cli.a_folder import write_folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands, ["case", *map(str, arguments), "--as", "Ada"])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    sources = write_folder(tmp_path / "sources")
    assert run("new", folder).exit_code == 0
    assert run("add", folder, sources).exit_code == 0
    return folder


def test_a_copy_is_written_and_made_a_case_again(case: Path, tmp_path: Path) -> None:
    left = run("export", case, tmp_path / "copy.zip", "--format", "case")
    came = run("import", tmp_path / "copy", tmp_path / "copy.zip", "--format", "case")

    assert (left.exit_code, came.exit_code) == (0, 0), left.output + came.output
    assert "firsthand case trace" in came.output
    assert run("log", tmp_path / "copy", "--quiet").exit_code == 0


def test_a_second_export_to_one_file_needs_force(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    run("export", case, out, "--format", "csv")

    again = run("export", case, out, "--format", "csv")
    forced = run("export", case, out, "--format", "csv", "--force")

    assert (again.exit_code, forced.exit_code) == (3, 0)
    assert "--force" in again.output


def test_each_export_stands_in_the_log(case: Path, tmp_path: Path) -> None:
    run("export", case, tmp_path / "map.json", "--format", "geojson")

    assert "exported" in run("log", case).output
    assert json.loads((tmp_path / "map.json").read_text("utf-8"))["features"] == []


def test_what_has_no_meaning_here_is_named_and_the_code_says_so(case: Path, tmp_path: Path) -> None:
    run("export", case, tmp_path / "ftm.jsonl", "--format", "ftm")

    came = run("import", case, tmp_path / "ftm.jsonl", "--format", "ftm")

    assert came.exit_code == 1
    assert "Article: left out" in came.output


def test_a_table_comes_in_by_its_mapping(case: Path, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("what\nTidewater Bureau\n", "utf-8")
    (tmp_path / "mapping.toml").write_text('is_a = "body"\n[columns]\nname = "what"\n', "utf-8")

    came = run(
        "import", case, tmp_path / "table.csv", "--format", "uwazi",
        "--mapping", tmp_path / "mapping.toml",
    )  # fmt: skip

    assert came.exit_code == 0, came.output
    assert "1 records came in" in came.output


def test_confidential_content_goes_with_a_copy_alone(case: Path, tmp_path: Path) -> None:
    left = run("export", case, tmp_path / "x.csv", "--format", "csv", "--with-confidential")

    assert left.exit_code == 3
    assert not (tmp_path / "x.csv").exists()


def test_a_file_that_is_no_copy_is_one_clear_line(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("readme.txt", "hello")

    came = run("import", tmp_path / "new", tmp_path / "other.zip", "--format", "case")

    assert came.exit_code == 3
    assert came.output.splitlines() == ["firsthand: other.zip: it is not the copy of a case."]
    assert not (tmp_path / "new").exists()


def test_a_mapping_goes_with_its_format_alone(case: Path, tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text("", "utf-8")

    came = run(
        "import", case, tmp_path / "m.toml", "--format", "ftm", "--mapping", tmp_path / "m.toml"
    )

    assert came.exit_code == 3
