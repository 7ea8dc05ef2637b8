import json
from dataclasses import replace
from pathlib import Path

from bench.casefiles.checks import broken_checks
from bench.casefiles.gold import read_gold
from bench.casefiles.scoring import score_source
from firsthand.claims.languages import claims_in
from tests.claims.telling import source_of

SENTENCE = "Tide Watch said the mill is old."


def test_a_claim_is_found_by_any_name_of_its_speaker(tmp_path: Path) -> None:
    source = source_of(SENTENCE)
    gold = {
        "source_file": source.file,
        "sentences": {"S1": {"text": SENTENCE}},
        "claims": [
            {
                "id": "C1",
                "tier": "core",
                "sentence_id": "S1",
                "chain": ["Port Vale Courier", "Tide Watch Trust"],
                "content": "the mill is old",
                "stance": "asserts",
            }
        ],
        "entities": [{"name": "Tide Watch Trust", "aliases": ["Tide Watch"]}],
    }
    (tmp_path / "gold.json").write_text(json.dumps(gold), "utf-8")
    wanted = read_gold(tmp_path)

    score = score_source(wanted, list(wanted.claims), claims_in(source), source)

    assert (score.core, score.speaker, score.chain, score.stance) == (1, 1, 1, 1)


def test_an_own_assertion_of_hearsay_breaks_a_check() -> None:
    source = source_of("The mill reportedly sank.")
    (alleged,) = claims_in(source)
    whole = alleged.sentence
    asserted = replace(
        alleged,
        chain=alleged.chain[:1],
        content=(whole,),
        text=whole.within(source.text),
        stance=type(alleged.stance).ASSERTS,
    )

    assert not list(broken_checks(source, [alleged]))
    assert list(broken_checks(source, [asserted]))
