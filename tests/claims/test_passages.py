from firsthand.claims.languages import claims_in
from firsthand.values.claim import Setting
from firsthand.values.source import Role
from tests.claims.telling import source_of, told


def test_captions_teasers_and_furniture_yield_nothing() -> None:
    roles = {0: Role.FURNITURE, 1: Role.CAPTION, 3: Role.TEASER, 4: Role.CREDIT}
    source = source_of(
        "Skip to content, the menu said.",
        "The old mill, said to be haunted, in May.",
        "Tide Watch said the mill is shut.",
        "A goat was elected mayor, the town said.",
        "Reporting by Ada Brink, who said so.",
        roles=roles,
    )

    claims = claims_in(source)

    assert [claim.text for claim in claims] == ["the mill is shut"]


def test_a_headline_speaks_as_a_headline() -> None:
    source = source_of(
        "Mill poisoned two wells, group says", "Nothing else.", roles={0: Role.TITLE}
    )

    claims = claims_in(source)

    assert claims[0].setting is Setting.HEADLINE
    assert not claims[0].is_own_voice


def test_a_headline_about_reports_does_not_assert_what_they_say() -> None:
    source = source_of("Police investigating reports of theft at yard", roles={0: Role.TITLE})

    claims = claims_in(source)

    assert not [c for c in claims if c.is_own_voice and c.text.startswith("theft")]


def test_a_paragraph_broken_at_a_fixed_width_is_read_as_one() -> None:
    page = (
        "Tide Watch, a charity with its seat in the old town, said that the\n"
        "mill by the river had been shut for a year and would stay so."
    )

    claims = told(page)

    assert [claim.speaker for claim in claims] == ["Tide Watch"]


def test_plain_statements_are_the_publisher_s_own_and_questions_are_not() -> None:
    claims = told("The mill stands by the river. Who owns it?")

    assert [claim.text for claim in claims] == ["The mill stands by the river"]
    assert claims[0].is_own_voice
    assert claims[0].cue == ()
