"""Fetches one address that the user named, within limits of size, time and redirects."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from firsthand.outside.addresses import AddressPolicy, Destination, destination_of
from firsthand.sources.captured import Fetched
from firsthand.sources.limits import MIB, spelled
from firsthand.sources.wording import shown
from firsthand.values.errors import MissingSource, RefusedAddress, UnsafeSource

if TYPE_CHECKING:
    import httpx

# Who hands a fetcher in says in the same breath what it may fetch.
__all__ = ["AddressPolicy", "FetchLimits", "HttpFetcher"]

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_HEADERS: Final = {
    "User-Agent": "firsthand/1 (reads one page at a person's request)",
    "Accept": "text/html, application/pdf, text/plain;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """How much an address may cost: bytes after unpacking, seconds in all, redirects followed."""

    size: int = 64 * MIB
    whole_s: float = 60.0
    silence_s: float = 20.0
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpFetcher:
    """Brings what stands at a web address; fulfils ``sources.captured.Fetcher``.

    No cookies are kept, no proxy or password is taken from the environment, and each redirect is
    checked as the first address was.
    """

    policy: AddressPolicy = AddressPolicy.PUBLIC_ONLY
    limits: FetchLimits = FetchLimits()
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
            with _answer(destination, self.limits) as answer:
                if answer.status_code not in _REDIRECTS:
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


@contextmanager
def _answer(destination: Destination, limits: FetchLimits) -> "Iterator[httpx.Response]":
    # Imported here: a run that fetches nothing loads no network library.
    import httpx  # noqa: PLC0415 - start-up stays lean

    request = httpx.Request(
        "GET",
        destination.by_number,
        headers={**_HEADERS, "Host": destination.host_header},
        # The certificate must be for the name, though the number is what is called.
        extensions={
            "sni_hostname": destination.host,
            "timeout": httpx.Timeout(limits.silence_s).as_dict(),
        },
    )
    try:
        with httpx.Client(trust_env=False, follow_redirects=False) as client:
            # A server that sends its headers one by one never falls silent; the clock ends it.
            clock = threading.Timer(limits.whole_s, client.close)
            clock.daemon = True
            clock.start()
            try:
                answer = client.send(request, stream=True)
                yield answer
                answer.close()
            finally:
                clock.cancel()
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as failed:
        raise MissingSource(
            f"{shown(destination.address)}: it cannot be fetched ({shown(type(failed).__name__)}). "
            "Check the address and the connection, or save the page to a file, and read that."
        ) from failed
