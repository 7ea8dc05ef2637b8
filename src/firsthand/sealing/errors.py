"""What can go wrong with sealed things.

SealingError
├── WrongKey        the key or passphrase does not open this
└── Unsealable      bytes that were not sealed here, or were changed since

Messages never hold keys, passphrases or what was sealed.
"""


class SealingError(Exception):
    """Something sealed cannot be opened."""


class WrongKey(SealingError):
    """The key or passphrase does not open this."""


class Unsealable(SealingError):
    """Bytes that were not sealed here, or were changed since."""
