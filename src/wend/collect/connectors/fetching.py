"""A file from the network, through the one function that judges addresses (`channels/reaching.py`)."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urljoin, urlsplit

from wend.channels.reaching import LookUp, addresses_of, check, connection_to
from wend.collect.connectors.errors import NotReached, PlaceRefused, TooLarge

MOST_BYTES = 200 * 1024 * 1024
MOST_REDIRECTS = 5
WHOLE_S = 300.0
_PIECE = 1 << 16
_OK, _REDIRECTS = 200, frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetching:
    """The rules of a fetch. `allowed_hosts` are private places (`host` or `host:port`) that the operator of this server
    has named; they may also be reached without TLS.
    """

    allowed_hosts: frozenset[str] = frozenset()
    most_bytes: int = MOST_BYTES
    whole_s: float = WHOLE_S


def fetch(url: str, into: Path, rules: Fetching, now: Callable[[], float], look_up: LookUp = addresses_of) -> None:
    """Write what lies at `url` to a file. Raises PlaceRefused, NotReached, TooLarge; `now` counts seconds."""
    until = now() + rules.whole_s
    for _ in range(MOST_REDIRECTS + 1):
        parts, address = check(url, rules.allowed_hosts, look_up)
        connection = connection_to(parts, address)
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
