"""A file from the network, without letting anybody send this machine where it should not go.

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
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import SplitResult, urljoin, urlsplit

from wend.collect.connectors.errors import NotReached, PlaceRefused, TooLarge

MOST_BYTES = 200 * 1024 * 1024
MOST_REDIRECTS = 5
CONNECT_S, WHOLE_S = 10.0, 300.0
_PIECE = 1 << 16
_OK, _REDIRECTS = 200, frozenset({301, 302, 303, 307, 308})

LookUp = Callable[[str, int], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Fetching:
    """The rules of a fetch. `allowed_hosts` are private places (`host` or `host:port`) that the operator of this server
    has named; they may also be reached without TLS.
    """

    allowed_hosts: frozenset[str] = frozenset()
    most_bytes: int = MOST_BYTES
    whole_s: float = WHOLE_S


def addresses_of(host: str, port: int) -> list[str]:
    """Every address of a name."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotReached(place=host, reason="DNS") from error
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def check(url: str, rules: Fetching, look_up: LookUp = addresses_of) -> tuple[SplitResult, str]:
    """The address in parts and the one network address to connect to. Raises PlaceRefused and NotReached."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise PlaceRefused(place=url[:80], reason="url") from error
    host = (parts.hostname or "").rstrip(".").lower()
    named = host in rules.allowed_hosts or f"{host}:{port}" in rules.allowed_hosts
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


def fetch(url: str, into: Path, rules: Fetching, now: Callable[[], float], look_up: LookUp = addresses_of) -> None:
    """Write what lies at `url` to a file. Raises PlaceRefused, NotReached, TooLarge; `now` counts seconds."""
    until = now() + rules.whole_s
    for _ in range(MOST_REDIRECTS + 1):
        parts, address = check(url, rules, look_up)
        connection = _connection(parts, address)
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", path, headers={"User-Agent": "wend", "Accept": "text/csv, */*"})
            answer = connection.getresponse()
            if answer.status in _REDIRECTS:
                url = urljoin(url, answer.headers.get("location", ""))
                continue
            if answer.status != _OK:
                raise NotReached(place=parts.hostname or "", reason=str(answer.status))
            with into.open("wb") as file:
                _copy(answer, file, rules, lambda: now() > until, parts.hostname or "")
            return
        except (OSError, http.client.HTTPException) as error:
            raise NotReached(place=parts.hostname or "", reason=type(error).__name__) from error
        finally:
            connection.close()
    raise PlaceRefused(place=urlsplit(url).hostname or "", reason="redirects")


def _copy(
    answer: http.client.HTTPResponse, file: IO[bytes], rules: Fetching, late: Callable[[], bool], host: str
) -> None:
    size = 0
    while piece := answer.read1(_PIECE):
        size += len(piece)
        if size > rules.most_bytes:
            raise TooLarge(place=host, most=rules.most_bytes // (1024 * 1024))
        if late():
            raise NotReached(place=host, reason="time")
        file.write(piece)


def _connection(parts: SplitResult, address: str) -> http.client.HTTPConnection:
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


def export_of(url: str) -> str:
    """A Google Sheet's address as people copy it becomes the address of its export as CSV.

    >>> export_of("https://docs.google.com/spreadsheets/d/abc/edit#gid=7")
    'https://docs.google.com/spreadsheets/d/abc/export?format=csv&gid=7'
    >>> export_of("https://shop.vn/orders.csv")
    'https://shop.vn/orders.csv'
    """
    parts = urlsplit(url.strip())
    pieces = parts.path.split("/")
    if parts.hostname != "docs.google.com" or pieces[1:3] != ["spreadsheets", "d"] or len(pieces) < 4:
        return url.strip()
    if pieces[3] == "e" or pieces[4:5] == ["export"]:
        return url.strip()  # published to the web, or an export already
    asked = f"{parts.query}&{parts.fragment}"
    sheet = next((each.removeprefix("gid=") for each in asked.split("&") if each.startswith("gid=")), "0")
    number = sheet if sheet.isdecimal() else "0"
    return f"https://docs.google.com/spreadsheets/d/{pieces[3]}/export?format=csv&gid={number}"
