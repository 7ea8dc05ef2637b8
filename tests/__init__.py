"""Tests: a file a behaviour, a name that is a sentence."""
