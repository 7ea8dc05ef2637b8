"""What the bundled case must come to, read from its bytes, whatever else changes."""

from functools import cache

from firsthand.origins.tracing import trace
from firsthand.sources.demo import demo_case
from firsthand.sources.reading import read_sources
from firsthand.values.finding import Dispute, Finding, Support, Trace

GROUP = "Longshore Rights Monitor"


@cache
def whole() -> Trace:
    with demo_case() as folder:
        reading = read_sources([folder])
    return trace(reading.sources, bodies=reading.bodies)


def about(*words: str) -> list[Finding]:
    """Find the findings with a claim for them that holds all of some words."""
    text = {claim.id: claim.text for claim in whole().claims}
    return [
        finding
        for finding in whole().findings
        if any(all(word in text[name] for word in words) for name in finding.supports)
    ]


def test_the_count_of_posts_has_one_origin_however_many_repeat_it() -> None:
    finding = max(about("47", "19 countries"), key=lambda found: found.repeated_by)

    assert finding.repeated_by > 5
    assert finding.support is Support.SINGLE_ORIGIN
    assert [origin.name for origin in finding.origins_for] == [GROUP]
    assert finding.dispute is Dispute.DENIED_BY_ACCUSED


def test_the_officers_of_quayle_bay_are_withdrawn() -> None:
    (finding,) = about("two serving officers", "Quayle Bay")

    assert finding.support is Support.WITHDRAWN


def test_the_loop_about_halversund_has_one_origin() -> None:
    findings = about("post has opened in Halversund")

    assert findings
    assert all(finding.support is not Support.CORROBORATED for finding in findings)
    assert {o.name for finding in findings for o in finding.origins_for} <= {"Expat Ledger"}


def test_61000_is_never_the_groups_own_figure() -> None:
    own = [
        finding
        for finding in about("61,000")
        if GROUP in [origin.name for origin in finding.origins_for]
        and "home" in finding.proposition
    ]

    assert own == []


def test_volunteers_who_are_not_police_deny_nothing_wider() -> None:
    text = {claim.id: claim.text for claim in whole().claims}
    against = [
        finding
        for finding in whole().findings
        if any("not police officers" in text[name] for name in finding.denies)
    ]

    assert against
    assert all(not finding.supports for finding in against)


def test_the_copy_and_the_cut_lead_to_the_agency() -> None:
    file = {source.id: source.file for source in whole().sources}
    roots = {file[echo.derived]: file[echo.root] for echo in whole().echoes if echo.kind != "cites"}

    assert "press-agency-report" in roots["2024-02-21-northgate-news-copy.html"]
    assert "press-agency-report" in roots["2024-02-21-quayle-bay-mercury.html"]
