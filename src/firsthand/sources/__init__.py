"""Bytes become sources: readers by media type, custody, and the way back from text to bytes."""
