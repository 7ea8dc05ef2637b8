from tests.origins.stories import Told, finding_for, said, traced

EXAMINED = said("River Watch", "Between May and July we examined 58 boats which fishers brought us")
RETOLD = said("River Watch", "it had looked at 58 boats brought by fishers", by="Daily")
SUNK = said("River Watch", "the ferry Kestrel sank near Norvia")


def test_a_paraphrase_of_one_speaker_joins_what_that_speaker_said() -> None:
    source = EXAMINED + SUNK

    result = traced(source, RETOLD)

    finding = finding_for(result, EXAMINED)
    assert RETOLD.claim.id in finding.supports
    assert source.claims[1].id not in finding.supports


def test_other_counts_stay_apart_however_alike_the_words_are() -> None:
    other = said("River Watch", "it had looked at 31 boats in the old dock", by="Daily")

    result = traced(RETOLD, other)

    assert other.claim.id not in finding_for(result, RETOLD).supports


def test_what_was_threatened_is_not_what_has_stayed_as_it_was() -> None:
    threat = said("Mina", "my brother would lose his place at the harbour school unless I left")
    after = said("Mina", "her brother is still at the harbour school", by="Daily")

    result = traced(threat, after)

    assert after.claim.id not in finding_for(result, threat).supports


def test_two_statements_of_one_page_stay_two() -> None:
    page = said("River Watch", "the ferry Kestrel sank near Norvia in the night") + said(
        "River Watch", "the ferry Kestrel carried a cargo of salt for the town of Brill"
    )

    result = traced(page)

    assert page.claims[1].id not in finding_for(result, _first(page)).supports


def test_nobody_contests_his_own_statement() -> None:
    plain = said("Norvian Police", "the harbour has been blocked for that sender since 6 May")
    negated = said(
        "Norvian Police", "since 6 May nothing from that sender passes the harbour", by="Daily"
    )

    result = traced(plain, negated)

    assert not any(finding.denies for finding in result.findings)


def _first(page: Told) -> Told:
    return Told(source=page.source, claims=page.claims[:1])
