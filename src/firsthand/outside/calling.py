"""One question put to one server, by the number that was checked, within limits of time.

No cookies are kept, no proxy or password is taken from the environment, and no redirect is followed
here: whoever asks checks each further address as the first one was.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firsthand.outside.addresses import Destination
from firsthand.sources.limits import MIB
from firsthand.sources.wording import shown
from firsthand.values.errors import MissingSource

if TYPE_CHECKING:
    import httpx

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BEAT_S: Final = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """How much an address may cost: bytes after unpacking, seconds in all, redirects followed."""

    size: int = 64 * MIB
    whole_s: float = 60.0
    silence_s: float = 20.0
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a server: with ``body`` it is posted, without it is a plain GET."""

    accept: str
    body: bytes | None = None
    media_type: str | None = None

    @property
    def method(self) -> str:
        """Name the method."""
        return "GET" if self.body is None else "POST"

    def headers_for(self, destination: Destination) -> dict[str, str]:
        """Spell the headers as they are sent."""
        return {
            "Host": destination.host_header,
            "User-Agent": "firsthand/1 (reads one page at a person's request)",
            "Accept": self.accept,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **({"Content-Type": self.media_type} if self.media_type else {}),
        }


@contextmanager
def answering(
    destination: Destination, question: Question, limits: FetchLimits
) -> "Iterator[httpx.Response]":
    """Ask, and hand over the answer while its body still comes in.

    Raises MissingSource where nothing answers, or the answer breaks off or takes too long.
    """
    # Imported here: a run that fetches nothing loads no network library.
    import httpx  # noqa: PLC0415 - start-up stays lean

    request = httpx.Request(
        question.method,
        destination.by_number,
        headers=question.headers_for(destination),
        content=question.body,
        # The certificate must be for the name, though the number is what is called.
        extensions={
            "sni_hostname": destination.host,
            "timeout": httpx.Timeout(limits.silence_s).as_dict(),
        },
    )
    try:
        with httpx.Client(trust_env=False, follow_redirects=False) as client:
            # A server that sends its headers one by one never falls silent; the clock ends it. It
            # strikes a beat late, so that who reads the body can say that it was too slow.
            clock = threading.Timer(limits.whole_s + _BEAT_S, client.close)
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
