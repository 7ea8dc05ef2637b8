"""What was asked of a server and what it answered, kept as it went over the wire.

Invariant: ``body`` is what the server sent, still packed if it was packed; ``content`` is the same
unpacked, and never larger than the limit.
"""

import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from firsthand.outside.addresses import AddressPolicy, Destination, destination_of
from firsthand.outside.calling import REDIRECTS, FetchLimits, Question, answering
from firsthand.sources.limits import spelled
from firsthand.sources.wording import shown
from firsthand.values.errors import RefusedAddress, UnreadableSource, UnsafeSource

if TYPE_CHECKING:
    import httpx

Headers = tuple[tuple[str, str], ...]

_GZIP: Final = frozenset({"gzip", "x-gzip"})
_PORTS: Final = {"http": 80, "https": 443}
_SAFE_IN_PATH: Final = "%/:=&?~+!$,;'@()*[]|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One question and its answer; ``ip`` is the number that was called."""

    address: str
    at: datetime
    ip: str
    target: str
    request_headers: Headers
    protocol: str
    status: int
    reason: str
    headers: Headers
    body: bytes
    content: bytes

    def header(self, name: str) -> str:
        """Give a header's first value, "" where the server sent none."""
        return next((value for found, value in self.headers if found.lower() == name), "")

    @property
    def headers_by_name(self) -> dict[str, str]:
        """Give the headers under their names in small letters, those sent twice joined."""
        found: dict[str, list[str]] = {}
        for name, value in self.headers:
            found.setdefault(name.lower(), []).append(value)
        return {name: ", ".join(values) for name, values in found.items()}

    @property
    def media_type(self) -> str:
        """Name the media type that the server declares, without its parameters."""
        return self.header("content-type").split(";")[0].strip().lower()

    @property
    def leads_to(self) -> str | None:
        """Name the address that it redirects to."""
        location = self.header("location")
        return urljoin(self.address, location) if self.status in REDIRECTS and location else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Asks web addresses, each checked by the policy, and keeps what they answer.

    With ``private_only_at`` the leave to reach a private address holds for that one host and port.
    """

    policy: AddressPolicy
    now: Callable[[], datetime]
    private_only_at: str | None = None

    def ask(self, address: str, question: Question, limits: FetchLimits) -> Exchange:
        """Put one question to one address and follow no redirect.

        Raises RefusedAddress where it may not be fetched, MissingSource where nothing answers,
        UnsafeSource where the answer is too large or too slow.
        """
        deadline = time.monotonic() + limits.whole_s
        destination = destination_of(address, self._policy_for(address))
        at = self.now()
        with answering(destination, question, limits) as answer:
            body = _taken_down(answer, destination, limits, deadline)
            headers = _spelled(answer.headers.raw)
            packing = answer.headers.get("content-encoding", "")
            return Exchange(
                address=address,
                at=at,
                ip=str(destination.ip),
                target=answer.request.url.raw_path.decode("ascii"),
                request_headers=_spelled(answer.request.headers.raw),
                protocol=answer.http_version,
                status=answer.status_code,
                reason=answer.reason_phrase,
                headers=headers,
                body=body,
                content=_unpacked(body, packing, address, limits),
            )

    def follow(self, address: str, question: Question, limits: FetchLimits) -> list[Exchange]:
        """Ask an address and each that it redirects to; the last answer is no redirect."""
        followed = [self.ask(plain_address(address), question, limits)]
        while (onward := followed[-1].leads_to) is not None:
            if len(followed) > limits.redirects:
                raise RefusedAddress(
                    f"{shown(address)}: it redirects more than {limits.redirects} times. Open it "
                    "in a browser, and name the address where it ends."
                )
            followed.append(self.ask(plain_address(onward), question, limits))
        return followed

    def _policy_for(self, address: str) -> AddressPolicy:
        if self.private_only_at in {None, place_of(address)}:
            return self.policy
        return AddressPolicy.PUBLIC_ONLY


def place_of(address: str) -> str:
    """Name the host and port of an address."""
    return urlsplit(plain_address(address)).netloc


def plain_address(address: str) -> str:
    """Spell an address as browsers do, so that two spellings of one place are one.

    >>> plain_address("HTTP://A.example:80/b c#top")
    'http://a.example/b%20c'
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return address
    if parts.username is not None or parts.password is not None:
        # Left as it is, so that it is refused with its password and not fetched without.
        return address
    host = f"[{host}]" if ":" in host else host
    place = host if port in {None, _PORTS.get(parts.scheme)} else f"{host}:{port}"
    path = quote(parts.path or "/", safe=_SAFE_IN_PATH)
    return urlunsplit((parts.scheme, place, path, quote(parts.query, safe=_SAFE_IN_PATH), ""))


def _taken_down(
    answer: "httpx.Response", destination: Destination, limits: FetchLimits, deadline: float
) -> bytes:
    body = bytearray()
    for chunk in answer.iter_raw():
        body += chunk
        if len(body) > limits.size:
            raise _too_large(destination.address, limits)
        if time.monotonic() > deadline:
            raise UnsafeSource(
                f"{shown(destination.address)}: it takes longer than {limits.whole_s:g} seconds. "
                "Try again, or save it from a browser, and add that file."
            )
    return bytes(body)


def _unpacked(body: bytes, packing: str, address: str, limits: FetchLimits) -> bytes:
    packing = packing.strip().lower()
    if packing in {"", "identity"} or not body:
        return body
    try:
        if packing in _GZIP:
            return _inflated(body, 31, address, limits)
        if packing == "deflate":
            # Servers disagree on whether deflate has a head of two bytes.
            return _inflated(body, 15 if body[0] & 0x0F == 8 else -15, address, limits)
    except zlib.error as broken:
        raise UnreadableSource(
            f"{shown(address)}: it is packed, and cannot be unpacked. Try again, or save it from a "
            "browser, and add that file."
        ) from broken
    raise UnreadableSource(
        f"{shown(address)}: it answers in a packing that was not asked for ({shown(packing)}). "
        "Save it from a browser, and add that file."
    )


def _inflated(body: bytes, window: int, address: str, limits: FetchLimits) -> bytes:
    unpacker = zlib.decompressobj(window)
    content = unpacker.decompress(body, limits.size + 1)
    if len(content) > limits.size:
        raise _too_large(address, limits)
    return content


def _too_large(address: str, limits: FetchLimits) -> UnsafeSource:
    return UnsafeSource(
        f"{shown(address)}: it is larger than {spelled(limits.size)}. Save the part that matters "
        "to a file, and add that."
    )


def _spelled(raw: "list[tuple[bytes, bytes]]") -> Headers:
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in raw)
