"""Requests to one server: the key goes to nobody else, and never for longer than the server thinks about a question.

Story: scripts that carry a key have sent it along to wherever an answer pointed, or in clear through a café. So an
address beyond this machine is https with a certificate that is checked, and no redirect is followed at all.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import ssl
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import SplitResult, quote, urlencode, urlsplit

from wend.kit.texts import Language
from wend.remote.errors import BadAddress, NoKey, NotReached, NotWend, Redirected, Unprotected, refused

CONNECT_S = 10.0
SILENT_S = 600.0
"""How long a server may say nothing: twice the usual limit of one question."""
Query = Mapping[str, str | int | Sequence[str] | None]


class Line:
    """Where a server is, and the key it is shown. Every request has a connection of its own."""

    def __init__(self, url: str, key: str, *, insecure: bool = False) -> None:
        self._parts = _checked(url, insecure=insecure)
        self._key = key.strip()
        if not self._key or not self._key.isascii() or not self._key.isprintable():
            raise NoKey(place=self.place)

    @property
    def place(self) -> str:
        """The server's name, with its port where it has one."""
        return self._parts.netloc

    def __repr__(self) -> str:
        return f"{self._parts.scheme}://{self.place}"

    def get(self, language: Language, path: str, query: Query | None = None) -> Any:
        """What the server tells at a path; each part of it was quoted by `part`."""
        return self._read(self.fetch(language, "GET", path, query))

    def post(self, language: Language, path: str, body: Any, query: Query | None = None) -> Any:
        """What the server answers to a JSON body."""
        return self._read(self.fetch(language, "POST", path, query, body))

    def fetch(self, language: Language, method: str, path: str, query: Query | None = None, body: Any = None) -> bytes:
        """The bytes of an answer.

        Raises NotReached, Redirected, NotWend and whatever the server says is wrong, in its words.
        """
        asked = urlencode({name: value for name, value in (query or {}).items() if value is not None}, doseq=True)
        target = self._parts.path + path + (f"?{asked}" if asked else "")
        headers = {"Authorization": f"Bearer {self._key}", "Accept-Language": language, "User-Agent": "wend"}
        sent = None if body is None else json.dumps(body, ensure_ascii=False).encode()
        if sent is not None:
            headers["Content-Type"] = "application/json"
        connection = self._connection()
        try:
            connection.connect()
            connection.sock.settimeout(SILENT_S)
            connection.request(method, target, sent, headers)
            response = connection.getresponse()
            told = response.read()
        except (OSError, http.client.HTTPException) as error:
            raise NotReached(place=self.place, reason=_reason(error)) from error
        finally:
            connection.close()
        if 300 <= response.status < 400:
            raise Redirected(place=self.place, to=_host(response.getheader("Location") or ""))
        if not 200 <= response.status < 300:
            raise self._problem(response.status, told)
        return told

    def _connection(self) -> http.client.HTTPConnection:
        host, port = self._parts.hostname or "", self._parts.port
        if self._parts.scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=CONNECT_S)
        return http.client.HTTPSConnection(host, port, timeout=CONNECT_S, context=ssl.create_default_context())

    def _read(self, told: bytes) -> Any:
        try:
            return json.loads(told)
        except ValueError as error:
            raise NotWend(place=self.place) from error

    def _problem(self, status: int, told: bytes) -> Exception:
        try:
            said = json.loads(told)
        except ValueError:
            said = None
        if isinstance(said, dict) and {"code", "message", "cause", "next"} <= said.keys():
            return refused(status, said)
        if status in (502, 503, 504):  # a proxy that waits for the server behind it
            return NotReached(place=self.place, reason=str(status))
        return NotWend(place=self.place)


def part(written: str) -> str:
    """A name as one part of a path."""
    return quote(written, safe="")


def _checked(url: str, *, insecure: bool) -> SplitResult:
    """The address without what a browser's link has behind it. Raises BadAddress and Unprotected."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise BadAddress from error
    host = parts.hostname or ""
    if not host or parts.username is not None or parts.password is not None or not host.isascii():
        raise BadAddress
    if parts.scheme == "http" and not insecure and not _here(host):
        raise Unprotected(place=host)
    named = f"[{host}]" if ":" in host else host
    return SplitResult(
        parts.scheme, f"{named}:{port}" if port else named, quote(parts.path.rstrip("/"), safe="/%"), "", ""
    )


def _here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host(location: str) -> str:
    """Where a redirect points, without what may be secret behind it."""
    try:
        return urlsplit(location).netloc.rpartition("@")[2] or "–"
    except ValueError:
        return "–"


def _reason(error: Exception) -> str:
    """In a few words of the machine's; none of them hold what was sent."""
    told = getattr(error, "verify_message", None) or getattr(error, "strerror", None)
    return str(told or type(error).__name__)
