"""``firsthand case claim``: add a claim by hand."""

from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    source: str
    speaker: str
    words: str
    via: tuple[str, ...]
    stance: str
    nth: int
    anchor: str | None
    finding: str | None
    reason: str
    quiet: bool


@click.command(name="claim")
@names_a_case
@click.argument("source", metavar="SOURCE")
@click.option("--speaker", required=True, metavar="NAME", help="Whose words they are.")
@click.option("--words", required=True, metavar="WORDS", help="The words, as they stand there.")
@click.option("--via", metavar="NAME", multiple=True, help="Who passes them on, outermost first.")
@click.option("--stance", default="asserts", show_default=True, help="What the speaker does.")
@click.option("--nth", default=1, show_default=True, help="Which, where the words stand often.")
@click.option("--anchor", metavar="PLACE", help='Where, without a text: "page 3", "02:13-02:41".')
@click.option("--finding", metavar="ID", help="The finding that it belongs to.")
@click.option("--reason", default="", metavar="WORDS", help="Why; it stands in the ledger.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Add a claim to SOURCE of CASE: words in its text, or anchored in a picture or recording.

    The next firsthand case trace takes it up.
    """
    from firsthand.record.claims_by_hand import Told, claim_by_hand  # noqa: PLC0415 - lean help
    from firsthand.record.contents.of_claims import ClaimAdded  # noqa: PLC0415
    from firsthand.record.recording import record  # noqa: PLC0415
    from firsthand.store.captured import source_for_rules  # noqa: PLC0415
    from firsthand.values.claim import Stance  # noqa: PLC0415
    from firsthand.values.errors import BadEntry  # noqa: PLC0415

    if asked["stance"] not in set(Stance):
        raise BadEntry(f"there is no such stance. Stances: {', '.join(Stance)}.")
    told = Told(
        speaker=asked["speaker"],
        words=asked["words"],
        via=asked["via"],
        stance=Stance(asked["stance"]),
        nth=asked["nth"],
        anchor=asked["anchor"],
    )
    with opened(asked) as (case, me):
        source = source_for_rules(asked["source"], case.alias, case.ledger.case_key)
        claim = claim_by_hand(source, told)
        content = ClaimAdded(claim=claim, anchor=asked["anchor"], finding=asked["finding"])
        (number,) = record(case.ledger, [content], by=me, reason=asked["reason"])
    if not asked["quiet"]:
        click.echo(f"Entry {number}: claim {claim.id}.")
    return Exit.DONE
