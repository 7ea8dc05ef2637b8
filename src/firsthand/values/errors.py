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
├── BadEntry              something that a ledger cannot hold as it was told
├── NotAllowed            a role that may not do this
├── CaseSealed            confidential content, and no key to it
├── NoSuchCase            a folder or database that holds no case
│   └── BrokenCase        a case whose files cannot be read as what they should be
├── NewerCase             a case written by a newer version
├── CaseBusy              another writer did not finish in time
├── CannotStore           the disk or database would not keep what was written
├── BadImport             a file from elsewhere that does not say what it should
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


class BadEntry(FirsthandError):
    """Something that a ledger cannot hold as it was told."""


class NotAllowed(FirsthandError):
    """A role that may not do this."""


class CaseSealed(FirsthandError):
    """Confidential content, and no key to it."""


class NoSuchCase(FirsthandError):
    """A folder or database that holds no case."""


class BrokenCase(NoSuchCase):
    """A case whose files cannot be read as what they should be."""


class NewerCase(FirsthandError):
    """A case written by a newer version."""


class CaseBusy(FirsthandError):
    """Another writer did not finish in time."""


class CannotStore(FirsthandError):
    """The disk or database would not keep what was written."""


class BadImport(FirsthandError):
    """A file from elsewhere that does not say what it should."""


class BadRequest(FirsthandError):
    """A command or call that cannot be carried out as asked."""
