"""What every case command shares: which case, who asks, and the key to what is confidential."""

import functools
import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypedDict

import click

from firsthand.values.errors import BadRequest

if TYPE_CHECKING:
    from firsthand.record.entry import Author
    from firsthand.store.cases import Case

P = ParamSpec("P")


class CaseAsked(TypedDict):
    """The options that every case command has, as click hands them over."""

    case: str
    database: str | None
    member: str | None
    passphrase_file: str | None
    keyring: bool


def names_a_case(run: Callable[P, Any]) -> Callable[P, Any]:
    """Give a command the argument CASE and the options that open it."""

    @click.argument("case", metavar="CASE")
    @click.option(
        "--database", metavar="URL", help="Where the tables are: postgres://USER@HOST:PORT/NAME."
    )
    @click.option(
        "--as", "member", metavar="NAME", help="Who you are in the case (else your login name)."
    )
    @click.option(
        "--passphrase-file",
        metavar="FILE",
        help="Open the case's key with the passphrase in this file (- is stdin).",
    )
    @click.option("--keyring", is_flag=True, help="Open the case's key from the system's keyring.")
    @functools.wraps(run)
    def asked(*args: P.args, **kwargs: P.kwargs) -> Any:  # noqa: ANN401 - what the command returns
        return run(*args, **kwargs)

    return asked


@contextmanager
def opened(asked: CaseAsked) -> "Iterator[tuple[Case, Author]]":
    """Open a case for whoever asks, and close it after."""
    # Django loads here, so that help costs nothing.
    from firsthand.store.cases import open_case  # noqa: PLC0415
    from firsthand.store.databases import told_plainly  # noqa: PLC0415
    from firsthand.store.keys import open_key  # noqa: PLC0415

    case = open_case(Path(asked["case"]), database=asked["database"])
    try:
        with told_plainly(asked["case"]):
            case.ledger.case_key = open_key(
                case, passphrase=passphrase_in(asked["passphrase_file"]), keyring=asked["keyring"]
            )
            yield case, case.member(who(asked))
    finally:
        case.close()


def who(asked: CaseAsked) -> str:
    """Tell who asks: who they say they are, else their login name."""
    name = asked["member"] or os.environ.get("FIRSTHAND_MEMBER") or _login_name()
    if not name:
        raise BadRequest("nobody is named. Say who you are in the case with --as.")
    return name


def passphrase_in(file: str | None) -> str | None:
    """Read a passphrase: the first line of a file. Never an argument: others could read it."""
    if file is None:
        return None
    if file == "-":
        line = sys.stdin.readline(4096)
    else:
        with Path(file).open(encoding="utf-8") as stream:
            line = stream.readline(4096)
    passphrase = line.rstrip("\r\n")
    if not passphrase:
        raise BadRequest("the passphrase file is empty. Put the passphrase on its first line.")
    return passphrase


def _login_name() -> str | None:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None
