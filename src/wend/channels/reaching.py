"""Connections to places that somebody typed, without letting anybody send this machine where it should not go.

Story: in one product after the other a "fetch this address" became a way into the network behind the server: the
address was checked where it was saved and not where it was used, a name pointed elsewhere by the time of the second
look-up, or a public page redirected to a private one. So there is one function that opens connections; it looks a name
up once, judges every address, connects to exactly the judged one, and begins anew for each redirect.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from urllib.parse import SplitResult, urlsplit

from wend.channels.errors import NotReached, PlaceRefused

CONNECT_S = 10.0

LookUp = Callable[[str, int], Iterable[str]]


def addresses_of(host: str, port: int) -> list[str]:
    """Every address of a name."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotReached(place=host, reason="DNS") from error
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def check(url: str, allowed_hosts: frozenset[str], look_up: LookUp = addresses_of) -> tuple[SplitResult, str]:
    """The address in parts and the one network address to connect to. `allowed_hosts` are private places (`host` or
    `host:port`) that the operator of this server has named; they may also be reached without TLS.

    Raises PlaceRefused and NotReached.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise PlaceRefused(place=url[:80], reason="url") from error
    host = (parts.hostname or "").rstrip(".").lower()
    named = host in allowed_hosts or f"{host}:{port}" in allowed_hosts
    if parts.username is not None or parts.password is not None:
        raise PlaceRefused(place=host, reason="user@")
    if parts.scheme != "https" and not (named and parts.scheme == "http"):
        raise PlaceRefused(place=host, reason=parts.scheme or "–")
    if not host or (port != 443 and not named):
        raise PlaceRefused(place=host, reason=str(port))
    found = list(look_up(host, port))
    if not found:
        raise NotReached(place=host, reason="DNS")
    if not named and not all(is_public(each) for each in found):
        raise PlaceRefused(place=host, reason="private")
    return parts, found[0]


def is_public(address: str) -> bool:
    """Whether an address belongs to the public network, also when it is hidden in another one."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        hidden = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if hidden is None and found in _NAT64:
            hidden = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if hidden is not None and not is_public(str(hidden)):
            return False
    return found.is_global and not found.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def connection_to(parts: SplitResult, address: str) -> http.client.HTTPConnection:
    """A connection to one network address, speaking to the host that was asked for."""
    host = parts.hostname or ""
    if parts.scheme == "http":
        return _Pinned(host, address, parts.port or 80)
    return _PinnedTls(host, address, parts.port or 443)


class _Pinned(http.client.HTTPConnection):
    def __init__(self, host: str, address: str, port: int) -> None:
        super().__init__(host, port, timeout=CONNECT_S)
        self._address = address

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), CONNECT_S)


class _PinnedTls(http.client.HTTPSConnection):
    def __init__(self, host: str, address: str, port: int) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=CONNECT_S, context=self._tls)
        self._address = address

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), CONNECT_S)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
