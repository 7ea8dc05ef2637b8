"""``firsthand case key``: make a case's key, or lock it anew."""

from typing import Unpack

import click

from firsthand.cli.case.opened import CaseAsked, names_a_case, opened, passphrase_in
from firsthand.cli.ending import Exit, ends_well


class Asked(CaseAsked):
    """What the user asked for, as click hands it over."""

    new_passphrase_file: str | None
    to_keyring: bool
    quiet: bool


@click.command(name="key")
@names_a_case
@click.option(
    "--new-passphrase-file", metavar="FILE", help="Lock the key under the passphrase in this file."
)
@click.option("--to-keyring", is_flag=True, help="Put the key into the system's keyring.")
@ends_well
def command(**asked: Unpack[Asked]) -> Exit:
    """Make the key under which CASE seals what is confidential, or lock it anew.

    Who loses both passphrase and keyring loses what is confidential: nobody can open it then.
    """
    from firsthand.record.entry import CaseRole  # noqa: PLC0415 - help costs nothing
    from firsthand.store.keys import make_key  # noqa: PLC0415
    from firsthand.values.errors import NotAllowed  # noqa: PLC0415

    with opened(asked) as (case, me):
        if me.role is not CaseRole.OWNER:
            raise NotAllowed("only an owner may change the case's key.")
        make_key(
            case,
            passphrase=passphrase_in(asked["new_passphrase_file"]),
            keyring=asked["to_keyring"],
        )
        if not asked["quiet"]:
            click.echo("The key is locked. Keep the passphrase where the case is not.")
    return Exit.DONE
