"""Every error Firsthand raises on purpose.

FirsthandError
├── UnreadableSource      bytes that no reader can turn into text
│   └── UnsafeSource      bytes that would cost too much, or reach outside the folder, to read
├── MissingSource         a path or address where nothing can be read
├── RefusedAddress        an address that may not be fetched
├── BadTimestamp          a timestamp that does not prove what it should
├── BadBodies             a bodies.toml that does not say what it should
├── BadListing            a sources.json or sources.csv that does not say what it should
├── BadSpan               an engine returned a span that is not in the text
└── BadRequest            a command or call that cannot be carried out as asked

Messages say what happened, to which thing, and what to do next. They never hold testimony, names of
persons or keys: a message ends up in terminals, logs and screenshots.
"""


class FirsthandError(Exception):
    """Something went wrong that a person can do something about."""


class UnreadableSource(FirsthandError):
    """Bytes that no reader can turn into text."""


class UnsafeSource(UnreadableSource):
    """Bytes that would cost too much, or reach outside the folder, to read."""


class MissingSource(FirsthandError):
    """A path or address where nothing can be read."""


class RefusedAddress(FirsthandError):
    """An address that may not be fetched."""


class BadTimestamp(FirsthandError):
    """A timestamp that does not prove what it should."""


class BadBodies(FirsthandError):
    """A bodies.toml that does not say what it should."""


class BadListing(FirsthandError):
    """A sources.json or sources.csv that does not say what it should."""


class BadSpan(FirsthandError):
    """An engine returned a span that is not in the text."""


class BadRequest(FirsthandError):
    """A command or call that cannot be carried out as asked."""
