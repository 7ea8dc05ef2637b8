"""How the word lists of this room are written: plain words with spaces between them."""


def word_set(words: str) -> frozenset[str]:
    """Make a set of the words of a text.

    >>> sorted(word_set("the a an"))
    ['a', 'an', 'the']
    """
    return frozenset(words.split())


def holds_any(words: str, stems: tuple[str, ...]) -> bool:
    """Tell whether a text holds one of some stems, in any case: far faster than a pattern.

    >>> holds_any("The Court ruled", ("court", "judge"))
    True
    """
    lowered = words.lower()
    return any(stem in lowered for stem in stems)
