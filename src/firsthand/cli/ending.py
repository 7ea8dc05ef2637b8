"""How a command ends: one clear message on stderr and the right exit code.

0 done · 1 done, but something was refused or could not be read · 2 misuse · 3 could not be done
"""

import functools
from collections.abc import Callable
from enum import IntEnum
from typing import ParamSpec

import click

from firsthand.drawings.safe import for_terminal
from firsthand.values.errors import FirsthandError

P = ParamSpec("P")


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    DONE_IN_PART = 1
    MISUSE = 2
    COULD_NOT = 3


def ends_well(run: Callable[P, Exit]) -> Callable[P, None]:
    """Give a command ``--quiet`` and ``--debug``, and turn what it returns or raises into an end.

    An unforeseen error is named by its type only: its message could hold testimony.
    """

    @click.option("--quiet", is_flag=True, help="Print nothing but errors.")
    @click.option("--debug", is_flag=True, help="Show the whole traceback of an error.")
    @functools.wraps(run)
    def ended(*args: P.args, **kwargs: P.kwargs) -> None:
        debug = bool(kwargs.pop("debug"))
        try:
            code = run(*args, **kwargs)
        except FirsthandError as error:
            _raise_again_if(debug, error)
            say(str(error))
            code = Exit.COULD_NOT
        except BrokenPipeError:
            # Whoever read along (head, less) has seen enough; click ends quietly then.
            raise
        except OSError as error:
            _raise_again_if(debug, error)
            say(f"{error.filename or 'A file'}: {error.strerror}. Check the path and try again.")
            code = Exit.COULD_NOT
        except UnicodeEncodeError as error:
            _raise_again_if(debug, error)
            say("a name or a text that was given is not spelled in UTF-8. Spell it anew.")
            code = Exit.COULD_NOT
        except Exception as error:
            if debug or isinstance(
                error, click.ClickException | click.Abort | click.exceptions.Exit
            ):
                raise
            say(f"Something unforeseen: {type(error).__name__}. Run it again with --debug.")
            code = Exit.COULD_NOT
        click.get_current_context().exit(code)

    return ended


def say(message: str) -> None:
    """Print one line on stderr, made safe for a terminal."""
    click.echo(f"firsthand: {for_terminal(message)}", err=True)


def _raise_again_if(debug: bool, error: Exception) -> None:  # noqa: FBT001 - the user's own flag
    if debug:
        raise error
