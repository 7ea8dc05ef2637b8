"""A case's key: made, put under a passphrase or into the keyring, opened.

The key itself never changes; a new passphrase only locks it anew. Losing both passphrase and
keyring loses what is confidential for good: nobody can open it then.
"""

from typing import Final

from firsthand.sealing.errors import SealingError
from firsthand.sealing.keyrings import recall, remember
from firsthand.sealing.keyslots import locked, slot_as_text, slot_from_text, unlocked
from firsthand.sealing.sealed import new_key
from firsthand.store.cases import Case
from firsthand.values.errors import BadRequest, CaseSealed

_SLOT: Final = "key under passphrase"
_IN_KEYRING: Final = "key in keyring"
_SHORTEST: Final = 12


def has_key(case: Case) -> bool:
    """Tell whether the case has a key."""
    return case.setting(_SLOT) is not None or case.setting(_IN_KEYRING) is not None


def key_under_passphrase(case: Case) -> str | None:
    """Give the case's key as it lies under its passphrase; nothing where it lies under none."""
    return case.setting(_SLOT)


def put_key_under_passphrase(case: Case, slot: str) -> None:
    """Give a case the key that another copy of it has; raises Unsealable for what is no key."""
    slot_from_text(slot)
    case.set(_SLOT, slot)


def open_key(case: Case, *, passphrase: str | None, keyring: bool) -> bytes | None:
    """Give the case's key; nothing where neither passphrase nor keyring was named.

    Raises CaseSealed where the passphrase is not this case's, or the keyring does not have the key.
    """
    if passphrase is None and not keyring:
        return None
    try:
        if passphrase is not None:
            slot = case.setting(_SLOT)
            if slot is None:
                raise CaseSealed("this case has no passphrase. Make one: firsthand case key CASE.")
            return unlocked(passphrase, slot_from_text(slot))
        key = recall(case.id)
    except SealingError as failed:
        raise CaseSealed(f"{failed}. Nothing was opened.") from failed
    if key is None:
        raise CaseSealed("the keyring does not hold this case's key. Use the passphrase.")
    return key


def make_key(case: Case, *, passphrase: str | None, keyring: bool) -> None:
    """Make the case's key, or lock the one that is open under a new passphrase or in the keyring.

    Raises CaseSealed where the case has a key and it is not open, BadRequest for a passphrase that
    is too short.
    """
    if passphrase is None and not keyring:
        raise BadRequest("say where the key goes: --new-passphrase-file FILE or --to-keyring.")
    if passphrase is not None and len(passphrase) < _SHORTEST:
        raise BadRequest(
            f"the passphrase is shorter than {_SHORTEST} characters. Take five random words."
        )
    key = case.ledger.case_key
    if key is None and has_key(case):
        raise CaseSealed(
            "this case has a key already. Open it (--passphrase-file or --keyring) to lock it anew."
        )
    key = key or new_key()
    try:
        if passphrase is not None:
            case.set(_SLOT, slot_as_text(locked(passphrase, key)))
        if keyring:
            remember(case.id, key)
            case.set(_IN_KEYRING, "yes")
    except SealingError as failed:
        raise CaseSealed(f"{failed}. The key was not changed.") from failed
    case.ledger.case_key = key
