"""How the word lists of this room are written: plain words with spaces between them."""


def word_set(words: str) -> frozenset[str]:
    """Make a set of the words of a text.

    >>> sorted(word_set("the a an"))
    ['a', 'an', 'the']
    """
    return frozenset(words.split())
