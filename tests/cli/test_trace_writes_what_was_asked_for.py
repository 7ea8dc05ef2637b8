import csv
import json
from pathlib import Path

import jsonschema

from firsthand.values.contract import schema
from tests.cli.a_folder import REPORT, firsthand, write_folder


def test_the_json_fulfils_the_machine_contract(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")

    ran = firsthand("trace", folder, "--json", tmp_path / "out.json")

    assert ran.returncode == 0, ran.stderr
    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    jsonschema.validate(written, schema())
    assert [source["publisher"] for source in written["sources"]] == ["The Sluice", "Weir Daily"]


def test_every_span_reads_its_claim_in_the_texts_written_out(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")

    firsthand("trace", folder, "--json", tmp_path / "out.json", "--text-dir", tmp_path / "texts")

    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert written["claims"]
    for claim in written["claims"]:
        text = (tmp_path / "texts" / f"{claim['source']}.txt").read_text("utf-8")
        assert " ".join(text[start:end] for start, end in claim["content"]) == claim["text"]


def test_as_is_takes_a_text_file_whole_to_the_last_newline(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(b"Share\r\n\r\n" + REPORT.replace("\n", "\r\n").encode())

    ran = firsthand("trace", page, "--as-is", "--text-dir", tmp_path / "texts")

    assert ran.returncode == 0, ran.stderr
    (text,) = (tmp_path / "texts").iterdir()
    assert text.read_bytes() == page.read_bytes()


def test_json_on_stdout_is_json_and_nothing_else(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")

    ran = firsthand("trace", folder, "--json", "-")

    assert json.loads(ran.stdout)["version"] == 1


def test_the_report_is_one_file_that_names_no_other(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")

    firsthand("trace", folder, "--html", tmp_path / "report.html")

    page = (tmp_path / "report.html").read_text("utf-8")
    assert "Estuary Watch" in page
    assert 'rel="stylesheet"' not in page
    assert " src=" not in page


def test_the_csv_has_one_header_and_the_words_of_claims(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")

    firsthand("trace", folder, "--csv", tmp_path / "claims.csv")

    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert any("12 river posts" in row["text"] for row in rows)


def test_what_was_published_after_the_day_is_left_out(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")

    ran = firsthand("trace", folder, "--as-of", "2031-04-05", "--json", "-")

    assert [source["file"] for source in json.loads(ran.stdout)["sources"]] == ["a-report.txt"]


def test_piped_output_is_plain_lines_with_the_findings_lines(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")

    ran = firsthand("trace", folder)

    assert "\x1b" not in ran.stdout
    assert any("river posts" in line and "origin" in line for line in ran.stdout.splitlines())


def test_quiet_prints_nothing(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "case")

    ran = firsthand("trace", folder, "--quiet")

    assert (ran.stdout, ran.stderr) == ("", "")
