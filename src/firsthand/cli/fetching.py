"""The one place where commands hand in what reaches a network."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.sources.reading import Fetcher


def fetcher_for(paths: Iterable[str], *, allow_private: bool) -> "Fetcher | None":
    """Give a fetcher where an address was named among paths, and nothing where none was."""
    from firsthand.sources.gathering import is_address  # noqa: PLC0415 - help costs nothing

    if not any(map(is_address, paths)):
        return None
    from firsthand.outside.fetching import AddressPolicy, HttpFetcher  # noqa: PLC0415 - named only

    return HttpFetcher(
        policy=AddressPolicy.PRIVATE_TOO if allow_private else AddressPolicy.PUBLIC_ONLY
    )
