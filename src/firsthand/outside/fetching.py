"""Fetches one address that the user named, within limits of size, time and redirects."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from firsthand.outside.addresses import AddressPolicy, Destination, destination_of
from firsthand.outside.calling import REDIRECTS, FetchLimits, Question, answering
from firsthand.sources.captured import Fetched
from firsthand.sources.limits import spelled
from firsthand.sources.wording import shown
from firsthand.values.errors import MissingSource, RefusedAddress, UnsafeSource

if TYPE_CHECKING:
    import httpx

# Who hands a fetcher in says in the same breath what it may fetch.
__all__ = ["AddressPolicy", "FetchLimits", "HttpFetcher"]

PAGE: Final = Question(accept="text/html, application/pdf, text/plain;q=0.9, */*;q=0.5")
"""What is asked of an address that a person named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpFetcher:
    """Brings what stands at a web address; fulfils ``sources.captured.Fetcher``.

    No cookies are kept, no proxy or password is taken from the environment, and each redirect is
    checked as the first address was.
    """

    policy: AddressPolicy = AddressPolicy.PUBLIC_ONLY
    limits: FetchLimits = field(default_factory=FetchLimits)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def fetch(self, address: str) -> Fetched:
        """Bring what stands at an address.

        Raises RefusedAddress where it may not be fetched, MissingSource where nothing answers,
        UnsafeSource where the answer is too large or too slow.
        """
        deadline = time.monotonic() + self.limits.whole_s
        at = address
        for _ in range(self.limits.redirects + 1):
            destination = destination_of(at, self.policy)
            with answering(destination, PAGE, self.limits) as answer:
                if answer.status_code not in REDIRECTS:
                    return self._taken_down(answer, destination, deadline)
                at = urljoin(at, answer.headers.get("location", ""))
        raise RefusedAddress(
            f"{shown(address)}: it redirects more than {self.limits.redirects} times. Open it in a "
            "browser, and name the address where it ends."
        )

    def _taken_down(
        self, answer: "httpx.Response", destination: Destination, deadline: float
    ) -> Fetched:
        if answer.status_code != 200:
            raise MissingSource(
                f"{shown(destination.address)}: it answers {answer.status_code}, not the page. If "
                "a browser shows it, save it to a file, and read that."
            )
        body = bytearray()
        for chunk in answer.iter_bytes():
            body += chunk
            if len(body) > self.limits.size:
                raise UnsafeSource(
                    f"{shown(destination.address)}: it is larger than {spelled(self.limits.size)}. "
                    "Save the part that matters to a file, and read that."
                )
            if time.monotonic() > deadline:
                raise UnsafeSource(
                    f"{shown(destination.address)}: it takes longer than {self.limits.whole_s:g} "
                    "seconds. Try again, or save it to a file, and read that."
                )
        return Fetched(
            body=bytes(body),
            media_type=answer.headers.get("content-type", ""),
            address=destination.address,
            captured_at=self.now(),
            headers=dict(answer.headers),
        )
