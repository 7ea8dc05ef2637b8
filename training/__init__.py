"""Train the tagger from marked texts, and make the word table that it starts from.

Nothing here is imported by the package; what is made here ships as one model file.
"""
