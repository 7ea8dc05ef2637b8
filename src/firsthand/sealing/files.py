"""Files sealed in a stream, in the age format (age-encryption.org/v1), each to a key of its own."""

from typing import BinaryIO

import pyrage

from firsthand.sealing.errors import Unsealable, WrongKey


def new_file_key() -> str:
    """Make a key for one file: an age identity, as text."""
    return str(pyrage.x25519.Identity.generate())


def seal_file(file_key: str, source: BinaryIO, target: BinaryIO) -> None:
    """Seal all that a stream holds into another; memory stays small whatever the size."""
    recipient = pyrage.x25519.Identity.from_str(file_key).to_public()
    pyrage.encrypt_io(source, target, [recipient])


def unseal_file(file_key: str, source: BinaryIO, target: BinaryIO) -> None:
    """Open what ``seal_file`` made.

    Raises WrongKey or Unsealable; what was written before a changed chunk was met must then be
    thrown away.
    """
    try:
        identity = pyrage.x25519.Identity.from_str(file_key)
    except pyrage.IdentityError as wrong:
        raise WrongKey("this is not the key of a sealed file") from wrong
    try:
        pyrage.decrypt_io(source, target, [identity])
    except (pyrage.DecryptError, OSError) as failed:
        raise Unsealable("this file was not sealed to this key, or was changed since") from failed
