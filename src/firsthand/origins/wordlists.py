"""Word lists written as running text, so that a reader can check them at a glance."""


def one_of(words: str) -> frozenset[str]:
    """Read a list of words written with spaces between them.

    >>> sorted(one_of("river boat"))
    ['boat', 'river']
    """
    return frozenset(words.split())
