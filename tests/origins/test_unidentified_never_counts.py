from firsthand.values.claim import Basis, Stance
from firsthand.values.finding import Support
from firsthand.values.source import Handling, SourceKind
from tests.origins.stories import finding_for, names_for, said, traced

HIDDEN = "a station is hidden in the harbour district"


def test_what_nobody_identified_says_has_no_support() -> None:
    rumour = said("unidentified", HIDDEN, by="Daily", stance=Stance.ALLEGES)

    finding = finding_for(traced(rumour), rumour)

    assert finding.support is Support.NONE
    assert "nobody identified" in finding.support_reason


def test_an_unidentified_voice_does_not_make_a_second_origin() -> None:
    named = said("River Watch", HIDDEN, basis=Basis.OWN_INQUIRY)
    rumour = said("unidentified", HIDDEN, by="Daily", basis=Basis.WITNESSED)

    finding = finding_for(traced(named, rumour), named)

    assert names_for(finding) == ["River Watch"]
    assert finding.support is Support.SINGLE_ORIGIN


def test_confidential_testimony_waits_for_a_judgement() -> None:
    testimony = said(
        "Mira",
        HIDDEN,
        by="the drop",
        basis=Basis.WITNESSED,
        kind=SourceKind.TESTIMONY,
        handling=Handling.CONFIDENTIAL,
    )

    finding = finding_for(traced(testimony), testimony)

    assert finding.support is Support.NONE
    assert "judged" in finding.support_reason


def test_published_testimony_counts_as_any_source_does() -> None:
    testimony = said("Mira", HIDDEN, by="Clinic", kind=SourceKind.TESTIMONY)

    finding = finding_for(traced(testimony), testimony)

    assert names_for(finding) == ["Mira"]
