"""Who says what: the tagger scored on marked texts, beside other systems."""
