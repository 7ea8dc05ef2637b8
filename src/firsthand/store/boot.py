"""Starts Django for the tables alone, unless a site (the desk) has started it already."""

import django
from django.conf import settings


def boot() -> None:
    """Make the models usable in this process."""
    if settings.configured:
        # A site's own settings name this app; the site starts Django itself.
        return
    from firsthand.store import settings as of_tables  # noqa: PLC0415 - needed only here

    settings.configure(
        **{name: getattr(of_tables, name) for name in dir(of_tables) if name.isupper()}
    )
    django.setup()
