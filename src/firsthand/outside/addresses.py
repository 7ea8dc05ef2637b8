"""Which addresses may be fetched: the public web, unless the user allows what lies behind it.

An address that looks public may lead to a machine inside the user's network, by its name's record,
by a redirect, or by a record that changes between the check and the connection. So the check is on
the number that is then connected to, and not on the name.
"""

import ipaddress
import socket
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import SplitResult, urlsplit

from firsthand.sources.wording import shown
from firsthand.values.errors import MissingSource, RefusedAddress

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_PORTS: Final = {"http": 80, "https": 443}

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressPolicy(StrEnum):
    """What may be fetched."""

    PUBLIC_ONLY = "public only"
    PRIVATE_TOO = "private too"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """An address with the very number to connect to; ``host`` is the name the server answers to."""

    address: str
    scheme: str
    host: str
    port: int
    ip: Ip
    path: str

    @property
    def by_number(self) -> str:
        """Spell the address with the number in place of the name."""
        number = f"[{self.ip}]" if self.ip.version == 6 else str(self.ip)
        return f"{self.scheme}://{number}:{self.port}{self.path}"

    @property
    def host_header(self) -> str:
        """Spell the name as the server expects to be called."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def destination_of(address: str, policy: AddressPolicy) -> Destination:
    """Look an address up and check every number behind it.

    Raises RefusedAddress where it may not be fetched, MissingSource where nothing bears the name.
    """
    parts, port = _parts(address)
    host = _ascii_host(parts.hostname or "", address)
    numbers = _numbers_of(host, port, address)
    if policy is AddressPolicy.PUBLIC_ONLY:
        for number in numbers:
            if not is_public(number):
                raise RefusedAddress(
                    f"{shown(address)}: it leads to {number}, which is not on the public "
                    "internet. If that is your own server and you mean it, allow private addresses "
                    "(--allow-private)."
                )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Destination(
        address=address,
        scheme=parts.scheme,
        host=host,
        port=port,
        # Where a name has both, the older number is the one that every network carries.
        ip=min(numbers, key=lambda number: number.version),
        path=path,
    )


def is_public(number: Ip) -> bool:
    """Tell whether a number is on the public internet, whatever it is wrapped in.

    >>> is_public(ipaddress.ip_address("::ffff:127.0.0.1"))
    False
    """
    if isinstance(number, ipaddress.IPv6Address):
        for wrapped in (number.ipv4_mapped, number.sixtofour, *(number.teredo or ())):
            if wrapped is not None and not is_public(wrapped):
                return False
        if number in _NAT64:
            return is_public(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
    return number.is_global and not number.is_multicast and not number.is_reserved


def _parts(address: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as broken:
        raise RefusedAddress(
            f"{shown(address)}: it is no web address. Check it, then name it again."
        ) from broken
    if parts.scheme not in _PORTS or not parts.hostname:
        raise RefusedAddress(
            f"{shown(address)}: only addresses that begin with http:// or https:// are fetched."
        )
    if parts.username is not None or parts.password is not None:
        raise RefusedAddress(
            "an address with a user name or password in it is not fetched: it would stand in the "
            "record. Save the page to a file, and read that."
        )
    return parts, port or _PORTS[parts.scheme]


def _ascii_host(host: str, address: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as broken:
        raise RefusedAddress(
            f"{shown(address)}: its host is no valid name. Check it, then name it again."
        ) from broken


def _numbers_of(host: str, port: int, address: str) -> list[Ip]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as unknown:
        raise MissingSource(
            f"{shown(address)}: nothing bears that name. Check the address and the connection."
        ) from unknown
    # A scope such as %eth0 names a network card here, never a host out there.
    return [ipaddress.ip_address(str(place[4][0]).split("%")[0]) for place in found]
