"""The order in which sources and claims come in changes nothing that comes out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.origins.tracing import trace
from firsthand.values.act import ActKind
from firsthand.values.body import Bodies
from firsthand.values.claim import STANCES_AGAINST, STANCES_FOR, Basis, Stance
from firsthand.values.contract import contract_of
from tests.origins.stories import OSTRIA, STATIONS, Told, quoting, said

STORY = (
    "The maps were shown in the old customs hall while the rain came down on the quay, and the "
    "chairs ran out before the first slide was on the wall behind the speakers. "
)
REPORT = said("River Watch", basis=Basis.OWN_INQUIRY, frame=STORY + "{words}.")
COPY = said("Portal", STATIONS, on="2025-03-02", frame=STORY + "{words}.")
SAME_DAY = said("Gazette", STATIONS, on="2025-03-02", frame=STORY + "{words}.")
UNDATED = said("Archive", STATIONS, on=None, frame=STORY + "{words}.")
POOL: list[Told] = [
    REPORT,
    COPY,
    SAME_DAY,
    UNDATED,
    quoting(REPORT, by="Daily"),
    said("River Watch", "Ostria has opened 54 service stations in 21 countries", by="Evening"),
    said("Ostria", "There are no such stations", by="Daily", stance=Stance.DENIES),
    said("Ostrian embassy", "The report is a fabrication", stance=Stance.DENIES, about=(REPORT,)),
    said("Ostrian consulate", "the stations are mainly for renewing licences", by="Courier"),
    said("Ledger Blog", "a third post has opened in Halvers above a bakery", by="North Portal"),
    said("North Portal", "a third post has opened in Halvers above a bakery", by="Ledger Blog"),
    said("unidentified", "the station in Port Elm threatened residents", by="Evening"),
    said("Harbour Radio", "there is a station in Port Elm under a sign", basis=Basis.WITNESSED),
    said("River Watch", "a station stands in Port Elm under a sign", basis=Basis.OWN_INQUIRY),
    said("River Watch", STATIONS, on="2025-06-01", stance=Stance.WITHDRAWS),
    said(
        "Norvia",
        "Norvia ordered Ostria to close its station in Port Elm",
        act=(ActKind.CLOSURE_ORDERED, "Norvia", "2025-04-17"),
    ),
    said("Daily", "the River Watch report", stance=Stance.NOT_CONFIRMED, about=(REPORT,)),
]


@settings(deadline=None, max_examples=60)
@given(chosen=st.lists(st.sampled_from(POOL), unique_by=id, min_size=1), data=st.data())
def test_a_shuffled_case_traces_to_the_equal_trace(chosen: list[Told], data: st.DataObject) -> None:
    claims = [claim for told in chosen for claim in told.claims]
    shuffled = data.draw(st.permutations(chosen))
    mixed = data.draw(st.permutations(claims))

    first = trace([t.source for t in chosen], claims=claims, bodies=Bodies([OSTRIA]))
    again = trace([t.source for t in shuffled], claims=mixed, bodies=Bodies([OSTRIA]))

    assert first == again
    assert contract_of(first) == contract_of(again)


@settings(deadline=None, max_examples=40)
@given(chosen=st.lists(st.sampled_from(POOL), unique_by=id, min_size=1))
def test_every_claim_that_counts_stands_in_a_finding_and_every_line_has_its_reason(
    chosen: list[Told],
) -> None:
    claims = [claim for told in chosen for claim in told.claims]

    result = trace([t.source for t in chosen], claims=claims, bodies=Bodies([OSTRIA]))

    placed = {
        name
        for finding in result.findings
        for name in (*finding.supports, *finding.denies, *finding.beside)
    }
    counting = STANCES_FOR | STANCES_AGAINST | {Stance.WITHDRAWS}
    assert placed >= {claim.id for claim in claims if claim.stance in counting}
    assert all(finding.support_reason and finding.dispute_reason for finding in result.findings)
    assert len({finding.id for finding in result.findings}) == len(result.findings)


@settings(deadline=None, max_examples=40)
@given(chosen=st.lists(st.sampled_from(POOL), unique_by=id, min_size=1))
def test_corroborated_always_names_two_origins_with_grounds_of_their_own(
    chosen: list[Told],
) -> None:
    claims = [claim for told in chosen for claim in told.claims]

    result = trace([t.source for t in chosen], claims=claims, bodies=Bodies([OSTRIA]))

    for finding in result.findings:
        if finding.support == "corroborated":
            grounded = [o for o in finding.origins_for if o.basis != Basis.NOT_STATED]
            assert len({origin.party for origin in grounded}) > 1
