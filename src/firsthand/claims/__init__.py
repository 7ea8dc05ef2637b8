"""Who says what, of whom, in which words: one folder per language behind one Protocol."""
