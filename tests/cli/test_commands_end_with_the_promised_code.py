from pathlib import Path

from tests.cli.a_folder import firsthand, write_folder


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")
    (folder / "junk.pdf").write_bytes(b"\x00\x01\x02 not a pdf")

    ran = firsthand("trace", folder)

    assert ran.returncode == 1
    assert "junk.pdf" in ran.stderr
    assert "river posts" in ran.stdout


def test_misuse_is_code_two() -> None:
    ran = firsthand("trace")

    assert ran.returncode == 2
    assert "PATH" in ran.stderr


def test_an_unknown_day_is_misuse(tmp_path: Path) -> None:
    ran = firsthand("trace", tmp_path, "--as-of", "yesterday")

    assert ran.returncode == 2


def test_a_path_that_is_not_there_is_code_three_and_says_so() -> None:
    ran = firsthand("trace", "/no/such/folder")

    assert ran.returncode == 3
    assert "/no/such/folder" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_empty_folder_is_code_three(tmp_path: Path) -> None:
    ran = firsthand("trace", tmp_path)

    assert ran.returncode == 3
    assert len(ran.stderr.strip().splitlines()) == 1


def test_an_output_that_is_a_folder_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")

    ran = firsthand("trace", folder, "--json", tmp_path)

    assert ran.returncode == 3
    assert "folder" in ran.stderr


def test_a_hostile_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")
    (folder / "a\x1b[2Jb\u202e.bin").write_bytes(bytes(range(256)))

    ran = firsthand("trace", folder)

    assert ran.returncode == 1
    assert "\x1b" not in ran.stderr
    assert "\u202e" not in ran.stderr


def test_no_arguments_teach_the_two_first_commands() -> None:
    ran = firsthand()

    assert "firsthand demo" in ran.stdout + ran.stderr
    assert "firsthand trace" in ran.stdout + ran.stderr
