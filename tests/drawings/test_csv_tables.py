import csv
import io
from dataclasses import replace

import pytest

from firsthand.drawings.csv_tables import claims_csv
from tests.drawings.a_case import a_case


def rows(page: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(page, newline="")))


def test_every_claim_has_a_line_with_its_chain_words_and_place() -> None:
    case = a_case()

    lines = rows(claims_csv(case))
    nested = next(line for line in lines if line["chain"].count("→") == 2)

    assert {line["claim"] for line in lines} == {claim.id for claim in case.claims}
    assert nested["chain"] == "Harbour Daily → River Watch → Interior Ministry"
    assert nested["text"] == "“the desks renew driving licences”"
    assert nested["finding"] == "fnd-work"
    assert nested["side"] in {"for", "against", "beside"}
    assert nested["support"] == next(f.support for f in case.findings if f.id == "fnd-work")
    assert int(nested["end"]) - int(nested["start"]) == len(nested["text"])


@pytest.mark.parametrize("formula", [
    "=1+1", "+1", "-1", "@SUM(A1)", "  =1+1", '"=1+1', "\t=1+1", "＝1+1",
    "harmless;=1+1", "line\n=HYPERLINK(0)", "\r=1",
])  # fmt: skip
def test_no_cell_begins_a_formula(formula: str) -> None:
    case = a_case()
    hurt = replace(case.findings[0], proposition=formula)
    said = replace(case.claims[0], text=formula, chain=(formula,))

    lines = rows(claims_csv(replace(case, findings=(hurt,), claims=(said, *case.claims[1:]))))

    spoken = next(line for line in lines if line["claim"] == said.id)
    placed = next(line for line in lines if line["finding"] == hurt.id)
    for cell in (placed["proposition"], spoken["text"], spoken["speaker"]):
        for part in cell.replace("\t", ";").replace("\n", ";").replace("\r", ";").split(";"):
            assert not part.lstrip(" \"'\ufeff").startswith(tuple("=+-@＝＋－＠")) or "'" in part
        assert "'" in cell


def test_commas_quotes_and_lines_stay_inside_their_cell() -> None:
    case = a_case()
    words = 'He said "no, never",\nand left\x00'
    hurt = replace(case.claims[0], text=words)

    lines = rows(claims_csv(replace(case, claims=(hurt, *case.claims[1:]))))

    assert lines[0]["text"] == 'He said "no, never",\nand left\ufffd'
