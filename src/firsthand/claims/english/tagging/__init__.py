"""The learned part of English claim extraction: plain text in, attributions with spans out.

Tokens, signs, the shipped model and its decoding live here; rules about speakers and stance do not.
"""
