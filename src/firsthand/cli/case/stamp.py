"""``firsthand case stamp``: have the ledger's head stamped by an authority."""

from pathlib import Path
from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened
from firsthand.cli.ending import Exit, ends_well


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    authority: str
    roots: str
    allow_private: bool
    quiet: bool


@click.command(name="stamp")
@names_a_case
@click.option("--authority", required=True, metavar="URL", help="A timestamp authority (RFC 3161).")
@click.option("--roots", required=True, metavar="FILE", help="The roots it is trusted by (PEM).")
@click.option("--allow-private", is_flag=True, help="Let the authority lie in a private network.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Have an authority sign that the last entry of CASE, and so all before it, existed by now.

    Only a digest leaves this machine. firsthand case verify --roots FILE checks the stamp later,
    without a network.
    """
    from firsthand.outside.addresses import AddressPolicy  # noqa: PLC0415 - help costs nothing
    from firsthand.outside.timestamping import TimestampAuthority  # noqa: PLC0415
    from firsthand.store.stamps import stamp_head  # noqa: PLC0415

    authority = TimestampAuthority(
        address=asked["authority"],
        roots=Path(asked["roots"]),
        policy=AddressPolicy.PRIVATE_TOO if asked["allow_private"] else AddressPolicy.PUBLIC_ONLY,
    )
    with opened(asked) as (case, me):
        number = stamp_head(case, authority.stamp, by=me)
    if not asked["quiet"]:
        click.echo(f"Entry {number}: stamped.")
    return Exit.DONE
