"""A case's key in the operating system's keyring, where one is present (extra ``keyring``)."""

from base64 import b64decode, b64encode
from types import ModuleType

from firsthand.sealing.errors import SealingError

_SERVICE = "firsthand"


def remember(case: str, key: bytes) -> None:
    """Keep a case's key in the keyring under the case's id."""
    keyring = _keyring()
    try:
        keyring.set_password(_SERVICE, case, b64encode(key).decode())
    except keyring.errors.KeyringError as failed:
        raise SealingError("the keyring would not keep the key. Use a passphrase.") from failed


def recall(case: str) -> bytes | None:
    """Bring a case's key from the keyring; nothing where it is not there."""
    keyring = _keyring()
    try:
        kept = keyring.get_password(_SERVICE, case)
    except keyring.errors.KeyringError as failed:
        raise SealingError("the keyring cannot be read. Use the passphrase.") from failed
    try:
        return b64decode(kept, validate=True) if kept else None
    except ValueError as broken:
        raise SealingError(
            "the keyring holds no key under this case. Use the passphrase."
        ) from broken


def forget(case: str) -> None:
    """Take a case's key out of the keyring."""
    keyring = _keyring()
    try:
        if keyring.get_password(_SERVICE, case) is not None:
            keyring.delete_password(_SERVICE, case)
    except keyring.errors.KeyringError as failed:
        raise SealingError("the keyring would not forget the key. Remove it by hand.") from failed


def _keyring() -> ModuleType:
    try:
        import keyring  # noqa: PLC0415 - an extra: absent from the light install
        import keyring.errors  # noqa: PLC0415
    except ImportError as absent:
        raise SealingError(
            "the keyring library is not installed: pip install 'firsthand[keyring]'"
        ) from absent
    return keyring
